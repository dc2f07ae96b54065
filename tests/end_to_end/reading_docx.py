"""A DOCX read from its XML alone: words in order, and the numbers that Word computes and the XML does not hold.

Word's rules of counting are written here a second time, from the parts of the file; nothing of the writer is used.
"""

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from tests.end_to_end.reading import Body, Read, leaderless, squeezed

Element = etree._Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = (f"{_W}t", f"{_W}noBreakHyphen")
_TEXT_PATH = "{urn:schemas-microsoft-com:vml}textpath"
_STAMP = "Stamp"  # the provenance stamp: the last line in Word, in the margin of the last page of a PDF
_CONTENTS = ("TOC1", "TOC2", "TOC3", "TOC4", "TableofFigures")
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def read_docx(data: bytes, *, with_numbers: bool = True) -> Read:
    """The file as Word shows it; without numbers, the words that its XML holds and nothing else."""
    return _Reader(zipfile.ZipFile(io.BytesIO(data)), with_numbers).read()


class _Reader:
    def __init__(self, package: zipfile.ZipFile, with_numbers: bool) -> None:
        self._package = package
        self._with_numbers = with_numbers
        has_notes = "word/footnotes.xml" in package.namelist()  # LibreOffice leaves the part out where there are none
        notes = self._part("word/footnotes.xml").findall(f"{_W}footnote") if has_notes else []
        self._notes = {_value(n, "id"): n for n in notes}
        self._numbers = Numbers(self._part("word/numbering.xml"), self._part("word/styles.xml"))
        self._called: dict[int, str] = {}
        self._contents: list[str] = []
        self._stamp = ""
        self._body = Body()

    def _part(self, name: str) -> Element:
        return etree.fromstring(self._package.read(name))

    def read(self) -> Read:
        self._read_blocks(self._part("word/document.xml")[0])
        margins = (*self._margins(), self._stamp)
        return Read(tuple(self._body.rows), self._called, leaderless("".join(self._contents)), margins)

    def _margins(self) -> Iterator[str]:
        for name in sorted(self._package.namelist()):
            if name.startswith(("word/header", "word/footer")):
                part = self._part(name)
                yield squeezed("".join([*_words(part), *(str(p.get("string")) for p in part.iter(_TEXT_PATH))]))

    def _read_blocks(self, parent: Element) -> None:
        for block in parent:
            if block.tag == f"{_W}p":
                self._read_paragraph(block)
            elif block.tag == f"{_W}tbl":
                self._read_table(block)
            elif block.tag == f"{_W}sdt":
                self._read_blocks(_only(block, f"{_W}sdtContent"))

    def _read_paragraph(self, paragraph: Element) -> None:
        style = _style(paragraph)
        if style in _CONTENTS:
            self._contents.append(self._line(paragraph))
        elif style == _STAMP:
            self._stamp = squeezed(self._line(paragraph))
        else:
            self._body.add(self._line(paragraph))

    def _read_table(self, table: Element) -> None:
        rows = [(row.find(f"{_W}trPr/{_W}tblHeader") is not None, self._cells(row)) for row in table.iter(f"{_W}tr")]
        header = "".join(words for is_header, cells in rows for words in cells if is_header)
        self._body.add_table(header, [cells for is_header, cells in rows if not is_header])

    def _cells(self, row: Element) -> list[str]:
        return ["".join(map(self._line, cell.iter(f"{_W}p"))) for cell in row.iter(f"{_W}tc")]

    def _line(self, paragraph: Element) -> str:
        number = self._numbers.next(paragraph) if self._with_numbers else ""
        return number + "".join(self._pieces(paragraph))

    def _pieces(self, paragraph: Element) -> Iterator[str]:
        for element in paragraph.iter(*_SIGNS, f"{_W}footnoteReference"):
            if element.tag in _SIGNS:
                yield _sign(element)
            else:
                number = self._call(_value(element, "id"))
                yield str(number) if self._with_numbers else ""

    def _call(self, note: str) -> int:
        """Word numbers notes in the order in which they are called, whatever their ids are."""
        number = len(self._called) + 1
        self._called[number] = squeezed("".join(_words(self._notes[note])))
        return number


