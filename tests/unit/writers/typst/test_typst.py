"""What the Typst writer prints: the words and numbers of the tree, and no more."""

import re
from dataclasses import replace

import pytest

from referral.document.inlines import CrossReference, Placeholder, Redaction, Strong, Tab, Text
from referral.document.layout import HeadingNumbers, Layout, Properties
from referral.document.nodes import (
    Annex,
    Block,
    Document,
    Heading,
    Orientation,
    PageBreak,
    Paragraph,
    ParagraphKind,
    Section,
    SignatureBlock,
    TableOfContents,
)
from referral.document.number import number
from referral.document.tables import Row, Table
from referral.errors import WriteError
from referral.writers import typst
from referral.writers.pdf import PdfFile
from tests.unit.writers.drawings import lines
from tests.unit.writers.figures import figure
from tests.unit.writers.pdf.reading import (
    fonts,
    letters_off_page,
    millimetres_from_left,
    page_sizes,
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
from tests.unit.writers.typst.reading import differing_notes, first_departure, printed

PORTRAIT, LANDSCAPE = (210, 297), (297, 210)


def pages_of(*blocks: Block, layout: Layout | None = None, properties: Properties = PLAIN_PROPERTIES) -> list[str]:
    return texts(typst.write_pdf(document(*blocks, layout=layout, properties=properties)).data)


@pytest.fixture(scope="module")
def whole() -> PdfFile:
    return typst.write_pdf(notice())


@pytest.fixture(scope="module")
def pages(whole: PdfFile) -> list[str]:
    return texts(whole.data)


@pytest.fixture
def in_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """However short a document is, it is laid out in chunks."""
    monkeypatch.setattr(typst, "is_long", lambda *_: True)


def without_contents(known: Document) -> Document:
    return replace(known, blocks=tuple(block for block in known.blocks if not isinstance(block, TableOfContents)))


# --- words and numbers ---


def test_the_words_of_the_tree_are_printed_in_their_order_and_nothing_else():
    known = without_contents(notice())
    found = printed(typst.write_pdf(known).data)
    assert first_departure(found, known) is None
    assert [] == differing_notes(found, known)


def test_the_reader_sees_a_word_too_many_and_a_word_too_few():
    short, long = document(paragraph("one two")), document(paragraph("one two three"))
    assert ("three", "") == first_departure(printed(typst.write_pdf(long).data), short)
    assert ("onetwo", "onetwothree") == first_departure(printed(typst.write_pdf(short).data), long)
    assert [("1ab", "1a")] == differing_notes(
        printed(typst.write_pdf(document(paragraph("x", note(1, "ab")))).data), document(paragraph("x", note(1, "a")))
    )


def test_chunks_print_the_same_words_in_the_same_order(in_chunks):
    known = without_contents(communication())
    found = printed(typst.write_pdf(known).data)
    assert first_departure(found, known) is None
    assert [] == differing_notes(found, known)


def test_computed_numbers_are_printed_and_none_is_counted_anew(pages):
    assert "1.1. Примусовий призов" in pages[1]
    assert "2) оглянути 10 м" in pages[1]
    assert "7. Лист" in pages_of(Paragraph(words("Лист"), ParagraphKind.NUMBERED, number=7))[0]


def test_a_note_prints_the_number_of_the_tree():
    (text,) = pages_of(paragraph("word", note(41, "source")))
    assert "word41" == squeezed(text)[:6]
    assert "41source" in squeezed(text)


def test_a_communication_shows_the_last_component_of_a_heading_number():
    legal = Layout(heading_numbers=HeadingNumbers.LEGAL)
    blocks = (heading(1, "Facts", "f", "II"), heading(2, "Background", "a", "II.A"), heading(1, "Annex", "b"))
    assert ["II. Facts", "A. Background", "Annex"] == pages_of(*blocks, layout=legal)[0].splitlines()[:3]


def test_marks_of_what_is_absent_and_of_what_is_withheld_are_printed():
    (text,) = pages_of(paragraph(Placeholder("no date"), " and ", Redaction("[withheld]"), "."))
    assert squeezed("no date and [withheld].") == squeezed(text.splitlines()[0])


def test_a_tab_spreads_a_line_over_the_width():
    data = typst.write_pdf(document(paragraph("left", Tab(), "right"), layout=Layout(margins=(30, 10, 20, 20)))).data
    assert 30 == millimetres_from_left(data, "left")
    assert 198 == millimetres_from_left(data, "t\r\n1 / 1")


def test_signatures_and_open_points(pages):
    block = pages[0][pages[0].index("ПОГОДЖЕНО") :]
    assert ["ПОГОДЖЕНО", "Прокурор відділу", "процесуального керівництва Олена ВИГАДАНА"] == block.splitlines()[:3]
    assert "1) Немає дати вручення. (1.1; п. 2)" in pages[-1]


# --- notes ---


def test_a_note_stands_at_the_foot_of_the_page_that_calls_it(pages):
    for n in range(3, 11):
        source = squeezed(f"{n}Том {n - 2}, арк.")
        (page,) = [squeezed(text) for text in pages if source in squeezed(text)]
        assert f"розісланоповістки.{n}" in page


@pytest.mark.parametrize("lines_before", range(32, 42))
def test_a_note_stands_on_the_page_of_its_call_wherever_a_page_ends(lines_before):
    filling = [paragraph("рядок", kind=ParagraphKind.PLAIN)] * lines_before
    noted = paragraph("слово " * 30, note(1, "Джерело."), " " + "слово " * 20)
    found = [squeezed(page) for page in pages_of(*filling, noted)]
    assert [True] == ["1Джерело." in page for page in found if "слово1слово" in page]


def test_a_note_longer_than_a_page_runs_on_and_nothing_of_it_is_lost():
    sentences = " ".join(f"Речення номер {n} про один і той самий доказ." for n in range(500))
    data = typst.write_pdf(document(paragraph("слово", note(1, sentences), " далі"))).data
    assert 500 == squeezed("".join(texts(data))).count("проодинітойсамийдоказ.")
    assert [] == letters_off_page(data)


def test_notes_in_tables_are_printed_once_each():
    known = [Row((cell(f"row {n}"), cell("claim", note(n, f"source {n}.")))) for n in range(1, 61)]
    text = "".join(pages_of(Table((1, 2), (Row((cell("A"), cell("B"))),), rows(*known))))
    assert [1] * 60 == [text.count(f"source {n}.") for n in range(1, 61)]


# --- pages ---


def test_nothing_stands_outside_the_pages(whole):
    assert [] == letters_off_page(whole.data)


def test_the_contents_list_headings_to_their_depth_with_their_pages(whole, pages):
    entries = re.findall(r"^(.+?) ?[. ]{3,}\s*(\d+)", pages[0], re.MULTILINE)
    titles = ["1. Обставини, встановлені досудовим розслідуванням", "1.1. Примусовий призов на окупованій території"]
    titles += ["2. Правова кваліфікація", "2.1. Статус потерпілих", "Без номера", "3. Додаток. Перелік доказів"]
    assert [*titles, "Відкриті питання"] == [title for title, _ in entries]
    listed = [page for name, page in whole.pages.items() if name != "protected"]
    assert listed == [int(page) for _, page in entries]
    assert "Додаток. Перелік доказів" in pages[whole.pages["annex"] - 1]


def test_chunks_have_contents_with_true_pages_and_are_numbered_through(in_chunks):
    file = typst.write_pdf(communication())
    found = texts(file.data)
    entries = [int(page) for page in re.findall(r"(?:\s*\.){9,}\s*(\d+)", found[0])]
    assert entries == [page for name, page in file.pages.items() if name != "protected"]
    assert "Відкриті питання" in found[file.pages["open"] - 1]
    numbers = [re.search(r"Сторінка (\d+) з (\d+)", text) for text in found]
    assert [(str(n), str(len(found))) for n in range(1, len(found) + 1)] == [n.groups() for n in numbers if n]


def test_lists_of_tables_and_figures_name_their_pages():
    properties = replace(PLAIN_PROPERTIES, table_label="Table {number}", figure_label="Figure {number}")
    caption = paragraph("Exhibits", kind=ParagraphKind.CAPTION)
    blocks = (PageBreak(), caption, Table((1,), (), rows(Row((cell("x"),)))), figure(id="f"))
    file = typst.write_pdf(number(document(*blocks, properties=properties)))
    assert {2} == set(file.pages.values())
    assert {"f"} < set(file.pages)


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
    assert sizes == page_sizes(typst.write_pdf(document(*(known[name] for name in blocks))).data)


def test_the_header_of_every_page_has_mark_and_classification(pages):
    for text in pages:
        assert text.startswith("ПРОЄКТ")  # across the page, painted before the text
        assert 2 == text.count("ПРОЄКТ")
        assert "Для службового користування" in text


def test_the_stamp_stands_on_the_last_page_alone(pages):
    expected = [False] * (len(pages) - 1) + [True]
    assert expected == [squeezed(PROPERTIES.stamp) in squeezed(text) for text in pages]


def test_pages_are_numbered_on_top_from_the_second(pages):
    assert [] == re.findall(r"^\d+$", pages[0], re.MULTILINE)
    for n, text in enumerate(pages[1:], 2):
        assert squeezed(f"{n} ПРОЄКТ · Для службового") in squeezed(text)


def test_a_document_without_mark_classification_and_stamp_has_none():
    assert ["word", "1 / 1"] == pages_of(paragraph("word"))[0].split("\r\n")


@pytest.mark.parametrize("is_parted", [False, True])
def test_an_annex_has_a_separator_page_and_a_header_of_its_own(is_parted, monkeypatch):
    monkeypatch.setattr(typst, "is_long", lambda *_: is_parted)
    blocks = (heading(1, "First", "first"), Section(Orientation.LANDSCAPE, (table(2),)))
    annex = Annex("A", words("Index"), "public", blocks, classification="Confidential")
    whole = number(document(heading(1, "Main", "main"), annex, properties=PROPERTIES))
    file = typst.write_pdf(whole)
    heads = [text.splitlines()[1] for text in texts(file.data)]
    assert ["ПРОЄКТ · Для службового користування", *["ПРОЄКТ · A · Confidential"] * 3] == heads
    assert {"main": 1, "first": 3} == {name: file.pages[name] for name in ("main", "first")}
    assert [PORTRAIT, PORTRAIT, PORTRAIT, LANDSCAPE] == page_sizes(file.data)


# --- tables and figures ---


def test_the_head_of_a_table_is_repeated_and_every_row_is_there(pages):
    annex = [text for text in pages if "SHA-256" in text]
    assert len(annex) > 5
    assert list(range(1, 121)) == [int(n) for text in annex for n in re.findall(r"Аркуш (\d+)", text)]
    assert 120 == squeezed("".join(annex)).count(DIGEST)


def test_a_row_is_kept_together_unless_it_is_high():
    for page in pages_of(table(60)):
        assert re.findall(r"Аркуш (\d+)", page) == re.findall(r"(\d+)\s\d\d\.\d\d\.\d", page)
    long = pages_of(Table((1, 1), (), rows(Row((cell("слово " * 3000), cell("b"))))))
    assert len(long) > 2
    assert 3000 == "".join(long).count("слово")


def test_a_head_higher_than_a_page_is_printed_once_and_whole():
    head = Row((cell("голова " * 2000, is_header=True),))
    found = pages_of(Table((1,), (head,), rows(Row((cell("row"),)))))
    assert 2000 == "".join(found).count("голова")


def test_a_frame_or_a_signature_longer_than_a_page_is_parted():
    long = "слово " * 3000
    for block in (paragraph(long, kind=ParagraphKind.NOTICE), SignatureBlock(words(long), words("name"))):
        data = typst.write_pdf(document(block)).data
        assert 3000 == "".join(texts(data)).count("слово")
        assert [] == letters_off_page(data)


def test_where_a_code_too_long_for_its_column_is_parted_stands_no_sign():
    narrow = Table((1, 9), (), rows(Row((cell("F-00455512345"), cell("for the 5554th time")))))
    (page,) = pages_of(narrow, paragraph("Annex 5554"))
    assert ["F-004555", "12345", "for the 5554th time", "Annex 5554"] == page.splitlines()[:4]


def test_widths_that_are_no_widths_are_refused():
    with pytest.raises(WriteError, match=r"column widths \[1, 0\]"):
        typst.write_pdf(document(Table((1, 0), (), rows())))


def test_figures_have_words_for_who_cannot_see_them():
    known = document(figure(id="a"), lines())
    data = typst.write_pdf(known).data
    assert 2 == tags(data).count("Figure")
    assert all(block.alternative in _alternatives(data) for block in known.blocks)  # type: ignore[union-attr]


def _alternatives(data: bytes) -> set[str]:
    return {str(e["/Alt"]) for e in _tagged(reader(data).trailer["/Root"]["/StructTreeRoot"]) if "/Alt" in e}


def _tagged(element):
    yield element
    for kid in element.get("/K", ()):
        known = kid.get_object()
        if isinstance(known, dict):
            yield from _tagged(known)


def test_words_of_another_language_are_told_to_be():
    file = reader(typst.write_pdf(document(paragraph("word ", Text("слово", "uk"), " word"))).data)
    assert 1 == file.pages[0].get_contents().get_data().count(b"/Lang(uk)")
    assert "en" == file.trailer["/Root"]["/Lang"]


# --- for machines and for readers who cannot see ---


def test_the_file_says_what_it_is(whole):
    file = reader(whole.data)
    assert "uk" == file.trailer["/Root"]["/Lang"]
    assert "Повідомлення про підозру" == file.metadata.title
    assert {"D:20260301"} == {file.metadata[key][:10] for key in ("/CreationDate", "/ModDate")}


def test_tags_tell_headings_lists_tables_notes_and_links(whole):
    found = tags(whole.data)
    assert ["H1", "H2", "H1", "H2", "H3"] == [tag for tag in found if re.fullmatch("H[1-6]", tag)][:5]
    assert {"L", "LI", "Link", "Note", "Table", "THead", "TBody", "TR", "TH", "TD"} <= set(found)


def test_bookmarks_are_the_headings_with_their_numbers_and_without_their_notes():
    title = Heading(1, words("Title", note(1, "source"), Strong(words(" bold"))), "a", label="3")
    assert ["3. Title bold"] == [entry.title for entry in reader(typst.write_pdf(document(title)).data).outline]


def test_no_link_leads_outside(whole):
    for page in reader(whole.data).pages:
        for annotation in page.get("/Annots", ()):
            assert "/URI" not in annotation.get_object().get("/A", {})


def test_only_our_fonts_are_in_the_file(whole):
    names = {re.sub("[^A-Za-z]", "", name) for name in fonts(whole.data)}
    styles = {f"LiberationSerif{style}" for style in ("", "Bold", "Italic", "BoldItalic")}
    assert {"LiberationSerif", "LiberationMono"} <= names <= {*styles, "LiberationMono"}


# --- broken documents ---


@pytest.mark.usefixtures("in_chunks")
def test_a_dangling_reference_is_refused_in_chunks():
    with pytest.raises(WriteError, match="nowhere"):
        typst.write_pdf(document(paragraph(CrossReference("nowhere", "9"))))


def test_a_dangling_reference_is_refused():
    with pytest.raises(WriteError, match="a reference leads to “nowhere”"):
        typst.write_pdf(document(paragraph(CrossReference("nowhere", "9"))))


def test_an_id_given_twice_is_refused():
    with pytest.raises(WriteError, match="the id “same” is given to two places"):
        typst.write_pdf(document(heading(1, "a", "same"), heading(1, "b", "same")))


def test_a_date_that_is_no_date_is_refused():
    with pytest.raises(WriteError, match="“yesterday” is no date"):
        typst.write_pdf(document(properties=replace(PLAIN_PROPERTIES, created="yesterday")))


def test_characters_that_no_font_has_are_named():
    with pytest.raises(WriteError, match=r"cannot print “山” .*, “田”"):
        typst.write_pdf(document(paragraph("свідок 山田"), table(1)))


def test_ids_may_be_anything():
    ids = ("places", "found", "розділ:1/а", "a b", "#x", 'q"q', "<l>")
    headings = [heading(1, "Title", name) for name in ids]
    references = [paragraph(CrossReference(name, "9")) for name in ids]
    assert dict.fromkeys(ids, 1) == typst.write_pdf(document(*headings, *references)).pages
