"""Inlines to runs. Text becomes words and nothing else: no markup, no field, no address is read out of it."""

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from referral.document.inlines import (
    Above,
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
from referral.errors import WriteError
from referral.writers.calls import spaced
from referral.writers.docx.fields import add_field, number_of_note
from referral.writers.docx.languages import word_language
from referral.writers.docx.looks import PLAIN, Look, add_run, add_words
from referral.writers.docx.marks import Marks, note_target
from referral.writers.docx.oxml import Element, add


def refuse_note(_parent: Element, _note: Footnote) -> None:
    """Notes have no notes."""
    raise WriteError("a footnote stands inside another footnote")


class InlineWriter:
    """Writes the inlines of one part (the body, or the footnotes); `add_note` takes a footnote met on the way."""

    def __init__(self, marks: Marks, add_note: Callable[[Element, Footnote], None] = refuse_note) -> None:
        self._marks = marks
        self._add_note = add_note

    def write(self, parent: Element, content: Inlines, look: Look = PLAIN) -> None:
        """Appends the runs of `content` to a paragraph."""
        for inline in spaced(content):
            self._write_one(parent, inline, look)

    def _write_one(self, parent: Element, inline: Inline, look: Look) -> None:
        match inline:
            case Text():
                add_words(parent, inline.text, _in_language(look, inline.lang))
            case Strong():
                self.write(parent, inline.content, replace(look, bold=True))
            case Emphasis():
                self.write(parent, inline.content, replace(look, italic=True))
            case Superscript():
                self.write(parent, inline.content, replace(look, raised=True))
            case Sentence():
                with self._marks.around(parent, inline.id):
                    self.write(parent, inline.content, look)
            case Code():
                add_words(parent, inline.text, as_code(look))
            case LineBreak():
                add(add_run(parent, look), "br")
            case Tab():
                add(add_run(parent, look), "tab")
            case Footnote():
                self._add_note(parent, inline)
            case CrossReference():
                self._refer(parent, inline, look)
            case Citation():
                self._cite(parent, inline, look)
            case Placeholder():
                add_words(parent, inline.text, replace(look, style="Placeholder"))
            case Redaction():
                add_words(parent, inline.text, Look(style="Redaction"))
            case Link():
                add_words(parent, inline.address, look)  # words of a case never lead anywhere
            case _:
                assert_never(inline)

    def _refer(self, parent: Element, reference: CrossReference, look: Look) -> None:
        """A field where Word counts as we do; else a link with the label, which no update of fields can change."""
        instruction = self._marks.number_field(reference.target, reference.label)
        if instruction:
            add_field(parent, instruction, reference.label, look)
        else:
            self._link_inside(parent, reference.target, reference.label, look)

    def _cite(self, parent: Element, citation: Citation, look: Look) -> None:
        if citation.target is None:
            add_words(parent, citation.label, look)
        else:
            self._link_inside(parent, citation.target, citation.label, look)
        if citation.is_full:
            self.write(parent, (Text(", "), *citation.full), look)
        if citation.above:
            self._refer_back(parent, citation.above, look)
        if citation.pinpoint:
            add_words(parent, f", {citation.pinpoint}", look)

    def _refer_back(self, parent: Element, above: Above, look: Look) -> None:
        """To an earlier note by its number, which Word keeps right when notes are added."""
        add_words(parent, f" ({above.before}", look)
        add_field(parent, number_of_note(self._marks.name(note_target(above.note))), str(above.note), look)
        add_words(parent, f"{above.after})", look)

    def _link_inside(self, parent: Element, target: str, label: str, look: Look) -> None:
        hyperlink = add(parent, "hyperlink", anchor=self._marks.name(target), history=1)
        add_words(hyperlink, label, look)


def as_code(look: Look) -> Look:
    """How a code looks; it may be parted anywhere."""
    return replace(look, style="CodeText", room=1)


def _in_language(look: Look, lang: str | None) -> Look:
    return replace(look, lang=word_language(lang)) if lang else look
