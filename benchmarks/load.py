"""Loading and checking a case beside loaders that check nothing: PyYAML's C loader, ruamel, and JSON as the limit.

All read the same folder of files and keep what they read; JSON reads the same data in its own form.
"""

import json
import platform
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import yaml

from benchmarks.cases import Size, write_case
from benchmarks.frame import Cost, Job, Scale, Work, exponent, how, measure
from benchmarks.report import Figure, Section, table
from referral.app.project import check_case, load_law
from referral.diagnostics import has_errors
from referral.yaml_reader import read_yaml_file

SIZES = (10, 1_000, 10_000, 100_000)
OURS, PEER, LIMIT, SLOW = "referral: load and check", "PyYAML CSafeLoader", "JSON (limit)", "ruamel.yaml"
READ, WHOLE = "referral: read the YAML", "PyYAML CSafeLoader, one file"
MOST_FOR_SLOW = 1_000  # items; ten thousand take it minutes
MOST_FOR_MEDIANS = 10_000  # items; what is larger is measured once
MOST_CPU, MOST_MEMORY = 0.8, 0.7  # times what the C loader takes
WHY = (
    "Beyond what was promised of one large file: read file by file, the loader lets go of the nodes of each, and\n"
    "keeps bare dictionaries of texts. Ours keeps entries whose fields are objects of their own type, with their\n"
    "place."
)
_ONE = "all.in.one"


def size_of(items: int) -> Size:
    """So many items; facts and mappings grow with them up to ten thousand."""
    others = min(items, 10_000)
    return Size(charges=10, elements=10, evidence=items, facts=others, mappings=others, worded=True)


def checked(folder: str) -> Work:
    def work() -> None:
        if has_errors(check_case(Path(folder))):
            raise SystemExit("the case that was made has errors: nothing was measured")

    return work


def read(folder: str) -> Work:
    return lambda: [read_yaml_file(path) for path in _files(folder)]


def with_csafeloader(folder: str) -> Work:
    return lambda: [yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader) for path in _files(folder)]  # noqa: TID251


def with_csafeloader_at_once(folder: str) -> Work:
    return lambda: yaml.load((Path(folder) / _ONE).read_bytes(), Loader=yaml.CSafeLoader)  # noqa: TID251


def with_ruamel(folder: str) -> Work:
    from ruamel.yaml import YAML

    loader = YAML(typ="safe")
    return lambda: [loader.load(path.read_text("utf-8")) for path in _files(folder)]


def with_json(folder: str) -> Work:
    return lambda: [json.loads(path.read_bytes()) for path in _files(folder, ".json")]


def _files(folder: str, suffix: str = ".yaml") -> list[Path]:
    return sorted(Path(folder).glob(f"*{suffix}"))


def run(scale: Scale) -> Iterator[Section]:
    costs = {items: measured(items, scale.rounds) for items in scale.sizes(*SIZES)}
    names = (OURS, READ, PEER, WHOLE, SLOW, LIMIT)
    curves = {name: {n: found[name].cpu for n, found in costs.items() if name in found} for name in names}
    yield Section("Load and check", f"{_about(scale)}\n\n{section(costs)}", figures(costs), curves)


def measured(items: int, rounds: int) -> dict[str, Cost]:
    """What each takes for a case of so many items."""
    with tempfile.TemporaryDirectory() as folder:
        write_case(Path(folder), size_of(items), load_law())
        _write_other_forms(folder)
        works = {OURS: checked, READ: read, PEER: with_csafeloader, WHOLE: with_csafeloader_at_once, LIMIT: with_json}
        if items <= MOST_FOR_SLOW:
            works[SLOW] = with_ruamel
        jobs = [Job(name, prepare, (folder,)) for name, prepare in works.items()]
        return measure(jobs, rounds if items <= MOST_FOR_MEDIANS else 1)


def _write_other_forms(folder: str) -> None:
    """The same data as JSON, file by file, and as one file of YAML: each section once, with all its entries."""
    sections: dict[str, list[str]] = {}
    for path in _files(folder):
        path.with_suffix(".json").write_text(json.dumps(read_yaml_file(path).data), "utf-8")
        for part in re.split(r"^(?=[a-z])", path.read_text("utf-8"), flags=re.MULTILINE):
            name, _, entries = part.partition("\n")
            sections.setdefault(name, []).append(entries)
    text = "".join(f"{name}\n{''.join(entries)}" for name, entries in sections.items() if name)
    (Path(folder) / _ONE).write_text(text, "utf-8")


def figures(costs: dict[int, dict[str, Cost]]) -> list[Figure]:
    """What was promised of the largest case, and of growth."""
    largest = max(costs)
    ours, peer = costs[largest][OURS], costs[largest][PEER]
    whole, cpu, memory = costs[largest][WHOLE], ours.cpu / peer.cpu, ours.memory / peer.memory
    at_once, work = ours.memory / whole.memory, f"load and check, {largest:,} items"
    return [
        Figure(f"{work}: processor time", f"≤ {MOST_CPU} × {PEER} alone", f"{cpu:.2f} ×", cpu <= MOST_CPU),
        Figure(f"{work}: memory", f"≤ {MOST_MEMORY} × {WHOLE}", f"{at_once:.2f} ×", at_once <= MOST_MEMORY),
        Figure(
            f"{work}: memory, file by file", f"≤ {MOST_MEMORY} × {PEER}", f"{memory:.2f} ×", memory <= MOST_MEMORY, WHY
        ),
    ]


def section(costs: dict[int, dict[str, Cost]]) -> str:
    """The table in Markdown."""
    rows = [_row(n, name, cost, found[PEER]) for n, found in costs.items() for name, cost in found.items()]
    head = ["work", "items", "seconds", f"× {PEER}", "MB", f"× {PEER}"]
    return "\n".join([table(head, rows), *_growth({n: found[OURS].cpu for n, found in costs.items()})])


def _about(scale: Scale) -> str:
    return (
        f"Python {platform.python_version()}; processor time and memory at the peak, each in a process of its own;\n"
        f"{how(scale)}, of more than {MOST_FOR_MEDIANS:,} items one. The case is a folder of files with a thousand\n"
        "entries each, whose items say as much of themselves as those of the demonstration cases. We validate every\n"
        "entry and run every rule, those over the law library included, which is read each time."
    )


def _row(items: int, name: str, cost: Cost, peer: Cost) -> list[str]:
    cpu, memory = f"{cost.cpu / peer.cpu:.2f}", f"{cost.memory / peer.memory:.2f}"
    return [name, f"{items:,}", f"{cost.cpu:.2f}", cpu, f"{cost.memory / 1e6:.0f}", memory]


def _growth(costs: dict[int, float]) -> list[str]:
    """From a thousand items on; below, nearly all of the time is that of the law library."""
    large = {n: cost for n, cost in costs.items() if n >= MOST_FOR_SLOW}
    slope = exponent(large) if len(large) > 1 else None
    return [f"\nGrowth exponent of loading and checking, from {min(large):,} items on: {slope:.2f}."] if slope else []
