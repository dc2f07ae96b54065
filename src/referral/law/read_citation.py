"""A citation read back: the provisions that a text such as a pattern of `cite` writes may mean.

The same patterns serve both ways, so that what can be written can be read; several of our own subdivisions may bear
one number, and a bare number may stand in several instruments, so that the answer is a list.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from referral.law.cite import ANY_LEVEL, NOMINATIVE, NUMBER, SUPERSCRIPT, cite, forms_of, title_names
from referral.law.library import Law
from referral.law.model import LEVELS, CitationStyle, Instrument, Provision

_NAME = re.compile(r"\{([a-z.]+)\}")
_RAISED = re.compile(f"(?<=[0-9])[{''.join(map(chr, SUPERSCRIPT.values()))}]+")
_LOWERED = {raised: chr(plain) for plain, raised in SUPERSCRIPT.items()}
_PART = r"[^\s()]+?"
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
        self._readings = [r for instrument in law.instruments.values() for r in _readings(instrument)]
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
        found = set(self._own.get(wanted, ()))
        for reading in self._readings:
            if match := reading.expression.fullmatch(wanted):
                found |= set(self._by_number.get((reading.instrument, _number(match, reading.style)), ()))
        return tuple(sorted(found, key=self._order.index))


def normal(text: str) -> str:
    """One space between words, and an index written as 12-3 where it is printed as 12³."""
    plain = _RAISED.sub(lambda match: "-" + match[0].translate(_LOWERED), text)
    return " ".join(plain.split())


def _own_forms(instrument: Instrument, provision: Provision) -> Iterator[str]:
    """Every citation of a provision that does not follow the patterns."""
    for lang, own in provision.cite.items():
        yield from (cite(instrument, provision, lang, form) for form in sorted({*own, *forms_of(instrument, lang)}))


def _readings(instrument: Instrument) -> Iterator[_Reading]:
    for lang, style in instrument.citation.items():
        levels: Mapping[str, Mapping[str, str]] = {str(level): forms for level, forms in style.by_level.items()}
        names = title_names(instrument, lang)
        patterns: dict[str, None] = {}
        for level in LEVELS:
            forms = {**levels.get(ANY_LEVEL, {}), **levels.get(level, {})}
            number = forms.get(NUMBER, "")
            patterns |= dict.fromkeys(pattern.replace(f"{{{NUMBER}}}", number) for pattern in forms.values())
        yield from (_Reading(instrument.id, _expression(pattern, names, style), style) for pattern in patterns)


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
    words = sorted({forms[case] for forms in style.ordinals.values() if case in forms}, key=len, reverse=True)
    return f"(?P<{group}>{'|'.join(map(re.escape, words))})" if words else r"(?!)"


def _number(match: re.Match[str], style: CitationStyle) -> _Number:
    """The number that was read; an ordinal gives the part."""
    found = {name: value for name, value in match.groupdict().items() if name in LEVELS}
    ordinal = match.groupdict().get("ordinal")
    if ordinal is not None:
        found["part"] = next(part for part, forms in style.ordinals.items() if ordinal in forms.values())
    return _key(found)


def _key(parts: Mapping[str, str]) -> _Number:
    return tuple(sorted(parts.items()))
