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

    def __init__(self, scheme: HeadingNumbers, letter: str = "") -> None:
        signs: tuple[Callable[[int], str], ...] = _SIGNS[scheme]
        # In an annex its letter stands in the place of the number of the first level, which counts nothing there.
        if letter and signs:
            signs = (lambda _: letter, str, str, str)
        self._signs = signs
        self._prefix = f"{letter}-" if letter else ""
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
        expected = f"{self._prefix}{self._paragraphs}"
        if paragraph.label != expected:
            raise WriteError(f"Word would number paragraph {paragraph.label} {expected}")


def shown_number(heading: Heading, scheme: HeadingNumbers) -> str:
    """The number as it stands before the heading: «A.» of «II.A», but «1.2.» in the decimal scheme."""
    if not heading.label:
        return ""
    is_last_alone = scheme is HeadingNumbers.LEGAL and not heading.series
    return (heading.label.rpartition(".")[2] if is_last_alone else heading.label) + "."
