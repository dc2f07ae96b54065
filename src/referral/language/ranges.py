"""Citations that follow one another, drawn together: «п. 1 …; п. 2 …; п. 3 …» → «пп. 1–3 …». Knows numbers, no law."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

# A number of its own: not the index of an article (12³), nor part of a word, of a time (1:02) or of a decimal (1.2).
_NUMBER = re.compile(r"(?<![\w.:])[0-9]+(?![\w.:⁰¹²³⁴⁵⁶⁷⁸⁹])")
_LAST_WORD = re.compile(r"(\S+)(\s)$")
Place = tuple[str, str]  # the words before a number and those after it


@dataclass(frozen=True)
class _Run:
    """Citations alike but for one number, which rises by one; a single citation has no such place yet."""

    first: str
    last: str
    place: Place | None = None
    begin: int = 0
    end: int = 0

    def with_next(self, citation: str, alone: re.Pattern[str]) -> "_Run | None":
        """The run with one citation more; None if it does not follow, or if its number always stands alone."""
        for place, number in _numbers(citation):
            if place[1].startswith("(") or alone.search(place[0]):  # 4(2) and 5(2) do not follow one another
                continue
            before = dict(_numbers(self.last)).get(place)
            if before is not None and number == before + 1 and self.place in (None, place):
                return replace(self, last=citation, place=place, begin=self.begin or before, end=number)
        return None

    def words(self, plurals: Mapping[str, str]) -> str:
        if self.place is None:
            return self.first
        before, after = self.place
        if before.endswith("("):
            return f"{before}{self.begin})–({self.end}{after}"
        return f"{_plural(before, plurals)}{self.begin}–{self.end}{after}"


def drawn_together(citations: Iterable[str], plurals: Mapping[str, str], alone: str = "$.") -> list[str]:
    """The citations in their order, neighbours that follow one another as one range.

    A number after words that `alone` matches makes no range: «ч. 2 ст. 4–5» would be part 2 of one article only.
    """
    never = re.compile(alone)
    runs: list[_Run] = []
    for citation in citations:
        longer = runs[-1].with_next(citation, never) if runs else None
        if longer:
            runs[-1] = longer
        else:
            runs.append(_Run(citation, citation))
    return [run.words(plurals) for run in runs]


def _numbers(citation: str) -> list[tuple[Place, int]]:
    """Each number with the words around it, which name its place."""
    return [((citation[: m.start()], citation[m.end() :]), int(m[0])) for m in _NUMBER.finditer(citation)]


def _plural(before: str, plurals: Mapping[str, str]) -> str:
    return _LAST_WORD.sub(lambda m: plurals.get(m[1], m[1]) + m[2], before)
