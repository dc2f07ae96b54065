"""Bookmarks as the tree that a reader shows beside the pages."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

from referral.writers.pages.laid import Mark


@dataclass
class _Entry:
    mark: Mark | None
    below: list["_Entry"] = field(default_factory=list)


def add_outline(file: pikepdf.Pdf, marks: Sequence[Mark]) -> None:
    """Puts the bookmarks into the file, all of them opened."""
    if marks:
        top = _nested(marks)
        file.Root.Outlines = _written(file, top, [page.obj for page in file.pages])


def _nested(marks: Sequence[Mark]) -> _Entry:
    """Each below the last before it of a lower level, whatever levels are left out."""
    root = _Entry(None)
    above: list[tuple[int, _Entry]] = [(0, root)]
    for mark in marks:
        while above[-1][0] >= mark.level:
            above.pop()
        entry = _Entry(mark)
        above[-1][1].below.append(entry)
        above.append((mark.level, entry))
    return root


def _written(file: pikepdf.Pdf, entry: _Entry, pages: Sequence[Object]) -> Object:
    """The entry with all below it, linked to one another."""
    node = file.make_indirect(Dictionary(Count=_count(entry)))
    if entry.mark:
        spot = entry.mark.spot
        node.Title = pikepdf.String(entry.mark.title)
        node.Dest = Array([pages[spot.page], Name.XYZ, spot.x, spot.y, 0])
    written = [_written(file, below, pages) for below in entry.below]
    for before, after in pairwise(written):
        before.Next, after.Prev = after, before
    for below in written:
        below.Parent = node
    if written:
        node.First, node.Last = written[0], written[-1]
    return node


def _count(entry: _Entry) -> int:
    return len(entry.below) + sum(map(_count, entry.below))
