"""Typst behind a locked door: one program of ours, our fonts alone, no other file; every warning is an error."""

import json
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from referral.errors import WriteError
from referral.writers.pages.laid import Laid, Mark, Spot
from referral.writers.pdf.fonts import FOLDER
from referral.writers.typst.printer import Job

INSTALL = "this PDF engine needs Python packages, and nothing of the system: pip install 'referral[typst]'"
_PROGRAM = Path(__file__).parent / "program"
_REMEMBERED = 10
_FOUND = 'label("~found")'  # what the program says beside the file; no id of a document begins so


def load() -> Any:
    """The package typst, or WriteError that says what to install."""
    try:
        import_module("fontTools.ttLib")  # the letters of our fonts are known by it
        import typst
    except ImportError as failure:
        raise WriteError(f"{INSTALL} ({failure})") from failure
    return typst


def lay_out(jobs: Sequence[Job]) -> list[Laid]:
    """The jobs laid out, in their order. Raises WriteError with all that was amiss, however slightly."""
    done, failures = list[Laid](), list[WriteError]()
    for job in jobs:
        try:
            done.append(_laid(job))
            _forget()
        except WriteError as failure:
            failures.append(failure)
    if failures:
        raise WriteError("\n".join(map(str, failures))) from failures[0]
    return done


@cache
def _fonts() -> Any:
    """Our fonts and no others: a letter that they lack is never drawn in another face."""
    return load().Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FOLDER])


def _forget() -> None:
    """Typst keeps what it has laid out for its next ten documents; of a long one, no chunk helps another."""
    typst, fonts = load(), _fonts()
    for _ in range(_REMEMBERED):
        typst.compile(b"", font_paths=fonts, format="svg")


def _laid(job: Job) -> Laid:
    typst = load()
    compiler = typst.Compiler(
        _PROGRAM / "document.typ",
        root=_PROGRAM,
        font_paths=_fonts(),
        sys_inputs={"document": json.dumps(job.data, ensure_ascii=False)},
    )
    try:
        data, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=list(job.claims))
        found = json.loads(compiler.query(_FOUND, field="value", one=True))
    except typst.TypstError as failure:
        raise WriteError(_told(job, [failure])) from failure
    if warnings:
        raise WriteError(_told(job, warnings))
    anchors = {name: Spot(page - 1, x, round(job.heights[name] - y, 3)) for name, page, x, y in found["places"]}
    marks = tuple(Mark(title.level, title.words, anchors[title.id]) for title in job.titles)
    return Laid(data, found["pages"], anchors, marks)


def _told(job: Job, complaints: Iterable[Any]) -> str:
    """What Typst says, with its hints, and of which chunk."""
    lines = ("; ".join([complaint.message, *complaint.hints]) for complaint in complaints)
    return "\n".join([f"{job.place or 'the PDF'} is not as it should be:", *lines])
