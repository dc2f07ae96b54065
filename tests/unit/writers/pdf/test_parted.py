"""A long document, laid out in chunks, beside the same laid out at once: words, pages, numbers, links, tags, claims."""

import re
from dataclasses import replace
from typing import Any

import pypdfium2
import pytest

from referral.document.inlines import CrossReference, Strong
from referral.document.nodes import (
    Annex,
    Block,
    Document,
    Heading,
    Orientation,
    PageBreak,
    Section,
    SignatureBlock,
    TableOfContents,
)
from referral.document.tables import Row, Table
from referral.document.walk import body_blocks, footnotes
from referral.errors import WriteError
from referral.writers.pdf import PdfFile, write_pdf
from referral.writers.pdf.as_engine import ENGINE
from referral.writers.pdf.parted import parted
from referral.writers.pdf.press import Here
from referral.writers.pdf.printer import Printer
from tests.unit.writers.pdf.reading import fonts, letters_off_page, reader, squeezed, tags, texts
from tests.unit.writers.pdf.sample import (
    COMMUNICATION,
    NOTICE,
    PROPERTIES,
    cell,
    document,
    heading,
    note,
    paragraph,
    rows,
    words,
)
from tests.unit.writers.pdf.standards import faults

ROWS = 260


def in_chunks(known: Document) -> PdfFile:
    return PdfFile(*parted(known, Printer(known), Here(ENGINE).begin, "")())


def long() -> Document:
    """Contents, text with notes and links, a wide table in two parts, an annex with a header of its own."""
    seen = paragraph(
        "див. ", CrossReference("row-250", "рядок 250"), note(1, "Том 1, арк. 3; ", CrossReference("A", "A"))
    )
    table = Section(Orientation.LANDSCAPE, (heading(1, "Таблиця", "table", "2"), numbered_rows()))
    blocks: tuple[Block, ...] = (
        *(TableOfContents(words("ЗМІСТ"), 2), PageBreak()),
        *(heading(1, "Обставини", "facts", "1"), seen, heading(2, "Деталі", "details", "1.1"), paragraph("слово")),
        table,
        *(heading(1, "Кінець", "end"), SignatureBlock(words("Слідчий"), words("Петро ВИГАДАНИЙ"))),
        annex(),
    )
    return document(*blocks, layout=COMMUNICATION, properties=PROPERTIES)


def numbered_rows() -> Table:
    known = (Row((cell(str(n)), cell(f"Вручення повістки {n}")), f"row-{n}") for n in range(1, ROWS + 1))
    return Table((1, 9), (Row((cell("№"), cell("Що"))),), rows(*known), "exhibits")


def annex() -> Annex:
    front = (Heading(1, words("Додаток A"), "A", numbered=False),)
    inside = (paragraph("Перелік, ", CrossReference("facts", "розділ 1"), "."),)
    return Annex("A", words("Перелік"), "", inside, "Таємно", front=front, label="Додаток A")


@pytest.fixture(scope="module")
def whole() -> PdfFile:
    return write_pdf(long())


@pytest.fixture(scope="module")
def file() -> PdfFile:
    return in_chunks(long())


@pytest.fixture(scope="module")
def pages(file: PdfFile) -> list[str]:
    return texts(file.data)


def place_of(data: bytes, page: int, wanted: str) -> list[int]:
    """Left, lower, right and upper edge of these words on a page, in points."""
    text = pypdfium2.PdfDocument(data)[page].get_textpage()
    search = text.search(wanted)
    start, length = search.get_next()
    boxes = [text.get_charbox(n) for n in range(start, start + length)]
    lefts, lowers, rights, uppers = zip(*boxes, strict=True)
    return [round(edge) for edge in (min(lefts), min(lowers), max(rights), max(uppers))]


def destinations(data: bytes) -> list[str]:
    found = []
    for page in reader(data).pages:
        found += [str(link.get_object()["/Dest"]) for link in page.get("/Annots", ())]
    return found


def test_no_word_is_lost_and_their_order_stays(pages):
    known = [*body_blocks(long()), *(text for _, text in footnotes(long()))]
    found = squeezed("".join(pages))
    assert [] == [line for line in known if squeezed(line) not in found]
    assert [str(n) for n in range(1, ROWS + 1)] == re.findall(
        r"^(\d+) Вручення повістки", "\n".join(pages), re.MULTILINE
    )


def test_pages_differ_only_where_the_table_was_parted(whole, pages):
    before = texts(whole.data)
    assert len(before) <= len(pages) <= len(before) + 1
    assert squeezed(before[1]) == squeezed(pages[1]).replace(f"з{len(pages)}", f"з{len(before)}")


def test_the_table_goes_on_upon_a_new_page_with_its_header(pages):
    (opened,) = [page for page in pages if re.search(r"^201 Вручення", page, re.MULTILINE)]
    assert "№ Що\r\n201 Вручення" in opened


def test_every_page_has_its_number_and_their_count(pages):
    total = len(pages)
    assert [(n, total) for n in range(1, total + 1)] == [numbers_of(page) for page in pages]


def numbers_of(page: str) -> tuple[int, int]:
    (found,) = re.findall(r"Сторінка (\d+) з (\d+)", page)
    return int(found[0]), int(found[1])


def test_a_number_stands_where_the_engine_would_have_set_it(whole, file):
    for page in (0, 3):
        one, two = (place_of(data, page, f"Сторінка {page + 1} з") for data in (whole.data, file.data))
        assert max(abs(a - b) for a, b in zip(one, two, strict=True)) <= 1


