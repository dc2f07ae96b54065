"""Reads a PDF of Typst by its tags, and sets it against the tree: every sentence, in order, and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from referral.document.nodes import Document, Figure, Heading, NumberedList, OpenPoints, Paragraph
from referral.document.walk import body_blocks, caption_label, flat, footnotes
from referral.writers.html.headings import printed_number
from tests.end_to_end.pdf_tags import Tagged, kids
from tests.end_to_end.reading import squeezed

_SHOWN = 60


@dataclass(frozen=True)
class Printed:
    """The words of the body without spaces, and those of the notes in their order, each with its number."""

    body: str
    notes: tuple[str, ...]


def printed(data: bytes) -> Printed:
    reader = _Reader(data)
    body = "".join(reader.pieces(reader.file.root, None))
    return Printed(squeezed(body), tuple(map(squeezed, reader.notes)))


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.file = Tagged(data)
        self.notes: list[str] = []

    def pieces(self, element: Any, page: int | None) -> Iterator[str]:
        """The words of an element in reading order; those of a note are put aside, those of a drawing left out."""
        page = self.file.page(element, page)
        if element.get("/S") == "/Note":
            self.notes.append("".join(self._inside(element, page)))
        elif "/MCID" in element and page is not None:
            yield self.file.words[page].get(element["/MCID"], "")
        elif element.get("/S") != "/Figure" and element.get("/Type") != "/OBJR":
            yield from self._inside(element, page)

    def _inside(self, element: Any, page: int | None) -> Iterator[str]:
        for kid in kids(element):
            if isinstance(kid, int) and page is not None:
                yield self.file.words[page].get(kid, "")
            else:
                yield from self.pieces(kid, page)


def first_departure(found: Printed, document: Document) -> tuple[str, str] | None:
    """Where the body holds something else than the words of the tree and its numbers; None if it holds just them."""
    at, numbers = 0, tuple(sorted(_numbers(document), key=len, reverse=True))
    for piece in map(squeezed, body_blocks(document)):
        at = _past_numbers(found.body, at, numbers, piece)
        if not found.body.startswith(piece, at):
            return found.body[at : at + _SHOWN], piece[:_SHOWN]
        at += len(piece)
    rest = found.body[_past_numbers(found.body, at, numbers) :]
    return (rest[:_SHOWN], "") if rest else None


def _past_numbers(body: str, at: int, numbers: tuple[str, ...], piece: str = "\0") -> int:
    while not body.startswith(piece, at):
        found = [number for number in numbers if body.startswith(number, at)]
        if not found:
            break
        fitting = (number for number in found if body.startswith(piece, at + len(number)))
        at += len(next(fitting, found[0]))
    return at


def _numbers(document: Document) -> set[str]:
    """What the tree has beside its words: numbers of blocks, marks of items, calls of notes, signs of open points."""
    found = {"(", ";", ")", "–", *(str(number) for number, _ in footnotes(document))}
    for block in flat(document.blocks):
        match block:
            case Heading():
                found.add(printed_number(block, document.layout.heading_numbers))
            case Paragraph():
                found |= {f"{block.label}.", squeezed(caption_label(block))}
            case Figure():
                found.add(squeezed(caption_label(block)))
            case NumberedList() | OpenPoints():
                found |= {f"{n})" for n, _ in enumerate(block.items, 1)}
            case _:
                pass
    return found - {"", "."}


def differing_notes(found: Printed, document: Document) -> list[tuple[str, str]]:
    """The notes that say something else than those of the tree, or have another number."""
    expected = [f"{number}{squeezed(words)}" for number, words in footnotes(document)]
    pairs = zip_longest(found.notes, expected, fillvalue="—")
    return [(note[:_SHOWN], words[:_SHOWN]) for note, words in pairs if note != words]
