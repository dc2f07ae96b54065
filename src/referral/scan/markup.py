"""HTML, and the XML of office packages: words as a reader sees them, and whatever stands beside them."""

import re
from collections.abc import Iterator

from lxml import etree, html

from referral.foreign_xml import root_of
from referral.scan.passage import Passage, Read, Unread
from referral.scan.words import WordsOf

_CODES = re.compile(r'&(?:"[^"]*"|[A-Za-z]|\d+)')  # in the heads and feet of sheets
_HEADS = re.compile(r"(?:odd|even|first)(?:header|footer)")
_OWN_ENTITIES = re.compile(rb"<!\0?E\0?N\0?T\0?I\0?T\0?Y")
_PATHS = frozenset({"href", "src", "target", "name", "id", "descr", "title", "alt", "action", "content"})
_PAGE = re.compile(r"<(?:!doctype\s+)?html\b", re.IGNORECASE)
_MARK = re.compile(r"<[^<>]*>")
_LEAST_DIGITS = 4  # of an attribute without letters, that it be more than a measure


def xml_passages(data: bytes) -> Iterator[Read]:
    """One part of an office package. Entities of its own are not followed: they may hide words, or grow for ever."""
    if _OWN_ENTITIES.search(data):
        yield Unread("", "XML that defines words of its own")
    root = _tree(data)
    if root is None:
        yield Unread("", "damaged XML")
        yield Passage("bytes", data.decode("utf-8", errors="replace"))
        return
    yield from _passages(root, is_html=False)


def markup_passages(text: str) -> Iterator[Read]:
    """A page of HTML, or any other file in angle brackets."""
    data = text.encode("utf-8", errors="replace")
    if _OWN_ENTITIES.search(data):
        yield Unread("", "markup that defines words of its own")
    bare = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    root = None if _PAGE.search(text) else _tree(bare.encode("utf-8", errors="replace"))
    if root is not None:
        yield from _passages(root, is_html=False)
        return
    parser = html.HTMLParser(huge_tree=True, no_network=True)
    try:
        yield from _passages(html.document_fromstring(bare, parser), is_html=True)
    except (etree.ParserError, ValueError):
        yield Passage("text", text)
    if any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log):  # the parser stopped somewhere
        yield Passage("text", _MARK.sub("", text))


def _tree(data: bytes) -> etree._Element | None:
    """None if it is not well-formed."""
    try:
        return root_of(data, is_large=True)
    except etree.XMLSyntaxError:
        return None


def _passages(root: etree._Element, is_html: bool) -> Iterator[Read]:
    words = WordsOf(root, is_html)
    yield Passage("text", words.seen())
    if words.whole() != words.seen():
        yield Passage("text with what is deleted or hidden", words.whole())
    yield from (Passage(place, text) for place, text in words.single)
    yield from _attributes(root)
    yield from _heads(root)


def _attributes(root: etree._Element) -> Iterator[Read]:
    """Each value once: a large table repeats its few attributes in every cell."""
    seen: set[tuple[str, str]] = set()
    for element in root.iter():
        if isinstance(element.tag, str):
            seen.update((_local(str(key)), str(value)) for key, value in element.attrib.items())
    for name, value in sorted(seen):
        if any(map(_may_be_read, value)) or sum(map(str.isdigit, value)) >= _LEAST_DIGITS:
            yield Passage(_place(name), value, is_path=name in _PATHS and " " not in value)
        if any(map(str.isalpha, name.partition("data-")[2])):
            yield Passage("name of an attribute", name, is_path=True)


def _may_be_read(sign: str) -> bool:
    """A letter, or a sign that looks like one, as those in circles do."""
    return sign.isalpha() or not sign.isascii()


def _local(name: str) -> str:
    """A name in small letters without that of its vocabulary."""
    return name.rpartition("}")[2].rpartition(":")[2].lower()


def _place(name: str) -> str:
    return f"attribute “{name}”" if name in _PATHS else "an attribute"


def _heads(root: etree._Element) -> Iterator[Read]:
    """Head and foot of a sheet without the codes for its parts and fonts."""
    for element in root.iter(etree.Element):
        if _HEADS.fullmatch(_local(str(element.tag))):
            yield Passage("head or foot", _CODES.sub(" ", element.text or ""))
