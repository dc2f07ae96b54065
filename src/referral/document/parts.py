"""A numbered document parted into files: the main text with the annexes of its level, each other annex by itself.

What is printed is what was numbered: a paragraph keeps its number wherever it goes. Notes alone begin anew in every
file, and a reference to what went to another one says in words where that is, and leads nowhere.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from referral.document.change import change_block
from referral.document.inlines import Citation, CrossReference, Footnote, Inline, Text
from referral.document.nodes import Annex, Block, ContentsOf, Document, Heading, OpenPoints, PageBreak, TableOfContents
from referral.document.number import is_apart, with_points
from referral.document.walk import flat, words

_LONG = 8  # headings; an annex that has more, in a file of its own, gets a table of contents
_DEPTH = 3


@dataclass(frozen=True)
class Part:
    """One file: the main one, or that of the annex with this id."""

    annex: str | None
    document: Document


def parts(document: Document) -> tuple[Part, ...]:
    """The files of a numbered document, the main one first; the very document where it is the only one."""
    apart = [block for block in document.blocks if isinstance(block, Annex) and is_apart(block, document.properties)]
    if not apart:
        return (Part(None, document),)
    places = _Places(document)
    return (Part(None, _main(document, apart, places)), *(Part(a.id, _own(document, a, places)) for a in apart))


def _main(document: Document, apart: list[Annex], places: "_Places") -> Document:
    gone = {annex.id for annex in apart}
    kept = [block for block in document.blocks if not (isinstance(block, Annex) and block.id in gone)]

    def number(note: int) -> int:
        return note - sum(last - before for before, last in (annex.notes for annex in apart) if last < note)

    blocks = places.moved(kept, lambda home: home not in gone, number)
    points = document.main_points
    return replace(document, blocks=tuple(with_points(block, points) for block in blocks), open_points=points)


def _own(document: Document, annex: Annex, places: "_Places") -> Document:
    blocks = places.moved([annex], lambda home: home == annex.id, lambda note: note - annex.notes[0])
    moved = next(block for block in blocks if isinstance(block, Annex))
    contained = (*_contents(document, annex), *moved.blocks, *_list_of_points(document, annex))
    shown = with_points(replace(moved, blocks=contained), annex.open_points)
    properties = replace(
        document.properties,
        title=f"{document.properties.title} – {annex.label}. {words(annex.title)}",
        level=annex.level,
        classification=annex.classification,
    )
    return replace(
        document, properties=properties, blocks=(shown,), open_points=annex.open_points, main_points=annex.open_points
    )


def _contents(document: Document, annex: Annex) -> Iterator[Block]:
    """A table of contents for a long annex, where the document has one."""
    headings = sum(isinstance(block, Heading) for block in flat(annex.blocks))
    lists = [block for block in flat(document.blocks) if isinstance(block, TableOfContents)]
    tables = [block for block in lists if block.of is ContentsOf.HEADINGS]
    if headings > _LONG and tables:
        yield from (replace(tables[0], depth=_DEPTH), PageBreak())


def _list_of_points(document: Document, annex: Annex) -> Iterator[Block]:
    """What stands open in an annex, under the heading that the list has in the document."""
    has_list = any(isinstance(block, OpenPoints) for block in flat(annex.blocks))
    before: Block | None = None
    for block in () if has_list or not annex.open_points else flat(document.blocks):
        if isinstance(block, OpenPoints):
            if isinstance(before, Heading):
                yield from (PageBreak(), replace(before, level=before.level + 1, id=f"{annex.id}-{before.id}"))
            yield block
            return
        before = block


class _Places:
    """Where each id of the document stands, and how a file refers to another."""

    def __init__(self, document: Document) -> None:
        annexes = [block for block in document.blocks if isinstance(block, Annex)]
        self._words = document.properties.annex_words
        self._labels = {annex.id: annex.label for annex in annexes}
        self._homes = {id_: annex.id for annex in annexes for id_ in annex.ids}

    def moved(self, blocks: Iterable[Block], stays: Callable[[str], bool], number: Callable[[int], int]) -> list[Block]:
        """The blocks as they stand in a file: `stays` tells whether a place is there, `number` that of a note."""

        def change(inline: Inline) -> Inline:
            match inline:
                case CrossReference() if not stays(self._homes.get(inline.target, "")):
                    return Text(self._elsewhere(inline))
                case Citation():
                    return _cited(inline, stays(self._homes.get(inline.target or "", "")), number)
                case Footnote():
                    return replace(inline, number=number(inline.number))
            return inline

        return [change_block(block, change) for block in blocks]

    def _elsewhere(self, reference: CrossReference) -> str:
        """The label, and the name of the part where it stands; an annex as a whole has no other name."""
        if reference.target in self._labels:
            return reference.label
        home = self._labels.get(self._homes.get(reference.target, ""), self._words.main)
        return self._words.elsewhere.format(label=reference.label, part=home)


def _cited(citation: Citation, is_here: bool, number: Callable[[int], int]) -> Citation:
    """Without a link to what stands elsewhere, and with the number that the note above has in its file."""
    above = replace(citation.above, note=number(citation.above.note)) if citation.above else None
    return replace(citation, target=citation.target if is_here else None, above=above)
