"""The apparatus of a Word file as its reader has it: notes, where references lead, labels of exhibits, rows of tables.

Everything is read from the XML of the finished file; nothing of the writer is used, and no tree.
"""

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from lxml import etree

from tests.end_to_end.reading_docx import Numbers

Element = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LABEL = re.compile(r"Annex\u00a0?\s?[A-Z]{1,2}-\d+")
_PIN = re.compile(r", ((?:(?:pp?|paras?)\.|lines?|clips?|frames?|cells?|sheets?)[\s\u00a0][^,;()]+|as a whole)")
_REFERS = re.compile(r"(REF|PAGEREF|NOTEREF) (\w+)")
_FIRST_OF_ANNEX = "AnnexOf"  # the style of the line that opens a separator page
_INDEX = ["Item", "Title; identifier"]  # the heads of its first columns
_CONTENTS = re.compile("TOC[1-9]|TableofFigures")


@dataclass(frozen=True)
class Place:
    """A label of an exhibit and where in it, as printed."""

    label: str
    pin: str


@dataclass(frozen=True)
class Line:
    """A paragraph: its number, its words without the calls of notes, and at which letter each note is called."""

    number: str
    text: str
    calls: tuple[tuple[int, int], ...]
    style: str
    is_in_table: bool


@dataclass(frozen=True)
class Said:
    """A sentence of running text, the places that its note names, and the number of that note."""

    text: str
    places: tuple[Place, ...]
    note: int


@dataclass(frozen=True)
class Entry:
    """A line of a table of contents: words, the page printed, and the bookmark to which it leads."""

    words: str
    page: str
    leads_to: str


@dataclass(frozen=True)
class _Field:
    kind: str
    target: str
    result: str


class Apparatus:
    """One DOCX."""

    def __init__(self, data: bytes) -> None:
        self._package = zipfile.ZipFile(io.BytesIO(data))
        self._body = self._part("word/document.xml")[0]
        self._notes = {_id(note): note for note in self._part("word/footnotes.xml").findall(f"{W}footnote")}
        self._numbers = Numbers(self._part("word/numbering.xml"), self._part("word/styles.xml"))
        self._order: dict[str, int] = {}  # of notes, as they are called
        self._of_bookmark: dict[str, str] = {}  # the number of the paragraph in which it stands
        self._called_at: dict[str, list[str]] = defaultdict(list)
        self.lines = tuple(self._line(paragraph) for paragraph in self._body.iter(f"{W}p"))

    def _part(self, name: str) -> Element:
        return etree.fromstring(self._package.read(name))

    @cached_property
    def notes(self) -> dict[int, str]:
        """The words of each note by the number that Word prints."""
        return {number: _spoken(self._notes[name]) for name, number in self._order.items() if name in self._notes}

    @cached_property
    def rows(self) -> list[list[str]]:
        """The rows of all tables, heads included: the words of each cell."""
        cells = (row.findall(f"{W}tc") for row in self._body.iter(f"{W}tr"))
        return [["\n".join(_spoken(p) for p in cell.iter(f"{W}p")) for cell in row] for row in cells]

    @cached_property
    def contents(self) -> list[Entry]:
        """The lines of tables of contents."""
        return [
            _entry(paragraph) for paragraph in self._body.iter(f"{W}p") if _CONTENTS.fullmatch(_style_of(paragraph))
        ]

    def unresolved(self) -> list[str]:
        """Whatever leads nowhere, or prints another number than that of the place to which it leads."""
        return [*self._lost_notes(), *self._lost_links(), *self._lost_fields()]

    @cached_property
    def main_text(self) -> tuple[Line, ...]:
        """The lines before the first annex, those of tables among them."""
        return tuple(takewhile(lambda line: line.style != _FIRST_OF_ANNEX, self.lines))

    @cached_property
    def cited(self) -> set[str]:
        """The labels of exhibits that the main text names, in its lines or its notes."""
        notes = (self.notes[note] for line in self.main_text for _, note in line.calls)
        return {
            _spaced(label)
            for text in (*(line.text for line in self.main_text), *notes)
            for label in _LABEL.findall(text)
        }

    @cached_property
    def index(self) -> dict[str, list[str]]:
        """The rows of the index of evidence by the labels of the exhibits: the table is the first of the annexes."""
        first = next(n for n, row in enumerate(self.rows) if row[:2] == _INDEX)
        rows = takewhile(lambda row: len(row) == len(self.rows[first]), self.rows[first + 1 :])
        return {_spaced(row[0]): row for row in rows if row[:2] != _INDEX}  # a long table has its head again

    @cached_property
    def said(self) -> list[Said]:
        """The sentences of running text whose note names exhibits, each from the note before it to its own call."""
        found = []
        for line in self.lines:
            start = 0
            for at, note in () if line.is_in_table else line.calls:
                text, named = line.text[start:at].strip(), tuple(places(self.notes[note]))
                start = at
                if named and any(sign.isalnum() for sign in text):
                    found.append(Said(text, named, note))
        return found

    @property
    def has_index(self) -> bool:
        return any(row[:2] == _INDEX for row in self.rows)

    def wrongly_listed(self) -> list[str]:
        """Items of which the index says that the main text cites them, or that it does not, and that is untrue."""
        said = {label: row[-1].strip() for label, row in self.index.items()}
        lost = [f"{label} is cited, and the index has it not" for label in sorted(self.cited - set(said))]
        true = {label: "cited" if label in self.cited else "uncited" for label in said}
        return lost + [
            f"{label} is {true[label]}, and the index says {said[label]}"
            for label in said
            if said[label] != true[label]
        ]

    def _line(self, paragraph: Element) -> Line:
        number = self._numbers.next(paragraph)
        text, calls = "", []
        for element in paragraph.iter(f"{W}t", f"{W}noBreakHyphen", f"{W}footnoteReference", f"{W}bookmarkStart"):
            if element.tag == f"{W}footnoteReference":
                called = self._order.setdefault(_id(element), len(self._order) + 1)
                calls.append((len(text), called))
            elif element.tag == f"{W}bookmarkStart":
                self._of_bookmark[str(element.get(f"{W}name"))] = number
            else:
                text += "-" if element.tag == f"{W}noBreakHyphen" else element.text or ""
        for name, note in _calls_within(paragraph):
            self._called_at[name].append(note)
        is_in_table = any(parent.tag == f"{W}tc" for parent in paragraph.iterancestors())
        return Line(number, text, tuple(calls), _style_of(paragraph), is_in_table)

    def _lost_notes(self) -> Iterator[str]:
        yield from (f"note {name} is called and does not exist" for name in self._order if name not in self._notes)
        kept = {name for name, note in self._notes.items() if note.get(f"{W}type") is None}
        yield from (f"note {name} is called nowhere" for name in kept - set(self._order))
        yield from (f"note {number} is empty" for number, text in self.notes.items() if not text.strip())

    def _lost_links(self) -> Iterator[str]:
        stories = (self._body, *self._notes.values())
        anchors = (link.get(f"{W}anchor") for story in stories for link in story.iter(f"{W}hyperlink"))
        yield from (f"a link leads to {anchor}" for anchor in anchors if anchor not in self._of_bookmark)

    def _lost_fields(self) -> Iterator[str]:
        for story in (self._body, *self._notes.values()):
            for field in _fields(story):
                if field.target not in self._of_bookmark:
                    yield f"{field.kind} leads to {field.target}"
                elif field.kind == "NOTEREF":
                    called = [str(self._order[note]) for note in self._called_at[field.target]]
                    if called != [field.result]:
                        yield f"NOTEREF prints {field.result}, and the bookmark holds {called}"
                elif field.kind == "REF" and not self._is_number(field):
                    yield f"REF prints {field.result}, and the place is {self._of_bookmark[field.target]}"

    def _is_number(self, field: _Field) -> bool:
        """Of a heading the numbers above it may stand before; of a caption the number is in its words."""
        number = self._of_bookmark[field.target].rstrip(".")
        return not number or field.result.rstrip(".").endswith(number)


