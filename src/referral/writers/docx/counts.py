"""What Word will count by itself, counted alongside: a number that would differ from ours stops the writing."""

from collections.abc import Callable

from referral.document.layout import HeadingNumbers
from referral.document.nodes import Heading, Paragraph
from referral.errors import WriteError

_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text, number = text + sign * (number // value), number % value
    return text


def _letter(number: int) -> str:
    """After Z, Word doubles: AA, BB, CC."""
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _small_letter(number: int) -> str:
    return _letter(number).lower()


_SIGNS: dict[HeadingNumbers, tuple[Callable[[int], str], ...]] = {
    HeadingNumbers.LEGAL: (_roman, _letter, str, _small_letter),
    HeadingNumbers.DECIMAL: (str, str, str, str),
    HeadingNumbers.NONE: (),
}


class Counts:
    """Word's counters of headings and numbered paragraphs."""

    def __init__(self, scheme: HeadingNumbers) -> None:
        self._signs = _SIGNS[scheme]
        self._headings: list[int] = []
        self._paragraphs = 0

    def check_heading(self, heading: Heading) -> None:
        """Counts a heading; raises `WriteError` if Word's number is not its label."""
        expected = self._next_heading(heading.level) if heading.numbered else ""
        if expected != heading.label:
            raise WriteError(f"Word would number the heading “{heading.id}” {expected!r}, not {heading.label!r}")

    def _next_heading(self, level: int) -> str:
        if not self._signs:
            return ""
        counts = [*self._headings, *[0] * level][:level]
        counts[-1] += 1
        self._headings = counts
        return ".".join(sign(max(count, 1)) for sign, count in zip(self._signs, counts, strict=False))

    def check_paragraph(self, paragraph: Paragraph) -> None:
        """Counts a numbered paragraph; raises `WriteError` if Word's number is not ours."""
        self._paragraphs += 1
        if paragraph.number != self._paragraphs:
            raise WriteError(f"Word would number paragraph {paragraph.number} {self._paragraphs}")


def shown_number(heading: Heading, scheme: HeadingNumbers) -> str:
    """The number as it stands before the heading: «A.» of «II.A», but «1.2.» in the decimal scheme."""
    if not heading.label:
        return ""
    own = heading.label.rpartition(".")[2] if scheme is HeadingNumbers.LEGAL else heading.label
    return f"{own}."
