"""Every document of a demonstration case in every format: seconds of processor time, in one process."""

import platform
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from benchmarks.child import cpu_used
from benchmarks.frame import ROOT, Scale
from benchmarks.report import Section, table
from referral.app.build import compose_document
from referral.app.formats import write_document
from referral.app.project import Project, load_case
from referral.app.scan import searched, sought_for
from referral.app.sidecar import SOURCES, sidecar_of
from referral.app.target import accepted, view_of
from referral.case.model import DocumentRequest, PdfEngine
from referral.composition.compose import Composed

CASE = ROOT / "cases" / "donbas-2022"
ENGINES = {"pdf by Typst": PdfEngine.TYPST, "pdf by WeasyPrint": PdfEngine.WEASYPRINT}

Costs = dict[str, float]  # seconds, by stage
Result = TypeVar("Result")


def run(scale: Scale) -> Iterator[Section]:
    project = load_case(CASE)
    requests = project.loaded.case.documents[: 1 if scale.largest else None]
    yield Section("Every document", section([(_name(each), document_costs(project, each)) for each in requests]))


def document_costs(project: Project, request: DocumentRequest, engines: Sequence[str] = tuple(ENGINES)) -> Costs:
    """What it costs to compose a document, to write it in each format, and to search the files before they go out."""
    costs, request = Costs(), accepted(project, request)
    composed = timed(costs, "composed", lambda: compose_document(project, request))
    sought = sought_for(project, view_of(project, request))
    for name, content in list(_files(costs, project, request, composed, engines)):
        timed(costs, "searched", lambda: list(searched(content, name, sought)))  # noqa: B023 - called at once
    return costs


def _files(
    costs: Costs, project: Project, request: DocumentRequest, composed: Composed, engines: Sequence[str]
) -> Iterator[tuple[str, bytes]]:
    """The names and bytes of its files; of PDFs the first only, for any other is searched alike."""
    document = composed.document
    for suffix in ("docx", "html", "text"):
        yield f"document.{suffix}", timed(costs, suffix, lambda: write_document(document, [suffix])[suffix])  # noqa: B023
    sidecar = timed(costs, SOURCES, lambda: sidecar_of(project, request, composed).to_bytes())
    yield "document.sources.json", sidecar
    for name in engines:
        pdf = timed(costs, name, lambda: write_document(document, ["pdf"], engine=ENGINES[name])["pdf"])  # noqa: B023
        if name == engines[0]:
            yield "document.pdf", pdf


def timed(costs: Costs, stage: str, work: Callable[[], Result]) -> Result:
    """Adds what it took to the stage."""
    start = cpu_used()
    result = work()
    costs[stage] = costs.get(stage, 0.0) + cpu_used() - start
    return result


def _name(request: DocumentRequest) -> str:
    return ", ".join(filter(None, (request.id, request.lang, request.profile, request.person)))


def section(costs: Sequence[tuple[str, Costs]]) -> str:
    """The table in Markdown."""
    stages = list(dict.fromkeys(stage for _, found in costs for stage in found))
    rows = [[name, *(f"{found[stage]:.2f}" for stage in stages)] for name, found in costs]
    about = (
        f"Python {platform.python_version()}; one run; seconds of processor time in one process. The documents of\n"
        f"`{CASE.relative_to(ROOT)}`; “searched” is the scan of all files but one PDF before they go out."
    )
    return f"{about}\n\n{table(['document', *stages], rows)}"
