"""Typst behind a locked door: one program of ours, our fonts alone, no other file; every warning is an error."""

import json
from collections.abc import Iterable, Set
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from referral.errors import WriteError
from referral.writers.pages.laid import Laid, Mark, Spot
from referral.writers.pdf.fonts import FOLDER
from referral.writers.typst.job import Job
from referral.writers.typst.light_tags import lightened

INSTALL = "this PDF engine needs Python packages, and nothing of the system: pip install 'referral[typst]'"
PROGRAM = Path(__file__).parent / "program"
_REMEMBERED = 10
_ATTEMPTS = 4  # one is enough for most; what the last one leaves is printed
_FOUND = 'label("~found")'  # what the program says beside the file; no id of a document begins so


def load() -> Any:
    """The package typst, or WriteError that says what to install."""
    try:
        import_module("fontTools.ttLib")  # the letters of our fonts are known by it
        import typst
    except ImportError as failure:
        raise WriteError(f"{INSTALL} ({failure})") from failure
    return typst


def lay_out(job: Job) -> Laid:
    """Lay out what is told. Raises WriteError if anything was amiss, however slightly."""
    if job.name:
        _forget()
    return _laid(job)


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
    """The pages, laid out again while a note stands on another page than its call."""
    held = set[str]()
    for _ in range(_ATTEMPTS):
        data, found = _compiled(job, held)
        if held.issuperset(found["strays"]):
            break
        held.update(found["strays"])
    anchors = {name: Spot(page - 1, x, round(job.heights[name] - y, 3)) for name, page, x, y in found["places"]}
    marks = tuple(Mark(title.level, title.words, anchors[title.id]) for title in job.titles)
    return Laid(lightened(data) if job.name else data, found["pages"], anchors, marks)


def _compiled(job: Job, held: Set[str]) -> tuple[bytes, Any]:
    """The file, and what the program says beside; the paragraphs of the notes in `held` are not parted."""
    typst = load()
    inputs = {"document": job.data, "held": json.dumps(sorted(held))}
    compiler = typst.Compiler(PROGRAM / "document.typ", root=PROGRAM, font_paths=_fonts(), sys_inputs=inputs)
    try:
        data, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=list(job.claims))
        found = json.loads(compiler.query(_FOUND, field="value", one=True))
    except typst.TypstError as failure:
        raise WriteError(_told([failure])) from failure
    if warnings:
        raise WriteError(_told(warnings))
    return data, found


def _told(complaints: Iterable[Any]) -> str:
    """What Typst says, with its hints."""
    lines = ("; ".join([complaint.message, *complaint.hints]) for complaint in complaints)
    return "\n".join(["the PDF is not as it should be:", *lines])
