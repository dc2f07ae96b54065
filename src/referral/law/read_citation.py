"""A citation read back: the provisions that a text such as a pattern of `cite` writes may mean.

The same patterns serve both ways, so that what can be written can be read; several of our own subdivisions may bear
one number, and a bare number may stand in several instruments, so that the answer is a list.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from referral.law.cite import ANY_LEVEL, NOMINATIVE, NUMBER, SUPERSCRIPT, cite, forms_of, title_names
from referral.law.library import Law
from referral.law.model import LEVELS, CitationStyle, Instrument, Provision

_NAME = re.compile(r"\{([a-z.]+)\}")
_RAISED = re.compile(f"(?<=[0-9])[{''.join(map(chr, SUPERSCRIPT.values()))}]+")
_LOWERED = {raised: chr(plain) for plain, raised in SUPERSCRIPT.items()}
_PART = r"[^\s()]+?"
_BEFORE_NUMBER = re.compile(r"^[^{]*")
_LETTER = re.compile(r"[^\W\d_]")
_Number = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class _Reading:
    """One pattern of one instrument, as an expression."""

    instrument: str
    expression: re.Pattern[str]
    style: CitationStyle


class CitationReader:
    """Reads the citations of one library; made once, because it prepares every pattern."""

    def __init__(self, law: Law) -> None:
        self._order = list(law.provisions)
        instruments = law.instruments.values()
        self._readings = [r for instrument in instruments for r in _readings(instrument, _patterns)]
        self._numbers = [r for instrument in instruments for r in _readings(instrument, _numbers)]
        self._words = {instrument.id: set(_words(instrument)) for instrument in instruments}
        self._by_number: dict[tuple[str, _Number], list[str]] = {}
        self._own: dict[str, list[str]] = {}
        for provision in law.provisions.values():
            instrument = law.instrument_of(provision.id)
            self._by_number.setdefault((instrument.id, _key(provision.number.parts)), []).append(provision.id)
            for written in _own_forms(instrument, provision):
                self._own.setdefault(normal(written), []).append(provision.id)

    def read(self, text: str) -> tuple[str, ...]:
        """The ids of the provisions cited by a text, in the order of the library; empty if it is no citation."""
        wanted = normal(text)
        return self._sorted({*self._own.get(wanted, ()), *self._matches(wanted, self._readings)})

    def read_abridged(self, text: str) -> tuple[str, ...]:
        """The same of a citation that names its instrument by some of its words, or not at all («art. 5»)."""
        if found := self.read(text):
            return found
        written = normal(text).split()
        if written and self._knows(written[0]):
            return self._by_some_words(written) or self._by_some_words(written[1:])
        return self._by_some_words(written)

    def _by_some_words(self, written: list[str]) -> tuple[str, ...]:
        """Read as a number and words that all belong to an instrument; the longest number counts."""
        for cut in range(len(written), 0, -1):
            fitting = [r for r in self._numbers if self._words[r.instrument].issuperset(written[cut:])]
            if found := set(self._matches(" ".join(written[:cut]), fitting)):
                return self._sorted(found)
        return ()

    def _matches(self, wanted: str, readings: Iterable[_Reading]) -> Iterator[str]:
        for reading in readings:
            if match := reading.expression.fullmatch(wanted):
                yield from self._by_number.get((reading.instrument, _number(match, reading.style)), ())

    def _knows(self, head: str) -> bool:
        """Whether a word before the number begins like a word of the patterns, or goes on from one («art.»)."""
        plain = head.strip(".")
        words = (word.strip(".") for known in self._words.values() for word in known)
        return plain.isalpha() and any(w.isalpha() and (w.startswith(plain) or plain.startswith(w)) for w in words)

    def _sorted(self, found: set[str]) -> tuple[str, ...]:
        return tuple(sorted(found, key=self._order.index))


def normal(text: str) -> str:
    """Small letters, one space between words, and an index written as 12-3 where it is printed as 12³."""
    plain = _RAISED.sub(lambda match: "-" + match[0].translate(_LOWERED), text)
    return " ".join(plain.casefold().split())


def _own_forms(instrument: Instrument, provision: Provision) -> Iterator[str]:
    """Every citation of a provision that does not follow the patterns."""
    for lang, own in provision.cite.items():
        yield from (cite(instrument, provision, lang, form) for form in sorted({*own, *forms_of(instrument, lang)}))


def _readings(instrument: Instrument, patterns_of: Callable[[CitationStyle], Iterable[str]]) -> Iterator[_Reading]:
    for lang, style in instrument.citation.items():
        names = title_names(instrument, lang)
        for pattern in dict.fromkeys(patterns_of(style)):
            yield _Reading(instrument.id, _expression(pattern, names, style), style)


def _patterns(style: CitationStyle) -> Iterator[str]:
    """Every pattern of a language, the number written into it."""
    for forms in _forms_by_level(style):
        number = forms.get(NUMBER, "")
        yield from (pattern.replace(f"{{{NUMBER}}}", number) for pattern in forms.values())


def _numbers(style: CitationStyle) -> Iterator[str]:
    """The numbers alone, and those that can stand without the words before them: no words between their parts."""
    for forms in _forms_by_level(style):
        number = forms.get(NUMBER, "")
        bare = _BEFORE_NUMBER.sub("", number)
        yield from filter(None, (number, "" if _LETTER.search(_NAME.sub("", bare)) else bare))


def _forms_by_level(style: CitationStyle) -> Iterator[dict[str, str]]:
    levels: Mapping[str, Mapping[str, str]] = {str(level): forms for level, forms in style.by_level.items()}
    return ({**levels.get(ANY_LEVEL, {}), **levels.get(level, {})} for level in LEVELS)


def _words(instrument: Instrument) -> Iterator[str]:
    """Every word by which the instrument, or a part of it, is cited in some language."""
    for lang, style in instrument.citation.items():
        for text in (*_patterns(style), *title_names(instrument, lang).values()):
            yield from normal(_NAME.sub(" ", text)).split()


def _expression(pattern: str, names: Mapping[str, str], style: CitationStyle) -> re.Pattern[str]:
    pieces = _NAME.split(normal(pattern))
    seen: set[str] = set()
    written = [_piece(piece, n % 2 == 1, names, style, seen) for n, piece in enumerate(pieces)]
    return re.compile("".join(written))


def _piece(piece: str, is_name: bool, names: Mapping[str, str], style: CitationStyle, seen: set[str]) -> str:
    if not is_name:
        return re.escape(piece)
    if piece in names:
        return re.escape(normal(names[piece]))
    group, _, case = piece.partition(".")
    if group in seen:
        return f"(?P={group})"
    seen.add(group)
    if group in LEVELS:
        return f"(?P<{group}>{_PART})"
    case = case or NOMINATIVE
    words = sorted({normal(forms[case]) for forms in style.ordinals.values() if case in forms}, key=len, reverse=True)
    return f"(?P<{group}>{'|'.join(map(re.escape, words))})" if words else r"(?!)"


def _number(match: re.Match[str], style: CitationStyle) -> _Number:
    """The number that was read; an ordinal gives the part."""
    found = {name: value for name, value in match.groupdict().items() if name in LEVELS}
    ordinal = match.groupdict().get("ordinal")
    if ordinal is not None:
        found["part"] = next(part for part, forms in style.ordinals.items() if ordinal in map(normal, forms.values()))
    return _key(found)


def _key(parts: Mapping[str, str]) -> _Number:
    return tuple(sorted((name, value.casefold()) for name, value in parts.items()))
