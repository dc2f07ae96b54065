"""What the end of a page must not part: words and what they lead to (a table, a signature), rows at the edge."""

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

from referral.document.nodes import Block, BulletList, NumberedList, Paragraph, ParagraphKind, SignatureBlock
from referral.document.tables import Row, Table
from referral.writers.tall import lines

_INTRODUCING = (ParagraphKind.BODY, ParagraphKind.PLAIN, ParagraphKind.NUMBERED, ParagraphKind.SMALL)
# Two rows that together are higher than a sixth of a page would leave too much of one empty.
_LINES = 11


def introduced(blocks: Iterable[Block]) -> Iterator[tuple[Block, bool]]:
    """The blocks, each with whether it must stand on the page on which the next one begins."""
    pairs = pairwise(chain(blocks, (None,)))
    return ((block, following is not None and _introduces(block, following)) for block, following in pairs if block)


def kept(rows: Iterable[Row], widths: tuple[int, ...]) -> Iterator[tuple[Row, bool]]:
    """The rows, each with whether it must stand on the page of the next: the first and the last but one, if short."""
    rest = iter(rows)
    row, following, is_first = next(rest, None), next(rest, None), True
    while row is not None:
        later = next(rest, None)
        yield row, (is_first or later is None) and _are_short(row, following, widths)
        row, following, is_first = following, later, False


def _are_short(row: Row, following: Row | None, widths: tuple[int, ...]) -> bool:
    return following is not None and lines(row, widths) + lines(following, widths) <= _LINES


def _introduces(block: Block, following: Block) -> bool:
    is_opened = isinstance(following, Table | BulletList | NumberedList | SignatureBlock) or _is(
        following, (ParagraphKind.QUOTE,)
    )
    is_framed = _is(block, (ParagraphKind.NOTICE,)) and isinstance(following, Paragraph)
    return is_framed or (is_opened and _is(block, _INTRODUCING))


def _is(block: Block, kinds: tuple[ParagraphKind, ...]) -> bool:
    return isinstance(block, Paragraph) and block.kind in kinds
