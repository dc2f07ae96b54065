"""What the first reading of a numbered tree finds: ids and what is printed for them, references, open points."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice

from referral.document.abbreviations import AbbreviationsSeen
from referral.document.gathered_points import GatheredPoints
from referral.document.inlines import CrossReference, Footnote, Inlines, Placeholder, Sentence
from referral.document.layout import PlaceWords
from referral.document.nodes import (
    Annex,
    Block,
    BulletList,
    Figure,
    Heading,
    NumberedList,
    OpenPoint,
    Paragraph,
    ParagraphKind,
)
from referral.document.tables import Row, Table
from referral.document.walk import inlines_in, lines_of, lines_of_row, words

_BARE = PlaceWords()
_START = "before the first number"  # where a problem stands before anything has a label


class Survey:
    """Takes blocks and rows in reading order, each once, with its numbers."""

    def __init__(self, place_words: PlaceWords = _BARE, abbreviations: Sequence[tuple[str, str]] = ()) -> None:
        self._words = place_words
        self.labels: dict[str, str] = {}  # what a reference prints, by id; empty where there is nothing to print
        self.points = GatheredPoints(place_words.more_rows)
        self.gathered: tuple[tuple[OpenPoint, ...], frozenset[str]] = ((), frozenset())  # of the last annex
        self._problems: list[str] = []
        self._wanted: dict[str, str] = {}  # where each target is referred to first
        self._place = ""  # the label of the last heading or numbered paragraph
        self.abbreviations = AbbreviationsSeen(abbreviations)
        self._caption = ""  # what a reference to the table that may follow prints
        self._in_paragraph = ""  # the number of the paragraph that is read, if it has one
        self.sources: dict[str, str] = {}  # what sentences rest on, by id: where it is named first

    def refuse(self, message: str) -> None:
        self._problems.append(f"{self._place or _START}: {message}")

    def block(self, block: Block) -> None:
        """Anything but the rows of a table, which are given to `row`."""
        self._place = _place(block, self._words) or self._place
        self._in_paragraph = _number(block)
        for id_, label in self._named(block):
            self._name(id_, label)
        self._caption = _caption(block)
        if not isinstance(block, Table):
            for line in lines_of(block):
                self._line(line)

    @contextmanager
    def within(self, annex: Annex) -> Iterator[None]:
        """What is shown inside stands in this annex, whose open points and ids it is given at the end: `gathered`."""
        main, before = self.points, len(self.labels)
        self.points, self._place = GatheredPoints(self._words.more_rows), annex.label
        self._name(annex.id, annex.label)
        self._line(annex.title)
        yield
        self.gathered = self.points.merged(annex.open_points), frozenset(islice(self.labels, before, None))
        self.points = main

    def row(self, row: Row) -> None:
        if row.id is not None:
            self._name(row.id, _row_label(row))
        for line in lines_of_row(row):
            self._line(line, row)

    def unknown(self, is_known: Callable[[str], bool]) -> Iterator[str]:
        """What is wrong with the sources of sentences."""
        for source, place in self.sources.items():
            if not is_known(source):
                yield f'{place or _START}: a sentence is said to rest on "{source}", which this document does not know'

    def problems(self) -> Iterator[str]:
        yield from self._problems
        for target, place in self._wanted.items():
            if not self.labels.get(target):
                why = "has no number and no words to print" if target in self.labels else "does not exist"
                yield f'{place or _START}: a cross-reference leads to "{target}", which {why}'

    def _named(self, block: Block) -> Iterator[tuple[str, str]]:
        """The ids that a block brings, each with what a reference to it prints."""
        match block:
            case Heading():
                yield block.id, block.label or _text_label(block.content)
            case Paragraph(id=str(id_)):
                yield id_, _number(block) or _text_label(block.content)
            case Table(id=str(id_)):
                yield id_, self._caption
            case Figure(id=str(id_)):
                yield id_, block.counted.number if block.counted else block.label
            case BulletList():
                yield from ((item.id, _text_label(item.content)) for item in block.items if item.id)
            case NumberedList():
                yield from ((item.id, str(count)) for count, item in enumerate(block.items, start=1) if item.id)

    def _name(self, id_: str, label: str) -> None:
        if id_ in self.labels:
            self.refuse(f'the id "{id_}" is given a second time ({label})')
        self.labels[id_] = label

    def _line(self, line: Inlines, row: Row | None = None) -> None:
        self.abbreviations.read(line)
        for inline in inlines_in(line):
            if isinstance(inline, Footnote):
                self.abbreviations.read(inline.content)
            if isinstance(inline, Placeholder):
                self._point(inline.text, row)
            elif isinstance(inline, CrossReference):
                self._wanted.setdefault(inline.target, self._place)
            elif isinstance(inline, Sentence):
                self._sentence(inline, row)

    def _sentence(self, sentence: Sentence, row: Row | None) -> None:
        for source in sentence.sources:
            self.sources.setdefault(source, self._place)
        if sentence.id is not None:
            self._name(sentence.id, _row_label(row) if row else self._in_paragraph)

    def _point(self, text: str, row: Row | None) -> None:
        name = _row_name(row)
        if name:
            self.points.add_in_row(text, self._words.row.format(place=self._place, row=name) if self._place else name)
        else:
            self.points.add(text, self._place)


def _place(block: Block, place_words: PlaceWords) -> str:
    if isinstance(block, Heading):
        title = _text_label(block.content)
        return place_words.section.format(label=block.label) if block.label else _titled(title, place_words)
    if isinstance(block, Paragraph) and block.number:
        return place_words.paragraph.format(number=block.label)
    return ""


def _number(block: Block) -> str:
    return block.label if isinstance(block, Paragraph) else ""


def _titled(title: str, place_words: PlaceWords) -> str:
    return place_words.heading.format(title=title) if title else ""


def _caption(block: Block) -> str:
    """Its number, if it has one, else its words."""
    if not isinstance(block, Paragraph) or block.kind is not ParagraphKind.CAPTION:
        return ""
    return block.counted.number if block.counted else _text_label(block.content)


def _row_label(row: Row) -> str:
    return " ".join(map(_text_label, row.cells[0].content)).strip() if row.cells else ""


def _row_name(row: Row | None) -> str:
    """The words of its first cell; none where a hole stands there, which names nothing."""
    if row is None or any(
        isinstance(inline, Placeholder) for line in row.cells[0].content for inline in inlines_in(line)
    ):
        return ""
    return _row_label(row)


def _text_label(line: Inlines) -> str:
    """The words themselves; none where they hold a reference, which has no label yet."""
    if any(isinstance(inline, CrossReference) for inline in inlines_in(line)):
        return ""
    return words(line).strip()
