"""The pages of a SQLite file that no row uses any more, and the gaps in those that rows use: old words may stand there.

After “Database File Format” of SQLite: https://www.sqlite.org/fileformat2.html
"""

from collections.abc import Iterator

_HEAD = 100  # bytes of the first page before what is in it
_INNER, _LEAVES = (2, 5), (10, 13)  # kinds of pages with entries


def left_behind(data: bytes) -> Iterator[bytes]:
    """Free pages and the ends of long values as they are, and the gaps between entries."""
    size = _number(data, 16) if _number(data, 16) > 1 else 65536
    free = _free_pages(data, size)
    for start in range(0, len(data), size):
        page, at = data[start : start + size], 0 if start else _HEAD
        if start // size + 1 in free or page[at] not in (*_INNER, *_LEAVES):
            yield page
        else:
            yield from _gaps(page, at)


def _free_pages(data: bytes, size: int) -> set[int]:
    """Their numbers: a chain of pages, each with a list of others."""
    found: set[int] = set()
    page = _number(data, 32, 4)
    while page and page not in found and page * size <= len(data):
        found.add(page)
        start = (page - 1) * size
        count = min(_number(data, start + 4, 4), size // 4 - 2)
        found.update(_number(data, start + 8 + 4 * n, 4) for n in range(count))
        page = _number(data, start, 4)
    return found


def _gaps(page: bytes, at: int) -> Iterator[bytes]:
    """Before the first entry, and each block that an entry has left."""
    entries = at + (12 if page[at] in _INNER else 8) + 2 * _number(page, at + 3)
    yield page[entries : _number(page, at + 5) or 65536]
    block, last = _number(page, at + 1), 0
    while block > last:  # in the order of their places, so that a circle ends
        yield page[block + 4 : block + _number(page, block + 2)]
        block, last = _number(page, block), block


def _number(data: bytes, at: int, length: int = 2) -> int:
    return int.from_bytes(data[at : at + length], "big")
