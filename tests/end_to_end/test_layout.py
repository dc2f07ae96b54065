"""The layout of papers in a Ukrainian proceeding: one table of what is expected, measured in DOCX and PDF alike."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import pytest
from lxml import etree

from referral.app.formats import write_document
from referral.document.inlines import Tab
from referral.document.nodes import Document, Paragraph, ParagraphKind, SignatureBlock
from referral.document.walk import flat, words
from tests.end_to_end.documents import DEMONSTRATIONS, Listed, files, listed, tree
from tests.end_to_end.looks import Looks, looks_of_docx, looks_of_pdf
from tests.end_to_end.printed import POINTS, Line, body, pages

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FILED = ("notice-of-suspicion", "criminal-complaint")
EXPECTED = Looks(
    left=30,
    right=10,
    top=20,
    font="Times New Roman",
    size=14,
    spacing=1.15,
    indent=12.5,
    is_justified=True,
    title_size=16,
    title_is_bold=True,
    title_is_centred=True,
    first_page_number="",
    later_page_number="2",
    number_is_centred=True,
)
MONTHS = "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня"
# What no finished text may hold: a common space where no line may end, and signs that only look like the right ones.
WRONG = {
    "a space before a month": rf"\d (?:{MONTHS})",
    "a space before a word of the year": r"\d{4} (?:рік|рок[уи]|років)",
    "a day of one figure": rf"(?<![\d–-])\d\u00a0(?:{MONTHS})",
    "a space before a number": r"№ \S|(?<!\w)(?:ст|ч|п|пп|абз|арк|с|год|хв)\. \d",
    "a space before a place": r"(?<!\w)(?:м|с|смт|вул|буд|кв)\. [А-ЯІЇЄҐ\d]",
    "a space after an initial": r"(?<!\w)[А-ЯІЇЄҐ]\. [А-ЯІЇЄҐ][\w.’]",
    "another apostrophe": r"(?<=[А-яІіЇїЄєҐґ])['`´ʼ‘′](?=[А-яІіЇїЄєҐґ])",
    "other quotation marks": '["“”„]',
    "a long dash": "—",
    "a hyphenated word": "\u00ad",
}
FOREIGN = "other quotation marks"  # titles of foreign works keep their own
# What ends a line only where the words after it have been parted from it.
BOUND = re.compile(r"(?:№|(?<!\w)(?:ст|ч|п|пп|абз|арк|смт|вул|буд|кв|[А-ЯІЇЄҐ])\.)$")
NAME = re.compile(r"[А-ЯІЇЄҐ][а-яіїєґ’]+ [А-ЯІЇЄҐ][А-ЯІЇЄҐ’-]+(?= \[|$)")  # «Власне ім’я ПРІЗВИЩЕ»


def demonstrated(*kinds: str) -> list[Listed]:
    return [d for case in DEMONSTRATIONS for d in listed(case) if d.id in kinds and d.lang == "uk"]


each_filed = pytest.mark.parametrize("document", demonstrated(*FILED), ids=str)
each_notice = pytest.mark.parametrize("document", demonstrated("notice-of-suspicion"), ids=str)
each_annex = pytest.mark.parametrize("document", demonstrated("evidence-annex"), ids=str)


def title(document: Document) -> str:
    """The first line of the title."""
    kinds = (ParagraphKind.TITLE,)
    content = next(b.content for b in flat(document.blocks) if isinstance(b, Paragraph) and b.kind in kinds)
    return words(content, line_break="\n").splitlines()[0]


# --- the page ---


@each_filed
def test_page_type_title_and_numbering_are_those_of_the_standard_in_both_formats(document: Listed):
    head, margins = title(tree(document)), tree(document).layout.margins
    assert head == head.upper()
    assert EXPECTED == looks_of_docx(files(document)["docx"])
    assert EXPECTED == looks_of_pdf(files(document)["pdf"], margins, head)


@pytest.mark.parametrize(
    ("margins", "spacing", "indent"), [((20, 15, 25, 20), 1.5, 10.0), ((30, 10, 20, 20), 1.0, 15.0)]
)
def test_both_formats_obey_the_layout_of_the_kind(margins: tuple[int, int, int, int], spacing: float, indent: float):
    document = tree(demonstrated(*FILED)[0])
    layout = replace(document.layout, margins=margins, font_size=13, line_spacing=spacing, first_line_indent=indent)
    left, right, top, _ = margins
    expected = replace(
        EXPECTED, left=left, right=right, top=top, size=13, spacing=spacing, indent=indent, title_size=15
    )
    written = write_document(replace(document, layout=layout), ("docx", "pdf"))
    assert expected == looks_of_docx(written["docx"])
    assert expected == looks_of_pdf(written["pdf"], margins, title(document))


@each_filed
def test_nothing_but_the_provenance_of_the_file_stands_below_the_text(document: Listed):
    printed, stamp = pages(files(document)["pdf"]), "".join(tree(document).properties.stamp.split())
    below = [line.text for page in printed for line in page.lines if line.base > page.height - 20 * POINTS]
    assert stamp == "".join(below)


@each_filed
def test_pages_are_numbered_from_the_second_without_words(document: Listed):
    found = numbers(files(document)["pdf"])
    assert [str(n) for n in range(2, len(found) + 2)] == found


# --- place and date, approval, signature ---


@each_notice
def test_place_and_date_stand_on_one_line_from_margin_to_margin(document: Listed):
    (content,) = [b.content for b in flat(tree(document).blocks) if isinstance(b, Paragraph) and Tab() in b.content]
    place, date = words(content).split("\t")
    (line,) = lines_of(document, (place + date).replace(" ", ""))
    assert [30, 200] == [round(line.left / POINTS), round(line.right / POINTS)]
    assert re.match(r"(?:м\.\u00a0|місто )", place)
    assert re.fullmatch(rf"\d\d\u00a0(?:{MONTHS})\u00a0\d{{4}}\u00a0року|\[.+\]", date)


@each_notice
def test_a_name_stands_level_with_the_last_line_of_the_post_first_name_first_and_family_name_in_capitals(
    document: Listed,
):
    printed = [line.text for page in pages(files(document)["pdf"]) for line in page.lines]
    for block in signatures(tree(document)):
        post, name = words(block.post), words(block.name)
        assert NAME.match(name) or name.startswith("["), name  # a placeholder
        ends = {"".join(post.split()[-n:]) + "".join(name.split()[-m:]) for n in range(1, 9) for m in range(1, 9)}
        assert ends & set(printed), (post, name)
    assert {"bottom"} == vertical_places(files(document)["docx"])


@each_notice
def test_approval_is_marked_in_capitals_without_quotation_marks(document: Listed):
    stamps = [words(block.stamp) for block in signatures(tree(document)) if block.stamp]
    assert ["ПОГОДЖЕНО"] == stamps
    assert 1 == len(lines_of(document, "ПОГОДЖЕНО"))


def signatures(document: Document) -> list[SignatureBlock]:
    return [block for block in flat(document.blocks) if isinstance(block, SignatureBlock)]


def lines_of(document: Listed, text: str) -> list[Line]:
    """The printed lines that have this text, spaces aside."""
    plain = "".join(text.split())
    margins = tree(document).layout.margins
    return [line for page in pages(files(document)["pdf"]) for line in body(page, margins) if line.text == plain]


def vertical_places(docx: bytes) -> set[str]:
    """Where words stand in the cells of signatures."""
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(docx)).read("word/document.xml"))
    styles = ((table.find(f"{W}tblPr/{W}tblStyle"), table) for table in root.iter(f"{W}tbl"))
    tables = [table for style, table in styles if style is not None and style.get(f"{W}val") == "SignatureTable"]
    rows = [row for table in tables for row in table.iter(f"{W}tr") if len(row.findall(f"{W}tc")) > 1]
    return {str(place.get(f"{W}val")) for row in rows for place in row.iter(f"{W}vAlign")}


# --- signs ---


@each_filed
def test_finished_text_has_the_right_signs_and_spaces(document: Listed):
    assert {} == wrong_in(files(document)["docx"], WRONG)
    assert [] == re.findall(
        f".*(?:{MONTHS}) \\d{{4}}.*", "\n".join(texts_of_docx(files(document)["docx"], in_tables=False))
    )


@each_filed
def test_no_printed_line_ends_where_none_may(document: Listed):
    margins = tree(document).layout.margins
    lines = [line for page in pages(files(document)["pdf"]) for line in body(page, margins)]
    assert [] == [line.text for line in lines if BOUND.search(line.pieces[-1].text.rstrip())]


@pytest.mark.slow
@each_annex
def test_an_annex_has_the_same_page_and_signs_its_type_is_smaller(document: Listed):
    written, margins = files(document), tree(document).layout.margins
    assert replace(EXPECTED, size=12, title_size=14) == looks_of_docx(written["docx"])
    assert [str(n) for n in range(2, len(pages(written["pdf"])) + 1)] == numbers(written["pdf"])
    assert (30, 10, 20, 20) == margins
    rules = {what: rule for what, rule in WRONG.items() if what != FOREIGN}
    assert {} == wrong_in(written["docx"], rules, in_tables=False)


def numbers(pdf: bytes) -> list[str]:
    """The first line of every page but the first."""
    return [page.lines[0].text for page in pages(pdf)[1:]]


def wrong_in(docx: bytes, rules: dict[str, str], *, in_tables: bool = True) -> dict[str, list[str]]:
    """What breaks each rule, with the words around it."""
    text = "\n".join(texts_of_docx(docx, in_tables=in_tables))
    found = {what: re.findall(f".{{0,20}}(?:{rule}).{{0,20}}", text) for what, rule in rules.items()}
    return {what: places for what, places in found.items() if places}


def texts_of_docx(docx: bytes, *, in_tables: bool = True) -> Iterator[str]:
    """The words of every paragraph of the body and the notes; in a narrow column the year may stand below the month."""
    package = zipfile.ZipFile(io.BytesIO(docx))
    for part in ("word/document.xml", "word/footnotes.xml"):
        for paragraph in etree.fromstring(package.read(part)).iter(f"{W}p"):
            if in_tables or next(paragraph.iterancestors(f"{W}tbl"), None) is None:
                yield "".join(map(_sign, paragraph.iter()))


def _sign(node: etree._Element) -> str:
    signs = {f"{W}t": node.text or "", f"{W}noBreakHyphen": "-", f"{W}tab": "\t", f"{W}br": "\n"}
    return signs.get(node.tag, "")
