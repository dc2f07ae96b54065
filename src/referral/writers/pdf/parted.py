"""A long document: its chunks laid out each by itself, the contents when the pages of all others are known."""

from collections.abc import Callable, Mapping, Sequence, Set
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
    def missing(self) -> Set[str]:
        """The characters that no font of ours has, so far."""
        ...

    def chunk(self, chunk: Chunk, numbers: Mapping[str, int]) -> JobOut:
        """A chunk, in which nothing depends on the others but the `numbers` of pages in its contents."""
        ...


Begin = Callable[[Sequence[Job]], Pages]
# Waits for a file, and gives it with the page (from 1) on which each anchor stands.
Printed = Callable[[], tuple[bytes, Mapping[str, int]]]


def parted(document: Document, printer: Printer[Job], begin: Begin[Job], install: str) -> Printed:
    """The file, of which all but the contents is begun at once. Raises WriteError; `install` says what it needs."""
    at_once, waiting = dict[int, Job](), dict[int, Chunk]()
    for place, chunk in enumerate(chunks(document)):
        # Also one that waits for its numbers, for the characters that cannot be printed; the rows of others are let go.
        at_once[place] = printer.chunk(chunk, _NO_NUMBERS)
        if chunk.lists:
            del at_once[place]
            waiting[place] = chunk
    refuse(printer.missing)
    pages, places = begin(list(at_once.values())), tuple(at_once)

    def printed() -> tuple[bytes, Mapping[str, int]]:
        laid = dict(zip(places, pages(), strict=True))
        laid |= _with_contents(printer, waiting, laid, begin)
        in_order = [laid[place] for place in sorted(laid)]
        return _merged(document, in_order, install), _pages(in_order)

    return printed


def _merged(document: Document, laid: Sequence[Laid], install: str) -> bytes:
    try:
        # Only long documents need pikepdf, which not every installation has.
        from referral.writers.pages.merge import merged  # noqa: PLC0415
        from referral.writers.pages.numbers import numbers_of  # noqa: PLC0415
    except ImportError as failure:
        raise WriteError(f"{install} ({failure})") from failure
    return merged(laid, numbers_of(document.layout, document.properties, Paper().signs, foot(document.layout)))


def _with_contents(
    printer: Printer[Job], waiting: Mapping[int, Chunk], others: Mapping[int, Laid], begin: Begin[Job]
) -> dict[int, Laid]:
    """The chunks with contents, laid out until the pages that they name are those that there are."""
    found: dict[int, Laid] = {}
    named = _NO_NUMBERS
    for _ in range(_ATTEMPTS):
        laid = begin([printer.chunk(chunk, named) for chunk in waiting.values()])()
        found = dict(zip(waiting, laid, strict=True))
        known = {**others, **found}
        true = _pages([known[place] for place in sorted(known)])
        if true == named:
            return found
        named = true
    raise WriteError("the table of contents changes its length whenever its page numbers are put right: shorten it")


def _pages(laid: Sequence[Laid]) -> dict[str, int]:
    """The page, from 1, of each anchor."""
    before = accumulate((part.length for part in laid), initial=1)
    return {
        name: first + spot.page
        for part, first in zip(laid, before, strict=False)
        for name, spot in part.anchors.items()
    }
