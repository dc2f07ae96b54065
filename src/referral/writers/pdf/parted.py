"""A long document: its chunks laid out each by itself, the contents when the pages of all others are known."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import accumulate
from typing import Protocol, TypeVar

from referral.document.nodes import Document
from referral.errors import WriteError
from referral.writers.chunks import Chunk, chunks
from referral.writers.pages.laid import Laid
from referral.writers.pdf.characters import refuse
from referral.writers.pdf.paper import Paper
from referral.writers.pdf.press import Pages
from referral.writers.pdf.sheet import foot

_ATTEMPTS = 6  # the second finds nothing new, unless a longer number has made a line longer
_NO_NUMBERS: Mapping[str, int] = {}


Job = TypeVar("Job")  # a chunk as an engine wants it
JobOut = TypeVar("JobOut", covariant=True)


class Printer(Protocol[JobOut]):
    """Writes the chunks of one document for an engine."""

    @property
    def rows(self) -> int:
        """How many rows of a long table it has in a chunk."""
        ...

    @property
    def missing(self) -> Set[str]:
        """The characters that no font of ours has, so far."""
        ...

    def chunk(self, chunk: Chunk, numbers: Mapping[str, int]) -> JobOut:
        """A chunk, in which nothing depends on the others but the `numbers` of pages in its contents."""
        ...


Begin = Callable[[Iterable[Job]], Pages]
# Waits for a file, and gives it with the page (from 1) on which each anchor stands.
Printed = Callable[[], tuple[bytes, Mapping[str, int]]]


def parted(document: Document, printer: Printer[Job], begin: Begin[Job], install: str) -> Printed:
    """The file, of which all but the contents is begun at once. Raises WriteError; `install` says what it needs."""
    waiting = dict[int, Chunk]()
    pages = begin(_at_once(document, printer, waiting))
    refuse(printer.missing)

    def printed() -> tuple[bytes, Mapping[str, int]]:
        laid = _with_contents(printer, waiting, list(pages()), begin) if waiting else pages()
        return _merged(document, laid, install)

    return printed


def _at_once(document: Document, printer: Printer[Job], waiting: dict[int, Chunk]) -> Iterator[Job]:
    """The chunks that wait for none: each is laid out while the next is written, and its rows are let go."""
    for place, chunk in enumerate(chunks(document, printer.rows)):
        job = printer.chunk(chunk, _NO_NUMBERS)  # one that waits too, for the characters that cannot be printed
        if chunk.lists:
            waiting[place] = chunk
        elif not printer.missing:
            yield job


def _merged(document: Document, laid: Iterable[Laid], install: str) -> tuple[bytes, Mapping[str, int]]:
    try:
        # Only long documents need pikepdf, which not every installation has.
        from referral.writers.pages.merge import merged  # noqa: PLC0415
        from referral.writers.pages.numbers import numbers_of  # noqa: PLC0415
    except ImportError as failure:
        raise WriteError(f"{install} ({failure})") from failure
    data, anchors = merged(laid, numbers_of(document.layout, document.properties, Paper().signs, foot(document.layout)))
    return data, {name: spot.page + 1 for name, spot in anchors.items()}


def _with_contents(
    printer: Printer[Job], waiting: Mapping[int, Chunk], others: Sequence[Laid], begin: Begin[Job]
) -> list[Laid]:
    """All chunks; those with contents are laid out until the pages that they name are those that there are."""
    named = _NO_NUMBERS
    for _ in range(_ATTEMPTS):
        found = dict(zip(waiting, begin([printer.chunk(chunk, named) for chunk in waiting.values()])(), strict=True))
        known = _in_order(found, others)
        true = _pages(known)
        if true == named:
            return known
        named = true
    raise WriteError("the table of contents changes its length whenever its page numbers are put right: shorten it")


def _in_order(found: Mapping[int, Laid], others: Sequence[Laid]) -> list[Laid]:
    """The chunks that were found put in their places between the others."""
    rest = iter(others)
    return [found.get(place) or next(rest) for place in range(len(found) + len(others))]


def _pages(laid: Sequence[Laid]) -> dict[str, int]:
    """The page, from 1, of each anchor."""
    before = accumulate((part.length for part in laid), initial=1)
    return {
        name: first + spot.page
        for part, first in zip(laid, before, strict=False)
        for name, spot in part.anchors.items()
    }
