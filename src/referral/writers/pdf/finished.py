"""A finished layout, read and corrected: WeasyPrint publishes it nowhere, so the one private name is used only here."""

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import unquote

from referral.writers.pages.laid import ELSEWHERE, Mark, Spot

_STAMP = "@bottom-left"
_POINTS = 0.75  # in a CSS pixel


def sheet_of(page: Any) -> Any:
    """The box of one page: its text, its notes, its margins."""
    return page._page_box


def text_areas(sheet: Any) -> list[Any]:
    """The text and the notes of a page."""
    return [area for area in sheet.children if not hasattr(area, "at_keyword")]  # margin boxes have one


def stamp_the_last(pages: Sequence[Any]) -> None:
    """Takes the provenance stamp from every page but the last; the style sheet has no name for that one."""
    for sheet in map(sheet_of, pages[:-1]):
        sheet.children = [box for box in sheet.children if getattr(box, "at_keyword", None) != _STAMP]


def spots_of_anchors(pages: Sequence[Any]) -> dict[str, Spot]:
    """Where each anchor stands first."""
    found: dict[str, Spot] = {}
    for number, page in enumerate(pages):
        for anchor, place in page.anchors.items():
            found.setdefault(anchor, _spot(page, number, place))
    return found


def bookmarks(pages: Sequence[Any]) -> Iterator[Mark]:
    """The bookmarks, in reading order."""
    for number, page in enumerate(pages):
        for level, title, place, _ in page.bookmarks:
            yield Mark(level, title, _spot(page, number, place))


def _spot(page: Any, number: int, place: tuple[float, ...]) -> Spot:
    x, y, *_ = place
    return Spot(number, x * _POINTS, (page.height - y) * _POINTS)


def misnumbered(pages: Sequence[Any]) -> dict[Any, int]:
    """The entries of the contents with their true pages; none where every number that is printed is true.

    WeasyPrint numbers them while it lays out, and does not come back when the contents have grown by a page meanwhile.
    In a chunk they lead elsewhere, and their numbers come with them.
    """
    printed = {box.element: box.text.strip() for page in pages for box in _boxes(page) if _is_number_of_entry(box)}
    anchors = spots_of_anchors(pages) if printed else {}
    true = {entry: anchors[unquote(entry.get("href"))[1:]].page + 1 for entry in printed}
    return true if any(str(true[entry]) != number for entry, number in printed.items()) else {}


def _is_number_of_entry(box: Any) -> bool:
    is_number = box.element_tag == "a::after" and getattr(box, "text", "").strip().isdigit()
    return is_number and not box.element.get("href").startswith(ELSEWHERE)


def parting(pages: Sequence[Any]) -> list[Any]:
    """The last paragraph of every page on which a note is called that stands on a later one.

    Where only the first line of a paragraph has room, WeasyPrint makes room for its second by moving notes to the next
    page. It does not if that paragraph needs three lines together.
    """
    calls, notes = _pages_of("::footnote-call", pages), _pages_of("::footnote-marker", pages)
    parted = {page for note, page in calls.items() if notes.get(note, page) > page}
    return [paragraph for page in sorted(parted) if (paragraph := _last_paragraph(pages[page])) is not None]


def _pages_of(part: str, pages: Sequence[Any]) -> dict[Any, int]:
    """On which page stands the call, or the mark, of each note; the further parts of a long note have none."""
    found: dict[Any, int] = {}
    for n, page in enumerate(pages):
        for box in _boxes(page):
            if str(box.element_tag).endswith(part) and box.element.get("class") == "note":
                found.setdefault(box.element, n)
    return found


def _boxes(page: Any) -> Iterator[Any]:
    return (box for area in text_areas(sheet_of(page)) for box in area.descendants())


def _last_paragraph(page: Any) -> Any | None:
    """The element whose lines are the last of the text of a page."""
    text = text_areas(sheet_of(page))[0]
    holders = (box for box in text.descendants() if box.element is not None and _holds_lines(box))
    last = max(holders, key=_end, default=None)
    return last and last.element


def _holds_lines(box: Any) -> bool:
    return bool(getattr(box, "children", ())) and type(box.children[-1]).__name__ == "LineBox"


def _end(box: Any) -> float:
    return float(box.position_y + box.height)
