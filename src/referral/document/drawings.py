"""What a figure shows: pixels, or lines and words. What joins the union `Drawing` is named by mypy in every writer."""

from dataclasses import dataclass, field
from enum import StrEnum

from referral.document.line_drawing import LineDrawing

_MM_PER_INCH = 25.4
_COARSEST = 96  # pixels to the inch; a small picture that is blown up further shows no more
# The room for a figure with its caption: what is left of an A4 page, upright and lying, beside margins and a heading.
WIDEST, TALLEST = 240, 200


class PictureFormat(StrEnum):
    PNG = "png"
    JPEG = "jpeg"


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels in bytes of our own making: no metadata, no hidden pixels. `width` and `height` count pixels."""

    data: bytes = field(repr=False)
    format: PictureFormat
    width: int
    height: int

    def fitted(self, width: float, height: float) -> "Size":
        """The largest size in which it fits this room, in the same proportions."""
        finest = _MM_PER_INCH / _COARSEST
        scale = min(width / self.width, height / self.height, finest)
        return Size(self.width * scale, self.height * scale)


@dataclass(frozen=True, slots=True)
class Size:
    """On paper, in millimetres."""

    width: float
    height: float


def drawn_size(drawing: LineDrawing) -> Size:
    """Its own size, in which its words can be read; smaller only where no page could hold it."""
    scale = min(WIDEST / drawing.width, TALLEST / drawing.height, 1.0)
    return Size(drawing.width * scale, drawing.height * scale)


Drawing = Picture | LineDrawing
