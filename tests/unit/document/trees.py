"""Small documents for tests: XML in, tree or problems out."""

from collections.abc import Callable, Iterator, Mapping, Sequence

import pytest

from referral.document.inlines import Inline
from referral.document.layout import HeadingNumbers, Layout, Properties
from referral.document.nodes import Block, Document, OpenPoint, Paragraph
from referral.document.number import number
from referral.document.parse import parse_document
from referral.document.tables import Row, Table
from referral.errors import DocumentError

NAME = "notice/uk.xml"
PROPERTIES = Properties(lang="uk", title="T", created="2024-05-01")

Sources = Mapping[str, Callable[[], Iterator[str]]]


def parsed(body: str, sources: Sources | None = None, scheme: HeadingNumbers = HeadingNumbers.DECIMAL) -> Document:
    """The document with this body; its first line is that of <document>."""
    layout = Layout(heading_numbers=scheme)
    return parse_document(f"<document>{body}</document>", NAME, sources or {}, PROPERTIES, layout)


def numbered(
    body: str,
    sources: Sources | None = None,
    scheme: HeadingNumbers = HeadingNumbers.DECIMAL,
    extra: Sequence[OpenPoint] = (),
) -> Document:
    return number(parsed(body, sources, scheme), extra)


def block(body: str) -> Block:
    """The only block of this body."""
    (only,) = parsed(body).blocks
    return only


def inlines(content: str) -> tuple[Inline, ...]:
    """The inlines of a paragraph with this content."""
    paragraph = block(f"<p>{content}</p>")
    assert isinstance(paragraph, Paragraph)
    return paragraph.content


def table(document: Document) -> Table:
    """The first table of the document."""
    return next(b for b in document.blocks if isinstance(b, Table))


def rows(body: str, columns: int = 1) -> list[Row]:
    """The rows of a table with this body."""
    widths = " ".join(["1"] * columns)
    return list(table(parsed(f'<table widths="{widths}"><tbody>{body}</tbody></table>')).rows)


def streamed(*source: str, columns: int = 1) -> tuple[str, Sources]:
    """A table with rows from a source, and the source."""
    widths = " ".join(["1"] * columns)
    return f'<table widths="{widths}"><rows source="rows"/></table>', {"rows": lambda: iter(source)}


def refusals(build: Callable[[], object]) -> list[str]:
    """The lines of the DocumentError that building raises."""
    with pytest.raises(DocumentError) as caught:
        build()
    return str(caught.value).split("\n")


def parse_refusals(body: str) -> list[str]:
    return refusals(lambda: parsed(body))


def number_refusals(body: str, sources: Sources | None = None) -> list[str]:
    return refusals(lambda: numbered(body, sources))
