"""An edited document set against the sidecar of the one that was built: which sentences are no longer those.

Sentences are looked for by their words, wherever they now stand: one that was moved is still itself. What is not found
again is paired with what is new, by the words that the two share; at least half of them, or they are two sentences.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import chain, islice

from referral.tracing.cut import cut
from referral.tracing.keys import Key, key, says_something
from referral.tracing.sidecar_model import SentenceTraced, Sidecar
from referral.tracing.word_text import Line

_START = 12  # letters by which a sentence is looked for within a line
_LONG = 40  # letters that it must have for that; a shorter one, as a date, may stand in any other sentence
_ALIKE = 0.5
_CANDIDATES = 12
_MOST_WORDS = 300  # of a sentence; no more are weighed
_COMMON = 200  # a word in more sentences than this says nothing about which is meant


@dataclass(frozen=True)
class Edited:
    """Words that no sentence has; `after` is the last sentence before them that stayed as it was."""

    text: str
    after: SentenceTraced | None


@dataclass(frozen=True)
class Difference:
    """`changed`: what became of which sentence. `new`: without a source. `gone`: what is no longer there."""

    changed: tuple[tuple[SentenceTraced, Edited], ...] = ()
    new: tuple[Edited, ...] = ()
    gone: tuple[SentenceTraced, ...] = ()


def compared(sidecar: Sidecar, lines: Iterable[Line]) -> Difference:
    """What a reader of the edited document finds otherwise than it was built."""
    known = _Known(sidecar)
    edited = [piece for line in lines for piece in known.unknown_in(line)]
    return _paired(edited, list(known.missing()))


@dataclass
class _Known:
    """The sentences of a sidecar while a document is read: which of them were met, and which last."""

    sidecar: Sidecar
    met: Counter[str] = field(default_factory=Counter)  # outside their lines
    met_lines: set[int] = field(default_factory=set)
    last: SentenceTraced | None = None

    def __post_init__(self) -> None:
        self._keys = [key(s.text, s.references).text for s in self.sidecar.sentences]
        self._by_key: dict[str, SentenceTraced] = {}
        self._by_start: dict[str, dict[int, None]] = defaultdict(dict)
        for name, sentence in zip(self._keys, self.sidecar.sentences, strict=True):
            self._by_key.setdefault(name, sentence)
            if len(name) >= _LONG:
                self._by_start[name[:_START]][len(name)] = None
        typed = [key(s.text).text for s in self.sidecar.sentences]  # where a number became plain text
        self._named = dict(zip(typed, self._keys, strict=True)) | {name: name for name in self._keys}
        self._of_line: dict[int, list[SentenceTraced]] = defaultdict(list)
        for sentence in self.sidecar.sentences:
            self._of_line[sentence.line].append(sentence)
        self._lines = _lines_by_words(typed, self.sidecar.sentences)
        self._lines |= _lines_by_words(self._keys, self.sidecar.sentences)

    def missing(self) -> Iterator[SentenceTraced]:
        """Each sentence of a line that was not met, unless it was met elsewhere, once for each place."""
        left = Counter(self.met)
        for name, sentence in zip(self._keys, self.sidecar.sentences, strict=True):
            if sentence.line in self.met_lines or sentence.where.part == "drawing":  # a picture, to be edited nowhere
                continue
            if left[name]:
                left[name] -= 1
            elif says_something(sentence.text):
                yield sentence

    def unknown_in(self, line: Line) -> list[Edited]:
        """The words of a line that are no sentence of the sidecar."""
        for spans in dict.fromkeys((line.computed, ())):  # a number may have become plain text
            found = key(line.text, spans)
            if found.text in self._lines:
                self._meet_line(self._lines[found.text])
                return []
        return self._unknown_in(line.text, key(line.text, line.computed))

    def _unknown_in(self, text: str, found: Key) -> list[Edited]:
        pieces: list[Edited] = []
        place = start = 0
        while place < len(found.text):
            name = self._longest_at(found.text, place)
            if name:
                pieces += self._cut(text, found, start, place)
                self._meet(name)
                start = place + len(name)
            place = start if name else place + 1
        return [*pieces, *self._cut(text, found, start, len(found.text))]

    def _longest_at(self, text: str, place: int) -> str:
        lengths = self._by_start.get(text[place : place + _START], {})
        names = (text[place : place + length] for length in lengths)
        return max((name for name in names if name in self._by_key), key=len, default="")

    def _cut(self, text: str, found: Key, start: int, stop: int) -> list[Edited]:
        """The sentences between two that are known; a short one may be known too."""
        if start == stop:
            return []
        words = text[found.at[start] : found.at[stop] if stop < len(found.at) else len(text)]
        return [piece for a, b in cut(words) for piece in self._edited(words[a:b])]

    def _edited(self, words: str) -> list[Edited]:
        name = key(words).text
        if name in self._named:
            self._meet(self._named[name])
        elif says_something(words):
            return [Edited(words, self.last)]
        return []

    def _meet(self, name: str) -> None:
        self.met[name] += 1
        self.last = self._by_key[name]

    def _meet_line(self, lines: list[int]) -> None:
        """The next of the lines that say this; else one before. A copy more than there were is no news."""
        following = bisect_right(lines, self.last.line if self.last else 0)
        in_turn = chain(islice(lines, following, None), islice(lines, following))
        line = next((line for line in in_turn if line not in self.met_lines), lines[0])
        self.met_lines.add(line)
        self.last = self._of_line[line][-1]


def _lines_by_words(keys: list[str], sentences: Iterable[SentenceTraced]) -> dict[str, list[int]]:
    """The lines that say the same, in their order, by what they say."""
    said: dict[int, str] = defaultdict(str)
    for name, sentence in zip(keys, sentences, strict=True):
        said[sentence.line] += name
    lines: dict[str, list[int]] = defaultdict(list)
    for line, words in said.items():
        lines[words].append(line)
    return dict(lines)


def _paired(edited: list[Edited], missing: list[SentenceTraced]) -> Difference:
    """Each edited piece with the missing sentence that is most like it, the likest pairs first."""
    pairs = sorted(_likely(edited, missing), key=lambda pair: (-pair[0], pair[1], pair[2]))
    of_edited: dict[int, int] = {}
    taken: set[int] = set()
    for _, piece, sentence in pairs:
        if piece not in of_edited and sentence not in taken:
            of_edited[piece] = sentence
            taken.add(sentence)
    return Difference(
        tuple((missing[of_edited[n]], piece) for n, piece in enumerate(edited) if n in of_edited),
        tuple(piece for n, piece in enumerate(edited) if n not in of_edited),
        tuple(sentence for n, sentence in enumerate(missing) if n not in taken),
    )


def _likely(edited: list[Edited], missing: list[SentenceTraced]) -> Iterator[tuple[float, int, int]]:
    words = [_words(sentence.text) for sentence in missing]
    having: dict[str, list[int]] = defaultdict(list)
    for n, said in enumerate(words):
        for word in set(said):
            having[word].append(n)
    for piece, new in enumerate(edited):
        said = _words(new.text)
        shared = Counter(n for word in set(said) if len(having[word]) <= _COMMON for n in having[word])
        for n, _ in sorted(shared.items(), key=lambda count: (-count[1], count[0]))[:_CANDIDATES]:
            ratio = SequenceMatcher(None, said, words[n], autojunk=False).ratio()
            if ratio >= _ALIKE:
                yield ratio, piece, n


def _words(text: str) -> list[str]:
    return text.casefold().split()[:_MOST_WORDS]
