"""Inlines as HTML. What differs between a screen and paper is asked of the medium."""

from collections.abc import Iterable
from typing import Protocol, assert_never

from referral.document.drawings import Picture
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
from referral.document.walk import above_words
from referral.writers.calls import spaced
from referral.writers.html.markup import Attributes, element, void


class Medium(Protocol):
    """Where the document will be read."""

    def words(self, text: str) -> str:
        """Plain text as HTML that this medium can show."""
        ...

    def line(self, pieces: Iterable[str]) -> str:
        """The inlines of a line, each HTML already, put together."""
        ...

    def in_column(self, letters: int) -> "Medium":
        """The same medium where a line has about so many letters."""
        ...

    def footnote(self, note: Footnote) -> str:
        """The call of a note; where its text goes is the medium's affair."""
        ...

    def signs(self, text: str) -> str:
        """Plain text with the characters that this medium can show, not escaped."""
        ...

    def picture(self, picture: Picture) -> str:
        """The address under which this medium finds a picture."""
        ...

    def link(self, target: str) -> Attributes:
        """How an element leads to a place in the document."""
        ...

    def entry(self, target: str) -> Attributes:
        """The same of an entry of the contents."""
        ...


def inlines(content: Inlines, medium: Medium) -> str:
    return medium.line([inline(node, medium) for node in spaced(content)])


def inline(node: Inline, medium: Medium) -> str:
    match node:
        case Text():
            return _text(node, medium)
        case Strong():
            return element("strong", inlines(node.content, medium))
        case Emphasis():
            return element("em", inlines(node.content, medium))
        case Superscript():
            return element("sup", inlines(node.content, medium))
        case Sentence():
            return _sentence(node, medium)
        case Code():
            return element("code", medium.in_column(1).words(node.text))  # it may be parted anywhere
        case LineBreak():
            return void("br") + "\n"
        case Tab():
            return element("span", "\t", {"class": "tab"})
        case Footnote():
            return medium.footnote(node)
        case CrossReference():
            return _reference(medium.words(node.label), node.target, medium)
        case Citation():
            return _citation(node, medium)
        case Placeholder():
            return element("mark", medium.words(node.text), {"class": "placeholder"})
        case Redaction():
            return element("span", medium.words(node.text), {"class": "redaction"})
        case Link():
            # Shown, never clickable: what a case holds becomes no link target, and a source is not visited by accident.
            return element("span", medium.words(node.address), {"class": "address"})
        case _:
            assert_never(node)


def _sentence(node: Sentence, medium: Medium) -> str:
    words = inlines(node.content, medium)
    return element("span", words, {"id": node.id}) if node.id else words


def _text(node: Text, medium: Medium) -> str:
    words = medium.words(node.text)
    return element("span", words, {"lang": node.lang}) if node.lang else words


def _citation(node: Citation, medium: Medium) -> str:
    label = medium.words(node.label)
    named = inlines((Text(", "), *node.full), medium) if node.is_full else ""
    pinpoint = medium.words(f", {node.pinpoint}") if node.pinpoint else ""
    return (_reference(label, node.target, medium) if node.target else label) + named + _above(node, medium) + pinpoint


def _above(node: Citation, medium: Medium) -> str:
    """The note that cites the exhibit in full, by its number."""
    if not node.above:
        return ""
    return f" ({_reference(medium.words(above_words(node.above)), note_place(node.above.note), medium)})"


def note_place(number: int) -> str:
    """The id of a note; no id of a document begins with a tilde."""
    return f"~note-{number}"


def _reference(label: str, target: str, medium: Medium) -> str:
    return element("a", label, {"class": "reference", **medium.link(target)})
