"""The shape of the text: elements that may occur at all, rows that fill their tables, the end of the body, settings."""

from collections.abc import Iterator

from referral.writers.docx.gate.package import Package, repeated
from referral.writers.docx.letterhead.margins import KNOWN as LETTERHEAD
from referral.writers.docx.oxml import Element, W, w

# All that this writer ever writes; an object, a control or a fetched part is none of it.
_WORDS = """
    document body hdr ftr footnotes footnote separator continuationSeparator
    p pPr pStyle keepNext keepLines pageBreakBefore numPr ilvl numId tabs tab spacing ind jc
    r rPr rStyle b bCs i iCs vertAlign lang t noBreakHyphen br pict drawing fldChar instrText
    hyperlink bookmarkStart bookmarkEnd footnoteReference footnoteRef
    tbl tblPr tblStyle tblW tblLayout tblGrid gridCol tr trPr cantSplit tblHeader
    tc tcPr tcW gridSpan tcBorders bottom shd vAlign
    sdt sdtPr docPartObj docPartGallery docPartUnique sdtContent
    sectPr headerReference footerReference pgSz pgMar titlePg
"""
_DRAWING = "shapetype shape formulas f path textpath handles h fill"  # of the watermark
_DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006/"
_FIGURE = {
    "wordprocessingDrawing": "inline extent docPr cNvGraphicFramePr",
    "main": "graphicFrameLocks graphic graphicData blip extLst stretch fillRect xfrm off ext prstGeom avLst",
    "picture": "pic nvPicPr cNvPr cNvPicPr blipFill spPr",
}
_SETTINGS = "zoom defaultTabStop characterSpacingControl footnotePr compat themeFontLang"
_KNOWN = {w(name) for name in _WORDS.split()} | {f"{{urn:schemas-microsoft-com:vml}}{n}" for n in _DRAWING.split()}
_KNOWN |= {"{urn:schemas-microsoft-com:office:office}lock", "{urn:schemas-microsoft-com:office:word}wrap"}
_KNOWN |= {f"{{{_DRAWINGML}{space}}}{n}" for space, names in _FIGURE.items() for n in names.split()}
_KNOWN |= {"{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"}
_KNOWN_SETTINGS = {w(name) for name in _SETTINGS.split()}


def check_elements(package: Package) -> Iterator[str]:
    """No element that the writer does not write, no revision ids, no field that asks to be updated."""
    for part, root in package.stories():
        known = _KNOWN | LETTERHEAD if package.is_margin(part) else _KNOWN
        unknown = {_name(element) for element in root.iter()} - known
        yield from (f"{part}: holds {tag}" for tag in sorted(unknown))
    for part, root in package.roots.items():
        traces = root.xpath("boolean(//@w:dirty | //@*[starts-with(local-name(), 'rsid')])", namespaces={"w": W})
        if traces:
            yield f"{part}: holds revision ids or a field marked as out of date"


def check_settings(package: Package) -> Iterator[str]:
    """Nothing that updates fields, fetches a template or merges mail when the file is opened."""
    names = {_name(child) for child in package.part("settings")}
    yield from (f"word/settings.xml: holds the setting {name}" for name in sorted(names - _KNOWN_SETTINGS))


def _name(element: Element) -> str:
    return element.tag if isinstance(element.tag, str) else "a comment or an instruction"


def check_properties(package: Package) -> Iterator[str]:
    """Each property once: Word refuses a file with two titles."""
    names = (str(child.tag) for child in package.roots["docProps/core.xml"])
    yield from (f"docProps/core.xml: holds {name} twice" for name in repeated(names))


def check_tables(package: Package) -> Iterator[str]:
    """Every row fills its table, in columns and in width, and every cell ends with a paragraph."""
    for part, root in package.stories():
        if package.is_margin(part):  # tables of a letterhead are as its house made them
            continue
        for number, table in enumerate(root.iter(w("tbl")), start=1):
            yield from (f"{part}: table {number}: {problem}" for problem in _check_table(table))


def _check_table(table: Element) -> Iterator[str]:
    grid = [_number(column, "w") for column in table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]
    rows = table.findall(w("tr"))
    if not (grid and rows):
        yield "has no columns or no rows"
    for number, row in enumerate(rows, start=1):
        yield from (f"row {number} {problem}" for problem in _check_row(row, grid))


def _check_row(row: Element, grid: list[int]) -> Iterator[str]:
    cells = row.findall(w("tc"))
    spans = [_number(cell.find(f"{w('tcPr')}/{w('gridSpan')}"), "val", 1) for cell in cells]
    if sum(spans) != len(grid):
        yield f"has {sum(spans)} columns, not {len(grid)}"
    if sum(_number(cell.find(f"{w('tcPr')}/{w('tcW')}"), "w") for cell in cells) != sum(grid):
        yield "is not as wide as its table"
    if any(not len(cell) or cell[-1].tag != w("p") for cell in cells):
        yield "has a cell that does not end with a paragraph"


def _number(element: Element | None, attribute: str, otherwise: int = 0) -> int:
    return otherwise if element is None else int(element.get(w(attribute)) or otherwise)


def check_sections(package: Package) -> Iterator[str]:
    """The body ends with its section; the others inherit the margins of the first, or have one header of their own."""
    body = package.part("document")[0]
    if not len(body) or body[-1].tag != w("sectPr"):
        yield "word/document.xml: the body does not end with a section"
    for section in list(body.iter(w("sectPr")))[1:]:
        headers = [str(header.get(w("type"))) for header in section.iter(w("headerReference"))]
        if headers not in ([], ["default"]) or any(
            child.tag in (w("footerReference"), w("titlePg")) for child in section
        ):
            yield "word/document.xml: a later section has margins of its own beyond one header"
