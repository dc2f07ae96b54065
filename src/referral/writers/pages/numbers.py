"""«Page 3 of 120» on every page of a finished file: drawn where an engine would have set it, as no part of the text."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import pikepdf

from referral.document.layout import Layout, PageNumbering, Properties
from referral.writers.pages.typeface import ASCENT, Typeface

_POINTS_PER_MM = 72 / 25.4
_BELOW_TEXT, _BELOW_EDGE = 4, 8  # millimetres: of the line in the footer, and of the one in the top margin
_LARGEST = 10  # points, of what stands in the margins
_FONT = "/PageNumbers"
_ROUND = 3


@dataclass(frozen=True)
class Numbers:
    """What is written on each page (`label` with `{page}` and `{pages}`), how large, and where.

    `middle` is millimetres from the left margin to the right one; `is_on_top` leaves the first page without a number.
    """

    label: str
    size: float
    margins: tuple[float, float, float, float]
    is_on_top: bool

    def stamp(self, file: Any) -> None:
        """Draws the numbers on all pages of a file."""
        total = len(file.pages)
        labels = [self._label(page, total) for page in range(1, total + 1)]
        typeface = Typeface("".join(labels))
        font, before = typeface.embedded(file), file.make_stream(b"q ")
        for page, label in zip(file.pages, labels, strict=True):
            if label:
                self._draw(file, page.obj, label, typeface, (font, before))

    def _label(self, page: int, total: int) -> str:
        if self.is_on_top:
            return str(page) if page > 1 else ""
        return self.label.replace("{pages}", str(total)).replace("{page}", str(page))

    def _draw(self, file: Any, page: Any, label: str, typeface: Typeface, shared: tuple[Any, Any]) -> None:
        font, before = shared
        page.Resources.Font[_FONT] = font
        x, y = self._place(page, typeface.width(label) * self.size)
        text = f"BT {_FONT} {self.size} Tf {x} {y} Td <{typeface.codes(label)}> Tj ET"
        kind = "/Top" if self.is_on_top else "/Bottom"
        artifact = f" Q /Artifact <</Type /Pagination /Attached [{kind}]>> BDC q 0 g {text} Q EMC"
        page.Contents = pikepdf.Array([before, *_streams(page.Contents), file.make_stream(artifact.encode())])

    def _place(self, page: Any, width: float) -> tuple[float, float]:
        _, _, right_edge, top_edge = (float(edge) for edge in page.MediaBox)
        left, right, _, foot = (margin * _POINTS_PER_MM for margin in self.margins)
        x = (left + right_edge - right - width) / 2
        edge = top_edge - _BELOW_EDGE * _POINTS_PER_MM if self.is_on_top else foot - _BELOW_TEXT * _POINTS_PER_MM
        return round(x, _ROUND), round(edge - ASCENT * self.size, _ROUND)


def numbers_of(layout: Layout, properties: Properties, signs: Callable[[str], str], foot: float) -> Numbers:
    """How a document has its pages numbered; `foot` is the bottom margin as laid out, `signs` makes words printable."""
    left, right, top, _ = layout.margins
    is_on_top = layout.page_numbering is PageNumbering.TOP
    size = min(layout.font_size - 2, _LARGEST)
    return Numbers(signs(properties.page_label), size, (left, right, top, foot), is_on_top)


def _streams(contents: Any) -> Iterable[Any]:
    return list(contents) if isinstance(contents, pikepdf.Array) else [contents]
