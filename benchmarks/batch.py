"""A batch of small cases by one process, by two, and by a cluster of Dask with two: seconds by the clock.

The cluster stands before the clock starts, as an existing one does; processes that work on cases start while it runs.
Needs the extra `batch`.
"""

import platform
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.cases import Size, case_data, write_data
from benchmarks.frame import Cost, Job, Scale, Work, how, measure
from benchmarks.report import Figure, Section, table
from referral.app.project import Sources, load_law
from referral.batch.cases import named_cases
from referral.batch.crew import crew
from referral.batch.engines import DASK, PROCESSES, engine
from referral.batch.result import Result
from referral.batch.run import run as run_batch
from referral.batch.terms import BatchTerms

SIZES = (10, 40, 500)
SMALL = Size(charges=2, elements=10, evidence=10, facts=10, mappings=30)
DOCUMENT = {"id": "element-coverage", "lang": "en", "profile": "internal"}
FASTER, OVERHEAD = 1.7, 0.15
QUIET = {  # as docs/scale.md advises
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "2s",
    "distributed.admin.system-monitor.interval": "5s",
    "distributed.worker.memory.monitor-interval": "5s",
}


def run(scale: Scale) -> Iterator[Section]:
    sizes = scale.sizes(*SIZES)
    with tempfile.TemporaryDirectory() as folder:
        costs = {cases: _measured(_written(Path(folder) / str(cases), cases), scale.rounds) for cases in sizes}
        each = _unit_costs(Path(folder) / str(sizes[0]))
    curves = {name: {cases: cost[name].wall for cases, cost in costs.items()} for name in costs[sizes[0]]}
    yield Section(
        "Batch", f"{_about(scale)}\n\n{_told(costs)}\n\n{each}", list(_figures(max(costs), costs[max(costs)])), curves
    )


def _measured(folder: Path, rounds: int) -> dict[str, Cost]:
    path = str(folder)
    jobs = [Job("one", by_processes, (path, 1)), Job("two", by_processes, (path, 2)), Job("dask", by_dask, (path, 2))]
    return measure(jobs, rounds)


def by_processes(folder: str, workers: int) -> Work:
    return lambda: _done(Path(folder), PROCESSES, workers)


def by_dask(folder: str, workers: int) -> Work:
    from dask import config  # an extra
    from distributed import LocalCluster

    config.set(QUIET)
    cluster = LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=workers, threads_per_worker=1, dashboard_address=None, host="127.0.0.1", silence_logs=50
    )
    return lambda: _done(Path(folder), DASK, workers, cluster.scheduler_address)


def _done(folder: Path, name: str, workers: int, scheduler: str | None = None) -> list[Result]:
    """Everything anew, and nothing left out."""
    with tempfile.TemporaryDirectory() as out:
        places = {"out": out, "folder": str(folder), "digests": str(folder / "digests")}
        terms = BatchTerms(**places, formats=("docx",)).by(Sources.of())  # type: ignore[arg-type]
        with crew(terms), engine(name, workers, scheduler) as executor:
            results = run_batch(named_cases([str(folder / "cases")]), terms, executor, lambda _: None)
    if any(result.code or result.unchanged for result in results):
        raise SystemExit(f"not all cases were done: {results}")
    return results


def _written(folder: Path, cases: int) -> Path:
    """So many cases, each from a seed of its own."""
    law = load_law()
    for number in range(1, cases + 1):
        data = case_data(SMALL, law, number)
        head = {**data["case"], "id": f"made-{number:04}"}
        write_data(folder / f"cases/made-{number:04}", {**data, "case": head, "documents": [DOCUMENT]})
    return folder


def _unit_costs(folder: Path) -> str:
    """What one case takes of processor and memory, as each told it of itself."""
    costs = [result.cost for result in _done(folder, PROCESSES, 1) if result.cost]
    cpu, most = median(cost.cpu for cost in costs), max(cost.megabytes for cost in costs)
    return f"One case takes {cpu:.2f} seconds of processor time (median); its process has {most:.0f} MB at most."


def _told(costs: dict[int, dict[str, Cost]]) -> str:
    rows = [
        [
            f"{cases:,}",
            *(f"{cost[name].wall:.1f} s" for name in ("one", "two", "dask")),
            f"{cost['one'].wall / cost['two'].wall:.2f} ×",
            f"{cost['dask'].wall / cost['two'].wall - 1:+.0%}",
        ]
        for cases, cost in costs.items()
    ]
    head = ["small cases", "one process", "two processes", "Dask, two", "one ÷ two", "Dask beside two"]
    return table(head, rows)


def _about(scale: Scale) -> str:
    each = f"{SMALL.evidence} items, {SMALL.facts} facts and {SMALL.mappings} mappings"
    return (
        f"Python {platform.python_version()}; {how(scale)}; by the clock. Each case has {each}, and is\n"
        "checked, assessed, and written as one DOCX. The cluster of Dask stands already, on the same processors, with\n"
        "the settings that `docs/scale.md` advises."
    )


def _figures(cases: int, cost: dict[str, Cost]) -> Iterator[Figure]:
    what = f"batch of {cases:,} small cases"
    faster, more = cost["one"].wall / cost["two"].wall, cost["dask"].wall / cost["two"].wall - 1
    yield Figure(f"{what}, two processes against one", f"≥ {FASTER} ×", f"{faster:.2f} ×", faster >= FASTER)
    yield Figure(f"{what} by Dask, against processes", f"≤ {OVERHEAD:.0%} more", f"{more:+.0%}", more <= OVERHEAD)
