"""The table of `docx_annex` as PDF by others: WeasyPrint and a browser from plain HTML, Typst from a file as one writes
it by hand, and, as the limit, lines that ReportLab draws where we tell it. Only Typst's file is PDF/A-3a and tagged.
"""

import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.docx_annex import HEAD, WIDTHS, exhibits
from benchmarks.frame import Work
from referral.writers.pdf.fonts import FOLDER

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

Columns = Sequence[tuple[float, float]]  # left edge and width, in points
_HERE = "\u200b"
_DIGEST = 64  # letters without a space, which run over their column unless they are parted
_FONT, _SIZE, _LEADING, _INSET = "Liberation", 10, 11.5, 4  # points
_LEFT, _RIGHT, _EDGE = 85, 28, 57  # margins, points


def by_weasyprint(rows: int) -> Work:
    from weasyprint import HTML

    return lambda: HTML(string=plain_page(rows)).write_pdf()


def by_chromium(rows: int) -> Work:
    browser = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")

    def work() -> None:
        with TemporaryDirectory() as folder:
            page = Path(folder, "annex.html")
            page.write_text(plain_page(rows), encoding="utf-8")
            command = [browser, *options, f"--user-data-dir={folder}/profile", f"--print-to-pdf={folder}/annex.pdf"]
            subprocess.run([*command, page.as_uri()], check=True, capture_output=True)  # noqa: S603 - a peer, on our page

    return work


def plain_page(rows: int) -> str:
    """The table as anybody would write it in HTML."""

    def cells(name: str, words: tuple[str, ...]) -> str:
        return "".join(f"<{name}>{escape(each)}</{name}>" for each in words)

    style = """@page { size: A4 landscape; margin: 20mm 10mm 20mm 30mm }
    body { font: 10pt "Liberation Serif"; margin: 0 }
    table { width: 100%; table-layout: fixed; border-collapse: collapse }
    th, td { border: .5pt solid #404040; padding: 2.4pt 1.5mm; vertical-align: top; overflow-wrap: anywhere }"""
    widths = "".join(f'<col style="width: {100 * width / sum(WIDTHS)}%">' for width in WIDTHS)
    body = "".join(f"<tr>{cells('td', words)}</tr>" for words in exhibits(rows))
    head = f"<colgroup>{widths}</colgroup><thead><tr>{cells('th', HEAD)}</tr></thead>"
    return f'<!DOCTYPE html><html lang="uk"><style>{style}</style><table>{head}<tbody>{body}</tbody></table></html>'


def by_hand(rows: int) -> Work:
    import typst

    columns = ", ".join(f"{width}fr" for width in WIDTHS)
    head = f"""#set document(title: "Вигаданий додаток", date: datetime(year: 2023, month: 1, day: 31))
#set page(paper: "a4", flipped: true, numbering: "1 / 1", margin: (left: 30mm, right: 10mm, y: 20mm))
#set text(font: "Liberation Serif", size: 10pt, lang: "uk")
#table(columns: ({columns}), stroke: .5pt, align: left, table.header({_cells(HEAD)}),
"""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FOLDER])

    def work() -> None:
        lines = [head, *(f"{_cells(words)},\n" for words in exhibits(rows)), ")\n"]
        with TemporaryDirectory() as folder:
            file = Path(folder, "annex.typ")
            file.write_text("".join(lines), encoding="utf-8")
            typst.compile(file, font_paths=fonts, format="pdf", pdf_standards=["a-3a", "ua-1"])

    return work


def _cells(words: Iterable[str]) -> str:
    """Cells of a Typst table."""
    return ", ".join(f'"{_HERE.join(each) if len(each) == _DIGEST else each}"' for each in words)


def by_reportlab(rows: int) -> Work:
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    registerFont(TTFont(_FONT, str(Path(FOLDER, "LiberationSerif-Regular.ttf"))))
    width, height = landscape(A4)
    columns = list(_columns(width - _LEFT - _RIGHT))

    def work() -> bytes:
        file, y = BytesIO(), 0.0
        canvas = Canvas(file, (width, height))
        for words in exhibits(rows):
            lines = [_wrapped(each, room - 2 * _INSET) for each, (_, room) in zip(words, columns, strict=True)]
            tall = max(map(len, lines)) * _LEADING + _INSET
            if y - tall < _EDGE:
                y = _new_page(canvas, height - _EDGE, columns, is_first=not y)
            _draw(canvas, y, lines, columns)
            y -= tall
            canvas.line(_LEFT, y, width - _RIGHT, y)
        canvas.save()
        return file.getvalue()

    return work


def _columns(room: float) -> Iterator[tuple[float, float]]:
    """The left edge of each, and its width."""
    left = float(_LEFT)
    for width in WIDTHS:
        yield left, room * width / sum(WIDTHS)
        left += room * width / sum(WIDTHS)


def _new_page(canvas: "Canvas", y: float, columns: Columns, *, is_first: bool) -> float:
    """Begins a page; the place below its head."""
    if not is_first:
        canvas.showPage()
    canvas.setFont(_FONT, _SIZE)
    _draw(canvas, y, [[each] for each in HEAD], columns)
    return y - _LEADING - _INSET


def _draw(canvas: "Canvas", y: float, lines: Sequence[Sequence[str]], columns: Columns) -> None:
    """A row, its upper edge at that place."""
    for cell, (left, _) in zip(lines, columns, strict=True):
        for n, line in enumerate(cell, 1):
            canvas.drawString(left + _INSET, y - n * _LEADING, line)


def _wrapped(text: str, room: float) -> list[str]:
    """The lines of a cell: words as long as they fit, a longer one parted anywhere."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".lstrip()
        if stringWidth(longer, _FONT, _SIZE) <= room:
            lines[-1] = longer
            continue
        lines += [word] if lines[-1] else []
        lines[-1] = word
        while stringWidth(lines[-1], _FONT, _SIZE) > room:
            whole = lines[-1]
            fits = next(n for n in range(len(whole), 0, -1) if stringWidth(whole[:n], _FONT, _SIZE) <= room)
            lines[-1:] = [whole[:fits], whole[fits:]]
    return lines
