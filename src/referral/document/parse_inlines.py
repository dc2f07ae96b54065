"""Inline elements to inline nodes: words, emphasis, notes, references. Spaces are collapsed here, as XML has them."""

import re
from collections.abc import Callable
from dataclasses import replace

from lxml.etree import _Element as Element

from referral.document.inlines import (
    Citation,
    Code,
    CrossReference,
    Emphasis,
    Footnote,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Placeholder,
    Redaction,
    Sentence,
    Strong,
    Superscript,
    Tab,
    Text,
)
from referral.document.strict import Strict
from referral.document.xml_reader import SPACES, collapse

MAX_DEPTH = 16
NO_NOTE = frozenset({"note"})  # in notes, and in streamed rows, whose notes could not be numbered without reading them
NO_REFERENCE = frozenset({"note", "ref", "s"})  # in headings and titles: a table of contents prints them again
NO_CITATION = frozenset({"note", "ref", "cite"})  # in the words that name an exhibit in full
SENTENCES_ALONE = frozenset(
    ("b", "i", "sup", "code", "missing", "redacted", "br", "tab", "note", "ref", "cite", "a", "span")
)
FIXED_WORDS = frozenset({"note", "ref", "cite", "missing", "s"})  # in words that may not be printed at all

SENTENCE = frozenset({"s"})

_ADDRESS = re.compile(r"https://[^\s<>\"\\^`{|}]+")


class InlineReader:
    """Reads the inlines of one block after another; `refused` are the elements that may not stand in these blocks."""

    def __init__(self, strict: Strict, refused: frozenset[str] = frozenset()) -> None:
        self.strict = strict
        self._refused = refused
        self._after_space = True  # also where a block or a line begins: a space that follows is dropped
        self._depth = 0

    def read(self, element: Element) -> Inlines:
        """The inlines of a block, collapsed and trimmed; a block without words is a problem."""
        if not len(element):
            return self._words_alone(element)
        self._after_space = True
        content = self._content(element)
        _trim_end(content)
        return tuple(content)

    def _words_alone(self, element: Element) -> Inlines:
        """The common case, short: nothing but text."""
        text = collapse(element.text or "").strip(" ")
        if not text or text.isspace():
            self._refuse_blank(element)
            return ()
        return (Text(text),)

    def _content(self, element: Element) -> list[Inline]:
        content: list[Inline] = []
        problems = len(self.strict.problems)
        self._add_words(content, element.text)
        for child in element:
            self._add_child(content, child)
            self._add_words(content, child.tail)
        if all(map(_is_blank, content)) and len(self.strict.problems) == problems:
            self._refuse_blank(element)
        return content

    def _refuse_blank(self, element: Element) -> None:
        """A blank never passes in silence; an empty cell is the one that may be meant."""
        hint = '; if it is meant to be, write empty="yes"' if element.tag in ("td", "th") else ""
        self.strict.add(element, f"is empty{hint}")

    def _add_words(self, content: list[Inline], text: str | None, lang: str | None = None) -> None:
        words = collapse(text or "")
        if self._after_space:
            words = words.lstrip(" ")
        if words:
            content.append(Text(words, lang))
            self._after_space = words.endswith(" ")

    def _add_child(self, content: list[Inline], child: Element) -> None:
        if child.tag in self._refused or not (child.tag in _READERS or child.tag == "span"):
            self.strict.add(child, "cannot stand here")
            return
        self.strict.check_attributes(child)
        if child.tag == "span":
            self._add_span(content, child)
        else:
            self._add_inline(content, child)

    def _add_span(self, content: list[Inline], element: Element) -> None:
        self.strict.required(element, "lang")
        self.strict.words_only(element)
        self._add_words(content, element.text, self.strict.language(element))

    def _add_inline(self, content: list[Inline], element: Element) -> None:
        self._depth += 1
        inline = _READERS[element.tag](self, element)
        self._depth -= 1
        breaks = isinstance(inline, LineBreak | Tab)
        if breaks:
            _trim_end(content)
        if not isinstance(inline, Strong | Emphasis | Superscript | Sentence):
            self._after_space = breaks
        content.append(inline)

    def wrapped(self, element: Element) -> Inlines:
        if self._depth <= MAX_DEPTH:
            return tuple(self._content(element))
        self.strict.add(element, f"is nested deeper than {MAX_DEPTH} levels")
        return ()

    def sentence(self, element: Element) -> Inline:
        """Words that rest on entries; a sentence in a sentence would leave open on what its words rest."""
        sources = tuple(dict.fromkeys(self.strict.required(element, "from").split()))
        outside, self._refused = self._refused, self._refused | SENTENCE
        content = self.wrapped(element)
        self._refused = outside
        return Sentence(content, sources, self.strict.identifier(element))

    def note(self, element: Element) -> Inline:
        return Footnote(InlineReader(self.strict, self._refused | NO_NOTE).read(element))

    def line_break(self, element: Element) -> Inline:
        self.strict.check_nothing_inside(element)
        return LineBreak()

    def tab(self, element: Element) -> Inline:
        self.strict.check_nothing_inside(element)
        return Tab()

    def reference(self, element: Element) -> Inline:
        self.strict.check_nothing_inside(element)
        self.strict.required(element, "to")
        return CrossReference(self.strict.identifier(element, "to") or "")

    def citation(self, element: Element) -> Inline:
        pinpoint = collapse(element.get("pin", "")).strip(SPACES)
        full = self._full(element)
        return Citation(self.strict.words_only(element), pinpoint, self.strict.identifier(element, "to"), full)

    def _full(self, element: Element) -> Inlines:
        """The words of its last element, `<full>`, which is taken away."""
        if not (len(element) and element[-1].tag == "full"):
            return ()
        full = element[-1]
        self.strict.check_attributes(full)
        self.strict.no_words(element, full.tail)
        element.remove(full)
        return InlineReader(self.strict, self._refused | NO_CITATION).read(full)

    def link(self, element: Element) -> Inline:
        self.strict.check_nothing_inside(element)
        address = self.strict.required(element, "href")
        if address and not _ADDRESS.fullmatch(address):
            self.strict.add(element, f'href="{address}" is no https address; print any other with <code>')
        return Link(address)


