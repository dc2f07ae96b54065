"""Rows of tables as text: kept packed while the document grows, and put into its main part when the package is written.

In the tree an instruction stands in their place, which no text of a case can write. Ten thousand rows as elements would
take twenty times the memory.
"""

import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from lxml import etree

from referral.writers.docx.oxml import Element

_NAME = "rows"
_PLACE = re.compile(rb"<\?rows (\d+)\?>")
_FAST = 1  # how hard to pack what is unpacked a moment later
_PIECE = 1 << 16  # bytes


class StreamedRows:
    """The rows that are not in the tree, in the order in which their places stand there."""

    def __init__(self) -> None:
        self._packed: list[bytes] = []

    @contextmanager
    def end_of(self, table: Element) -> Iterator[Callable[[str], None]]:
        """Marks the end of the table, and takes the XML of the rows that belong there."""
        table.append(etree.ProcessingInstruction(_NAME, str(len(self._packed))))
        packer, packed = zlib.compressobj(_FAST), bytearray()
        yield lambda row: packed.extend(packer.compress(row.encode()))
        self._packed.append(bytes(packed + packer.flush()))

    def into(self, part: bytes) -> Iterator[bytes]:
        """The part with all rows in their places, piece by piece."""
        before, *places = _PLACE.split(part)
        yield before
        for number, after in zip(places[::2], places[1::2], strict=True):
            yield from _unpacked(self._packed[int(number)])
            yield after


def _unpacked(packed: bytes) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    for start in range(0, len(packed), _PIECE):
        yield unpacker.decompress(packed[start : start + _PIECE])
