"""DOCX and PDF say the same sentences in the same order, and both say what the document tree says.

The numbers that Word computes (of headings, paragraphs, items, notes) are not in the XML of a DOCX: they are computed
here from its numbering part, so that bodies are compared with them. Against the tree, which leaves such numbers to the
formats, the bare words of the XML are compared.
"""

import pytest

from referral.document.nodes import Annex, Document, Figure, Paragraph
from referral.document.walk import body_blocks, caption_label, flat, footnotes
from tests.end_to_end.documents import DEMONSTRATIONS, SMALL, File, Listed, listed, parted
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
    at, added = 0, (*_OF_OPEN_POINTS, *labels_of_captions(document))
    for piece in map(squeezed, body_blocks(document)):
        while not body.startswith(piece, at) and body.startswith(added, at):
            at += max(len(words) for words in added if body.startswith(words, at))
        if not body.startswith(piece, at):
            return body[at : at + _SHOWN], piece[:_SHOWN]
        at += len(piece)
    rest = body[at:].strip(_OF_OPEN_POINTS)
    return (rest[:_SHOWN], "") if rest else None


def labels_of_captions(document: Document) -> set[str]:
    """What the formats set before the words of a caption."""
    blocks = (block for block in flat(document.blocks) if isinstance(block, Figure | Paragraph))
    return {label for block in blocks if (label := squeezed(caption_label(block)))}


def differences(file: File) -> dict[str, object]:
    """The first difference of each kind, if there is one."""
    written, expected = file.data, file.document
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


def strange_in_the_margins(file: File) -> dict[int, str]:
    """Around every page stand draft mark, classification (in an annex its name and level) and page number, on the last
    the stamp, and nothing else.

    By page what is missing, or what is left where there is more than a page number.
    """
    known = file.document.properties
    margins = read_pdf(file.data["pdf"]).margins
    heads = {squeezed(block.header): block.header for block in file.document.blocks if isinstance(block, Annex)}
    found = {}
    for page, margin in enumerate(margins, 1):
        head = next((words for short, words in heads.items() if short in margin), known.classification)
        marks = [known.draft_mark, known.draft_mark, head, *([known.stamp] if page == len(margins) else [])]
        found[page] = strange(margin, marks, len(squeezed(known.page_label)))
    return {page: words for page, words in found.items() if words}


def strange(margin: str, expected: list[str], room: int) -> str:
    rest = margin
    for words in map(squeezed, expected):
        if words not in rest:
            return f"no {words} in {margin}"
        rest = rest.replace(words, "", 1)
    return rest if len(rest) > room else ""


@each_small
def test_both_formats_say_what_the_tree_says(document: Listed):
    assert {} == {file.name: found for file in parted(document) if (found := differences(file))}


@each_small
def test_what_stands_around_the_pages_is_no_part_of_the_text(document: Listed):
    assert {} == {file.name: found for file in parted(document) if (found := strange_in_the_margins(file))}


@pytest.mark.slow
@each_demonstration
def test_both_formats_of_a_demonstration_say_what_the_tree_says(document: Listed):
    found = {file.name: (differences(file), strange_in_the_margins(file)) for file in parted(document)}
    assert {name: ({}, {}) for name in found} == found
