"""Numbers, cross-references and open points: computed once in the tree, so that every writer prints the same ones."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from referral.document.abbreviations import known_to, with_abbreviations
from referral.document.captions import count_captions
from referral.document.change import Change, change_block, change_row, change_rows
from referral.document.inlines import Citation, CrossReference, Inline, Text
from referral.document.layout import Properties
from referral.document.nodes import (
    Annex,
    Block,
    Document,
    Figure,
    Heading,
    OpenPoint,
    OpenPoints,
    Paragraph,
    ParagraphKind,
    Section,
)
from referral.document.note_numbers import NoteNumbers
from referral.document.series import Series
from referral.document.survey import Survey
from referral.document.tables import Row, Rows, Table
from referral.document.walk import words
from referral.errors import DocumentError, TemplateError


def _anything(_: str) -> bool:
    return True


def number(
    document: Document, extra: Sequence[OpenPoint] = (), is_source: Callable[[str], bool] = _anything
) -> Document:
    """The same document with every number, label and open point; `extra` points stand after those of the text.

    Reads the rows of each table once. Raises DocumentError with all double ids, references that lead nowhere and
    headings out of place; TemplateError for a sentence that rests on what `is_source` does not know.
    """
    document = count_captions(document)
    reading = _FirstReading(document)
    blocks = tuple(reading.block(block) for block in document.blocks)
    problems = list(reading.survey.problems())
    if problems:
        raise DocumentError("\n".join(problems))
    if unknown := list(reading.survey.unknown(is_source)):
        raise TemplateError("\n".join(unknown))
    points = reading.points(extra)
    resolve = _resolver(reading.survey.labels)
    resolved = tuple(with_points(change_block(block, resolve), points) for block in blocks)
    resolved = with_abbreviations(resolved, reading.survey.abbreviations.used())
    return replace(document, blocks=resolved, open_points=points, main_points=reading.points(extra, is_main=True))


def open_points(document: Document) -> tuple[OpenPoint, ...]:
    """All that a person must settle before signing, whether or not the numbered document prints the list."""
    return document.open_points


class _FirstReading:
    """Numbers headings, paragraphs and notes in reading order and shows each block to the survey."""

    def __init__(self, document: Document) -> None:
        self.survey = Survey(document.properties.place_words, known_to(document))
        self._properties = document.properties
        self._scheme = document.layout.heading_numbers
        self._series = Series(self._scheme, NoteNumbers(document.properties.note_above))
        self._headings = 0
        self._figures = 0
        self._annexes: list[Annex] = []

    def points(self, extra: Sequence[OpenPoint], *, is_main: bool = False) -> tuple[OpenPoint, ...]:
        """The open points of the whole document, or of its main file."""
        inside = (annex for annex in self._annexes if not (is_main and is_apart(annex, self._properties)))
        return self.survey.points.merged([*(point for annex in inside for point in annex.open_points), *extra])

    def block(self, block: Block) -> Block:
        match block:
            case Section():
                return replace(block, blocks=tuple(self.block(inner) for inner in block.blocks))
            case Table():
                return self._table(block)
            case Heading():
                return self._seen(self._heading(block))
            case Paragraph(kind=ParagraphKind.NUMBERED):
                return self._seen(replace(block, number=self._series.next("paragraph"), series=self._series.prefix))
            case Figure():
                self._figures += 1
                label = block.counted.words if block.counted else ""
                return self._seen(replace(block, number=self._figures, label=label))
            case Annex():
                return self._annex(block)
            case _:
                return self._seen(block)

    def _annex(self, annex: Annex) -> Annex:
        """With numbers of its own; its notes go on, but what it cites first is named in full in a file of its own."""
        outer, before = self._series, self._series.notes.count
        label = self._properties.annex_words.label.format(letter=annex.id)
        annex = replace(annex, label=label, front=_separator(annex, label, self._properties.title))
        notes = NoteNumbers(self._properties.note_above, before) if is_apart(annex, self._properties) else outer.notes
        self._series = Series(self._scheme, notes, annex.id)
        with self.survey.within(annex):
            blocks = tuple(self.block(block) for block in annex.blocks)
        self._series, outer.notes.count = outer, notes.count
        points, ids = self.survey.gathered
        annex = replace(annex, blocks=blocks, open_points=points, ids=ids, notes=(before, notes.count))
        self._annexes.append(annex)
        return annex

    def _seen(self, block: Block) -> Block:
        block = change_block(block, self._series.notes.change)
        self.survey.block(block)
        return block

    def _heading(self, heading: Heading) -> Heading:
        self._headings += 1
        return replace(
            heading, id=heading.id or f"h-{self._headings}", label=self._label(heading), series=self._series.prefix
        )

    def _label(self, heading: Heading) -> str:
        try:
            return self._series.headings.next(heading.level, heading.numbered)
        except ValueError as failure:
            self.survey.refuse(f"{failure}: {words(heading.content)}")
            return ""

    def _table(self, table: Table) -> Table:
        self.survey.block(table)
        header = tuple(self._row(row) for row in table.header)
        before, is_empty = self._series.notes.count, True
        for row in table.rows:
            self._row(row)
            is_empty = False
        if is_empty:
            self.survey.refuse("a table has no rows")
        return replace(table, header=header, rows=self._numbered(table.rows, before))

    def _row(self, row: Row) -> Row:
        row = change_row(row, self._series.notes.change)
        self.survey.row(row)
        return row

    def _numbered(self, rows: Rows, before: int) -> Rows:
        """Rows with notes number them at every reading, from the count `before` them; others stay as they are."""
        notes = self._series.notes
        return rows if notes.count == before else change_rows(rows, lambda: notes.again(before).change)


def is_apart(annex: Annex, properties: Properties) -> bool:
    """Whether the annex becomes a file of its own, because its level is not that of the main text."""
    return annex.level != properties.level


def _separator(annex: Annex, label: str, document: str) -> tuple[Block, ...]:
    """What stands alone on the first page of an annex: of what it is one, which, and how few may know of it."""
    of_what = Paragraph((Text(document),), ParagraphKind.SUBTITLE)
    title = Heading(1, (Text(f"{label}. "), *annex.title), annex.id, numbered=False)
    level = (Paragraph((Text(annex.classification),), ParagraphKind.SUBTITLE),) if annex.classification else ()
    return (of_what, title, *level)


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


def with_points(block: Block, points: tuple[OpenPoint, ...]) -> Block:
    """The block with this list where it, or what it holds, is the list of open points."""
    match block:
        case OpenPoints():
            return replace(block, items=points)
        case Section() | Annex():
            return replace(block, blocks=tuple(with_points(inner, points) for inner in block.blocks))
        case _:
            return block
