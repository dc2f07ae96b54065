"""A text as the words that may stand in it, whatever parts, joins, hides or decorates them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from referral.protection.datum import WORD, plain

_SPACED = re.compile(r"(?<!\w)\w(?:[^\S\n]{1,2}\w)+(?!\w)")
_FEWEST_SPACED = 4  # letters; fewer are words of one letter, unless all are capitals
_TEARING = frozenset("-‐‑\ufffe\n\r\t\u00a0")  # a plain blank parts words
_TORN = re.compile(r"[-‐‑\ufffe]?[^\S\n]*\n\s*|[‐‑\ufffe-]\s*")  # between the halves of a word
_PARTING = r"[\s().+/_·•‐‒–—−-]{0,3}"  # what parts the groups of a number; a composed text has but one more hyphen
_BETWEEN_DIGITS = re.compile(_PARTING)
_MOST_DIGITS = 24
_LONGEST = 40  # letters of a word in pieces
_EDGES = ' \n\t\u00a0<>"«»()'  # an address ends at one of these
_HYPHEN = re.compile(r"[-‐‑\ufffe]\n?")
_WRITTEN_CODE = re.compile(rf"[A-Z][A-Z0-9]*(?:{_HYPHEN.pattern}[A-Z0-9]+)+")
_CODE = re.compile(r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]*\d[A-Z0-9]*)+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it is written and in small letters; `start` and `end` are its place in the text."""

    written: str
    plain: str
    start: int
    end: int

    @property
    def has_humps(self) -> bool:
        """Whether capitals stand inside, as in «PetroIvanenko»."""
        return not (self.written[1:].islower() or self.written.isupper() or len(self.written) == 1)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of one text."""

    text: str
    all: tuple[Token, ...]

    def words_at(self, index: int) -> Iterator[tuple[str, int]]:
        """The words in small letters that may begin at a token, each with the index of the token after it."""
        token = self.all[index]
        word, after = token.plain, index + 1
        if "'" in word:
            yield from ((part, after) for part in word.split("'"))
            word = word.replace("'", "")
        yield word, after
        if word.isdigit():
            yield from self._numbers(index)
        elif self.text[token.end : token.end + 1] in _TEARING:
            yield from self._mended(index)

    def _mended(self, index: int) -> Iterator[tuple[str, int]]:
        """A word and what the end of a line has torn from it."""
        whole = self.all[index].plain
        for after in range(index + 1, len(self.all)):
            if not _TORN.fullmatch(self._between(after)) or self.all[after].plain.isdigit() or len(whole) > _LONGEST:
                return
            whole += self.all[after].plain
            yield whole.replace("'", ""), after + 1

    def _numbers(self, index: int) -> Iterator[tuple[str, int]]:
        """A number whose digits are written in groups."""
        whole = self.all[index].plain
        for after in range(index + 1, len(self.all)):
            if not self.all[after].plain.isdigit() or not _BETWEEN_DIGITS.fullmatch(self._between(after)):
                return
            whole += self.all[after].plain
            if len(whole) > _MOST_DIGITS:
                return
            yield whole, after + 1

    def _between(self, index: int) -> str:
        return self.text[self.all[index - 1].end : self.all[index].start]

    def _around(self, index: int) -> tuple[int, int]:
        """The bounds of what stands between blanks around a token."""
        token = self.all[index]
        begin = max(self.text.rfind(edge, 0, token.start) for edge in _EDGES) + 1
        end = min((at for edge in _EDGES if (at := self.text.find(edge, token.end)) >= 0), default=len(self.text))
        return begin, end

    def is_in_address(self, index: int) -> bool:
        """Whether a word stands in a path or an address, where nobody writes capitals."""
        begin, end = self._around(index)
        return any(sign in self.text[begin:end] for sign in "/@\\_") or "." in self.text[self.all[index].end : end - 1]

    def is_in_code(self, index: int) -> bool:
        """Whether a word is the letters of a code, as in «EV-0001»."""
        token = self.all[index]
        return any(
            found.start() <= token.start and token.end <= found.end()
            for found in _CODE.finditer(self.text, max(0, token.start - _LONGEST), token.end + _LONGEST)
        )


def tokens_of(text: str) -> Iterator[Tokens]:
    """The text without what hides its words; and once more where letter-spaced words are closed or humps parted."""
    whole = plain(text)
    tokens = Tokens(whole, _tokens(whole))
    yield tokens
    if (closed := _SPACED.sub(_closed, whole)) != whole:
        yield Tokens(closed, _tokens(closed))
    if any(token.has_humps for token in tokens.all):
        parted = WORD.sub(lambda word: _parted(word[0]), whole)
        yield Tokens(parted, _tokens(parted))


def _tokens(text: str) -> tuple[Token, ...]:
    return tuple(Token(m[0], m[0].casefold(), m.start(), m.end()) for m in WORD.finditer(text))


def _closed(spaced: re.Match[str]) -> str:
    letters = "".join(spaced[0].split())
    return letters if len(letters) >= _FEWEST_SPACED or letters.isupper() else spaced[0]


def _parted(word: str) -> str:
    """A blank before each capital that follows a small letter or goes before one."""
    return "".join(
        f" {now}" if now.isupper() and (before.islower() or (before.isupper() and after.islower())) else now
        for before, now, after in zip(" " + word, word, word[1:] + " ", strict=False)
    )


def codes_in(text: str, is_path: bool) -> Iterator[tuple[str, int]]:
    """What is written as a code is, and each part that may be one, with its place; in a path small letters too."""
    for written in _WRITTEN_CODE.finditer(text.upper() if is_path else text):
        parts = _HYPHEN.split(written[0])
        runs = combinations(range(len(parts) + 1), 2)
        yield from (("-".join(parts[start:end]), written.start()) for start, end in runs if end - start > 1)


def digits_in(text: str, least: int) -> Iterator[tuple[str, int]]:
    """Runs of at least so many digits, however they are set apart, each with its place."""
    for run in re.finditer(rf"\d(?:{_PARTING}\d){{{least - 1},}}", text):
        yield "".join(filter(str.isdecimal, run[0])), run.start()
