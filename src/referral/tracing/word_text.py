"""The words of a Word document as its reader now has them: what was inserted counts, what was deleted is gone.

Read are the body with its tables and text boxes, what is told of pictures to whoever cannot see them, footnotes and
endnotes; not headers, footers and comments, and no table of contents, which says again what stands elsewhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from lxml.etree import QName
from lxml.etree import _Element as Element

from referral.tracing.word_file import WordFile

_Span: TypeAlias = tuple[int, int]

_GONE = {"del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr", "sectPr", "Fallback", "annotationRef"}
_SPACES = {"tab", "br", "cr", "ptab"}
_COMPUTED = re.compile(r"\s*(?:REF|NOTEREF|SEQ|PAGEREF)\s", re.IGNORECASE)
_CONTENTS = "Table of Contents"
_CONTENTS_STYLE = re.compile(r"(?:TOC|Contents)\d*(?:Heading)?", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """A paragraph, or a note. `computed` are the spans that Word fills in by itself: numbers of other places."""

    text: str
    computed: tuple[_Span, ...] = ()


def lines_of_word(file: WordFile) -> Iterator[Line]:
    """Every line in reading order, each note after the paragraph that calls it; empty ones left out."""
    notes = {kind: {_attribute(note, "id"): note for note in root} for kind, root in file.notes.items()}
    for paragraph in _paragraphs(file.body):
        reader = _Reader()
        reader.read(paragraph)
        yield from (Line(told) for told in reader.shown)
        yield from reader.line()
        for kind, number in reader.called:
            if number in notes.get(kind, {}):
                yield from _note(notes[kind].pop(number))


def _note(note: Element) -> Iterator[Line]:
    """A note is one line, whatever paragraphs it has."""
    reader = _Reader()
    for paragraph in _paragraphs(note):
        reader.read(paragraph)
        reader.space()
    return reader.line()


def _paragraphs(root: Element) -> Iterator[Element]:
    """Each paragraph before those of the text boxes in it."""
    for child in root.iterchildren("{*}*"):
        name = _name(child)
        if name in _GONE or (name == "sdt" and _is_contents(child)):
            continue
        if name == "p" and not _is_listed(child):
            yield child
        yield from _paragraphs(child)


class _Reader:
    """Collects the words of a paragraph."""

    def __init__(self) -> None:
        self.called: list[tuple[str, str]] = []
        self.shown: list[str] = []  # by pictures
        self._text = ""
        self._computed: list[_Span] = []
        self._fields: list[_Field] = []

    def line(self) -> Iterator[Line]:
        if self._text.strip():
            yield Line(self._text, tuple(self._computed))

    def space(self) -> None:
        self._text += " "

    def read(self, element: Element) -> None:
        for child in element.iterchildren("{*}*"):
            self._read_one(child, _name(child))

    def _read_one(self, child: Element, name: str) -> None:
        if name == "instrText" and self._fields:
            self._fields[-1].instruction += child.text or ""
        elif name in _GONE or name == "p":  # a paragraph in here is that of a text box
            return
        elif name == "t":
            self._text += child.text or ""
        elif name in _SPACES:
            self._text += " "
        elif name == "noBreakHyphen":
            self._text += "\N{NON-BREAKING HYPHEN}"
        elif name in ("footnoteReference", "endnoteReference"):
            self.called.append((f"{name.removesuffix('Reference')}s", _attribute(child, "id")))
        elif name == "docPr" and _attribute(child, "descr").strip():
            self.shown.append(_attribute(child, "descr"))
        elif name == "fldChar":
            self._field(_attribute(child, "fldCharType"))
        elif name == "fldSimple":
            self._simple(child)
        else:
            self.read(child)

    def _simple(self, field: Element) -> None:
        start = len(self._text)
        self.read(field)
        if _COMPUTED.match(_attribute(field, "instr")):
            self._computed.append((start, len(self._text)))

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].start = len(self._text)
        elif kind == "end" and self._fields:
            field = self._fields.pop()
            if _COMPUTED.match(field.instruction) and field.start is not None:
                self._computed.append((field.start, len(self._text)))


class _Field:
    def __init__(self) -> None:
        self.instruction = ""
        self.start: int | None = None


def _is_contents(block: Element) -> bool:
    return any(_attribute(gallery, "val") == _CONTENTS for gallery in block.iterfind("{*}sdtPr//{*}docPartGallery"))


def _is_listed(paragraph: Element) -> bool:
    """Whether it is a line of a table of contents, which another program may have taken out of its frame."""
    style = paragraph.find("{*}pPr/{*}pStyle")
    return style is not None and _CONTENTS_STYLE.fullmatch(_attribute(style, "val")) is not None


def _name(element: Element) -> str:
    return QName(element).localname


def _attribute(element: Element, name: str) -> str:
    """Whatever its namespace is: that of a strict document is another."""
    return next((str(value) for key, value in element.attrib.items() if QName(key).localname == name), "")
