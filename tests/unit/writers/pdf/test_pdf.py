"""What a reader finds in the PDF: words, notes, numbers, pages, tags."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from referral.document.inlines import CrossReference, Strong, Tab
from referral.document.layout import HeadingNumbers, Layout
from referral.document.nodes import (
    Block,
    Heading,
    Orientation,
    PageBreak,
    Paragraph,
    ParagraphKind,
    Section,
    SignatureBlock,
    TableOfContents,
)
from referral.document.tables import Row, Table
from referral.document.walk import body_blocks, footnotes
from referral.errors import WriteError
from referral.writers.pdf import PdfFile, write_pdf
from tests.unit.writers.pdf.reading import (
    fonts,
    letters_off_page,
    millimetres_from_left,
    page_sizes,
    pages_of,
    reader,
    squeezed,
    tags,
    texts,
)
from tests.unit.writers.pdf.sample import (
    DIGEST,
    PLAIN_PROPERTIES,
    PROPERTIES,
    cell,
    communication,
    document,
    heading,
    note,
    notice,
    paragraph,
    rows,
    table,
    words,
)

PORTRAIT, LANDSCAPE = (210, 297), (297, 210)
BARE = replace(PLAIN_PROPERTIES, page_label="")  # pages without a word in their margins


@pytest.fixture(scope="module")
def whole() -> PdfFile:
    return write_pdf(notice())


@pytest.fixture(scope="module")
def pages(whole: PdfFile) -> list[str]:
    return texts(whole.data)


# --- words ---


def test_no_letter_of_the_tree_is_lost(pages):
    known = [*body_blocks(notice()), *(text for _, text in footnotes(notice()))]
    assert Counter() == Counter(squeezed("".join(known))) - Counter(squeezed("".join(pages)))


def test_every_inline_is_printed(pages):
    line = (
        "Іваненко П. С. станом на дата вручення підозрюється в тому, що він, [вилучено], діючи умисно2, примушував осіб"
    )
    assert squeezed(line) in squeezed(pages[1])
    assert squeezed("під захистом (Додаток 3, с. 4, рядок 2).") in squeezed(pages[1])
    assert squeezed("наказ, https://example.org/archive/order?id=42 (archived copy).") in squeezed(pages[1])


def test_computed_numbers_are_printed_and_none_is_counted_anew(pages):
    assert "1.1. Примусовий призов" in pages[1]
    assert "2) оглянути 10 м" in pages[1]
    assert "8. У період" in pages[3]
    assert "7. Лист" in pages_of(Paragraph(words("Лист"), ParagraphKind.NUMBERED, number=7))[0]


def test_a_communication_shows_the_last_component_of_a_heading_number():
    legal = Layout(heading_numbers=HeadingNumbers.LEGAL)
    text = pages_of(heading(2, "Background", "a", "II.A"), heading(1, "Annex", "b"), layout=legal)[0]
    assert ["A. Background", "Annex"] == text.splitlines()[:2]


def test_a_tab_spreads_a_line_over_the_width():
    layout = Layout(margins=(30, 10, 20, 20))
    data = write_pdf(document(paragraph("left", Tab(), "right"), layout=layout)).data
    places = millimetres_from_left(data, "left"), millimetres_from_left(data, "t\r\n1 / 1")
    assert (30, 198) == places


def test_signatures_have_stamp_post_name_and_date(pages):
    block = pages[0][pages[0].index("ПОГОДЖЕНО") :]
    assert ["ПОГОДЖЕНО", "Прокурор відділу", "процесуального керівництва Олена ВИГАДАНА"] == block.splitlines()[:3]
    assert "«__» березня 2026 року" in block


def test_a_signature_is_never_divided_between_pages():
    parts = ("post", "name", "stamp", "date")
    blocks = [SignatureBlock(*(words(f"{part} {n}") for part in parts)) for n in range(40)]
    for text in pages_of(*blocks):
        for part in parts:
            assert re.findall(r"stamp (\d+)", text) == re.findall(rf"{part} (\d+)", text)


def test_open_points_say_where(pages):
    assert "1) Немає дати вручення. (1.1; п. 2)" in pages[-1]
    assert "2) Не зазначено громадянство." in pages[-1]


# --- footnotes ---


def test_a_note_stands_at_the_foot_of_the_page_that_calls_it(pages):
    for number in range(3, 11):
        note_text = f"Том {number - 2}, арк. {number - 2}–{number + 1}; переклад засвідчено."
        (page,) = [text for text in pages if note_text in text]
        assert f"розіслано повістки.{number}" in page.replace("\r\n", "")
        assert re.search(rf"^{number}\s{re.escape(note_text)}", page, re.MULTILINE)


def test_no_note_leaves_the_page_of_its_call_to_make_room_for_a_second_line():
    pages = pages_of(*(block for n in range(1, 11) for block in _a_page_with_a_note(n)))
    called = [re.findall(r"call(\d+)\.", page) for page in pages]
    assert [[str(n)] for n in range(1, 11)] == list(filter(None, called))
    assert called == [re.findall(r"source(\d+)", page) for page in pages]


def _a_page_with_a_note(n: int) -> Iterator[Block]:
    """A call, n lines, then paragraphs of several lines, one of which reaches the foot of the page."""
    yield paragraph(f"call{n}.", note(n, f"source{n}"))
    yield from [paragraph("line")] * n
    yield from [paragraph("word " * 100)] * 12
    yield PageBreak()


def test_no_note_leaves_the_page_of_its_call_to_make_room_for_a_row():
    pages = pages_of(*(block for n in range(1, 11) for block in _a_table_below_a_note(n)))
    assert [re.findall(r"call(\d+)\.", page) for page in pages] == [re.findall(r"source(\d+)", page) for page in pages]


def _a_table_below_a_note(n: int) -> Iterator[Block]:
    """A call, n lines, then rows of several lines, one of which reaches the foot of the page."""
    yield paragraph(f"call{n}.", note(n, f"source{n}"))
    yield from [paragraph("line")] * n
    yield Table((1, 2), (), rows(*[Row((cell("row"), cell("word " * 60)))] * 12))
    yield PageBreak()


def test_a_note_prints_the_number_of_the_tree():
    (text,) = pages_of(paragraph("word", note(41, "source")))
    assert "41" in text.split("source")[0]
    assert "1\u2002" not in text.replace("41\u2002", "")


def test_notes_in_tables_are_printed_once_each():
    known = [Row((cell(f"row {n}"), cell("claim", note(n, f"source {n}.")))) for n in range(1, 61)]
    text = "".join(pages_of(Table((1, 2), (Row((cell("A"), cell("B"))),), rows(*known))))
    assert [1] * 60 == [text.count(f"source {n}.") for n in range(1, 61)]


def test_a_note_longer_than_a_page_is_set_in_parts_and_nothing_of_it_is_lost():
    sentences = [f"Речення номер {n} про один і той самий доказ." for n in range(500)]
    text = paragraph("слово", note(1, " ".join(sentences)), " далі", note(2, "кінець"))
    file = write_pdf(document(text, properties=BARE))
    found = squeezed("".join(texts(file.data)))
    assert squeezed("".join(sentences)) in found
    assert [] == letters_off_page(file.data)


def test_a_note_that_fits_no_page_is_refused_and_not_cut_off():
    with pytest.raises(WriteError, match="page 2 has no room for “слово"):
        write_pdf(document(paragraph("x", note(1, Strong(words("слово " * 4000))))))


# --- pages ---


def test_nothing_stands_outside_the_pages(whole):
    assert [] == letters_off_page(whole.data)


def test_the_pages_of_headings_are_told(whole, pages):
    assert {"facts", "conscription", "law", "status", "protected", "unnumbered", "annex", "open"} == set(whole.pages)
    assert "Додаток. Перелік доказів" in pages[whole.pages["annex"] - 1]
    assert "Відкриті питання" in pages[whole.pages["open"] - 1]


def test_the_contents_list_headings_to_their_depth_with_their_pages(whole, pages):
    entries = re.findall(r"^(.+?) ?\.{3,}\s*(\d+)", pages[0], re.MULTILINE)
    titles = ["1. Обставини, встановлені досудовим розслідуванням", "1.1. Примусовий призов на окупованій території"]
    titles += ["2. Правова кваліфікація", "2.1. Статус потерпілих", "Без номера", "3. Додаток. Перелік доказів"]
    assert [*titles, "Відкриті питання"] == [title for title, _ in entries]
    listed = [number for name, number in whole.pages.items() if name != "protected"]
    assert listed == [int(page) for _, page in entries]


def test_contents_list_only_what_stands_after_them():
    text = pages_of(heading(1, "before", "a"), TableOfContents(words("T"), 1), heading(1, "after", "b"))[0]
    assert (1, 2) == (text.count("before"), text.count("after"))


def test_wide_pages_hold_the_wide_section_and_only_it(whole, pages):
    sizes = page_sizes(whole.data)
    wide = [n for n, size in enumerate(sizes) if size == LANDSCAPE]
    assert [n for n, text in enumerate(pages) if "SHA-256" in text] == wide
    assert {PORTRAIT, LANDSCAPE} == set(sizes)
    assert PORTRAIT == sizes[-1]


@pytest.mark.parametrize(
    ("sizes", "blocks"),
    [
        pytest.param([LANDSCAPE, PORTRAIT], "wx", id="a section at the start takes no empty page"),
        pytest.param([PORTRAIT, LANDSCAPE], "x|w", id="a break before a section is one break"),
        pytest.param([PORTRAIT], "x|", id="a break at the end makes no page"),
        pytest.param([LANDSCAPE, LANDSCAPE, PORTRAIT], "wwp", id="each section begins on a new page"),
        pytest.param([PORTRAIT], "p", id="an upright section at the start"),
        pytest.param([PORTRAIT], "", id="an empty document has a page"),
    ],
)
def test_breaks_and_sections(sizes, blocks):
    text = paragraph("word")
    known: dict[str, Block] = {
        "x": text,
        "|": PageBreak(),
        "w": Section(Orientation.LANDSCAPE, (text,)),
        "p": Section(Orientation.PORTRAIT, (text,)),
    }
    assert sizes == page_sizes(write_pdf(document(*(known[name] for name in blocks))).data)


def test_the_header_of_every_page_has_mark_and_classification(pages):
    for text in pages:
        assert 2 == text.count("ПРОЄКТ")  # across the page, and in the header
        assert "Для службового користування" in text


def test_the_draft_mark_is_painted_before_the_text(pages):
    for text in pages:
        assert text.startswith("ПРОЄКТ")


def test_the_stamp_stands_on_the_last_page_alone(pages):
    expected = [False] * (len(pages) - 1) + [True]
    assert expected == [squeezed(PROPERTIES.stamp) in squeezed(text) for text in pages]


def test_a_document_without_mark_classification_and_stamp_has_none():
    assert ["word", "1 / 1"] == pages_of(paragraph("word"))[0].split("\r\n")


def test_pages_are_numbered_on_top_from_the_second(pages):
    assert [] == re.findall(r"^\d+$", pages[0], re.MULTILINE)
    for number, text in enumerate(pages[1:], 2):
        assert squeezed(f"{number} ПРОЄКТ · Для службового") in squeezed(text)


def test_pages_are_numbered_x_of_y_at_the_foot():
    short = replace(communication(), blocks=(paragraph("a"), PageBreak(), paragraph("b")))
    found = "".join(texts(write_pdf(short).data))
    assert ["Сторінка 1 з 2", "Сторінка 2 з 2"] == re.findall(r"Сторінка \d з \d", found)


def test_words_in_the_margins_cannot_end_their_string():
    nasty = '"; } @import url(file:///etc/passwd); \\"'
    properties = replace(
        PLAIN_PROPERTIES, draft_mark=nasty, classification=nasty, stamp=nasty, page_label=nasty + "{page}"
    )
    (text,) = pages_of(paragraph("word"), properties=properties)
    assert 5 == squeezed(text).count(squeezed(nasty))


# --- tables ---


def test_the_head_of_a_table_is_repeated_and_every_row_is_there(pages):
    annex = [text for text in pages if "SHA-256" in text]
    assert len(annex) > 5
    assert list(range(1, 121)) == [int(n) for text in annex for n in re.findall(r"Аркуш (\d+)", text)]
    assert 120 == squeezed("".join(annex)).count(DIGEST)


def test_a_row_is_kept_together_unless_it_is_longer_than_a_page():
    for page in pages_of(table(60)):
        assert re.findall(r"Аркуш (\d+)", page) == re.findall(r"(\d+)\s\d\d\.\d\d\.\d", page)
    long = pages_of(Table((1, 1), (), rows(Row((cell("слово " * 3000), cell("b"))))))
    assert len(long) > 2
    assert 3000 == "".join(long).count("слово")


@pytest.mark.parametrize("above", range(32, 40))
def test_a_table_begins_with_what_introduces_it_and_two_rows(above):
    header = (Row((cell("A"), cell("B"))),)
    annex = Table((1, 1), header, rows(*(Row((cell(f"row {n}"), cell("x"))) for n in range(1, 6))))
    caption = paragraph("caption", kind=ParagraphKind.CAPTION)
    for opening in (paragraph("opening"), caption):
        page = next(text for text in pages_of(*[paragraph("line")] * above, opening, annex) if "row 1" in text)
        assert "opening" in page or "caption" in page
        assert "row 2" in page


def test_the_same_rows_can_be_read_again():
    annex = document(table(3))
    assert write_pdf(annex).data == write_pdf(annex).data


def test_widths_that_are_no_widths_are_refused():
    with pytest.raises(WriteError, match=r"column widths \[1, 0\]"):
        write_pdf(document(Table((1, 0), (), rows())))


# --- for machines and for readers who cannot see ---


def test_the_file_says_what_it_is(whole):
    file = reader(whole.data)
    root = file.trailer["/Root"]
    assert "uk" == root["/Lang"]
    assert "Повідомлення про підозру" == file.metadata.title
    assert ("D:20260301", "D:20260301") == (file.metadata["/CreationDate"], file.metadata["/ModDate"])
    xmp = root["/Metadata"].get_object()
    assert "/Filter" not in xmp
    for claim in (b'pdfaid:part="3" pdfaid:conformance="A"', b"<pdfuaid:part>1</pdfuaid:part>"):
        assert claim in xmp.get_data()


def test_tags_tell_headings_lists_tables_and_links(whole):
    found = tags(whole.data)
    assert ["H1", "H2", "H1", "H2", "H3"] == [tag for tag in found if re.fullmatch("H[1-6]", tag)][:5]
    assert {"L", "LI", "Link", "Sect", "Table", "THead", "TBody", "TR", "TH", "TD"} <= set(found)


def test_every_link_is_tagged_as_one(whole):
    annotations = sum(len(page.get("/Annots", ())) for page in reader(whole.data).pages)
    assert annotations == tags(whole.data).count("Link")


def test_no_link_leads_outside(whole):
    for page in reader(whole.data).pages:
        for annotation in page.get("/Annots", ()):
            assert "/A" not in annotation.get_object()


def test_bookmarks_are_the_headings_with_their_numbers(whole):
    top = [entry.title for entry in reader(whole.data).outline if not isinstance(entry, list)]
    assert "1. Обставини, встановлені досудовим розслідуванням" == top[0]
    assert "Відкриті питання" == top[-1]


def test_only_our_fonts_are_in_the_file(whole):
    families = {"Liberation-Serif", "Liberation-Serif-Bold", "Liberation-Serif-Italic", "Liberation-Serif-Bold-Italic"}
    assert {"Liberation-Serif", "Liberation-Serif-Bold", "Liberation-Mono"} <= fonts(whole.data)
    assert fonts(whole.data) <= {*families, "Liberation-Mono"}


# --- hostile and broken texts ---

HOSTILE = [
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    '=HYPERLINK("https://example.org";"x")',
    r"\\server\share",
    "file:///etc/passwd",
    "</style></body> &amp; &#65; ]]> <!--",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_plain_text(text):
    (page,) = pages_of(paragraph(text), heading(1, text, "h"), Table((1,), (), rows(Row((cell(text),)))))
    assert 3 == squeezed(page).count(squeezed(text))


@pytest.mark.slow
def test_a_hundred_thousand_letters_without_a_space_are_all_printed():
    monster = "абвг5" * 20_000
    assert monster == squeezed("".join(pages_of(paragraph(monster), properties=BARE)))


def test_a_dangling_reference_is_refused():
    with pytest.raises(WriteError, match="No anchor #nowhere"):
        write_pdf(document(paragraph(CrossReference("nowhere", "9"))))


def test_an_id_given_twice_is_refused():
    with pytest.raises(WriteError, match="Anchor defined twice: 'same'"):
        write_pdf(document(heading(1, "a", "same"), heading(1, "b", "same")))


def test_ids_may_be_in_cyrillic():
    file = write_pdf(document(paragraph(CrossReference("розділ:1/а", "1")), Heading(1, words("Розділ"), "розділ:1/а")))
    assert {"розділ:1/а": 1} == file.pages


def test_contents_number_the_page_of_any_id():
    ids = ("x/sheets", "розділ:1/а", "a%2Fb", "a b")
    headings = [(PageBreak(), heading(1, f"Part {n}", id_)) for n, id_ in enumerate(ids)]
    first, *_ = pages_of(TableOfContents(words("T"), 1), *(block for pair in headings for block in pair))
    assert [str(n) for n in range(2, len(ids) + 2)] == re.findall(r"Part \d[.\s]+(\d)", first)


def test_a_date_that_is_no_date_is_refused():
    with pytest.raises(WriteError, match=r"Invalid date in .*dcterms.created"):
        write_pdf(document(properties=replace(PLAIN_PROPERTIES, created="yesterday")))
