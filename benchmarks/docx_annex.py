"""An annex of many exhibits as DOCX: our writer beside docxtpl, python-docx and, as the limit, raw XML that is zipped.

All write one table of eight columns with the same words; rows are made from a seed and given one after another.
"""

import hashlib
import io
import platform
import zipfile
from collections.abc import Iterator
from html import escape

import docx

from benchmarks.frame import Cost, Job, Scale, Work, exponent, how, measure
from benchmarks.report import Figure, Section, table
from referral.document.inlines import Text
from referral.document.layout import Layout, Properties
from referral.document.nodes import Document, Orientation
from referral.document.nodes import Section as Pages
from referral.document.number import number
from referral.document.tables import Cell, Row, Rows, Table
from referral.writers.docx import write_docx

SIZES = (10, 1_000, 10_000)
OURS, TEMPLATE, API, LIMIT = "referral: tree to DOCX", "docxtpl", "python-docx, `add_row`", "raw XML + zip (limit)"
WIDTHS = (6, 10, 24, 10, 8, 8, 10, 24)
HEAD = ("No.", "Code", "Title", "Kind", "Date", "Pages", "Source", "SHA-256")
MOST_OF_TEMPLATE, MOST_OF_LIMIT, MOST_GROWTH = 0.3, 4, 20  # times, times, MB
_FROM, _TO = 1_000, 10_000  # rows between which memory may grow by so much
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def exhibits(rows: int) -> Iterator[tuple[str, ...]]:
    """The words of each row."""
    for n in range(1, rows + 1):
        title = f"Протокол огляду документа № {n} щодо вигаданого населеного пункту"
        digest = hashlib.sha256(str(n).encode()).hexdigest()
        yield (f"{n}", f"EV-{n:06}", title, "документ", f"2022-{1 + n % 12:02}-{1 + n % 28:02}", f"{n % 90 + 1}",
               f"SRC-{n % 300:04}", digest)  # fmt: skip


def ours(rows: int) -> Work:
    def row(words: tuple[str, ...]) -> Row:
        return Row(tuple(Cell(((Text(each),),)) for each in words))

    listed = Table(WIDTHS, (row(HEAD),), Rows(lambda: map(row, exhibits(rows))))
    properties = Properties(lang="uk", title="Вигаданий додаток", created="2023-01-31")
    document = number(Document(properties, Layout(), (Pages(Orientation.LANDSCAPE, (listed,)),)))
    return lambda: write_docx(document)


def with_docxtpl(rows: int) -> Work:
    from docxtpl import DocxTemplate

    template = io.BytesIO(_template())

    def work() -> None:
        document = DocxTemplate(template)
        document.render({"exhibits": exhibits(rows)}, autoescape=True)
        document.save(io.BytesIO())

    return work


def with_python_docx(rows: int) -> Work:
    def work() -> None:
        document = docx.Document()
        grid = document.add_table(rows=1, cols=len(HEAD))
        for words in exhibits(rows):
            for cell, text in zip(grid.add_row().cells, words, strict=True):
                cell.text = text
        document.save(io.BytesIO())

    return work


def with_raw_xml(rows: int) -> Work:
    widths = [14570 * width // sum(WIDTHS) for width in WIDTHS]

    def cell(width: int, text: str) -> str:
        words = f'<w:r><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'
        line = f'<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>{words}</w:p>'
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{line}</w:tc>'

    def cells(words: tuple[str, ...]) -> str:
        return "".join(map(cell, widths, words))

    def work() -> None:
        body = "".join(f"<w:tr>{cells(words)}</w:tr>" for words in exhibits(rows))
        xml = f'<w:document xmlns:w="{_W}"><w:body><w:tbl>{body}</w:tbl></w:body></w:document>'
        with zipfile.ZipFile(io.BytesIO(), "w") as archive:
            archive.writestr("word/document.xml", xml, zipfile.ZIP_DEFLATED, 6)

    return work


def _template() -> bytes:
    """A document of python-docx with one row that docxtpl repeats."""
    document = docx.Document()
    grid = document.add_table(rows=4, cols=len(HEAD))
    for at, words in enumerate((HEAD, ("{%tr for e in exhibits %}",), [f"{{{{ e[{n}] }}}}" for n in range(len(HEAD))])):
        for cell, text in zip(grid.rows[at].cells, words, strict=False):
            cell.text = text
    grid.rows[3].cells[0].text = "{%tr endfor %}"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def run(scale: Scale) -> Iterator[Section]:
    costs = {rows: measured(rows, scale.rounds) for rows in scale.sizes(*SIZES)}
    curves = {name: {n: found[name].cpu for n, found in costs.items()} for name in (OURS, TEMPLATE, API, LIMIT)}
    yield Section("Annex as DOCX", f"{_about(scale)}\n\n{section(costs)}", figures(costs), curves)


def measured(rows: int, rounds: int) -> dict[str, Cost]:
    works = {OURS: ours, TEMPLATE: with_docxtpl, API: with_python_docx, LIMIT: with_raw_xml}
    return measure([Job(name, prepare, (rows,)) for name, prepare in works.items()], rounds)


def figures(costs: dict[int, dict[str, Cost]]) -> list[Figure]:
    """What was promised of the largest annex, and of memory."""
    largest = max(costs)
    found = costs[largest]
    template, limit = found[OURS].cpu / found[TEMPLATE].cpu, found[OURS].cpu / found[LIMIT].cpu
    work = f"annex DOCX, {largest:,} exhibits × {len(HEAD)} columns"
    kept = [
        Figure(
            f"{work}: processor time",
            f"≤ {MOST_OF_TEMPLATE} × {TEMPLATE}",
            f"{template:.2f} ×",
            template <= MOST_OF_TEMPLATE,
        ),
        Figure(
            f"{work}: processor time beside the limit", f"≤ {MOST_OF_LIMIT} × {LIMIT}", f"{limit:.1f} ×", limit <= 4
        ),
    ]
    return [*kept, _growth(costs)] if _TO in costs else kept


def _growth(costs: dict[int, dict[str, Cost]]) -> Figure:
    grown = (costs[_TO][OURS].growth - costs[_FROM][OURS].growth) / 1e6
    work = f"annex DOCX: memory of the writer alone, from {_FROM:,} to {_TO:,} rows"
    return Figure(work, f"grows by ≤ {MOST_GROWTH} MB", f"{grown:.0f} MB", grown <= MOST_GROWTH)


def section(costs: dict[int, dict[str, Cost]]) -> str:
    """The table in Markdown."""
    rows = [
        [name, f"{n:,}", f"{cost.cpu:.2f}", f"{cost.cpu / found[LIMIT].cpu:.1f}", f"{cost.growth / 1e6:.0f}"]
        for n, found in costs.items()
        for name, cost in found.items()
    ]
    grown = _exponent({n: found[OURS].cpu for n, found in costs.items()})
    return "\n".join([table(["work", "rows", "seconds", f"× {LIMIT}", "MB more"], rows), *grown])


def _about(scale: Scale) -> str:
    return (
        f"Python {platform.python_version()}; {how(scale)}; processor time and memory beyond what the process had,\n"
        "each in a process of its own. Ours begins at the document tree, whose rows are made while they are read, and\n"
        "ends at the bytes of a file that passed the gate; the others check nothing."
    )


def _exponent(costs: dict[int, float]) -> list[str]:
    large = {n: cost for n, cost in costs.items() if n >= _FROM}
    return [f"\nGrowth exponent of ours, from {_FROM:,} rows on: {exponent(large):.2f}."] if len(large) > 1 else []
