"""The scan of a large annex for many protected persons beside building it, both in one run, in processor time.

The PDF is laid out by Typst, the cheaper engine, so that the scan is held against the least that building costs.
"""

import platform
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import yaml

from benchmarks.cases import Size, write_case
from benchmarks.child import cpu_used
from benchmarks.frame import Scale, exponent
from benchmarks.report import Figure, Section, table
from referral.app.build import compose_document
from referral.app.formats import write_document
from referral.app.project import Project, load_case, load_law
from referral.app.scan import searched, sought_for
from referral.case.model import DocumentRequest, PdfEngine
from referral.law import Law

PERSONS = 500
SIZES = (250, 1_000, 10_000)
FORMATS = ("docx", "pdf")
PROFILE = "prosecution"
# Syllables of invented names.
_SYLLABLES = (
    ("Віг", "Дар", "Зал", "Кру", "Мал", "Оре", "Пог", "Руд", "Соб", "Тур"),
    ("ан", "ев", "ил", "ор", "ул"),
    ("енко", "ук", "ський", "ець", "ар", "ич", "ян", "ій", "ов", "ак"),
)


@dataclass(frozen=True)
class Cost:
    """Seconds of processor time, and bytes of the finished files."""

    build: float
    scan: float
    size: int


def run(scale: Scale) -> Iterator[Section]:
    law = load_law()
    costs = {items: measured(items, PERSONS, law) for items in scale.sizes(*SIZES)}
    curves = {name: {n: getattr(cost, name) for n, cost in costs.items()} for name in ("build", "scan")}
    yield Section("Scan", section(costs), figures(costs), curves)


def measured(items: int, persons: int, law: Law) -> Cost:
    """What an annex of so many items costs to build, and to be searched for so many persons."""
    with tempfile.TemporaryDirectory() as folder:
        project = load_case(_written(Path(folder) / "case", items, persons, law))
    start = cpu_used()
    request = DocumentRequest(id="evidence-annex", lang="en", profile=PROFILE)
    data = write_document(compose_document(project, request).document, FORMATS, engine=PdfEngine.TYPST)
    built = cpu_used()
    _require_clean(project, data)
    return Cost(built - start, cpu_used() - built, sum(map(len, data.values())))


def _require_clean(project: Project, data: dict[str, bytes]) -> None:
    sought = sought_for(project, project.view(PROFILE))
    if any(searched(content, f"annex.{suffix}", sought) for suffix, content in data.items()):
        raise SystemExit("the annex tells of somebody, or could not be searched: nothing was measured")


def _written(folder: Path, items: int, persons: int, law: Law) -> Path:
    """A case whose witnesses are all in its vault."""
    write_case(folder, Size(charges=4, elements=10, evidence=items, facts=items, mappings=items), law)
    codes = [f"PER-{n:04}" for n in range(1, persons + 1)]
    people = [{"id": code, "roles": [{"role": "witness"}], "confidentiality": "confidential"} for code in codes]
    identities = [_identity(code, n, name) for n, (code, name) in enumerate(zip(codes, _names(), strict=False))]
    for name, section in (("persons", people), ("vault", identities)):
        key = "identities" if name == "vault" else name
        text = yaml.safe_dump({"schema_version": "1", key: section}, allow_unicode=True)
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder


def _names() -> Iterator[str]:
    return map("".join, product(*_SYLLABLES))


def _identity(code: str, number: int, name: str) -> dict[str, Any]:
    return {
        "person": code,
        "names": [{"last": name, "first": "Остап", "patronymic": "Тарасович"}],
        "birth_date": f"{1950 + number % 50}-{1 + number % 12:02}-{1 + number % 28:02}",
        "documents": [{"kind": "passport", "number": f"АК {482_000 + number}"}],
        "contacts": [f"+380 67 {1_000_000 + number * 7919}"],
        "residence": {"uk": f"вулиця Вигадана, {number + 1_000}"},
    }


def figures(costs: dict[int, Cost]) -> list[Figure]:
    """What was promised of the largest annex, and what was measured."""
    largest = max(costs)
    build, scan = costs[largest].build, costs[largest].scan
    work = f"searching an annex of {largest:,} items, DOCX and PDF, for {PERSONS} protected persons"
    return [Figure(work, "less than building it", f"{scan / build:.2f} ×", scan < build)]


def section(costs: dict[int, Cost]) -> str:
    """The table in Markdown."""
    rows = [
        [f"{n:,}", f"{c.size / 1e6:.1f}", f"{c.build:.1f}", f"{c.scan:.1f}", f"{c.scan / c.build:.2f}"]
        for n, c in costs.items()
    ]
    if len(costs) > 1:
        slopes = [exponent({n: getattr(cost, name) for n, cost in costs.items()}) for name in ("build", "scan")]
        rows.append(["growth exponent", "", *(f"{slope:.2f}" for slope in slopes), ""])
    return "\n".join(
        [
            f"Python {platform.python_version()}; processor time, one run. The evidence annex of a case made from a",
            f"seed, as DOCX and PDF by Typst, the cheaper engine, searched for {PERSONS} persons of its vault, in all",
            "forms.\n",
            table(["items", "MB", "build, seconds", "scan, seconds", "scan ÷ build"], rows),
        ]
    )
