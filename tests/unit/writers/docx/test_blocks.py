"""Paragraphs have the style of their kind; pages break and turn where they should and nowhere else."""

import pytest

from referral.document.layout import Layout
from referral.document.nodes import (
    Block,
    BulletList,
    Document,
    ListItem,
    Orientation,
    PageBreak,
    Paragraph,
    ParagraphKind,
    Section,
)
from referral.document.walk import body_blocks, footnotes
from referral.writers.codes import JOINER
from referral.writers.docx import write_docx
from tests.unit.writers.docx.builder import (
    NAMES,
    Element,
    W,
    Written,
    body,
    heading,
    row,
    table,
    with_properties,
    words,
    write,
)
from tests.unit.writers.docx.sample import communication, notice

STYLES = "word/styles.xml"


@pytest.mark.parametrize(
    ("kind", "style"),
    [
        (ParagraphKind.BODY, "BodyText"),
        (ParagraphKind.PLAIN, "Plain"),
        (ParagraphKind.NUMBERED, "LegalPara"),
        (ParagraphKind.TITLE, "Title"),
        (ParagraphKind.SUBTITLE, "Subtitle"),
        (ParagraphKind.COMMAND, "Command"),
        (ParagraphKind.LETTERHEAD, "Letterhead"),
        (ParagraphKind.ADDRESSEE, "Addressee"),
        (ParagraphKind.CAPTION, "Caption"),
        (ParagraphKind.SMALL, "Small"),
        (ParagraphKind.QUOTE, "Quote"),
        (ParagraphKind.NOTICE, "Notice"),
    ],
)
def test_every_kind_of_paragraph_has_its_style(kind: ParagraphKind, style: str):
    assert [(style, "x")] == write(Paragraph(words("x"), kind)).paragraphs()


@pytest.mark.parametrize("style", ["Heading1", "Heading2", "Heading3", "Heading4", "Caption", "Title"])
def test_headings_and_captions_stay_with_what_follows(style: str):
    assert len(write().find(f'//w:style[@w:styleId="{style}"]/w:pPr/w:keepNext', STYLES)) == 1


@pytest.mark.parametrize(
    ("following", "expected"),
    [(table(row("1", "y")), 1), (BulletList((ListItem(words("y")),)), 1), (body("y"), 0), (PageBreak(), 0)],
)
def test_words_that_introduce_a_table_or_a_list_stay_with_it(following: Block, expected: int):
    assert expected == len(write(body("x"), following).find("//w:p[w:r/w:t='x']/w:pPr/w:keepNext"))


def test_a_notice_is_framed():
    sides = write().find('//w:style[@w:styleId="Notice"]//w:pBdr/*', STYLES)
    assert ["top", "left", "bottom", "right"] == [side.tag.rpartition("}")[2] for side in sides]


def test_a_quote_is_indented_on_both_sides():
    indent = '//w:style[@w:styleId="Quote"]//w:ind'
    assert ["1134", "567"] == write().values(f"{indent}/@w:left | {indent}/@w:right", STYLES)


def test_an_addressee_stands_in_the_right_half():
    assert ["4819"] == write().values('//w:style[@w:styleId="Addressee"]//w:ind/@w:left', STYLES)


def shape(written: Written) -> list[str]:
    """The body as letters: p paragraph, b paragraph on a new page, t table, then P or L where a section ends."""
    return [_letter(child) + _section_end(child) for child in written.find("//w:body/*")]


def _letter(child: Element) -> str:
    tag = child.tag.rpartition("}")[2]
    if tag == "p":
        return "p" if child.find("{*}pPr/{*}pageBreakBefore") is None else "b"
    return {"tbl": "t", "sectPr": ""}[tag]


def _section_end(child: Element) -> str:
    return "".join("L" if size.get(f"{{{W}}}orient") else "P" for size in child.iter(f"{{{W}}}pgSz"))


def across(*blocks: Block) -> Section:
    return Section(Orientation.LANDSCAPE, blocks)


def upright(*blocks: Block) -> Section:
    return Section(Orientation.PORTRAIT, blocks)


