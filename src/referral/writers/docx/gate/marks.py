"""Bookmarks, fields and links inside the document: balanced, nested, of known kinds, and leading somewhere."""

import re
from collections.abc import Iterator

from referral.writers.docx.fields import ALLOWED, BOOKMARK, TARGET
from referral.writers.docx.gate.package import Package, repeated
from referral.writers.docx.oxml import Element, w

_NAME = re.compile(BOOKMARK)


def check_bookmarks(package: Package) -> Iterator[str]:
    """Every bookmark has one beginning and, after it, one end; ids and names are unique and names are sound."""
    numbers: list[str] = []
    for part, root in package.stories():
        starts = _numbers(root, "bookmarkStart")
        numbers += starts
        yield from _check_pairs(part, root)
    yield from (f"two bookmarks have the number {number}" for number in repeated(numbers))
    names = _names(package)
    yield from (f"two bookmarks are called {name}" for name in repeated(names))
    yield from (f"{name!r} cannot be the name of a bookmark" for name in names if not _NAME.fullmatch(name))


def _check_pairs(part: str, root: Element) -> Iterator[str]:
    is_open: set[str] = set()
    for mark in root.iter(w("bookmarkStart"), w("bookmarkEnd")):
        number = str(mark.get(w("id")))
        if mark.tag == w("bookmarkStart"):
            is_open.add(number)
        elif number in is_open:
            is_open.remove(number)
        else:
            yield f"{part}: bookmark {number} ends where it has not begun"
    yield from (f"{part}: bookmark {number} has no end" for number in sorted(is_open))


def _numbers(root: Element, tag: str) -> list[str]:
    return [str(mark.get(w("id"))) for mark in root.iter(w(tag))]


def _names(package: Package) -> list[str]:
    return [str(mark.get(w("name"))) for _, root in package.stories() for mark in root.iter(w("bookmarkStart"))]


def check_targets(package: Package) -> Iterator[str]:
    """Every field and every link inside leads to a bookmark that exists."""
    names = set(_names(package))
    for part, root in package.stories():
        wanted = {str(link.get(w("anchor"))) for link in root.iter(w("hyperlink")) if link.get(w("anchor"))}
        for field in root.iter(w("instrText")):
            wanted.update(TARGET.findall(field.text or ""))
        yield from (f"{part}: leads to the bookmark {name}, which does not exist" for name in sorted(wanted - names))


def check_fields(package: Package) -> Iterator[str]:
    """Fields are whole, properly nested, and have only instructions of the closed set."""
    for part, root in package.stories():
        stack: list[_Field] = []
        for element in root.iter(w("fldChar"), w("instrText")):
            problem = _step(stack, element)
            if problem:
                yield f"{part}: {problem}"
                break
        else:
            yield from (f"{part}: the field {field.instruction.strip()!r} has no end" for field in stack)


class _Field:
    """One field while it is read."""

    def __init__(self) -> None:
        self.instruction = ""
        self.is_separated = False


def _step(stack: list[_Field], element: Element) -> str:
    """Takes the next mark of a field; returns what is wrong with it, or nothing."""
    kind = element.get(w("fldCharType"))
    if kind == "begin":
        if stack and not stack[-1].is_separated:
            return "a field begins inside the instruction of another"
        stack.append(_Field())
        return ""
    if not stack:
        return "a field goes on where none has begun"
    if element.tag == w("instrText"):
        return _take_instruction(stack[-1], element.text or "")
    return _close(stack) if kind == "end" else _separate(stack[-1])


def _take_instruction(field: _Field, text: str) -> str:
    field.instruction += text
    return "an instruction stands in the result of a field" if field.is_separated else ""


def _separate(field: _Field) -> str:
    if field.is_separated:
        return "a field has two results"
    field.is_separated = True
    instruction = field.instruction.strip()
    return "" if ALLOWED.fullmatch(instruction) else f"{instruction!r} is no field that a document may hold"


def _close(stack: list[_Field]) -> str:
    return "" if stack.pop().is_separated else "a field ends without a result"
