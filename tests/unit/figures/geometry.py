"""What the tests of figures share: words of legends, plain events, units and claims, and the room that words take."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from referral.document.line_drawing import Anchor, Line, Polyline, Rectangle, Shape, Words
from referral.edtf import parse_edtf
from referral.figures import Bound, Claim, Event, Paper, Plate
from referral.figures.lettering import Lettering

PAPER = Paper(160, 197)
TIMELINE = {
    "exact": "цього дня",
    "within": "у день або дні в межах цього часу",
    "through": "упродовж цього часу",
    "uncertain": "дата непевна або приблизна",
    "open": "початок або кінець невідомий",
    "undated": "Дату не зазначено:",
}
CHAIN = {"tie": "stood below", "loose_tie": "in fact only", "further_tie": "a further superior", "gap": "not known"}
CHART = {
    "exact": "this number",
    "about": "about, almost",
    "above": "more than, at least",
    "below": "up to",
    "range": "from … to …",
    "differing": "claims that differ",
    "logarithmic": "The scale is logarithmic.",
}
_LITTLE = 1e-6  # millimetres


@dataclass(frozen=True)
class Box:
    """The room that one line of words takes; letters without ascenders take less."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: "Box") -> bool:
        across = self.left < other.right - _LITTLE and other.left < self.right - _LITTLE
        return across and self.top < other.bottom - _LITTLE and other.top < self.bottom - _LITTLE


def boxes(plate: Plate) -> list[Box]:
    return [_box(shape) for shape in plate.drawing.shapes if isinstance(shape, Words)]


def _box(words: Words) -> Box:
    face = Lettering(words.size, words.bold, words.italic)
    width = face.width(words.text)
    left = words.x - {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[words.anchor]
    return Box(words.text, left, words.y - 0.7 * face.ascent, left + width, words.y + 0.7 * face.descent)


def overlapping(plate: Plate) -> list[tuple[str, str]]:
    """Lines of words that share paper."""
    return [(one.text, other.text) for one, other in combinations(boxes(plate), 2) if one.touches(other)]


def outside(plate: Plate) -> list[object]:
    """Words and ends of lines that do not lie on the paper of the drawing."""
    width, height = plate.drawing.width, plate.drawing.height
    across = [box for box in boxes(plate) if box.left < -_LITTLE or box.right > width + _LITTLE]
    words = [*across, *(box for box in boxes(plate) if box.top < -_LITTLE or box.bottom > height + 0.5)]
    points = [p for s in plate.drawing.shapes for p in _points(s)]
    far = [p for p in points if not (-_LITTLE <= p[0] <= width + _LITTLE and -1 <= p[1] <= height + 1)]
    return [*words, *far]


def _points(shape: Shape) -> Iterator[tuple[float, float]]:
    match shape:
        case Line():
            yield from ((shape.x1, shape.y1), (shape.x2, shape.y2))
        case Rectangle():
            yield from ((shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height))
        case Polyline():
            yield from shape.points
        case _:
            pass


def faults(plates: tuple[Plate, ...], paper: Paper = PAPER) -> list[object]:
    """All that a designer would send back: words over words, off the paper, a plate higher than its page."""
    tall = [plate.drawing.height for plate in plates if plate.drawing.height > paper.height + _LITTLE]
    return [*tall, *(fault for plate in plates for fault in (*overlapping(plate), *outside(plate)))]


def words_of(plates: tuple[Plate, ...]) -> str:
    return " ".join(box.text for plate in plates for box in boxes(plate))


def event(code: str, when: str | None, title: str = "Щось сталося") -> Event:
    return Event(code, title, when or "без дати", parse_edtf(when) if when else None)


def claim(code: str, value: int | None, bound: Bound = Bound.EXACT, most: int | None = None, group: str = "") -> Claim:
    return Claim(code, "Призвані", f"{value} осіб", ("Крим", "станом на 2023 рік; Офіс"), value, most, bound, group)