@dataclass
class _Level:
    start: int
    form: str
    text: str


@dataclass
class Numbers:
    """Word's counters of lists, from `numbering.xml` and the styles that take part in lists."""

    numbering: Element
    styles: Element
    _counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    _begun: set[str] = field(default_factory=set)

    def next(self, paragraph: Element) -> str:
        """The number before this paragraph, as Word prints it; empty if it has none."""
        place = self._place(paragraph)
        if place is None:
            return ""
        num, level = place
        abstract = _child_value(self._num(num), "abstractNumId")
        self._restart(num, abstract)
        counts = self._counts[abstract]
        counts[level] = counts.get(level, self._level(abstract, level).start - 1) + 1
        for deeper in [key for key in counts if key > level]:
            del counts[deeper]
        return self._shown(abstract, level)

    def _shown(self, abstract: str, level: int) -> str:
        text = self._level(abstract, level).text
        for depth in range(level + 1):
            known = self._level(abstract, depth)
            count = self._counts[abstract].get(depth, known.start)
            text = text.replace(f"%{depth + 1}", _formatted(count, known.form))
        return text

    def _restart(self, num: str, abstract: str) -> None:
        """An override of the start takes effect where its list is met first."""
        if num in self._begun:
            return
        self._begun.add(num)
        for override in self._num(num).findall(f"{_W}lvlOverride"):
            start = int(_child_value(override, "startOverride"))
            self._counts[abstract][int(_value(override, "ilvl"))] = start - 1

    def _place(self, paragraph: Element) -> tuple[str, int] | None:
        """List and level of a paragraph: its own, else those of its style or of the style that is based on."""
        properties: Element | None = paragraph.find(f"{_W}pPr")
        style = _style(paragraph)
        num, level = None, 0
        while properties is not None or style:
            own = properties.find(f"{_W}numPr") if properties is not None else None
            if own is not None and own.find(f"{_W}numId") is not None:
                num = _child_value(own, "numId")
                level = int(_child_value(own, "ilvl")) if own.find(f"{_W}ilvl") is not None else 0
                break
            definition = self.styles.find(f"{_W}style[@{_W}styleId='{style}']") if style else None
            properties = definition.find(f"{_W}pPr") if definition is not None else None
            style = _based_on(definition)
        return None if num in (None, "0") else (str(num), level)

    def _num(self, num: str) -> Element:
        return _only(self.numbering, f"{_W}num[@{_W}numId='{num}']")

    def _level(self, abstract: str, level: int) -> _Level:
        definition = _only(self.numbering, f"{_W}abstractNum[@{_W}abstractNumId='{abstract}']")
        found = _only(definition, f"{_W}lvl[@{_W}ilvl='{level}']")
        start, form, text = (_child_value(found, name) for name in ("start", "numFmt", "lvlText"))
        return _Level(int(start), form, text)


def _formatted(count: int, form: str) -> str:
    match form:
        case "decimal":
            return str(count)
        case "upperRoman":
            return _roman(count)
        case "upperLetter":
            return chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        case "lowerLetter":
            return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        case "bullet":
            return ""
    raise ValueError(f"numbers of the form {form} are not known here")


def _roman(count: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text, count = text + sign * (count // value), count % value
    return text


def _words(element: Element) -> Iterator[str]:
    return map(_sign, element.iter(*_SIGNS))


def _sign(element: Element) -> str:
    """Words, or the hyphen at which no line ends, which has an element of its own."""
    return "-" if element.tag == f"{_W}noBreakHyphen" else element.text or ""


def _style(paragraph: Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return _value(style, "val") if style is not None else ""


def _based_on(style: Element | None) -> str:
    base = style.find(f"{_W}basedOn") if style is not None else None
    return _value(base, "val") if base is not None else ""


def _only(parent: Element, path: str) -> Element:
    found = parent.find(path)
    assert found is not None, path
    return found


def _child_value(parent: Element, name: str) -> str:
    return _value(_only(parent, f"{_W}{name}"), "val")


def _value(element: Element, name: str) -> str:
    value = element.get(f"{_W}{name}")
    assert value is not None, name
    return str(value)
