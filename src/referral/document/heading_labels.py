"""The printed numbers of headings, in each scheme of `HeadingNumbers`."""

from collections.abc import Callable, Mapping

from referral.document.layout import HeadingNumbers

LEVELS = 4

_ROMAN = {100: "C", 90: "XC", 50: "L", 40: "XL", 10: "X", 9: "IX", 5: "V", 4: "IV", 1: "I"}


def roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN.items():
        text += sign * (number // value)
        number %= value
    return text


def letters(number: int) -> str:
    """A … Z, AA, BB …, as word processors count, so that the number they show is the one we print."""
    repeats, last = divmod(number - 1, 26)
    return chr(ord("A") + last) * (repeats + 1)


def _small_letters(number: int) -> str:
    return letters(number).lower()


_SIGNS: Mapping[HeadingNumbers, tuple[Callable[[int], str], ...]] = {
    HeadingNumbers.LEGAL: (roman, letters, str, _small_letters),
    HeadingNumbers.DECIMAL: (str, str, str, str),
    HeadingNumbers.NONE: (),
}


class HeadingLabels:
    """Gives each heading its label, in reading order; those of an annex stand under its letter: «A.1», «A.1.1»."""

    def __init__(self, scheme: HeadingNumbers, letter: str = "") -> None:
        self._signs = _SIGNS[HeadingNumbers.DECIMAL if letter and _SIGNS[scheme] else scheme]
        self._counts = [0] * LEVELS
        # The signs of the open headings; "" for one without a number.
        self._path: list[str] = [letter] if letter else []

    def next(self, level: int, numbered: bool) -> str:
        """The full path, «II.A»; empty for an unnumbered one. Raises ValueError where no heading may stand."""
        above = self._path[: level - 1]
        self._counts[level:] = [0] * (LEVELS - level)
        sign = self._next_sign(level) if numbered and self._signs else ""
        self._path = [*above, *[""] * (level - 1 - len(above)), sign]
        _check_place(above, level, sign)
        return ".".join(self._path) if sign else ""

    def _next_sign(self, level: int) -> str:
        self._counts[level - 1] += 1
        return self._signs[level - 1](self._counts[level - 1])


def _check_place(above: list[str], level: int, sign: str) -> None:
    if len(above) < level - 1:
        raise ValueError(f"a heading of level {level} stands under none of level {level - 1}")
    if sign and "" in above:
        raise ValueError("a numbered heading stands under an unnumbered one, so its number would be ambiguous")
