"""How a finished document looks, read from a DOCX and from a PDF into one and the same measures."""

import io
import zipfile
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from lxml import etree

from tests.end_to_end.printed import POINTS, Line, Page, body, pages

Element = Any  # lxml says of each attribute that it may be absent, or bytes

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FACES = {"LiberationSerif": "Times New Roman", "LiberationSerifBold": "Times New Roman"}  # of equal width
# Of this typeface, in its size: a single line, the height of its letters, and what of that stands above their base.
_SINGLE, _LETTERS, _ABOVE = 1.149, 1.107, 0.891


@dataclass(frozen=True)
class Looks:
    """Lengths in millimetres, sizes in points, spacing in single lines."""

    left: float
    right: float
    top: float
    font: str
    size: float
    spacing: float
    indent: float
    is_justified: bool
    title_size: float
    title_is_bold: bool
    title_is_centred: bool
    first_page_number: str
    later_page_number: str  # of the second page; in Word the field that prints it
    number_is_centred: bool


# --- Word ---


def looks_of_docx(data: bytes) -> Looks:
    package = zipfile.ZipFile(io.BytesIO(data))
    document, styles = (_part(package, name) for name in ("document", "styles"))
    page = document.find(f".//{_W}sectPr[last()]/{_W}pgMar")
    text, title = _Style(styles, "BodyText"), _Style(styles, "Title")
    first, later = _header(package, document, "first"), _header(package, document, "default")
    return Looks(
        left=_millimetres(page.get(f"{_W}left")),
        right=_millimetres(page.get(f"{_W}right")),
        top=_millimetres(page.get(f"{_W}top")),
        font=text.get("rPr/rFonts", "ascii"),
        size=int(text.get("rPr/sz")) / 2,
        spacing=int(text.get("pPr/spacing", "line")) / 240,
        indent=_millimetres(text.get("pPr/ind", "firstLine")),
        is_justified=text.get("pPr/jc") == "both",
        title_size=int(title.get("rPr/sz")) / 2,
        title_is_bold=title.has("rPr/b"),
        title_is_centred=title.get("pPr/jc") == "center",
        first_page_number=_first_paragraph(first) if "PAGE" in _instructions(first) else "",
        later_page_number=_first_paragraph(later) if "PAGE" in _instructions(later) else "",
        number_is_centred=_Style(styles, "Header").get("pPr/jc") == "center",
    )


def _part(package: zipfile.ZipFile, name: str) -> Element:
    return etree.fromstring(package.read(f"word/{name}.xml"))


class _Style:
    """A property of a style, of the one it is based on, or of the document."""

    def __init__(self, styles: Element, name: str) -> None:
        self._chain: list[Element] = []
        style = styles.find(f"{_W}style[@{_W}styleId='{name}']")
        while style is not None:
            self._chain.append(style)
            base = style.find(f"{_W}basedOn")
            style = None if base is None else styles.find(f"{_W}style[@{_W}styleId='{base.get(_W + 'val')}']")
        defaults = styles.find(f"{_W}docDefaults")
        self._chain += [defaults.find(f"{_W}rPrDefault"), defaults.find(f"{_W}pPrDefault")]

    def get(self, path: str, attribute: str = "val") -> str:
        found = (style.find("/".join(_W + step for step in path.split("/"))) for style in self._chain)
        values = (None if element is None else element.get(_W + attribute) for element in found)
        return next((value for value in values if value is not None), "")

    def has(self, path: str) -> bool:
        return any(style.find("/".join(_W + step for step in path.split("/"))) is not None for style in self._chain)


def _header(package: zipfile.ZipFile, document: Element, kind: str) -> Element:
    """The header of the first page, or of the others, by way of the relations of the document."""
    relations: Element = etree.fromstring(package.read("word/_rels/document.xml.rels"))
    reference = document.find(f".//{_W}headerReference[@{_W}type='{kind}']")
    key = next(value for name, value in reference.items() if name.endswith("}id"))
    (target,) = [relation.get("Target") for relation in relations if relation.get("Id") == key]
    return _part(package, target.removesuffix(".xml"))


def _instructions(header: Element) -> str:
    simple = [field.get(f"{_W}instr", "") for field in header.iter(f"{_W}fldSimple")]
    return " ".join([*simple, *(text.text or "" for text in header.iter(f"{_W}instrText"))])


def _first_paragraph(header: Element) -> str:
    return "".join(text.text or "" for text in header.find(f"{_W}p").iter(f"{_W}t"))


def _millimetres(twips: str) -> float:
    return round(int(twips) / 20 / POINTS, 1)


# --- paper ---


def looks_of_pdf(data: bytes, margins: tuple[int, int, int, int], title: str) -> Looks:
    """`margins` say where to look for the text, and are measured anew; `title` are the words of its first line."""
    first, second, *_ = printed = pages(data)
    lines = [line for page in printed for line in body(page, margins)]
    size = Counter(round(line.size) for line in lines).most_common(1)[0][0]
    text = [line for line in lines if round(line.size) == size and line.font == "LiberationSerif"]
    left, right = min(line.left for line in text), max(line.right for line in text)
    (head,) = [line for line in body(first, margins) if line.text == "".join(title.split())]
    spacing = _spacing(lines, text, size)
    full = [line for line in text if line.right > right - 2]
    return Looks(
        left=round(left / POINTS),
        right=round((first.width - right) / POINTS),
        top=_top(body(second, margins)[0], size * spacing),
        font=_FACES[text[0].font],
        size=size,
        spacing=round(spacing, 2),
        indent=_indent(text, left),
        is_justified=len(full) > len(text) / 2,
        title_size=round(head.size),
        title_is_bold=head.font.endswith("Bold"),
        title_is_centred=abs(head.middle - (left + right) / 2) < 1,
        first_page_number=_number(first, margins),
        later_page_number=_number(second, margins),
        number_is_centred=abs(second.lines[0].middle - (left + right) / 2) < 1,
    )


def _top(line: Line, spaced: float) -> float:
    """The margin above the first line: over its base stand its letters and half of what its spacing adds."""
    return round((line.base - _ABOVE * line.size - (spaced * _SINGLE - _LETTERS * line.size) / 2) / POINTS)


def _spacing(lines: list[Line], text: list[Line], size: int) -> float:
    """The distance of lines that is met most often."""
    steps = [below.base - above.base for above, below in pairwise(lines) if above in text and below in text]
    step, _ = Counter(round(step, 1) for step in steps).most_common(1)[0]
    return step / _SINGLE / size


def _indent(text: list[Line], left: float) -> float:
    """How far from the margin the first lines begin of most paragraphs whose second line begins at it."""
    opened = (line for line, below in pairwise(text) if line.left > left + 5 > below.left and below.base > line.base)
    return Counter(round((line.left - left) / POINTS * 2) / 2 for line in opened).most_common(1)[0][0]


def _number(page: Page, margins: tuple[int, int, int, int]) -> str:
    """The words of the first line above the text, if they are a number."""
    above = [line.text for line in page.lines if line.base < margins[2] * POINTS]
    return above[0] if above and above[0].isdigit() else ""
