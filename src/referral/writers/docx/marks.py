"""Bookmarks: the names that ids of the tree get in Word, and the numbers that Word itself can print for them.

Names are counted, not made from ids: an id may have any length and letters, a bookmark's name may not.
"""

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext

from referral.document.inlines import Sentence
from referral.document.nodes import Block, Figure, Heading, Paragraph, ParagraphKind
from referral.document.walk import flat, inlines_in
from referral.writers.docx.fields import Instruction, bare_number, full_number, own_number, words_of
from referral.writers.docx.looks import bookmarked
from referral.writers.docx.oxml import Element


def note_target(number: int) -> str:
    """Stands for the id of a note; no id of a document begins with a tilde."""
    return f"~note-{number}"


class Marks:
    """The bookmarks of one document."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._names: dict[str, str] = {}
        self._written = 0
        self._heading_labels: dict[str, str] = {}
        self._paragraph_labels: dict[str, str] = {}
        self._annex_labels: dict[str, str] = {}  # of headings in annexes
        self._captions: dict[str, str] = {}  # the numbers of what has a caption that is counted
        for block in flat(blocks):
            self._learn(block)

    def _learn(self, block: Block) -> None:
        if isinstance(block, Paragraph | Figure) and block.counted:
            self._captions[block.counted.target] = block.counted.number
        if isinstance(block, Heading) and block.numbered:
            (self._annex_labels if block.series else self._heading_labels)[block.id] = block.label
        elif isinstance(block, Paragraph) and block.kind is ParagraphKind.NUMBERED:
            sentences = (inline.id for inline in inlines_in(block.content) if isinstance(inline, Sentence))
            self._paragraph_labels |= {id_: block.label for id_ in (block.id, *sentences) if id_}

    def name(self, target: str) -> str:
        """The bookmark's name for an id, whether it has been written yet or not."""
        return self._names.setdefault(target, f"_Ref{len(self._names) + 1:06d}")

    def around(self, parent: Element, target: str | None) -> AbstractContextManager[None]:
        """Marks what is added to `parent` inside the `with`; nothing if there is no id."""
        return nullcontext() if target is None else bookmarked(parent, *self.taken(target))

    def taken(self, target: str) -> tuple[str, int]:
        """Name and number of the bookmark that is written next, for an id."""
        self._written += 1
        return self.name(target), self._written

    def at(self, parent: Element, target: str | None) -> None:
        """Marks the place where `parent` now ends; nothing if there is no id."""
        with self.around(parent, target):
            pass

    def number_field(self, target: str, label: str) -> Instruction | None:
        """The field by which Word prints just this label; None where Word's own count would print another or none."""
        if label and self._heading_labels.get(target) == label:
            return full_number(self.name(target))
        if label and self._annex_labels.get(target) == label:
            return bare_number(self.name(target))
        if self._paragraph_labels.get(target) == label:
            return own_number(self.name(target))
        if label and self._captions.get(target) == label:
            return words_of(self.name(target))
        return None

    def has_caption(self, target: str | None) -> bool:
        """Whether the number of a caption is marked for this id, and so the thing itself is not."""
        return target in self._captions
