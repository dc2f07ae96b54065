"""The sheet as data: its margins, and what stands in them. `program/sheet.typ` prints it."""

from referral.document.layout import Layout, PageNumbering, Properties
from referral.document.line_drawing import MM_PER_POINT
from referral.document.nodes import Orientation
from referral.writers.pdf.sheet import foot, mark_size, marks
from referral.writers.typst.words import Data, Type, Words

_SINGLE = 1.149  # of our typeface, in its size: a single line
_A4 = {Orientation.PORTRAIT: 210, Orientation.LANDSCAPE: 297}  # millimetres across


def sheet(layout: Layout, properties: Properties, words: Words) -> Data:
    """What all pages have in common."""
    left, right, top, _ = layout.margins
    size = layout.font_size
    return {
        "margins": {"left": left, "right": right, "top": top, "bottom": foot(layout)},
        "size": size,
        "leading": layout.line_spacing * _SINGLE,
        "indent": layout.first_line_indent,
        "gap": 6 if layout.first_line_indent == 0 else 3,
        "numbers-on-top": layout.page_numbering is PageNumbering.TOP,
        "page-label": words.signs(properties.page_label),
        "stamp": words.signs(properties.stamp),
        "draft": words.signs(properties.draft_mark),
        "draft-size": mark_size(properties.draft_mark) if properties.draft_mark else 0,
    }


def header(properties: Properties, annex: str | None, words: Words) -> str:
    """What stands at the head of the pages of the main text, or of an annex."""
    return marks(properties.draft_mark, properties.classification if annex is None else annex, words.signs)


def text_width(layout: Layout, orientation: Orientation) -> float:
    """How wide the lines of a page are, in points."""
    left, right, *_ = layout.margins
    return (_A4[orientation] - left - right) / MM_PER_POINT


def page_height(orientation: Orientation) -> float:
    """In points."""
    return sum(_A4.values(), -_A4[orientation]) / MM_PER_POINT


def types(layout: Layout) -> tuple[Type, Type]:
    """The type of running text, and the small one of tables and notes."""
    code = layout.font_size - 2.5
    return Type(layout.font_size, code), Type(layout.font_size - 2, code)
