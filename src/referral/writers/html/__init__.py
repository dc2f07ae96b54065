"""One HTML page: readable on a screen, printable, without script, without anything from outside."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from typing import Self

from referral.document.drawings import Picture
from referral.document.inlines import Footnote
from referral.document.nodes import Document, Figure
from referral.document.walk import flat
from referral.writers.html.blocks import Blocks
from referral.writers.html.figures import figure_rules
from referral.writers.html.inlines import inlines, note_place
from referral.writers.html.markup import Attributes, element, link_to, without_controls, words
from referral.writers.html.page import measures, page, policy_for, stylesheet
from referral.writers.html.tables import width_rules


def write_html(document: Document) -> bytes:
    """The document as one page that stands alone. Raises WriteError for what HTML cannot hold."""
    style = _style(document)
    return page(document, style, _body(document), policy_for(style, has_pictures=_has_pictures(document))).encode()


def _has_pictures(document: Document) -> bool:
    return any(isinstance(block, Figure) and isinstance(block.drawing, Picture) for block in flat(document.blocks))


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
        place, call = note_place(note.number), f"~call-{note.number}"
        back = element("a", "↩", {"href": link_to(call), "role": "doc-backlink"})
        number = element("span", f"{note.number} ", {"class": "number"})
        self.notes.append(element("li", f"{number}{inlines(note.content, self)} {back}", {"id": place}))
        link = element("a", str(note.number), {"id": call, "href": link_to(place), "role": "doc-noteref"})
        return element("sup", link, {"class": "call"})

    def signs(self, text: str) -> str:
        return without_controls(text)

    def picture(self, picture: Picture) -> str:
        """The picture itself: the page asks for nothing from outside."""
        return f"data:image/{picture.format};base64,{b64encode(picture.data).decode()}"

    def link(self, target: str) -> Attributes:
        return {"href": link_to(target)}

    entry = link


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
    rules = (measures(document.layout), sheet, width_rules(document.blocks), figure_rules(document.blocks))
    return "\n".join([*rules, stylesheet("document.css"), stylesheet("screen.css")])
