"""What the end of a page must not part: a table or a list and the words before it, the first two rows of a table."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice, pairwise

from referral.document.nodes import Block, BulletList, NumberedList, Paragraph, ParagraphKind, Row, Table
from referral.writers.tall import lines

_INTRODUCING = (ParagraphKind.BODY, ParagraphKind.PLAIN, ParagraphKind.NUMBERED, ParagraphKind.SMALL)
# Two rows that together are higher than a quarter of a page would leave too much of one empty.
_LINES = 17


def introduced(blocks: Iterable[Block]) -> Iterator[tuple[Block, bool]]:
    """The blocks, each with whether it must stand on the page on which the next one begins."""
    pairs = pairwise(chain(blocks, (None,)))
    return ((block, following is not None and _introduces(block, following)) for block, following in pairs if block)


def kept(rows: Iterable[Row], widths: tuple[int, ...]) -> Iterator[tuple[Row, bool]]:
    """The rows, each with whether it must stand on the page of the next: the first, where the first two are short."""
    rest = iter(rows)
    first = tuple(islice(rest, 2))
    is_kept = len(first) == 2 and sum(lines(row, widths) for row in first) <= _LINES
    yield from zip(first, (is_kept, False), strict=False)
    del first
    yield from ((row, False) for row in rest)


def _introduces(block: Block, following: Block) -> bool:
    is_opened = isinstance(following, Table | BulletList | NumberedList) or _is(following, (ParagraphKind.QUOTE,))
    return is_opened and _is(block, _INTRODUCING)


def _is(block: Block, kinds: tuple[ParagraphKind, ...]) -> bool:
    return isinstance(block, Paragraph) and block.kind in kinds
