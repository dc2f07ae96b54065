"""What an engine hands over: the PDF of one chunk, and what stands where in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

# In a chunk every link of the contents leads here, also one to a place of its own; `merge` finds where that is.
ELSEWHERE = "elsewhere:"


def elsewhere(target: str) -> str:
    """The address by which a chunk leads to a place of the document."""
    return ELSEWHERE + quote(target, safe="")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: the page, from 0, and points from its left and lower edge."""

    page: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A bookmark; levels may be left out."""

    level: int
    title: str
    spot: Spot


@dataclass(frozen=True)
class Laid:
    """A PDF of so many pages; the first spot of each anchor, and the bookmarks in order."""

    data: bytes
    length: int
    anchors: Mapping[str, Spot]
    marks: tuple[Mark, ...]
