"""What stands in the margins of the sheet, as CSS: header, footer, page numbers, draft mark. `paper.css` has looks."""

import re
from collections.abc import Callable, Mapping
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


def sheet(
    layout: Layout, properties: Properties, signs: Signs, annexes: Mapping[str, str] = MappingProxyType({})
) -> str:
    """The page rules of one document; `signs` makes its words printable. `annexes` has their headers by class."""
    left, right, top, _ = layout.margins
    width, height = _A4
    shown = [("body", properties.classification), *((f".{name}", header) for name, header in annexes.items())]
    marks = {where: _string(_marks(properties.draft_mark, what, signs)) for where, what in shown}
    content = _CURRENT if annexes else marks["body"]
    mark, size = signs(properties.draft_mark), min(layout.font_size - 2, _LARGEST)
    rules = [
        f"@page {{ margin: {top}mm {right}mm {_foot(layout)}mm {left}mm; font-size: {size}pt }}",
        *(
            f"@page {{ @{name} {{ content: {content} }} }}"
            for name, content in _contents(layout, properties, signs, content)
        ),
        f"@page :first {{ @top-center {{ content: {content or 'none'} }} }}",
        *(f"{where} {{ string-set: marks {words or _NOTHING} }}" for where, words in marks.items() if annexes),
        f"@page portrait {{ {_mark(mark, width - left, height - top)} }}",
        f"@page landscape {{ {_mark(mark, height - left, width - top)} }}",
    ]
    return "\n".join(rules)


def _foot(layout: Layout) -> float:
    """The bottom margin, less the half of the spacing that CSS puts below the last line, as word processors do not."""
    *_, bottom = layout.margins
    spacing = layout.font_size * (layout.line_spacing * _SINGLE - _LETTERS)
    return round(bottom - spacing / 2 * _MILLIMETRES_PER_POINT, 2)


def _contents(layout: Layout, properties: Properties, signs: Signs, marks: str) -> list[tuple[str, str]]:
    """The boxes that hold something; without the others, their neighbours have more room."""
    is_on_top = layout.page_numbering is PageNumbering.TOP
    numbered = f"counter(page) {_string(_NEW_LINE)} {marks}" if marks else "counter(page)"
    boxes = [
        ("top-center", numbered if is_on_top else marks),
        ("bottom-left", _string(signs(properties.stamp))),
        ("bottom-center", "" if is_on_top else _page_label(signs(properties.page_label))),
    ]
    return [(name, content) for name, content in boxes if content]


def _marks(draft: str, classification: str, signs: Signs) -> str:
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
    size = min(_LARGEST_MARK, round(_MARK_LENGTH / (0.7 * len(mark)) / _MILLIMETRES_PER_POINT))
    reach = f"margin-right: -{beyond_right}mm; margin-bottom: -{beyond_bottom}mm"
    return f"@top-left-corner {{ content: {_string(mark)}; font-size: {size}pt; {reach} }}"


def _string(words: str) -> str:
    """A CSS string of these words, or nothing; each character is written by its number, so that none can end it."""
    return '"' + "".join(f"\\{ord(sign):06x}" for sign in words) + '"' if words else ""
