"""What Word counts again: captions, lists of them, notes referred to; and the gate that knows a wrong number."""

import re
from functools import cache

import pytest

from referral.document.inlines import Citation, CrossReference, Footnote
from referral.document.layout import Layout
from referral.document.nodes import Abbreviations, Annex, Block, ContentsOf, Paragraph, ParagraphKind, TableOfContents
from referral.document.tables import Table
from referral.writers.docx import write_docx
from referral.writers.docx.gate import findings
from tests.unit.images import picture
from tests.unit.writers.docx.builder import (
    Written,
    body,
    document,
    heading,
    numbered,
    parts,
    row,
    table,
    with_properties,
    words,
)
from tests.unit.writers.docx.test_gate import DOCUMENT, NOTES, Parts, changed, zipped
from tests.unit.writers.figures import figure

PROPERTIES = with_properties(
    table_label="Table\u00a0{number}",
    figure_label="Figure\u00a0{number}",
    note_above="fn. {number} above",
    abbreviations=(("ICC", "International Criminal Court"),),
)


def caption(text: str) -> Paragraph:
    return Paragraph(words(text), ParagraphKind.CAPTION)


def named(id_: str) -> Table:
    one = table(row("1", "x"))
    return Table(one.widths, one.header, one.rows, id_)


def cited(page: int) -> Citation:
    return Citation("Annex 1", f"p. {page}", None, words("Ministry, Order, 2014"))


def blocks() -> tuple[Block, ...]:
    return (
        TableOfContents(words("Tables"), of=ContentsOf.TABLES),
        TableOfContents(words("Figures"), of=ContentsOf.FIGURES),
        Abbreviations(words("Short"), words("Long"), words("None.")),
        heading(1, "One"),
        numbered("before", Footnote(words("no citation"))),
        numbered("first", Footnote(words(cited(4)))),
        numbered("second, see table ", CrossReference("t"), Footnote(words(cited(5)))),
        caption("First"),
        table(row("1", "ICC")),
        caption("Second"),
        named("t"),
        figure(picture((10, 10))),
    )


@cache
def written() -> Written:
    ours = document(*blocks(), properties=PROPERTIES, layout=Layout())
    return Written(write_docx(ours, {"~table-1": 3, "t": 4}))


def lines(style: str) -> list[str]:
    return [text for name, text in written().paragraphs() if name == style]


def test_a_later_note_shows_the_number_of_the_first_by_a_field():
    (mark,) = written().values("//w:bookmarkStart[following-sibling::w:r[1]/w:footnoteReference]/@w:name")
    (called,) = written().values(f"//w:bookmarkStart[@w:name='{mark}']/following-sibling::w:r[1]/*/@w:id")

    assert [rf"NOTEREF {mark} \h"] == written().fields(NOTES)
    assert "2" == called
    assert " Annex 1 (fn. 2 above), p. 5" == written().paragraphs(NOTES)[-1][1]


def test_captions_are_counted_by_word_and_show_their_numbers():
    assert ["Table\u00a01. First", "Table\u00a02. Second"] == lines("Caption")
    assert [r"SEQ Table \* ARABIC"] * 2 + [r"SEQ Figure \* ARABIC"] == [
        field for field in written().fields() if field.startswith("SEQ")
    ]


def test_a_reference_to_a_table_is_a_field_for_the_number_in_its_caption():
    assert "second, see table 2" in [line.strip() for line in lines("LegalPara")]
    (reference,) = (field for field in written().fields() if field.startswith("REF"))
    mark = reference.split()[1]
    assert ["2"] == written().values(
        f"//w:bookmarkStart[@w:name='{mark}']/following-sibling::w:r[preceding-sibling::w:bookmarkStart]//w:t/text()"
    )[:1]


def test_a_list_of_tables_is_filled_before_word_is_asked():
    assert ["Table\u00a01. First3", "Table\u00a02. Second4", "Figure\u00a01. A notice"] == lines("TableofFigures")
    assert [r'TOC \h \z \c "Table"', r'TOC \h \z \c "Figure"'] == [
        field for field in written().fields() if field.startswith("TOC")
    ]


def test_an_annex_counts_for_itself_and_has_a_field_of_its_own_in_the_list():
    annex = Annex("A", words("T"), "public", (body("in it"), caption("Third"), table(row("1", "x"))))
    ours = document(*blocks(), annex, properties=PROPERTIES)
    made = Written(write_docx(ours, {}))

    assert [r"SEQ Table \* ARABIC"] * 2 + [r"SEQ Figure \* ARABIC", r"SEQ Table_A \* ARABIC"] == [
        field for field in made.fields() if field.startswith("SEQ")
    ]
    assert r'TOC \h \z \c "Table_A"' in made.fields()
    assert "Table\u00a0A-1. Third" in [text for _, text in made.paragraphs()]


def test_abbreviations_are_a_table():
    assert ["Short", "Long"] == lines("TableHeader")[:2]
    assert ["ICC", "International Criminal Court"] == lines("TableText")[:2]


MUTANTS = {
    "NOTEREF to nowhere": (changed(NOTES, r"NOTEREF _Ref\d+", "NOTEREF gone"), "gone, which does not exist"),
    "NOTEREF to what is no note": (
        lambda content: changed(NOTES, r"NOTEREF _Ref\d+", f"NOTEREF {caption_mark()}")(content),
        "marks none",
    ),
    "NOTEREF with another number": (changed(NOTES, r">2</w:t>", ">3</w:t>"), "refers to the note 3"),
    "NOTEREF that takes its look along": (changed(NOTES, r"(NOTEREF _Ref\d+) ", r"\1 \\f "), "is no field"),
    "caption with another number": (
        changed(DOCUMENT, r'(SEQ Table .{1,200}?<w:t xml:space="preserve">)1<', r"\g<1>7<"),
        "the caption Table 7 would be counted as 1",
    ),
    "caption counted anew": (
        changed(DOCUMENT, r"SEQ Table \\\* ARABIC", r"SEQ Table \\* ARABIC \\r 1"),
        "is no field",
    ),
    "caption of an unknown count": (changed(DOCUMENT, "SEQ Table", "SEQ Exhibit"), "is no field"),
    "list of what is not counted": (
        lambda content: changed(DOCUMENT, r"SEQ Figure \\\* ARABIC", r"SEQ Table \\* ARABIC", 9)(content),
        "a list of captions has none of Figure to list",
    ),
    "reference to another caption": (
        lambda content: changed(DOCUMENT, rf"( REF {caption_mark()} .{{1,200}}?<w:t [^>]*>)2<", r"\g<1>1<")(content),
        "refers to the caption 1, and",
    ),
    "cell that goes on from none": (
        changed(DOCUMENT, r"<w:tcPr>", "<w:tcPr><w:vMerge/>"),
        "vMerge",
    ),
}


def caption_mark() -> str:
    (reference,) = (field for field in written().fields() if field.startswith("REF"))
    return str(reference.split()[1])


@pytest.mark.parametrize("name", MUTANTS)
def test_every_defect_is_caught_and_named(name: str):
    change, message = MUTANTS[name]
    content: Parts = parts(written().archive)
    broken = zipped(change(content))
    assert [] != [finding for finding in findings(broken) if message in finding], findings(broken)


def test_a_sound_file_passes():
    assert [] == findings(written().archive)
    assert re.search(r"NOTEREF", written().parts[NOTES].decode())


def test_a_note_that_nobody_refers_to_by_its_exhibit_has_no_bookmark():
    plain = Written(write_docx(document(body("a", Footnote(words("x"))))))
    assert [] == plain.find("//w:bookmarkStart")
