"""Elements of Word's XML: their names, and the one door through which text enters. Knows no node of ours."""

import re
from functools import cache
from typing import TypeAlias

from lxml import etree

from referral.errors import WriteError
from referral.writers.codes import JOINER

Element: TypeAlias = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# What no XML 1.0 document may hold: controls, lone surrogates, the two non-characters.
_REFUSED = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_BREAK = re.compile("[\t\n\r]")


@cache
def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def r(name: str) -> str:
    """The full name of an attribute that holds a relationship id."""
    return f"{{{R}}}{name}"


def add(parent: Element, name: str, /, **attributes: object) -> Element:
    """A new last child `w:name` with attributes `w:…`; a number becomes its digits."""
    child = etree.SubElement(parent, w(name))
    for key, value in attributes.items():
        child.set(w(key), str(value))
    return child


def add_text(run: Element, text: str) -> None:
    """The words of a run."""
    first, *rest = pieces(text)
    _add_t(run, first)
    for piece in rest:
        add(run, "noBreakHyphen")
        _add_t(run, piece)


def pieces(text: str) -> list[str]:
    """The words of a run, parted where a hyphen stands at which no line may end.

    A line break or tab inside them is white space: real ones are nodes of their own.
    """
    return _LINE_BREAK.sub(" ", accepted(text)).split(f"-{JOINER}")


def _add_t(run: Element, text: str) -> None:
    t = add(run, "t")
    t.set(XML_SPACE, "preserve")
    t.text = text


def accepted(text: str) -> str:
    """The same text; raises `WriteError` naming the first character that no Word document can hold."""
    refused = _REFUSED.search(text)
    if refused:
        raise WriteError(_refusal(text, refused.start()))
    return text


def _refusal(text: str, at: int) -> str:
    around = _REFUSED.sub("\N{REPLACEMENT CHARACTER}", text[max(0, at - 20) : at + 20])
    return f"the character U+{ord(text[at]):04X} cannot stand in a Word document: “{around}”; delete it from the text"
