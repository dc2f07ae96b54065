"""Coverage and exclusion on a large case beside loading it, and how both grow.

Everything is measured in one run, in processor time, so that other work on the machine counts little; the medians and
what follows from them are written into `docs/`.
"""

import math
import os
import platform
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import process_time
from typing import TypeVar

from benchmarks.cases import Size, case_data, write_case
from benchmarks.frame import Scale, exponent
from benchmarks.report import Figure, Section, table
from referral.app.project import load_case, load_law
from referral.case.model import Case
from referral.coverage import assess
from referral.coverage.exclusion import Exclusions
from referral.law import Law

Result = TypeVar("Result")
MOST = 3  # times what loading costs
SWEEP = (1_000, 3_000, 10_000, 30_000, 100_000)


@dataclass(frozen=True)
class Costs:
    """Seconds of processor time, one for each round."""

    load: tuple[float, ...]
    coverage: tuple[float, ...]
    exclusion: tuple[float, ...]
    breaks: tuple[float, ...]

    @property
    def analysis(self) -> float:
        """The coverage of every charge, then each item excluded alone."""
        return median(map(sum, zip(self.coverage, self.exclusion, strict=True)))


def run(scale: Scale) -> Iterator[Section]:
    law, size = load_law(), Size() if scale.largest is None else Size().with_mappings(90)
    sizes = SWEEP if scale.largest is None else (30, 90)
    large, grown = beside_loading(size, law, scale.rounds), sweep(size, sizes, law, scale.rounds)
    curves = {name: {n: analysis(costs)[name] for n, costs in grown.items()} for name in analysis(large)}
    yield Section("Coverage", section(size, large, grown), figures(size, large, grown), curves)


def beside_loading(size: Size, law: Law, rounds: int) -> Costs:
    """What the case costs to load and to analyse, in turns."""
    with tempfile.TemporaryDirectory() as folder:
        path = write_case(Path(folder) / "case", size, law)
        turns = [_turn(path, law) for _ in range(rounds)]
    return Costs(*zip(*turns, strict=True))


def _turn(path: Path, law: Law) -> tuple[float, float, float, float]:
    load, project = _timed(lambda: load_case(path))
    return load, *_analysed(project.loaded.case, law)


def sweep(size: Size, sizes: Sequence[int], law: Law, rounds: int) -> dict[int, Costs]:
    """The same analysis of cases with so many mappings, and items and facts in proportion; none is read from files."""
    found = {}
    for mappings in sizes:
        case = Case.model_validate(case_data(size.with_mappings(mappings), law))
        turns = [(0.0, *_analysed(case, law)) for _ in range(rounds)]
        found[mappings] = Costs(*zip(*turns, strict=True))
    return found


def figures(size: Size, large: Costs, grown: dict[int, Costs]) -> list[Figure]:
    """What was promised, and what was measured."""
    ratio = large.analysis / median(large.load)
    slope, most = exponent({n: costs.analysis for n, costs in grown.items()}), _of_n_log_n(grown)
    return [
        Figure(
            f"coverage with single-item exclusion, {_words(size)}",
            f"less than {MOST} × loading and validating the case",
            f"{ratio:.2f} ×",
            ratio < MOST,
        ),
        Figure(
            f"growth of the same from {min(grown):,} to {max(grown):,} mappings",
            f"no faster than n·log n, whose exponent there is {most:.2f}",
            f"exponent {slope:.2f}",
            slope <= most,
        ),
    ]


def section(size: Size, large: Costs, grown: dict[int, Costs]) -> str:
    """The tables in Markdown."""
    load, rounds = median(large.load), len(large.load)
    works = {"load and validate": load, **analysis(large)}
    grows = {n: analysis(costs) for n, costs in grown.items()}
    slopes = [exponent({n: row[work] for n, row in grows.items()}) for work in analysis(large)]
    machine = f"Python {platform.python_version()}, {os.cpu_count()} processors"
    return "\n".join(
        [
            f"{machine}; processor time; medians of {rounds}. Cases are made from a seed; the law is the shipped one.",
            f"\nOf one case with {_words(size)}:\n",
            table(["work", "seconds", "× loading"], [[w, f"{s:.2f}", f"{s / load:.2f}"] for w, s in works.items()]),
            "\nAs the case grows, in seconds; items and facts grow with the mappings:\n",
            table(
                ["mappings", *analysis(large)],
                [[f"{n:,}", *(f"{s:.2f}" for s in row.values())] for n, row in grows.items()]
                + [["growth exponent", *(f"{slope:.2f}" for slope in slopes)]],
            ),
            f"\nAn exponent of 1 is linear; n·log n has {_of_n_log_n(grown):.2f} over these sizes.",
        ]
    )


def analysis(costs: Costs) -> dict[str, float]:
    """The median of each piece of work, by its name."""
    return {
        "coverage": median(costs.coverage),
        "each item excluded alone": median(costs.exclusion),
        "both": costs.analysis,
        "smallest sets that break a charge": median(costs.breaks),
    }


def _analysed(case: Case, law: Law) -> tuple[float, float, float]:
    """What the coverage costs, what exclusion of each item (with all that it prepares), and what the smallest sets."""
    coverage, _ = _timed(lambda: assess(case, law))
    prepared, asked = _timed(lambda: Exclusions(case, law))
    excluded, _ = _timed(asked.depended_upon)
    broken, _ = _timed(asked.breaks)
    return coverage, prepared + excluded, broken


def _timed(work: Callable[[], Result]) -> tuple[float, Result]:
    start = process_time()
    result = work()
    return process_time() - start, result


def _of_n_log_n(sizes: Iterable[int]) -> float:
    return exponent({n: n * math.log(n) for n in sizes})


def _words(size: Size) -> str:
    parts = f"{size.charges:,} charges × {size.elements} elements", f"{size.evidence:,} evidence items"
    return ", ".join((*parts, f"{size.facts:,} facts", f"{size.mappings:,} mappings"))
