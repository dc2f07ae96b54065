"""The sheet that a figure is drawn on: its size, the shapes gathered, columns of words that are set line by line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from referral.document.line_drawing import Line, LineDrawing, Shade, Shape
from referral.figures.lettering import Lettering

BODY, STRONG, FINE, REMARK = Lettering(8.5), Lettering(8.5, bold=True), Lettering(8), Lettering(8, italic=True)


@dataclass(frozen=True, slots=True)
class Paper:
    """The room for one figure, in millimetres."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Plate:
    """One drawing, and the codes of what it shows, in the order in which a reader meets them."""

    drawing: LineDrawing
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """Lines of words below one another, each in its lettering."""

    lines: tuple[tuple[Lettering, str], ...]

    @property
    def height(self) -> float:
        return sum(lettering.leading for lettering, _ in self.lines)

    def shapes(self, x: float, top: float) -> Iterable[Shape]:
        for lettering, text in self.lines:
            yield lettering.at(text, x, top + lettering.ascent)
            top += lettering.leading


def column(room: float, *parts: tuple[Lettering, str], most: int = 0) -> Column:
    """The parts one below the other, each broken into lines of this room, at most `most` of each."""
    return Column(tuple((face, line) for face, text in parts for line in face.lines(text, room, most)))


@dataclass
class Sketch:
    """A drawing while it grows downwards; `y` is where the next thing begins."""

    width: float
    shapes: list[Shape] = field(default_factory=list)
    y: float = 0.0

    def rule(self, thickness: float = 0.1, ink: Shade = Shade.GREY, start: float = 0.0) -> None:
        """A line across."""
        self.shapes.append(Line(start, self.y, self.width, self.y, thickness, ink))

    def put(self, words: Column, x: float) -> None:
        """Words whose first line begins where the sketch stands."""
        self.shapes.extend(words.shapes(x, self.y))

    def finished(self, codes: Sequence[str]) -> Plate:
        return Plate(LineDrawing(self.width, round(self.y, 3), tuple(self.shapes)), tuple(codes))