def test_a_number_on_top_stands_there_too_and_the_first_page_has_none():
    on_top = replace(long(), layout=NOTICE)
    one, two = write_pdf(on_top).data, in_chunks(on_top).data
    places = [place_of(data, 2, "3") for data in (one, two)]
    assert max(abs(a - b) for a, b in zip(*places, strict=True)) <= 1
    marks = [place_of(data, 2, "ПРОЄКТ") for data in (one, two)]
    assert marks[0] == marks[1]
    assert "1" not in texts(two)[0].partition("ПРОЄКТ · ")[2]


def test_the_header_is_that_of_the_annex_and_the_stamp_stands_on_the_last_page(pages):
    assert [False] * (len(pages) - 2) + [True] * 2 == ["Додаток A · Таємно" in page for page in pages]
    assert [False] * (len(pages) - 1) + [True] == [PROPERTIES.stamp in page for page in pages]


def test_contents_and_the_pages_told_are_those_of_the_headings(file, pages):
    for title, name in (("Обставини", "facts"), ("Таблиця", "table"), ("Кінець", "end"), ("Додаток A", "A")):
        assert title in pages[file.pages[name] - 1]
        assert re.search(rf"{title}[ .]+\xa0?{file.pages[name]}\b", pages[0])


def test_links_lead_to_places_in_other_chunks(whole, file):
    assert destinations(whole.data) == destinations(file.data)
    known = reader(file.data).named_destinations
    row = reader(file.data).get_destination_page_number(known["row-250"])
    assert "250 Вручення повістки" in texts(file.data)[row]
    assert known.keys() == reader(whole.data).named_destinations.keys()


def test_bookmarks_are_the_same_tree(whole, file):
    assert titles(reader(whole.data).outline) == titles(reader(file.data).outline)


def titles(outline: list[Any]) -> list[Any]:
    return [titles(entry) if isinstance(entry, list) else entry.title for entry in outline]


def test_tags_are_one_tree_in_reading_order(whole, file):
    before, after = tags(whole.data), tags(file.data)
    of_pages_and_rows = {"Div", "Sect", "Table", "THead", "TBody", "TR", "TH", "TD", "P", "NonStruct", "Span"}
    assert [tag for tag in before if tag not in of_pages_and_rows] == [
        tag for tag in after if tag not in of_pages_and_rows
    ]


def test_every_marked_piece_of_a_page_leads_to_its_tag(file):
    read = reader(file.data)
    root = read.trailer["/Root"]["/StructTreeRoot"]
    numbers = root["/ParentTree"]["/Nums"]
    parents = dict(zip(numbers[::2], numbers[1::2], strict=True))
    keys = [page["/StructParents"] for page in read.pages]
    keys += [link.get_object()["/StructParent"] for page in read.pages for link in page.get("/Annots", ())]
    assert sorted(parents) == sorted(keys)
    pages = [parents[page["/StructParents"]][0].get_object()["/Pg"].get_object() for page in read.pages]
    assert [page.indirect_reference for page in read.pages] == [page.indirect_reference for page in pages]


def test_head_cells_say_that_they_are_of_their_columns(file):
    heads = [cell["/A"] for cell in cells(file.data) if cell["/S"] == "/TH"]
    assert 2 < len(heads)
    assert {("/Table", "/Column")} == {(head["/O"], head["/Scope"]) for head in heads}


def cells(data: bytes) -> list[Any]:
    objects = (entry.get_object() for entry in reader(data).trailer["/Root"]["/StructTreeRoot"]["/K"])
    waiting, found = list(objects), []
    while waiting:
        entry = waiting.pop()
        kids = entry.get("/K", ()) if hasattr(entry, "get") else ()
        waiting += [kid.get_object() for kid in kids] if isinstance(kids, list) else []
        found += [entry] if hasattr(entry, "get") and entry.get("/S") in ("/TH", "/TD") else []
    return found


def test_it_keeps_its_claims_and_the_validator_agrees(file):
    assert [] == faults(file.data)
    read = reader(file.data)
    assert "uk" == read.trailer["/Root"]["/Lang"]
    assert "Повідомлення про підозру" == read.metadata.title
    assert "D:20260301" == read.metadata["/CreationDate"]


def test_only_our_fonts_are_in_the_file_and_nothing_stands_off_its_pages(file):
    assert {"Liberation-Serif", "Liberation-Serif-Bold"} <= fonts(file.data)
    assert [] == letters_off_page(file.data)


def test_the_same_document_gives_the_same_bytes(file):
    assert file.data == in_chunks(long()).data


def test_a_link_that_leads_nowhere_and_an_id_given_twice_are_refused():
    breaks: list[Block] = [paragraph("слово " * 7000), PageBreak()] * 2
    with pytest.raises(WriteError, match="No anchor #nowhere"):
        in_chunks(document(*breaks, paragraph(CrossReference("nowhere", "9"))))
    with pytest.raises(WriteError, match="Anchor defined twice: 'same'"):
        in_chunks(document(heading(1, "a", "same"), *breaks, heading(1, "b", "same")))


def test_characters_that_cannot_be_printed_are_told_of_all_chunks_at_once():
    with pytest.raises(WriteError, match=r"“一”.*“二”"):
        in_chunks(document(paragraph("一"), paragraph("слово " * 7000), PageBreak(), paragraph("二")))


def test_what_is_amiss_in_a_chunk_says_where_it_stands():
    with pytest.raises(WriteError, match=r"^“Глава”: .*has no room for “слово"):
        in_chunks(document(heading(1, "Глава", "c"), paragraph("x", note(1, Strong(words("слово " * 4000))))))
