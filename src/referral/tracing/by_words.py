"""From words that nobody marked back to what they were taken from: texts of the case, and the law. Found by the words.

What a document printed whole can be found again, what it declined cannot.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from pydantic import BaseModel

from referral.case.model import Case, LocalText, ReadMapping
from referral.composition.scene import HEADER
from referral.law import Law
from referral.tracing.cut import cut

_SHORTEST = 12  # letters; a shorter text is found by chance
_Step = str | int
Name = TypeVar("Name")


@dataclass(frozen=True, order=True)
class CaseText:
    """A field of an entry, or of the header."""

    entry: str
    field: str


@dataclass(frozen=True, order=True)
class LawText:
    """The wording of a provision or an element, or its citation."""

    id: str
    way: Literal["quoted", "cited"]


class Texts(Generic[Name]):
    """Many texts, found in a sentence at one reading of it: they are kept by their first letters and their length."""

    def __init__(self, texts: Iterable[tuple[Name, str]]) -> None:
        self._by_start: dict[str, dict[int, dict[str, list[Name]]]] = defaultdict(lambda: defaultdict(dict))
        for name, text in texts:
            for part in dict.fromkeys((text, *(text[start:end] for start, end in cut(text)))):
                self._add(name, _plain(part).rstrip("."))

    def _add(self, name: Name, plain: str) -> None:
        if len(plain) >= _SHORTEST:
            self._by_start[plain[:_SHORTEST]][len(plain)].setdefault(plain, []).append(name)

    def found_in(self, plain: str) -> dict[Name, tuple[int, int]]:
        """What stands whole in it, in the order of the words, with where that is."""
        found: dict[Name, tuple[int, int]] = {}
        for start in range(len(plain) - _SHORTEST + 1):
            if start and plain[start - 1].isalnum():
                continue
            for length, texts in self._by_start.get(plain[start : start + _SHORTEST], {}).items():
                end = start + length
                if end == len(plain) or not plain[end - 1 : end + 1].isalnum():
                    found.update(dict.fromkeys(texts.get(plain[start:end], ()), (start, end)))
        return found


class CaseTexts:
    """The texts of a case."""

    def __init__(self, case: Case) -> None:
        self._texts = Texts(_of_case(case))

    def found_in(self, sentence: str) -> dict[CaseText, bool]:
        """Those that stand in it, each with whether it is at least half of it, so that the sentence says the same."""
        plain = _plain(sentence)
        found = self._texts.found_in(plain)
        return {name: 2 * (end - start) >= len(plain) for name, (start, end) in found.items()}


class LawTexts:
    """Wordings, titles and citations of the law, these in one language.

    Where several provisions or elements read alike, those that are charged are meant, if any is.
    """

    def __init__(self, law: Law, lang: str, charged: Collection[str] = ()) -> None:
        self._worded = Texts(_of_law(law))
        self._cited = Texts(_citations(law, lang))
        self._charged = charged

    def found_in(self, sentence: str) -> list[LawText]:
        plain = _plain(sentence)
        worded, cited = self._worded.found_in(plain), self._cited.found_in(plain)
        whole = {name: span for name, span in cited.items() if plain[span[1] : span[1] + 1] != "("}
        return sorted({*self._meant(worded), *self._meant(whole)})

    def _meant(self, found: dict[LawText, tuple[int, int]]) -> Iterator[LawText]:
        alike: dict[tuple[int, int], list[LawText]] = defaultdict(list)
        for name, span in found.items():
            alike[span].append(name)
        for names in alike.values():
            yield from [name for name in names if name.id in self._charged] or names


def _of_case(case: Case) -> Iterator[tuple[CaseText, str]]:
    """Every text: whose it is, its field, its words. A reading repeats the weighing of another entry."""
    for name, text in _inside(case.case, ()):
        yield CaseText(HEADER, name), text
    for _, _, entity in case.entities():
        if not isinstance(entity, ReadMapping):
            for name, text in _inside(entity, ()):
                yield CaseText(entity.id, name), text


def _inside(value: object, loc: tuple[_Step, ...]) -> Iterator[tuple[str, str]]:
    if isinstance(value, LocalText):
        yield from ((".".join(map(str, loc)), text) for text in value.by_lang.values())
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _inside(getattr(value, name), (*loc, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _inside(inner, (*loc, index))


def _of_law(law: Law) -> Iterator[tuple[LawText, str]]:
    for provision in law.provisions.values():
        for edition in (*provision.titles, *provision.texts):
            yield LawText(provision.id, "quoted"), edition.text or ""
    for element in law.elements.values():
        for text in (*element.text.values(), *element.label.values()):
            yield LawText(element.id, "quoted"), text


def _citations(law: Law, lang: str) -> Iterator[tuple[LawText, str]]:
    for name in law.provisions:
        if lang in law.instrument_of(name).citation:
            yield LawText(name, "cited"), law.cite(name, lang, superscript=True)


def _plain(text: str) -> str:
    """Without what a sentence may change in a text that it takes in: spaces and capitals."""
    return " ".join(text.split()).casefold()
