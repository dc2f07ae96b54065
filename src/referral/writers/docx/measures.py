"""The measures of a page in Word's units, taken from a layout: twentieths of a point, half points, 240ths of a line."""

from itertools import pairwise

from referral.document.layout import HeadingNumbers, Layout
from referral.document.nodes import Orientation
from referral.errors import WriteError

PAGE_MM = (210, 297)
# Two lines of a header end above a margin of 20 mm.
_HEADER_MM = 8
_HEADER_POINTS = 10
# Which list of parts/numbering.xml counts the headings; 0 is Word's word for none.
HEADING_LISTS = {HeadingNumbers.LEGAL: 1, HeadingNumbers.DECIMAL: 2, HeadingNumbers.NONE: 0}


def twips(millimetres: float) -> int:
    return round(millimetres * 1440 / 25.4)


def text_width(layout: Layout, orientation: Orientation = Orientation.PORTRAIT) -> int:
    """How wide the text is between the margins."""
    left, right, _, _ = layout.margins
    page = PAGE_MM[0] if orientation is Orientation.PORTRAIT else PAGE_MM[1]
    width = twips(page) - twips(left) - twips(right)
    if width <= 0:
        raise WriteError(f"the margins of {left} and {right} mm leave no room for text")
    return width


def page_measures(layout: Layout) -> dict[str, int]:
    """What parts/document.xml asks for."""
    left, right, top, bottom = (twips(margin) for margin in layout.margins)
    return {
        "page_width": twips(PAGE_MM[0]),
        "page_height": twips(PAGE_MM[1]),
        "left": left,
        "right": right,
        "top": top,
        "bottom": bottom,
        "header": min(twips(_HEADER_MM), top // 2),
        "footer": min(twips(_HEADER_MM), bottom // 2),
    }


def style_measures(layout: Layout) -> dict[str, int]:
    """What parts/styles.xml asks for."""
    size = 2 * layout.font_size
    return {
        "size": size,
        "size_title": size + 4,
        "size_heading": size + 2,
        "size_small": size - 4,
        "size_margin": min(size - 4, 2 * _HEADER_POINTS),
        "size_table": size - 4,
        "size_code": size - 5,
        "line": round(240 * layout.line_spacing),
        "indent": twips(layout.first_line_indent),
        "gap": 120 if layout.first_line_indent == 0 else 60,
        "half_width": text_width(layout) // 2,
        "text_width": text_width(layout),
        "heading_list": HEADING_LISTS[layout.heading_numbers],
    }


def shares(total: int, widths: tuple[int, ...]) -> list[int]:
    """`total` divided in these proportions, without loss by rounding."""
    whole = sum(widths)
    if not widths or min(widths) <= 0:
        raise WriteError(f"the column widths {list(widths)} of a table are not all above zero")
    edges = [total * sum(widths[:n]) // whole for n in range(len(widths) + 1)]
    return [right - left for left, right in pairwise(edges)]
