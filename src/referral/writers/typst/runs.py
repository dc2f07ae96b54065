"""The pages of a document in runs: what stands on pages of one orientation under one header, begun on a new page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from referral.document.nodes import Annex, Block, Orientation, Section


@dataclass(frozen=True)
class Run:
    """`header` is that of an annex, None in the main text; a separator page stands before an annex."""

    blocks: tuple[Block, ...]
    orientation: Orientation = Orientation.PORTRAIT
    header: str | None = None
    is_separator: bool = False


def runs(blocks: Iterable[Block], header: str | None = None) -> Iterator[Run]:
    """The runs in order; nothing is left out, and no run is empty."""
    for is_part, together in groupby(blocks, key=lambda block: isinstance(block, Section | Annex)):
        if is_part:
            for block in together:
                yield from _part(block, header)
        else:
            yield Run(tuple(together), header=header)


def _part(block: Block, header: str | None) -> Iterator[Run]:
    if isinstance(block, Section):
        yield Run(block.blocks, block.orientation, header)
    elif isinstance(block, Annex):
        if block.front:
            yield Run(block.front, header=block.header, is_separator=True)
        yield from runs(block.blocks, block.header)