_READERS: dict[str, Callable[[InlineReader, Element], Inline]] = {
    "b": lambda reader, element: Strong(reader.wrapped(element)),
    "i": lambda reader, element: Emphasis(reader.wrapped(element)),
    "sup": lambda reader, element: Superscript(reader.wrapped(element)),
    "s": InlineReader.sentence,
    "code": lambda reader, element: Code(reader.strict.words_only(element)),
    "missing": lambda reader, element: Placeholder(reader.strict.words_only(element)),
    "redacted": lambda reader, element: Redaction(reader.strict.words_only(element)),
    "br": InlineReader.line_break,
    "tab": InlineReader.tab,
    "note": InlineReader.note,
    "ref": InlineReader.reference,
    "cite": InlineReader.citation,
    "a": InlineReader.link,
}


def _is_blank(inline: Inline) -> bool:
    return isinstance(inline, LineBreak | Tab) or (isinstance(inline, Text) and not inline.text.strip())


def _trim_end(content: list[Inline]) -> None:
    """Take away the space at the end, however deep it stands; in place, for a line may have very many breaks."""
    while content:
        kept = _without_last_space(content.pop())
        if kept is not None:
            content.append(kept)
            return


def _without_last_space(inline: Inline) -> Inline | None:
    """None where nothing else was there."""
    match inline:
        case Text():
            text = inline.text.rstrip(" ")
            return replace(inline, text=text) if text else None
        case Strong() | Emphasis() | Superscript() | Sentence():
            inner = list(inline.content)
            _trim_end(inner)
            return replace(inline, content=tuple(inner))
        case _:
            return inline