X = body("x")
T = table(row("1", "y"))


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((X,), ["p", "P"]),
        ((X, PageBreak(), X), ["p", "b", "P"]),
        ((PageBreak(), X), ["p", "P"]),
        ((X, PageBreak()), ["p", "P"]),
        ((X, PageBreak(), PageBreak(), X), ["p", "b", "P"]),
        ((X, PageBreak(), T, X), ["p", "b", "t", "p", "p", "P"]),
        ((across(X),), ["p", "L"]),
        ((across(X), X), ["pL", "p", "P"]),
        ((X, across(X)), ["pP", "p", "L"]),
        ((X, across(T), X), ["pP", "t", "pL", "p", "P"]),
        ((X, PageBreak(), across(X), PageBreak(), X), ["pP", "pL", "p", "P"]),
        ((X, across(PageBreak(), X, PageBreak()), X), ["pP", "pL", "p", "P"]),
        ((X, across(), X), ["pP", "p", "P"]),
        ((X, upright(X), upright(X)), ["pP", "pP", "p", "P"]),
        ((X, upright(X), X), ["pP", "p", "p", "P"]),
        ((X, across(X), across(X)), ["pP", "pL", "p", "L"]),
        ((), ["P"]),
    ],
)
def test_pages_break_and_turn_without_empty_ones(blocks: tuple[Block, ...], expected: list[str]):
    assert expected == shape(write(*blocks))


def test_the_stamp_is_the_last_line_and_turns_no_page():
    written = write(X, across(T), PageBreak(), properties=with_properties(stamp="digest 1234"))
    assert ["pP", "t", "p", "p", "L"] == shape(written)
    assert ("Stamp", "digest 1234") == written.paragraphs()[-1]


def test_the_page_is_a4_with_the_margins_of_the_layout():
    written = write(X, across(X), layout=Layout(margins=(25, 15, 20, 10)))
    assert ["11906", "16838"] == written.values("//w:sectPr[1]/w:pgSz/@w:w")
    assert ["16838", "11906"] == written.values("//w:sectPr[1]/w:pgSz/@w:h")
    assert ["landscape"] == written.values("//w:pgSz/@w:orient")
    for side, twips in (("left", "1417"), ("right", "850"), ("top", "1134"), ("bottom", "567")):
        assert [twips, twips] == written.values(f"//w:pgMar/@w:{side}")


def test_size_spacing_and_indent_are_those_of_the_layout():
    written = write(layout=Layout(font_size=14, line_spacing=1.5, first_line_indent=12.5))
    assert ["28"] == written.values("//w:docDefaults//w:sz/@w:val", STYLES)
    assert ["360"] == written.values("//w:docDefaults//w:spacing/@w:line", STYLES)
    assert ["709"] == written.values('//w:style[@w:styleId="BodyText"]//w:ind/@w:firstLine', STYLES)


def test_a_heading_has_its_words_inside_its_bookmark():
    written = write(heading(1, "One", "one"))
    assert ["pPr", "bookmarkStart", "r", "bookmarkEnd"] == [e.tag.rpartition("}")[2] for e in written.find("//w:p/*")]


@pytest.mark.parametrize("document", [communication(3), notice()], ids=["communication", "notice"])
def test_no_words_of_the_tree_are_lost(document: Document):
    written = Written(write_docx(document))
    lines = "\n".join(_read(paragraph) for paragraph in written.find("//w:p"))
    assert [] == [piece for piece in body_blocks(document) if piece not in lines]
    notes = written.text("word/footnotes.xml")
    assert [] == [note for _, note in footnotes(document) if note not in notes]


def _read(paragraph: Element) -> str:
    """The words of a paragraph with its tabs and breaks."""
    signs = {f"{{{W}}}tab": "\t", f"{{{W}}}br": " ", f"{{{W}}}noBreakHyphen": "-"}
    marks = (element for run in paragraph.iter(f"{{{W}}}r") for element in run)
    read = "".join(signs.get(e.tag) or (e.text or "" if e.tag == f"{{{W}}}t" else "") for e in marks)
    return read.replace(JOINER, "")


@pytest.mark.parametrize("last", [X, T, BulletList((ListItem(words("a")), ListItem(words("b"))))])
def test_the_stamp_does_not_stand_alone_on_a_page(last: Block):
    written = write(X, last, properties=with_properties(stamp="digest 1234"))
    *_, before, _ = written.find("//w:p[not(w:pPr/w:pStyle/@w:val='Gap')]")
    assert 1 == len(before.findall("w:pPr/w:keepNext", NAMES))


def test_what_opens_a_page_for_certain_has_no_space_above_it_as_on_paper():
    written = write(X, PageBreak(), heading(1, "H", "h"), Section(Orientation.LANDSCAPE, (heading(1, "I", "i"),)))
    spaces = [p.find("w:pPr/w:spacing", NAMES) for p in written.find("//w:p[not(w:pPr/w:pStyle/@w:val='Gap')]")]
    assert [None, "0", "0"] == [space if space is None else space.get(f"{{{W}}}before") for space in spaces]
