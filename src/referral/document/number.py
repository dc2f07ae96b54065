"""Numbers, cross-references and open points: computed once in the tree, so that every writer prints the same ones."""

from collections.abc import Sequence
from dataclasses import replace

from referral.document.change import Change, change_block, change_row, change_rows
from referral.document.heading_labels import HeadingLabels
from referral.document.layout import HeadingNumbers, PlaceWords
from referral.document.nodes import (
    Block,
    Citation,
    CrossReference,
    Document,
    Footnote,
    Heading,
    Inline,
    OpenPoint,
    OpenPoints,
    Paragraph,
    ParagraphKind,
    Row,
    Rows,
    Section,
    Table,
)
from referral.document.survey import Survey
from referral.document.walk import words
from referral.errors import DocumentError


def number(document: Document, extra: Sequence[OpenPoint] = ()) -> Document:
    """The same document with every number, label and open point; `extra` points stand after those of the text.

    Reads the rows of each table once. Raises DocumentError with all double ids, references that lead nowhere and
    headings out of place.
    """
    reading = _FirstReading(document.layout.heading_numbers, document.properties.place_words)
    blocks = tuple(reading.block(block) for block in document.blocks)
    problems = list(reading.survey.problems())
    if problems:
        raise DocumentError("\n".join(problems))
    points = reading.survey.points.merged(extra)
    resolve = _resolver(reading.survey.labels)
    resolved = tuple(_with_points(change_block(block, resolve), points) for block in blocks)
    return replace(document, blocks=resolved, open_points=points)


def open_points(document: Document) -> tuple[OpenPoint, ...]:
    """All that a person must settle before signing, whether or not the numbered document prints the list."""
    return document.open_points


class _NoteCounter:
    """Numbers the notes of one reading."""

    def __init__(self, count: int = 0) -> None:
        self.count = count

    def change(self, inline: Inline) -> Inline:
        if not isinstance(inline, Footnote):
            return inline
        self.count += 1
        return replace(inline, number=self.count)


class _FirstReading:
    """Numbers headings, paragraphs and notes in reading order and shows each block to the survey."""

    def __init__(self, scheme: HeadingNumbers, place_words: PlaceWords) -> None:
        self.survey = Survey(place_words)
        self._labels = HeadingLabels(scheme)
        self._notes = _NoteCounter()
        self._headings = 0
        self._paragraphs = 0

    def block(self, block: Block) -> Block:
        match block:
            case Section():
                return replace(block, blocks=tuple(self.block(inner) for inner in block.blocks))
            case Table():
                return self._table(block)
            case Heading():
                return self._seen(self._heading(block))
            case Paragraph(kind=ParagraphKind.NUMBERED):
                self._paragraphs += 1
                return self._seen(replace(block, number=self._paragraphs))
            case _:
                return self._seen(block)

    def _seen(self, block: Block) -> Block:
        block = change_block(block, self._notes.change)
        self.survey.block(block)
        return block

    def _heading(self, heading: Heading) -> Heading:
        self._headings += 1
        return replace(heading, id=heading.id or f"h-{self._headings}", label=self._label(heading))

    def _label(self, heading: Heading) -> str:
        try:
            return self._labels.next(heading.level, heading.numbered)
        except ValueError as failure:
            self.survey.refuse(f"{failure}: {words(heading.content)}")
            return ""

    def _table(self, table: Table) -> Table:
        self.survey.block(table)
        header = tuple(self._row(row) for row in table.header)
        before, is_empty = self._notes.count, True
        for row in table.rows:
            self._row(row)
            is_empty = False
        if is_empty:
            self.survey.refuse("a table has no rows")
        return replace(table, header=header, rows=self._numbered(table.rows, before))

    def _row(self, row: Row) -> Row:
        row = change_row(row, self._notes.change)
        self.survey.row(row)
        return row

    def _numbered(self, rows: Rows, before: int) -> Rows:
        """Rows with notes number them at every reading, from the count `before` them; others stay as they are."""
        if self._notes.count == before:
            return rows
        return change_rows(rows, lambda: _NoteCounter(before).change)


def _resolver(labels: dict[str, str]) -> Change:
    def resolve(inline: Inline) -> Inline:
        if isinstance(inline, CrossReference):
            return replace(inline, label=_label(labels, inline.target))
        if isinstance(inline, Citation) and inline.target not in labels:
            return replace(inline, target=None)
        return inline

    return resolve


def _label(labels: dict[str, str], target: str) -> str:
    if target not in labels:  # all were there at the first reading
        raise DocumentError(f'a source of rows has changed while it was read: it refers to "{target}"')
    return labels[target]


def _with_points(block: Block, points: tuple[OpenPoint, ...]) -> Block:
    match block:
        case OpenPoints():
            return replace(block, items=points)
        case Section():
            return replace(block, blocks=tuple(_with_points(inner, points) for inner in block.blocks))
        case _:
            return block
