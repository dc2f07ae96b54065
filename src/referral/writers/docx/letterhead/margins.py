"""The first header and footer of a letterhead, written anew from known elements, and the margins of its page."""

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from referral.writers.docx.letterhead.archive import MAIN, Archive, LetterheadError
from referral.writers.docx.oxml import Element, r, w

_MM_PER_TWIP = 25.4 / 1440
_SMALLEST_MM, _LARGEST_MM = 5, 80
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_NAMESPACES = {"w": w("")[1:-1], "r": r("")[1:-1], "wp": _WP, "a": _A, "pic": _PIC}

_KEPT = """
    p pPr pStyle keepNext keepLines spacing ind jc tabs tab pBdr top left bottom right between shd contextualSpacing
    r rPr rStyle rFonts b bCs i iCs caps smallCaps color w kern position sz szCs u vertAlign lang t br drawing
    tbl tblPr tblStyle tblW jc tblInd tblBorders insideH insideV tblLayout tblCellMar start end tblLook
    tblGrid gridCol tr trPr cantSplit trHeight tc tcPr tcW gridSpan vMerge tcBorders tcMar vAlign noWrap
    fldChar instrText noBreakHyphen
"""
_PLACES = "inline anchor simplePos positionH positionV posOffset align extent effectExtent docPr cNvGraphicFramePr"
_PLACES += " wrapNone wrapSquare wrapTopAndBottom"
_SHAPES = (
    "graphic graphicData blip stretch fillRect xfrm off ext prstGeom avLst graphicFrameLocks picLocks srcRect ln noFill"
)
_PICTURE = "pic nvPicPr cNvPr cNvPicPr blipFill spPr"
KNOWN = {w(name) for name in _KEPT.split()} | {f"{{{_WP}}}{name}" for name in _PLACES.split()}
KNOWN |= {f"{{{_A}}}{name}" for name in _SHAPES.split()} | {f"{{{_PIC}}}{name}" for name in _PICTURE.split()}
# What Word strews about, without any effect on paper: left out. What only wraps other things: taken off.
_DROPPED = {
    w(n) for n in ("proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "sdtPr", "sdtEndPr", "noProof")
}
_DROPPED |= {f"{{{_A}}}extLst", w("rsid"), w("webHidden"), w("snapToGrid"), w("widowControl"), w("suppressAutoHyphens")}
_TAKEN_OFF = {w("sdt"), w("sdtContent"), w("smartTag")}
_FIELDS = ("PAGE", "NUMPAGES")
_FIRST_ID = 9001  # of pictures: far from those of a document's figures


@dataclass(frozen=True)
class Margin:
    """The blocks of a header or footer as XML, and its pictures by the ids that the XML gives them."""

    blocks: tuple[bytes, ...] = ()
    pictures: tuple[tuple[str, bytes], ...] = ()


def section_of(archive: Archive) -> Element:
    """The section on whose pages the letterhead begins."""
    section = next(archive.roots[MAIN].iter(w("sectPr")), None)
    if section is None:
        raise LetterheadError("it says nothing of its page; save it with a word processor")
    return section


def margins_of(section: Element) -> tuple[int, int, int, int]:
    """Left, right, top, bottom in millimetres."""
    margins = section.find(w("pgMar"))
    if margins is None:
        raise LetterheadError("it has no margins")
    left, right, top, bottom = (_millimetres(margins, side) for side in ("left", "right", "top", "bottom"))
    return left, right, top, bottom


def _millimetres(margins: Element, side: str) -> int:
    try:
        millimetres = round(abs(int(str(margins.get(w(side))))) * _MM_PER_TWIP)
    except ValueError as failure:
        raise LetterheadError(f"its {side} margin is no number") from failure
    if not _SMALLEST_MM <= millimetres <= _LARGEST_MM:
        raise LetterheadError(f"its {side} margin is {millimetres} mm, not {_SMALLEST_MM} to {_LARGEST_MM}")
    return millimetres


def margin_of(archive: Archive, section: Element, name: str, encoded: Callable[[bytes], bytes]) -> Margin:
    """The header or footer of the first page, or else of every page; empty where there is none."""
    references = {str(e.get(w("type"))): str(e.get(r("id"))) for e in section.iter(w(f"{name}Reference"))}
    key = references.get("first") if section.find(w("titlePg")) is not None else references.get("default")
    part = archive.related(MAIN).get(key or "")
    if part is None or part not in archive.roots:
        return Margin()
    root = _known(archive.roots[part])
    _check_fields(root)
    pictures = tuple(_pictures(archive, part, root, encoded))
    return Margin(tuple(map(etree.tostring, root)), pictures)


def _known(element: Element) -> Element:
    """A copy of known elements alone. Raises LetterheadError for what we cannot take over."""
    copy = etree.Element(element.tag, nsmap=_NAMESPACES)
    for key, value in element.attrib.items():
        if _is_kept(str(key)):
            copy.set(key, value)
    copy.text = element.text
    for child in _unwrapped(element):
        if child.tag not in KNOWN:
            raise LetterheadError(
                f"its header or footer holds {_in_words(child)}; use plain paragraphs, tables and pictures"
            )
        copy.append(_known(child))
    return copy


def _unwrapped(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag in _TAKEN_OFF:
            yield from _unwrapped(child)
        elif child.tag not in _DROPPED and isinstance(child.tag, str):
            yield child


def _is_kept(name: str) -> bool:
    """Attributes of Word, of relationships, and those without a space; not the traces of revisions, nor themes."""
    local = name.rpartition("}")[2]
    space = name[1:].partition("}")[0] if name.startswith("{") else ""
    is_known = space in ("", etree.QName(w("p")).namespace, etree.QName(r("id")).namespace) or local == "space"
    return is_known and not local.startswith("rsid") and "heme" not in local


def _in_words(element: Element) -> str:
    named = {"pict": "a text box or an old drawing", "AlternateContent": "a text box or a shape", "hyperlink": "a link"}
    local = etree.QName(element).localname
    return named.get(local, f"<{local}>")


def _check_fields(root: Element) -> None:
    for text in root.iter(w("instrText")):
        if (text.text or "").strip() not in _FIELDS:
            raise LetterheadError("its header or footer holds a field other than the number of the page or of pages")
    if {str(p.tag) for p in root} - {w("p"), w("tbl")}:
        raise LetterheadError("its header or footer holds more than paragraphs and tables")


def _pictures(
    archive: Archive, part: str, root: Element, encoded: Callable[[bytes], bytes]
) -> Iterator[tuple[str, bytes]]:
    """The pictures, told by the name that the house gave them or by none: they say nothing of the document."""
    related = archive.related(part)
    for number, about in enumerate(root.iter(f"{{{_WP}}}docPr")):
        told = {"id": str(_FIRST_ID + number), "name": "Letterhead", "descr": about.get("descr") or "Letterhead"}
        _tell(about, told)
    for about in root.iter(f"{{{_PIC}}}cNvPr"):
        _tell(about, {"id": "0", "name": ""})
    for blip in root.iter(f"{{{_A}}}blip"):
        key = str(blip.get(r("embed")))
        name = related.get(key, "")
        if name not in archive.other:
            raise LetterheadError(f"its picture {posixpath.basename(name) or key} is not in the file")
        yield key, encoded(archive.other[name])


def _tell(about: Element, told: dict[str, str]) -> None:
    about.attrib.clear()
    for key, value in told.items():
        about.set(key, value)
