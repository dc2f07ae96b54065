"""One HTML page: readable on a screen, printable, without script, without anything from outside."""

from collections.abc import Iterable, Iterator
from typing import Self

from referral.document.nodes import Document, Footnote
from referral.writers.html.blocks import Blocks
from referral.writers.html.inlines import inlines
from referral.writers.html.markup import element, link_to, words
from referral.writers.html.page import measures, page, policy_for, stylesheet
from referral.writers.html.tables import width_rules


def write_html(document: Document) -> bytes:
    """The document as one page that stands alone. Raises WriteError for what HTML cannot hold."""
    style = _style(document)
    return page(document, style, _body(document), policy_for(style)).encode()


class _Screen:
    """A page that scrolls: notes are gathered, and stand at its end."""

    def __init__(self) -> None:
        self.notes: list[str] = []

    def words(self, text: str) -> str:
        return words(text)

    def line(self, pieces: Iterable[str]) -> str:
        return "".join(pieces)

    def in_column(self, _letters: int) -> Self:
        return self

    def footnote(self, note: Footnote) -> str:
        place, call = f"~note-{note.number}", f"~call-{note.number}"  # no id of a document begins with a tilde
        back = element("a", "↩", {"href": link_to(call), "role": "doc-backlink"})
        number = element("span", f"{note.number} ", {"class": "number"})
        self.notes.append(element("li", f"{number}{inlines(note.content, self)} {back}", {"id": place}))
        link = element("a", str(note.number), {"id": call, "href": link_to(place), "role": "doc-noteref"})
        return element("sup", link, {"class": "call"})


def _body(document: Document) -> Iterator[str]:
    screen = _Screen()
    yield _marks(document)
    yield "<main>\n"
    yield from Blocks(document, screen).all()
    yield "</main>\n"
    if screen.notes:
        yield element("section", element("ol", "\n".join(screen.notes)), {"class": "notes", "role": "doc-endnotes"})
    if document.properties.stamp:
        yield element("footer", words(document.properties.stamp))


def _marks(document: Document) -> str:
    """What stands in the header of every page on paper."""
    known = {"draft": document.properties.draft_mark, "classification": document.properties.classification}
    marks = "".join(element("p", words(text), {"class": name}) for name, text in known.items() if text)
    return element("header", marks) + "\n" if marks else ""


def _style(document: Document) -> str:
    left, right, top, bottom = document.layout.margins
    sheet = (
        f"@page {{ size: A4; margin: {top}mm {right}mm {bottom}mm {left}mm }}\n@page landscape {{ size: A4 landscape }}"
    )
    rules = (measures(document.layout), sheet, width_rules(document.blocks))
    return "\n".join([*rules, stylesheet("document.css"), stylesheet("screen.css")])
