"""What stands in the margins of the sheet, as CSS: header, footer, page numbers, draft mark. `paper.css` has looks."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from referral.document.layout import Layout, PageNumbering, Properties

_A4 = (210, 297)  # millimetres
_LARGEST = 10  # points, of what stands in the margins
_NEW_LINE = "\n"
_CURRENT = "string(marks, last)"  # of the part that the page shows: the last, for the body runs on through all pages
_NOTHING = '""'
_LARGEST_MARK = 105  # points
_MARK_LENGTH = 230  # millimetres along the diagonal
_MILLIMETRES_PER_POINT = 25.4 / 72
_SINGLE, _LETTERS = 1.149, 1.107  # of our typeface, in its size: a single line, and the height of its letters

Signs = Callable[[str], str]


@dataclass(frozen=True)
class Stretch:
    """Which pages of the document are laid out: whether they are numbered then or later, and begin and end it."""

    is_numbered: bool = True
    is_first: bool = True
    is_last: bool = True


_ALL_PAGES = Stretch()


def sheet(
    layout: Layout,
    properties: Properties,
    signs: Signs,
    annexes: Mapping[str, str] = MappingProxyType({}),
    stretch: Stretch = _ALL_PAGES,
) -> str:
    """The page rules of one document; `signs` makes its words printable. `annexes` has their headers by class."""
    left, right, top, _ = layout.margins
    width, height = _A4
    shown = [("body", properties.classification), *((f".{name}", header) for name, header in annexes.items())]
    heads = {where: _string(marks(properties.draft_mark, what, signs)) for where, what in shown}
    content = _CURRENT if annexes else heads["body"]
    mark, size = signs(properties.draft_mark), min(layout.font_size - 2, _LARGEST)
    rules = [
        f"@page {{ margin: {top}mm {right}mm {foot(layout)}mm {left}mm; font-size: {size}pt }}",
        *(
            f"@page {{ @{name} {{ content: {content} }} }}"
            for name, content in _contents(layout, properties, signs, content, stretch)
        ),
        f"@page :first {{ @top-center {{ content: {content or 'none'} }} }}" * stretch.is_first,
        *(f"{where} {{ string-set: marks {words or _NOTHING} }}" for where, words in heads.items() if annexes),
        f"@page portrait {{ {_mark(mark, width - left, height - top)} }}",
        f"@page landscape {{ {_mark(mark, height - left, width - top)} }}",
    ]
    return "\n".join(rules)


def foot(layout: Layout) -> float:
    """The bottom margin, less the half of the spacing that CSS puts below the last line, as word processors do not."""
    *_, bottom = layout.margins
    spacing = layout.font_size * (layout.line_spacing * _SINGLE - _LETTERS)
    return round(bottom - spacing / 2 * _MILLIMETRES_PER_POINT, 2)


def _contents(
    layout: Layout, properties: Properties, signs: Signs, marks: str, stretch: Stretch
) -> list[tuple[str, str]]:
    """The boxes that hold something; without the others, their neighbours have more room."""
    is_on_top = layout.page_numbering is PageNumbering.TOP
    number = "counter(page)" if stretch.is_numbered else ""
    boxes = [
        ("top-center", " ".join(filter(None, (number, marks and _string(_NEW_LINE), marks))) if is_on_top else marks),
        ("bottom-left", _string(signs(properties.stamp)) * stretch.is_last),
        ("bottom-center", _page_label(signs(properties.page_label)) * (stretch.is_numbered and not is_on_top)),
    ]
    return [(name, content) for name, content in boxes if content]


def marks(draft: str, classification: str, signs: Signs) -> str:
    """Draft mark and classification, as one line below the number of the page."""
    return " · ".join(filter(None, (signs(draft), signs(classification))))


def _page_label(words: str) -> str:
    """«Page {page} of {pages}» as CSS."""
    counters = {"{page}": "counter(page)", "{pages}": "counter(pages)"}
    parts = re.split(r"(\{pages?\})", words)
    return " ".join(counters.get(part) or _string(part) for part in parts if part)


def _mark(mark: str, beyond_right: int, beyond_bottom: int) -> str:
    """The draft mark, in the box of the upper left corner, drawn out over the whole page."""
    if not mark:
        return ""
    reach = f"margin-right: -{beyond_right}mm; margin-bottom: -{beyond_bottom}mm"
    return f"@top-left-corner {{ content: {_string(mark)}; font-size: {mark_size(mark)}pt; {reach} }}"


def mark_size(mark: str) -> int:
    """The size of the draft mark in points: as large as the diagonal of the page lets it be."""
    return min(_LARGEST_MARK, round(_MARK_LENGTH / (0.7 * len(mark)) / _MILLIMETRES_PER_POINT))


def _string(words: str) -> str:
    """A CSS string of these words, or nothing; each character is written by its number, so that none can end it."""
    return '"' + "".join(f"\\{ord(sign):06x}" for sign in words) + '"' if words else ""
