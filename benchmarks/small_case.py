"""One small case, five documents, each as DOCX and PDF: `referral build` beside a script that only fills templates.

Both start from nothing but what Python has compiled. The script (`benchmarks/script.py`) is given all sentences of the
same five documents, with no case to check, no law to read, no tags and nothing to search; ours is also measured with
its other engine for PDF.
"""

import io
import json
import os
import platform
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any

import docx

from benchmarks.cases import Entry, Size, case_data, write_data
from benchmarks.frame import ROOT, Cost, Job, Scale, Work, how, measure
from benchmarks.report import Figure, Section, table
from referral.app.build import compose_document
from referral.app.project import load_case, load_law
from referral.document.inlines import Inlines
from referral.document.nodes import Block, Document, Heading
from referral.document.tables import Row, Table
from referral.document.walk import flat, lines_of, words

WEASYPRINT, TYPST, SCRIPT = "referral, WeasyPrint", "referral, Typst", "docxtpl and WeasyPrint, a script"
MOST_OF_SCRIPT = {WEASYPRINT: 1.3, TYPST: 0.6}  # times its time
DOCUMENTS = (
    ("criminal-complaint", "uk", "prosecution"),
    ("evidence-annex", "uk", "prosecution"),
    ("evidence-annex", "en", "prosecution"),
    ("element-coverage", "en", "internal"),
    ("article-15-communication", "en", "icc-confidential"),
)
WHY = (
    "Half of the time of ours is spent waiting for the pages of tagged PDF/A with notes and links; a fifth goes\n"
    "into DOCX with notes, fields and contents that are read again before they go out, an eighth into composing,\n"
    "less than a tenth into telling the source of every sentence. Each process that lays out loads its libraries\n"
    "first, for a second. The script reads no case and checks nothing."
)
_SIZE = Size(charges=1, elements=5, evidence=6, facts=8, mappings=12, worded=True)
_SUSPECT = {"id": "PER-001", "label": "an invented officer", "invented": "true", "roles": [{"role": "suspect"}]}
_NOTE = re.compile("\x01(.*?)\x02")
_BETWEEN = (" ", "")  # lines of a cell


def small_case() -> Entry:
    """The case that is built, section by section."""
    data = case_data(_SIZE, load_law())
    (charge,) = data["charges"]
    del charge["unknown"]
    charge["person"] = _SUSPECT["id"]
    documents = [{"id": kind, "lang": lang, "profile": profile} for kind, lang, profile in DOCUMENTS]
    return {**data, "persons": [_SUSPECT], "documents": documents}


def built(engine: str) -> Work:
    """The command line, each time into a folder of its own, with nothing kept from before."""
    case = write_data(Path(mkdtemp()), small_case())
    arguments = ("referral", "build", str(case), "--no-cache", "--pdf-engine", engine, "-o")
    _run_into_new_folder(*arguments)  # as after any first use, modules and templates are compiled
    return lambda: _run_into_new_folder(*arguments)


def scripted() -> Work:
    folder = Path(mkdtemp())
    texts, template = folder / "texts.json", folder / "template.docx"
    texts.write_text(json.dumps(sentences(folder)), "utf-8")
    template.write_bytes(template_of_all())
    _run_into_new_folder("benchmarks.script", str(texts), str(template))
    return lambda: _run_into_new_folder("benchmarks.script", str(texts), str(template))


def _run_into_new_folder(module: str, *arguments: str) -> None:
    with TemporaryDirectory() as folder:
        # -E: whatever the environment says of compiled modules.
        command = [sys.executable, "-E", "-m", module, *arguments, folder]
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT)  # noqa: S603 - our own


def sentences(folder: Path) -> dict[str, Any]:
    """What the five documents say, for the script."""
    project = load_case(write_data(folder / "case", small_case()))
    composed = {
        f"{request.id}.{request.lang}": compose_document(project, request).document
        for request in project.loaded.case.documents
    }
    return {name: _of_document(document) for name, document in composed.items()}


def _of_document(document: Document) -> dict[str, Any]:
    return {
        "lang": document.properties.lang,
        "blocks": [said for block in flat(document.blocks) for said in _of(block)],
    }


def _of(block: Block) -> Iterator[dict[str, Any]]:
    if isinstance(block, Table):
        yield {"level": 0, "line": [], "rows": [_cells(row) for rows in (block.header, block.rows) for row in rows]}
        return
    level = block.level if isinstance(block, Heading) else 0
    yield from ({"level": level, "line": _line(line), "rows": []} for line in lines_of(block))


def _cells(row: Row) -> dict[str, Any]:
    return {"cells": [[piece for line in cell.content for piece in (*_line(line), _BETWEEN)] for cell in row.cells]}


def _line(line: Inlines) -> list[tuple[str, str]]:
    """The words between notes, each with the note that follows."""
    parts = [*_NOTE.split(words(line, lambda note: f"\x01{words(note.content)}\x02")), ""]
    return list(zip(parts[::2], parts[1::2], strict=True))


def template_of_all() -> bytes:
    """One template of docxtpl that prints any of the documents."""
    document = docx.Document()
    for text in ("{%p for block in blocks %}", "{%p if block.level %}"):
        document.add_paragraph(text)
    document.add_heading("{{ block.text }}", 2)
    document.add_paragraph("{%p elif block.rows %}")
    grid = document.add_table(rows=3, cols=3)
    grid.style = "Table Grid"
    grid.rows[0].cells[0].text = "{%tr for row in block.rows %}"
    for cell, text in zip(
        grid.rows[1].cells, ("{%tc for cell in row.cells %}", "{{ cell }}", "{%tc endfor %}"), strict=True
    ):
        cell.text = text
    grid.rows[2].cells[0].text = "{%tr endfor %}"
    ending = ("{%p else %}", "{{ block.text }}", "{%p endif %}", "{%p endfor %}")
    notes = ("{%p for note in notes %}", "[{{ loop.index }}] {{ note }}", "{%p endfor %}")
    for text in (*ending, *notes):
        document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def run(scale: Scale) -> Iterator[Section]:
    works = [Job(WEASYPRINT, built, ("weasyprint",)), Job(TYPST, built, ("typst",)), Job(SCRIPT, scripted)]
    costs = measure(works, scale.rounds)
    yield Section("One small case", f"{_about(scale)}\n\n{section(costs)}", figures(costs))


def figures(costs: Mapping[str, Cost]) -> list[Figure]:
    work = f"a small case, {len(DOCUMENTS)} documents as DOCX and PDF"
    shares = {name: (costs[name].wall / costs[SCRIPT].wall, most) for name, most in MOST_OF_SCRIPT.items()}
    return [
        Figure(f"{work}: time of {name}", f"≤ {most} × {SCRIPT}", f"{share:.2f} ×", share <= most, WHY)
        for name, (share, most) in shares.items()
    ]


def section(costs: Mapping[str, Cost]) -> str:
    """The table in Markdown."""
    rows = [
        [
            name,
            f"{cost.wall:.2f}",
            f"{cost.wall / costs[SCRIPT].wall:.2f}",
            f"{cost.cpu:.2f}",
            f"{cost.memory / 1e6:.0f}",
        ]
        for name, cost in costs.items()
    ]
    return table(["work", "seconds", f"× {SCRIPT}", "of processors", "MB"], rows)


def _about(scale: Scale) -> str:
    return (
        f"Python {platform.python_version()}, {os.cpu_count()} processors; from the start of the program; {how(scale)}."
    )
