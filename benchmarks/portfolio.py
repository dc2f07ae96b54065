"""The index over many small cases: made, brought up after one change, asked; and how each grows with the cases."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

from benchmarks.cases import Size, case_data, write_data
from benchmarks.frame import Cost, Job, Scale, Work, exponent, measure
from benchmarks.report import Figure, Section, table
from referral.app.project import Sources, load_law
from referral.custody import digests_of
from referral.portfolio.refresh import Terms, refresh
from referral.portfolio.report import Asked, report, written

SIZES = (10, 100, 1_000)
SMALL = Size(charges=2, elements=8, evidence=20, facts=20, mappings=40, worded=True)
QUESTION = "повідомлення 17"
MOST_GROWTH = 1.1  # n·log n over these sizes is more
MOST_AFTER_ONE = 0.1  # times making it anew
_WORKS = ("made", "one case changed", "nothing changed", "search", "page of all tables")


def run(scale: Scale) -> Iterator[Section]:
    costs = {cases: measured(cases, scale.rounds) for cases in scale.sizes(*SIZES)}
    curves = {name: {cases: cost[name].cpu for cases, cost in costs.items()} for name in _WORKS}
    yield Section("Portfolio", _told(costs), list(_figures(costs)), curves)


def measured(cases: int, rounds: int) -> dict[str, Cost]:
    """What each piece of work costs with so many cases, which are written once."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "cases"
        write_cases(folder, cases)
        index = Path(place) / "index.sqlite"
        _refreshed(folder, index)
        makers = (made, one_changed, nothing_changed, searched, page)
        jobs = [Job(name, maker, (str(folder), str(index))) for name, maker in zip(_WORKS, makers, strict=True)]
        return measure(jobs, rounds)


def write_cases(folder: Path, cases: int) -> None:
    """Each from a seed of its own, with an id of its own."""
    law = load_law()
    for n in range(1, cases + 1):
        data = case_data(SMALL, law, seed=n)
        write_data(folder / f"case-{n:05}", {**data, "case": {**data["case"], "id": f"made-{n}"}})


def made(folder: str, index: str) -> Work:
    """From nothing, law and templates read already."""
    terms = _terms()
    load_law(terms.sources)
    new = Path(index).with_name("new.sqlite")
    new.unlink(missing_ok=True)
    return lambda: refresh(Path(folder), new, terms)


def one_changed(folder: str, index: str) -> Work:
    terms, own = _terms(), Path(index).with_name("changed.sqlite")
    shutil.copyfile(index, own)
    refresh(Path(folder), own, terms)
    changed = next(Path(folder).glob("*/case.yaml"))
    changed.write_text(f"{changed.read_text('utf-8')}# changed\n", "utf-8")
    return lambda: refresh(Path(folder), own, terms)


def nothing_changed(folder: str, index: str) -> Work:
    terms = _terms()
    refresh(Path(folder), Path(index), terms)
    return lambda: refresh(Path(folder), Path(index), terms)


def searched(folder: str, index: str) -> Work:
    terms, asked = _terms(), Asked(search=QUESTION, built=Path(folder))
    load_law(terms.sources)
    return lambda: report(Path(index), terms.sources, asked)


def page(folder: str, index: str) -> Work:
    terms, asked = _terms(), Asked(built=Path(folder))
    load_law(terms.sources)
    return lambda: written(report(Path(index), terms.sources, asked), terms.sources, terms.profile, asked, "html")


def _refreshed(folder: Path, index: Path) -> None:
    if refresh(folder, index, _terms()).not_read:
        raise SystemExit("a case that was made could not be read")


def _terms() -> Terms:
    return Terms(Sources.of(), lambda case: nullcontext(digests_of))


def _figures(costs: dict[int, dict[str, Cost]]) -> Iterator[Figure]:
    most = max(costs)
    ratio = costs[most]["one case changed"].cpu / costs[most]["made"].cpu
    yield Figure(
        f"index of {most:,} small cases after one has changed",
        f"at most {MOST_AFTER_ONE} × making it",
        f"{ratio:.3f} ×",
        ratio <= MOST_AFTER_ONE,
    )
    if len(costs) > 1:
        slope = exponent({cases: cost["made"].cpu for cases, cost in costs.items()})
        sizes = f"from {min(costs):,} to {most:,} cases"
        yield Figure(f"growth of making it {sizes}", f"at most {MOST_GROWTH}", f"{slope:.2f}", slope <= MOST_GROWTH)


def _told(costs: dict[int, dict[str, Cost]]) -> str:
    rows = [[name, *(f"{cost[name].cpu:.2f}" for cost in costs.values())] for name in _WORKS]
    peaks = [f"{max(cost[name].memory for name in _WORKS) / 1e6:.0f}" for cost in costs.values()]
    head = ["seconds of processor time", *(f"{cases:,} cases" for cases in costs)]
    each = f"{SMALL.evidence} items, {SMALL.facts} facts, {SMALL.mappings} mappings, {SMALL.charges} charges each"
    return "\n".join(
        [
            f"Cases from seeds, {each}; law and templates are read before. One process.\n",
            table(head, [*rows, ["peak of memory, MB", *peaks]]),
        ]
    )
