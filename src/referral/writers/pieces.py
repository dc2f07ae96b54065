"""A document as a row of pieces that stay whole, each with what is known of the page on which it begins."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from referral.document.inlines import Footnote, Inlines
from referral.document.nodes import Annex, Block, Heading, Orientation, PageBreak, Section
from referral.document.tables import Row, Rows, Table
from referral.document.walk import lines_of, lines_of_row, words

# A long table is parted by rows and not by letters, so that a word more in one row moves no other; rows that are high
# are the exception: so many letters for each. A rest of a few rows stays with those before it.
ROWS = 200
_LETTERS_OF_ROW = 500
_REST = 50
# After so many letters without the end of a page, a heading of this level begins a new one.
_BEARABLE = {1: 150_000, 2: 150_000, 3: 180_000, 4: 180_000}

Path = tuple[Annex | Section, ...]


class Cut(Enum):
    """Whether a chunk may begin with a piece."""

    NO = auto()
    MAY = auto()  # a page begins there anyway
    CHAPTER = auto()  # if what is before it is too long otherwise
    MUST = auto()


@dataclass(frozen=True)
class Piece:
    """One block, or some rows of a table, within the annex and the section of its path; none where an annex opens."""

    path: Path
    block: Block | None
    cut: Cut
    letters: int
    rows: tuple[int, int] | None = None  # the first and the last, from 1, of a table that goes on

    @property
    def opens(self) -> bool:
        return self.block is None

    @property
    def is_page_break(self) -> bool:
        return isinstance(self.block, PageBreak)

    @property
    def bearable(self) -> int:
        """How many letters may stand before it without the end of a page."""
        return _BEARABLE[self.block.level] if isinstance(self.block, Heading) else 0


def pieces(blocks: Iterable[Block], rows: int = ROWS) -> Iterator[Piece]:
    """The pieces in reading order, with so many rows of a table; each table is read once."""
    before: tuple[Path, Block | None] = ((), None)
    for path, block in _leaves(blocks, ()):
        cut = _cut(before, path, block)
        before = (path, block)
        if isinstance(block, Table):
            yield from _of_table(block, path, cut, rows)
        else:
            yield Piece(path, block, cut, sum(_letters(block)) if block else 0)


def letters_of(blocks: Iterable[Block]) -> Iterator[int]:
    """How many letters each line has, its notes included; rows are read while these are asked for."""
    return (length for _, block in _leaves(blocks, ()) if block for length in _letters(block))


def words_of_place(pack: list[Piece]) -> str:
    """Where the pieces begin: the annex, and the rows or else the first heading."""
    annexes = [node.label for node in pack[0].path if isinstance(node, Annex)]
    headings = [f"“{words(piece.block.content)}”" for piece in pack if isinstance(piece.block, Heading)][:1]
    rows = [f"rows {first}–{last} of a table" for first, last in filter(None, [pack[0].rows])]
    return ", ".join([*annexes, *(rows or headings)]) or "the beginning"


def _leaves(blocks: Iterable[Block], path: Path) -> Iterator[tuple[Path, Block | None]]:
    for block in blocks:
        if isinstance(block, Annex):
            yield (*path, block), None
        if isinstance(block, Annex | Section):
            yield from _leaves(block.blocks, (*path, block))
        else:
            yield path, block


def _letters(block: Block) -> Iterator[int]:
    return map(_length, lines_of(block))


def _length(line: Inlines) -> int:
    return len(words(line, _note))


def _note(note: Footnote) -> str:
    return words(note.content)


def _cut(before: tuple[Path, Block | None], path: Path, block: Block | None) -> Cut:
    """How a chunk may begin here. A page ends with a page break, before an annex or section, and after a wide one."""
    old, last = before
    if isinstance(last, PageBreak) or _enters(old, path) or _leaves_wide(old, path) or (last is None and old):
        return Cut.MAY
    if isinstance(block, Heading) and not isinstance(last, Heading):
        return Cut.CHAPTER
    return Cut.NO


def _enters(old: Path, new: Path) -> bool:
    return len(new) > len(old) or any(a is not b for a, b in zip(old, new, strict=False))


def _leaves_wide(old: Path, new: Path) -> bool:
    left = old[len(new) :]
    return any(isinstance(node, Section) and node.orientation is Orientation.LANDSCAPE for node in left)


def _of_table(table: Table, path: Path, cut: Cut, most: int) -> Iterator[Piece]:
    """The table, or parts of it with the same header; its id is that of the first."""
    read = 0
    for rows, letters in _parts(table.rows, most):
        part = Table(table.widths, table.header, Rows(rows.__iter__), None if read else table.id)
        span = (read + 1, read + len(rows)) if read else None
        yield Piece(path, part, Cut.MUST if read else cut, letters, span)
        read += len(rows)


def _parts(rows: Iterable[Row], most: int) -> Iterator[tuple[tuple[Row, ...], int]]:
    """So many rows at a time, with their letters; the last part may have a few more."""
    held: tuple[tuple[Row, ...], int] | None = None
    for part, letters in _slices(rows, most):
        if held and len(part) < _REST and letters < _LETTERS_OF_ROW * most // 4:
            held = ((*held[0], *part), held[1] + letters)
            continue
        if held:
            yield held
        held = (part, letters)
    if held:
        yield held


def _slices(rows: Iterable[Row], most: int) -> Iterator[tuple[tuple[Row, ...], int]]:
    part, letters = list[Row](), 0
    for row in rows:
        part.append(row)
        letters += sum(map(_length, lines_of_row(row)))
        if len(part) == most or letters > _LETTERS_OF_ROW * most:
            yield tuple(part), letters
            part, letters = [], 0
    if part:
        yield tuple(part), letters