def places(note: str) -> list[Place]:
    """The exhibits that a note cites, each with where in it."""
    found = list(_LABEL.finditer(note))
    ends = [*(other.start() for other in found[1:]), len(note)]
    return [Place(_spaced(one[0]), _pin(note[one.end() : end])) for one, end in zip(found, ends, strict=False)]


def _pin(rest: str) -> str:
    """The last one, because a title may hold what looks like one; a speaker may follow it."""
    found = _PIN.findall(rest)
    return _spaced(found[-1]).strip().removesuffix(".") if found else ""


def _spaced(words: str) -> str:
    return words.replace("\u00a0", " ")


def _entry(paragraph: Element) -> Entry:
    link = paragraph.find(f"{W}hyperlink")
    assert link is not None, _spoken(paragraph)
    fields = [field for field in _fields(link) if field.kind == "PAGEREF"]
    assert len(fields) == 1
    words = _spoken(paragraph)
    return Entry(words.removesuffix(fields[0].result), fields[0].result, fields[0].target)


def _fields(story: Element) -> Iterator[_Field]:
    """References, with what they print."""
    instruction, result, is_result = "", "", False
    for element in story.iter(f"{W}fldChar", f"{W}instrText", f"{W}t", f"{W}noBreakHyphen"):
        if element.tag == f"{W}fldChar":
            kind = element.get(f"{W}fldCharType")
            if kind == "begin":
                instruction, result, is_result = "", "", False
            elif kind == "separate":
                is_result = True
            elif found := _REFERS.search(instruction):
                yield _Field(found[1], found[2], result)
                instruction = ""
        elif element.tag == f"{W}instrText":
            instruction += element.text or ""
        elif is_result:
            result += "-" if element.tag == f"{W}noBreakHyphen" else element.text or ""


def _calls_within(paragraph: Element) -> Iterator[tuple[str, str]]:
    """Of each bookmark of a paragraph the notes called within it."""
    is_open: dict[str, str] = {}
    for element in paragraph.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}footnoteReference"):
        if element.tag == f"{W}bookmarkStart":
            is_open[_id(element)] = str(element.get(f"{W}name"))
        elif element.tag == f"{W}bookmarkEnd":
            is_open.pop(_id(element), None)
        else:
            yield from ((name, _id(element)) for name in is_open.values())


def _spoken(element: Element) -> str:
    found = element.iter(f"{W}t", f"{W}noBreakHyphen", f"{W}tab", f"{W}br")
    signs = {f"{W}noBreakHyphen": "-", f"{W}tab": " ", f"{W}br": " "}
    return "".join(signs.get(sign.tag, sign.text or "") for sign in found).strip()


def _style_of(paragraph: Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return str(style.get(f"{W}val")) if style is not None else ""


def _id(element: Element) -> str:
    return str(element.get(f"{W}id"))
