"""The sentences of a numbered document as they are printed: where each stands, and on what it says that it rests."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from referral.document.inlines import (
    Citation,
    CrossReference,
    Emphasis,
    Footnote,
    Inline,
    Inlines,
    Sentence,
    Strong,
    Superscript,
)
from referral.document.line_drawing import LineDrawing, Words
from referral.document.nodes import (
    Block,
    Document,
    Figure,
    Heading,
    OpenPoints,
    Paragraph,
    SignatureBlock,
    TableOfContents,
)
from referral.document.tables import Row, Table
from referral.document.walk import above_words, caption_label, flat, inlines_in, lines_of, lines_of_row, words
from referral.tracing.cut import cut

_Span = tuple[int, int]


@dataclass(frozen=True)
class Where:
    """The part of the document, and the numbers by which a reader finds it; empty, or nought, where it has none."""

    part: str  # paragraph, heading, item, cell, caption, alternative, drawing, note, signature, open_point, stamp
    paragraph: str = ""  # the printed number of the numbered paragraph: 42, A-3
    heading: str = ""  # the number of the heading above, or its words
    row: str = ""  # the first cell of the row
    note: int = 0


@dataclass(frozen=True)
class Printed:
    """One sentence. `line` counts paragraphs, items, lines of cells, notes; `references` are the computed numbers."""

    text: str
    where: Where
    line: int
    sources: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()  # in its words and its notes
    notes: tuple[int, ...] = ()
    references: tuple[_Span, ...] = ()


def printed(document: Document) -> Iterator[Printed]:
    """Every sentence in reading order, those of a note after the line that calls it; tables of contents left out."""
    reader = _Reader(frozenset(_numbered(document)))
    for block in flat(document.blocks):
        yield from reader.block(block)
    if document.properties.stamp:
        yield reader.last(document.properties.stamp)


def _numbered(document: Document) -> Iterator[str]:
    """The ids of what is referred to by a number that a program may count anew; of all else the words are printed."""
    for block in flat(document.blocks):
        if isinstance(block, Heading) and block.label:
            yield block.id
        elif isinstance(block, Paragraph | Figure) and block.counted:
            yield block.counted.target
        elif isinstance(block, Paragraph) and block.number:
            sentences = (inline.id for inline in inlines_in(block.content) if isinstance(inline, Sentence))
            yield from filter(None, (block.id, *sentences))


class _Reader:
    """Goes through the blocks and remembers the heading; `numbered` are the ids that references print as numbers."""

    def __init__(self, numbered: frozenset[str]) -> None:
        self._numbered = numbered
        self._heading = ""
        self._lines = 0

    def last(self, stamp: str) -> Printed:
        return Printed(stamp, Where("stamp"), self._lines + 1)

    def block(self, block: Block) -> Iterator[Printed]:
        match block:
            case Heading():
                self._heading = block.label or words(block.content)
                yield from self._line(block.content, self._where("heading"))
            case Paragraph():
                where = replace(self._where("caption" if block.counted else "paragraph"), paragraph=block.label)
                yield from self._line(block.content, where, block)
            case Figure():
                yield from self._figure(block)
            case Table():
                yield from self._table(block)
            case OpenPoints():
                yield from self._open_points(block)
            case TableOfContents():
                pass
            case _:
                part = "signature" if isinstance(block, SignatureBlock) else "item"
                for line in lines_of(block):
                    yield from self._line(line, self._where(part))

    def _figure(self, figure: Figure) -> Iterator[Printed]:
        """What is told to whoever cannot see it, the words drawn, which rest on all that is told, and the caption."""
        yield from self._line(figure.told, self._where("alternative"))
        if isinstance(figure.drawing, LineDrawing):
            marked = (inline for inline in figure.told if isinstance(inline, Sentence))
            sources = tuple(dict.fromkeys(source for sentence in marked for source in sentence.sources))
            drawn = " ".join(shape.text for shape in figure.drawing.shapes if isinstance(shape, Words))
            self._lines += 1
            yield Printed(drawn, self._where("drawing"), self._lines, sources)
        yield from self._line(figure.caption, self._where("caption"), figure)

    def _where(self, part: str) -> Where:
        return Where(part, heading=self._heading)

    def _table(self, table: Table) -> Iterator[Printed]:
        for rows in (table.header, table.rows):
            for row in rows:
                where = replace(self._where("cell"), row=_name(row))
                for line in lines_of_row(row):
                    yield from self._line(line, where)

    def _open_points(self, block: OpenPoints) -> Iterator[Printed]:
        """Each point with its places in one line, as documents print it."""
        yield from self._line(block.intro if block.items else block.none, self._where("open_point"))
        for item in block.items:
            self._lines += 1
            text = f"{item.text} ({'; '.join(item.where)})" if item.where else item.text
            yield Printed(text, self._where("open_point"), self._lines)

    def _line(self, line: Inlines, where: Where, captioned: Figure | Paragraph | None = None) -> Iterator[Printed]:
        self._lines += 1
        yield from _sentences(line, where, self._lines, self._numbered, captioned)
        for note in _notes(line):
            self._lines += 1
            at = replace(where, part="note", note=note.number)
            yield from _sentences(note.content, at, self._lines, self._numbered)


def _name(row: Row) -> str:
    return " ".join(words(line) for line in row.cells[0].content).strip() if row.cells else ""


def _notes(line: Inlines) -> list[Footnote]:
    return [inline for inline in inlines_in(line) if isinstance(inline, Footnote)]


def _sentences(
    line: Inlines, where: Where, count: int, numbered: frozenset[str], captioned: Figure | Paragraph | None = None
) -> list[Printed]:
    """What is marked is one sentence, what stands between is cut; a note called there belongs to what it follows."""
    found: list[Printed] = []
    for _, group in groupby(_leaves(line), key=lambda leaf: id(leaf[0])):
        leaves = list(group)
        stretch = _Stretch([leaf for _, leaf in leaves], numbered, None if found else captioned)
        marked = leaves[0][0]
        if stretch.text.strip():
            found += stretch.sentences(where, count, marked.sources if marked else ())
        elif found:
            found[-1] = _with_notes(found[-1], stretch.notes)
    return found


def _leaves(line: Inlines, sentence: Sentence | None = None) -> Iterator[tuple[Sentence | None, Inline]]:
    """The inlines that hold no others, but for notes, each with the sentence that it belongs to."""
    for inline in line:
        match inline:
            case Sentence():
                yield from _leaves(inline.content, inline)
            case Strong() | Emphasis() | Superscript():
                yield from _leaves(inline.content, sentence)
            case _:
                yield sentence, inline


class _Stretch:
    """The words of some inlines, and where in them notes, citations and references stand."""

    def __init__(
        self, leaves: Iterable[Inline], numbered: frozenset[str], captioned: Figure | Paragraph | None
    ) -> None:
        self.text = ""
        self._numbered = numbered
        self.notes: list[tuple[int, Footnote]] = []
        self._citations: list[tuple[int, Citation]] = []
        self._references: list[_Span] = []
        if captioned and captioned.counted:
            start = len(captioned.counted.before)
            self.text = caption_label(captioned)
            self._references.append((start, start + len(captioned.counted.number)))
        for leaf in leaves:
            self._add(leaf)

    def _add(self, leaf: Inline) -> None:
        start = len(self.text)
        self.text += words((leaf,))
        if isinstance(leaf, Footnote):
            self.notes.append((start, leaf))
        elif isinstance(leaf, Citation):
            self._citations.append((start, leaf))
            if leaf.above:
                at = start + words((leaf,)).index(above_words(leaf.above)) + len(leaf.above.before)
                self._references.append((at, at + len(str(leaf.above.note))))
        elif isinstance(leaf, CrossReference) and leaf.target in self._numbered:
            self._references.append((start, len(self.text)))

    def sentences(self, where: Where, line: int, sources: tuple[str, ...]) -> list[Printed]:
        spans = [(0, len(self.text))] if sources else cut(self.text)
        starts = [start for start, _ in spans]
        return [self._sentence(where, line, sources, span, starts) for span in spans]

    def _sentence(self, where: Where, line: int, sources: tuple[str, ...], span: _Span, starts: list[int]) -> Printed:
        start, end = span
        until = min((other for other in starts if other > start), default=len(self.text) + 1)
        since = start if start > starts[0] else -1
        notes = [(at, note) for at, note in self.notes if since < at <= until]
        citations = tuple(citation for at, citation in self._citations if since < at + 1 <= until)
        references = tuple((a - start, b - start) for a, b in self._references if start <= a and b <= end)
        text = self.text[start:end]
        return _with_notes(Printed(text, where, line, sources, citations, references=references), notes)


def _with_notes(sentence: Printed, notes: Iterable[tuple[int, Footnote]]) -> Printed:
    called = [note for _, note in notes]
    cited = (i for note in called for i in inlines_in(note.content) if isinstance(i, Citation))
    return replace(
        sentence,
        citations=(*sentence.citations, *cited),
        notes=(*sentence.notes, *(note.number for note in called)),
    )
