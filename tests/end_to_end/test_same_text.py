"""DOCX and PDF say the same sentences in the same order, and both say what the document tree says.

The numbers that Word computes (of headings, paragraphs, items, notes) are not in the XML of a DOCX: they are computed
here from its numbering part, so that bodies are compared with them. Against the tree, which leaves such numbers to the
formats, the bare words of the XML are compared.
"""

import pytest

from referral.document.nodes import Document
from referral.document.walk import body_blocks, footnotes
from tests.end_to_end.documents import DEMONSTRATIONS, SMALL, Listed, files, listed, tree
from tests.end_to_end.reading import squeezed
from tests.end_to_end.reading_docx import read_docx
from tests.end_to_end.reading_pdf import read_pdf

_OF_OPEN_POINTS = "(;)"  # what the formats set between an open point and its places; the tree has them apart
_SHOWN = 60

each_small = pytest.mark.parametrize("document", listed(SMALL), ids=str)
each_demonstration = pytest.mark.parametrize("document", [d for case in DEMONSTRATIONS for d in listed(case)], ids=str)


def first_difference(one: str, other: str) -> tuple[str, str] | None:
    """What each has from the place on where they part; None if they are equal."""
    if one == other:
        return None
    pairs = enumerate(zip(one, other, strict=False))
    at = max(0, next((n for n, (a, b) in pairs if a != b), min(len(one), len(other))) - _SHOWN // 2)
    return one[at : at + _SHOWN], other[at : at + _SHOWN]


def first_departure(body: str, document: Document) -> tuple[str, str] | None:
    """Where a body holds something else than the words of the tree, one after the other; None if it holds just them."""
    at = 0
    for piece in map(squeezed, body_blocks(document)):
        while not body.startswith(piece, at) and body[at : at + 1] in tuple(_OF_OPEN_POINTS):
            at += 1
        if not body.startswith(piece, at):
            return body[at : at + _SHOWN], piece[:_SHOWN]
        at += len(piece)
    rest = body[at:].strip(_OF_OPEN_POINTS)
    return (rest[:_SHOWN], "") if rest else None


def differences(document: Listed) -> dict[str, object]:
    """The first difference of each kind, if there is one."""
    written, expected = files(document), tree(document)
    word = read_docx(written["docx"])
    pdf = read_pdf(written["pdf"]).mended(word)
    notes = {number: squeezed(words) for number, words in footnotes(expected)}
    found = {
        "body of DOCX and PDF": first_difference(word.body, pdf.body),
        "contents of DOCX and PDF": first_difference(word.contents, pdf.contents),
        "body of DOCX and tree": first_departure(read_docx(written["docx"], with_numbers=False).body, expected),
        "notes of DOCX and tree": differing_notes(word.notes, notes),
        "notes of PDF and tree": differing_notes(pdf.notes, notes),
    }
    return {what: difference for what, difference in found.items() if difference}


def differing_notes(one: dict[int, str], other: dict[int, str]) -> dict[int, tuple[str, str] | None]:
    numbers = sorted(one.keys() | other.keys())
    found = {number: first_difference(one.get(number, "—"), other.get(number, "—")) for number in numbers}
    return {number: difference for number, difference in found.items() if difference}


def strange_in_the_margins(document: Listed) -> dict[int, str]:
    """Around every page stand draft mark, classification and page number, on the last the stamp, and nothing else.

    By page what is missing, or what is left where there is more than a page number.
    """
    known = tree(document).properties
    margins = read_pdf(files(document)["pdf"]).margins
    marks = [known.draft_mark, known.draft_mark, known.classification]
    found = {
        page: strange(margin, marks + ([known.stamp] if page == len(margins) else []), len(squeezed(known.page_label)))
        for page, margin in enumerate(margins, 1)
    }
    return {page: words for page, words in found.items() if words}


def strange(margin: str, expected: list[str], room: int) -> str:
    rest = margin
    for words in map(squeezed, expected):
        if words not in rest:
            return f"no {words} in {margin}"
        rest = rest.replace(words, "", 1)
    return rest if len(rest) > room else ""


@each_small
def test_both_formats_say_what_the_tree_says(document):
    assert {} == differences(document)


@each_small
def test_what_stands_around_the_pages_is_no_part_of_the_text(document):
    assert {} == strange_in_the_margins(document)


@pytest.mark.slow
@each_demonstration
def test_both_formats_of_a_demonstration_say_what_the_tree_says(document):
    assert {} == differences(document)
    assert {} == strange_in_the_margins(document)
