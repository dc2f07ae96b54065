"""Every stage of the work on one case of many incidents, as the case grows: in one process, in processor time.

Each document is composed, and written in each format, by itself; the PDF of WeasyPrint, which has a
benchmark of its own, only of cases that it lays out within minutes.
"""

import platform
import tempfile
from collections.abc import Iterator, Mapping
from math import log
from pathlib import Path

from benchmarks.communications import Extent, write_communication_case
from benchmarks.documents import ENGINES, Costs, document_costs, timed
from benchmarks.frame import Scale, exponent
from benchmarks.report import Figure, Section, table
from referral.app.bundle import BundleTerms, bundle
from referral.app.project import load_case, load_law
from referral.app.verify import verify
from referral.case.model import DocumentRequest
from referral.coverage import assess

SIZES = (1, 10, 30, 100, 300)  # incidents; 20 items of evidence and 15 facts for every three
BY_WEASYPRINT = 10  # incidents at most
LEAST = 0.5  # seconds; what takes less than that at the largest size says nothing about growth
COMMUNICATION = DocumentRequest(id="article-15-communication", lang="en", profile="icc-confidential")
DOCUMENTS = (COMMUNICATION, DocumentRequest(id="evidence-annex", lang="en", profile="prosecution"))


def run(scale: Scale) -> Iterator[Section]:
    costs = {incidents: measured(incidents) for incidents in scale.sizes(*SIZES)}
    curves = {stage: {n: found[stage] for n, found in costs.items() if stage in found} for stage in costs[SIZES[0]]}
    yield Section("Stages", section(costs), figures(costs), curves)


def measured(incidents: int) -> Costs:
    """What each stage costs for a case of so many incidents."""
    law, costs = load_law(), Costs()
    engines = tuple(ENGINES)[: 2 if incidents <= BY_WEASYPRINT else 1]
    with tempfile.TemporaryDirectory() as place:
        path = write_communication_case(Path(place, "case"), Extent.of(incidents), law)
        project = timed(costs, "load and check", lambda: load_case(path))
        timed(costs, "coverage", lambda: assess(project.loaded.case, law))
        for request in DOCUMENTS:
            found = document_costs(project, request, engines)
            costs |= {f"{request.id}: {stage}": seconds for stage, seconds in found.items()}
        terms = BundleTerms(formats=("docx",), document=COMMUNICATION.id)
        made = timed(costs, "bundle", lambda: bundle(project, COMMUNICATION.profile, Path(place, "out"), terms))
        timed(costs, "verify", lambda: verify(made.path))
    return costs


def figures(costs: Mapping[int, Costs]) -> list[Figure]:
    """That no stage grows faster than n·log n, over the larger half of the sizes."""
    slopes = growth(costs)
    if not slopes:
        return []
    worst = max(slopes, key=lambda stage: slopes[stage])
    most = exponent({n: n * log(n) for n in _large(costs)})
    work = f"growth of every stage, from {min(_large(costs))} to {max(costs)} incidents"
    told = f"exponent {slopes[worst]:.2f} at most ({worst})"
    return [Figure(work, f"n·log n, whose exponent there is {most:.2f}", told, slopes[worst] <= most)]


def growth(costs: Mapping[int, Costs]) -> Costs:
    """The exponent of each stage that was measured at the largest size and takes long enough there."""
    sizes, largest = _large(costs), costs[max(costs)]
    enough = [stage for stage, seconds in largest.items() if seconds >= LEAST]
    return {stage: exponent({n: costs[n][stage] for n in sizes}) for stage in enough} if len(sizes) > 1 else {}


def _large(costs: Mapping[int, Costs]) -> list[int]:
    """Below thirty incidents the fixed costs hide how a stage grows."""
    return [n for n in costs if n >= SIZES[2]]


def section(costs: Mapping[int, Costs]) -> str:
    """The table in Markdown."""
    slopes = growth(costs)
    stages = dict.fromkeys(stage for found in costs.values() for stage in found)
    rows = [
        [stage, *(_seconds(found.get(stage)) for found in costs.values()), _exponent(slopes.get(stage))]
        for stage in stages
    ]
    head = ["stage", *(f"{n:,}" for n in costs), "exponent"]
    return "\n".join(
        [
            f"Python {platform.python_version()}; seconds of processor time in one process, one run. A communication",
            "and an evidence annex of cases made from a seed, by their incidents; 300 of them have 2,000 items and",
            f"1,500 facts. WeasyPrint lays out cases of up to {BY_WEASYPRINT} incidents here. The exponent of growth",
            f"is taken from {SIZES[2]} incidents on, for stages that take {LEAST} seconds at the end; 1 is linear.\n",
            table(head, rows),
        ]
    )


def _seconds(cost: float | None) -> str:
    return "" if cost is None else f"{cost:.2f}"


def _exponent(slope: float | None) -> str:
    return "" if slope is None else f"{slope:.2f}"
