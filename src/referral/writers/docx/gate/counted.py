"""Numbers that Word counts again, of captions and of notes referred to: what is shown is what it will count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from referral.writers.docx.gate.package import Package
from referral.writers.docx.oxml import Element, w

_SEQUENCE = re.compile(r"SEQ (\w+) \\\* ARABIC")
_LIST = re.compile(r"TOC \\h \\z \\c \"(\w+)\"")
_NOTE = re.compile(r"NOTEREF (\w+) \\h")
_WORDS = re.compile(r"REF (\w+) \\h")


@dataclass
class _Marked:
    """What stands in a bookmark: the ids of the notes called, words, and whether a caption is counted there."""

    notes: list[str] = field(default_factory=list)
    is_counted: bool = False
    words: str = ""


@dataclass
class _Field:
    instruction: str = ""
    result: str = ""


def check_captions(package: Package) -> Iterator[str]:
    """Captions of each kind are numbered 1, 2, 3; a list of them has something to list."""
    counts: dict[str, int] = {}
    fields = list(_fields(package.part("document")))
    for one in fields:
        if counted := _SEQUENCE.fullmatch(one.instruction):
            count = counts[counted[1]] = counts.get(counted[1], 0) + 1
            if one.result != str(count):
                yield f"the caption {counted[1]} {one.result} would be counted as {count}"
    lists = (found[1] for one in fields if (found := _LIST.fullmatch(one.instruction)))
    yield from (f"a list of captions has none of {kind} to list" for kind in lists if kind not in counts)


def check_references(package: Package) -> Iterator[str]:
    """A reference to a note shows the number of the note that its bookmark calls; one to a caption leads to one."""
    marked = _marked(package)
    for part, root in package.stories():
        for one in _fields(root):
            if note := _NOTE.fullmatch(one.instruction):
                called = marked.get(note[1], _Marked()).notes
                if called != [one.result]:
                    yield f"{part}: refers to the note {one.result}, and {note[1]} marks {', '.join(called) or 'none'}"
            elif words := _WORDS.fullmatch(one.instruction):
                caption = marked.get(words[1], _Marked())
                if not caption.is_counted or caption.words != one.result:
                    yield f"{part}: refers to the caption {one.result}, and {words[1]} marks {caption.words or 'none'}"


def _marked(package: Package) -> dict[str, _Marked]:
    """What each bookmark of the main part holds."""
    is_open: dict[str, _Marked] = {}
    found: dict[str, _Marked] = {}
    for element in package.part("document").iter():
        if element.tag == w("bookmarkStart"):
            is_open[str(element.get(w("id")))] = found.setdefault(str(element.get(w("name"))), _Marked())
        elif element.tag == w("bookmarkEnd"):
            is_open.pop(str(element.get(w("id"))), None)
        elif is_open:
            _take(element, is_open)
    return found


def _take(element: Element, is_open: dict[str, _Marked]) -> None:
    if element.tag == w("footnoteReference"):
        for one in is_open.values():
            one.notes.append(str(element.get(w("id"))))
    elif element.tag == w("instrText") and _SEQUENCE.fullmatch((element.text or "").strip()):
        for one in is_open.values():
            one.is_counted = True
    elif element.tag == w("t"):
        for one in is_open.values():
            one.words += element.text or ""


def _fields(root: Element) -> Iterator[_Field]:
    """The fields of a part with their results, in the order in which they end."""
    stack: list[_Field] = []
    for element in root.iter(w("fldChar"), w("instrText"), w("t")):
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            stack.append(_Field())
        elif stack and kind == "end":
            ended = stack.pop()
            ended.instruction = ended.instruction.strip()
            yield ended
        elif stack and element.tag == w("instrText"):
            stack[-1].instruction += element.text or ""
        elif stack and element.tag == w("t"):
            stack[-1].result += element.text or ""
