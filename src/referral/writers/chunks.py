"""A long document in chunks, each to be laid out by itself: parted where a page begins anyway, and in long tables.

Every number is in the tree already, so that a chunk does not know where it will stand. No engine is known here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from referral.document.nodes import Annex, Block, Document, Section, TableOfContents
from referral.writers.pieces import ROWS, Cut, Piece, letters_of, pieces, words_of_place

# In letters, of which a page holds some 2,500. A short document is laid out at once. A chunk costs a tenth of a second
# of its own; one that is too long keeps a core busy while the others wait.
_SHORT = 100_000
_ENOUGH = 40_000


@dataclass(frozen=True)
class Chunk:
    """Blocks as they are to be written: an annex that goes on has no `front`, a table is a part of its rows.

    `place` says in words what it is; `lists` that it holds a table of contents, and thus page numbers of other chunks.
    """

    blocks: tuple[Block, ...]
    place: str
    is_first: bool
    is_last: bool
    lists: bool


def is_long(document: Document, short: int = _SHORT) -> bool:
    """Whether the document, with more letters than a short one, is to be parted. Rows are read until that is clear."""
    total = 0
    for length in letters_of(document.blocks):
        total += length
        if total > short:
            return True
    return False


def chunks(document: Document, rows: int = ROWS) -> Iterator[Chunk]:
    """The chunks in order, each of which begins on a new page; each table is read once, so many rows at a time."""
    packs = _packed(pieces(document.blocks, rows))
    pack, is_first = next(packs, []), True
    while pack:
        following = next(packs, [])
        yield Chunk(tuple(_tree(pack)), words_of_place(pack), is_first, not following, _lists(pack))
        pack, is_first = following, False


def _packed(found: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Pieces that stand together; a page break between two packs is no longer needed."""
    pack: list[Piece] = []
    for piece in found:
        if pack and _is_cut(pack, piece):
            yield [*pack[:-1], *([] if pack[-1].is_page_break else pack[-1:])]
            pack = []
        pack.append(piece)
    if pack:
        yield pack


def _is_cut(pack: list[Piece], following: Piece) -> bool:
    """A chunk with contents ends with their page: it is laid out last, and again when its own length has changed."""
    total = sum(piece.letters for piece in pack)
    match following.cut:
        case Cut.MUST:
            return True
        case Cut.MAY:
            return total > _ENOUGH or _lists(pack)
        case Cut.CHAPTER:
            return total > following.bearable
    return False


def _lists(pack: list[Piece]) -> bool:
    return any(isinstance(piece.block, TableOfContents) for piece in pack)


def _tree(pack: Iterable[Piece], depth: int = 0) -> Iterator[Block]:
    """The pieces put back into their annexes and sections."""
    for _, together in groupby(pack, lambda piece: id(piece.path[depth]) if depth < len(piece.path) else None):
        inside = list(together)
        if depth < len(inside[0].path):
            yield _container(inside[0].path[depth], inside, depth)
        else:
            yield from (piece.block for piece in inside if piece.block)


def _container(node: Annex | Section, inside: list[Piece], depth: int) -> Block:
    blocks = tuple(_tree(inside, depth + 1))
    if isinstance(node, Section):
        return replace(node, blocks=blocks)
    return replace(node, blocks=blocks, front=node.front if inside[0].opens else ())
