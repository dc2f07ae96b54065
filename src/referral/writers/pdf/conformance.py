"""What WeasyPrint leaves to us: the claim of PDF/UA beside PDF/A-3a, a last look at fonts and at the edges of pages."""

from collections.abc import Iterator
from importlib import resources
from typing import Any

from referral.errors import WriteError
from referral.writers.pdf.finished import sheet_of, text_areas

VARIANT = "pdf/a-3a"
_OURS = ("Liberation-Serif", "Liberation-Mono")
_TOLERANCE = 16  # CSS pixels by which raised figures and the space at a line's end may stand out of the text area


def finish(_document: Any, pdf: Any) -> None:
    """A finisher of WeasyPrint, called before the file is written."""
    from referral.writers.pdf.light_tags import lighten  # noqa: PLC0415 - pydyf comes with WeasyPrint

    _declare_ua(pdf.objects[int(pdf.catalog["Metadata"].split()[0])])
    _refuse_foreign_fonts(pdf)
    lighten(pdf)


def refuse_what_runs_off(pages: list[Any]) -> None:
    """WeasyPrint prints beyond the edge, without a word, what finds no room: a footnote longer than a page."""
    for number, page in enumerate(pages, 1):
        sheet = sheet_of(page)
        outside = [box.text.strip() for box in _texts(sheet) if not _is_within(box, sheet)]
        if outside:
            raise WriteError(f"page {number} has no room for “{max(outside, key=len)[:60]}”: shorten it, or divide it")


def _declare_ua(metadata: Any) -> None:
    """PDF/A wants each schema beyond its own described in the file; validators disagree on compressed metadata."""
    metadata.compress = False
    declaration = resources.files("referral.writers.pdf").joinpath("pdfua.xml").read_bytes()
    metadata.stream = [part.replace(b"</rdf:RDF>", declaration + b"</rdf:RDF>") for part in metadata.stream]


def _refuse_foreign_fonts(pdf: Any) -> None:
    names = {str(entry["BaseFont"]) for entry in pdf.objects if isinstance(entry, dict) and "BaseFont" in entry}
    foreign = sorted(name for name in names if not name.partition("+")[2].startswith(_OURS))
    if foreign:
        raise WriteError(f"fonts that are not the program's own came into the PDF: {', '.join(foreign)}")


def _texts(sheet: Any) -> Iterator[Any]:
    return (box for area in text_areas(sheet) for box in area.descendants() if hasattr(box, "text"))


def _is_within(box: Any, sheet: Any) -> bool:
    left, top = sheet.content_box_x() - _TOLERANCE, sheet.content_box_y() - _TOLERANCE
    right, bottom = left + sheet.width + 2 * _TOLERANCE, top + sheet.height + 2 * _TOLERANCE
    is_in_width = left <= box.position_x <= box.position_x + box.width <= right
    return bool(is_in_width and top <= box.position_y <= box.position_y + box.height <= bottom)
