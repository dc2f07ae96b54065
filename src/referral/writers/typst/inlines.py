"""Inlines as data: a plain string for words, a mapping with its `kind` for anything else."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import assert_never

from referral.document.inlines import (
    Citation,
    Code,
    CrossReference,
    Emphasis,
    Footnote,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Placeholder,
    Redaction,
    Sentence,
    Strong,
    Superscript,
    Tab,
    Text,
)
from referral.document.walk import above_words, cites_in_full, words
from referral.writers.calls import spaced
from referral.writers.codes import JOINER
from referral.writers.html.inlines import note_place
from referral.writers.typst.places import Places
from referral.writers.typst.words import Data, Words

# After these a line may end, and the call of a note would begin the next.
_LETS_GO = frozenset("…!?–—-}")


@dataclass(frozen=True)
class Lines:
    """Writes lines of words; `notes` makes the words of notes printable, which stand at the foot of the page."""

    words: Words
    notes: Words
    places: Places

    def within(self, words: Words) -> "Lines":
        """The same in another width."""
        return Lines(words, self.notes, self.places)

    def line(self, content: Inlines) -> Data:
        """One line: a string where it is nothing but words, which is what most cells of a table are."""
        if len(content) == 1 and isinstance(content[0], Text) and not content[0].lang:
            return self.words.words(content[0].text)
        return list(self._pieces(content))

    def _pieces(self, content: Inlines) -> Iterator[Data]:
        for before, node in pairwise((None, *spaced(content))):
            if isinstance(node, Footnote) and before and words((before,))[-1:] in _LETS_GO:
                yield JOINER
            if node:
                yield from self._inline(node)

    def _inline(self, node: Inline) -> Iterator[Data]:
        match node:
            case Text():
                yield self._text(node)
            case Strong():
                yield {"kind": "strong", "content": self.line(node.content)}
            case Emphasis():
                yield {"kind": "emphasis", "content": self.line(node.content)}
            case Superscript():
                yield {"kind": "raised", "content": self.line(node.content)}
            case Sentence():
                yield from self._sentence(node)
            case Code():
                yield {"kind": "code", "text": self.words.code(node.text)}
            case LineBreak():
                yield {"kind": "line-break"}
            case Tab():
                yield {"kind": "tab"}
            case Footnote():
                yield self._note(node)
            case CrossReference():
                yield self._reference(node.label, node.target)
            case Citation():
                yield from self._citation(node)
            case Placeholder():
                yield {"kind": "placeholder", "text": self.words.words(node.text)}
            case Redaction():
                yield {"kind": "redaction", "text": self.words.words(node.text)}
            case Link():
                yield self.words.words(node.address)  # shown, never clickable: no text of a case becomes a link
            case _:
                assert_never(node)

    def _text(self, node: Text) -> Data:
        words = self.words.words(node.text)
        return {"kind": "text", "text": words, "lang": node.lang} if node.lang else words

    def _sentence(self, node: Sentence) -> Iterator[Data]:
        if node.id:
            yield {"kind": "place", "id": self.places.stand(node.id)}
        yield from self._pieces(node.content)

    def _note(self, node: Footnote) -> Data:
        place = self.places.stand(note_place(node.number)) if cites_in_full(node) else None
        content = self.within(self.notes).line(node.content)
        return {"kind": "note", "number": str(node.number), "content": content, "id": place}

    def _citation(self, node: Citation) -> Iterator[Data]:
        yield self._reference(node.label, node.target) if node.target else self.words.words(node.label)
        if node.is_full:
            yield from self._pieces((Text(", "), *node.full))
        if node.above:
            yield from (" (", self._reference(above_words(node.above), note_place(node.above.note)), ")")
        if node.pinpoint:
            yield self.words.words(f", {node.pinpoint}")

    def _reference(self, label: str, target: str) -> Data:
        return {"kind": "reference", "text": self.words.words(label), "target": self.places.lead(target)}
