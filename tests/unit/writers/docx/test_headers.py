"""Page numbers, draft mark, classification and watermark stand on the pages where they belong."""

from referral.document.nodes import Orientation, Section
from tests.unit.writers.docx.builder import Written, body, top_numbers, with_properties, write

MARKED = with_properties(draft_mark="ПРОЄКТ", classification="CONFIDENTIAL", page_label="Page {page} of {pages}")


def margin(written: Written, kind: str, name: str) -> str:
    """The part that the first section refers to as its header or footer of this kind."""
    (key,) = written.values(f'(//w:sectPr)[1]/w:{name}Reference[@w:type="{kind}"]/@r:id')
    (target,) = written.values(f'//*[@Id="{key}"]/@Target', "word/_rels/document.xml.rels")
    return f"word/{target}"


def test_the_footer_has_the_words_of_the_document_around_real_fields():
    written = write(body("x"), properties=MARKED)
    footer = margin(written, "default", "footer")
    assert ["PAGE", "NUMPAGES"] == written.fields(footer)
    assert [("Footer", "Page 1 of 1")] == written.paragraphs(footer)


def test_page_words_in_any_order_and_language():
    written = write(body("x"), properties=with_properties(page_label="{pages} стор., арк. {page} {x}"))
    footer = margin(written, "default", "footer")
    assert ["NUMPAGES", "PAGE"] == written.fields(footer)
    assert written.text(footer) == "1 стор., арк. 1 {x}"


def test_numbers_on_top_are_bare_and_missing_on_the_first_page():
    written = write(body("x"), properties=MARKED, layout=top_numbers())
    first, others = (margin(written, kind, "header") for kind in ("first", "default"))
    assert len(written.find("//w:titlePg")) == 1
    assert ["PAGE"] == written.fields(others)
    assert [] == written.fields(first)
    assert [] == written.find("//w:footerReference")


def test_draft_mark_and_classification_can_be_read_on_every_page():
    written = write(body("x"), properties=MARKED, layout=top_numbers())
    for kind in ("first", "default"):
        assert ("Header", "ПРОЄКТ · CONFIDENTIAL") in written.paragraphs(margin(written, kind, "header"))


def test_the_watermark_lies_across_every_page():
    written = write(body("x"), properties=MARKED, layout=top_numbers())
    for kind in ("first", "default"):
        header = margin(written, kind, "header")
        assert ["ПРОЄКТ"] == written.values("//v:textpath/@string", header)
        assert "rotation:308" in written.values("//v:shape/@style", header)[0]


def test_watermarks_have_ids_of_their_own():
    written = write(body("x"), properties=MARKED, layout=top_numbers())
    ids = [written.values("//v:shape/@id", margin(written, kind, "header"))[0] for kind in ("first", "default")]
    assert len(set(ids)) == 2


def test_a_document_that_is_no_draft_has_no_watermark():
    written = write(body("x"), properties=with_properties(classification="CONFIDENTIAL"))
    header = margin(written, "default", "header")
    assert [("Header", "CONFIDENTIAL")] == written.paragraphs(header)
    assert [] == written.find("//v:shape", header)


def test_a_document_without_marks_has_no_header():
    assert [] == write(body("x")).find("//w:headerReference")


def test_later_sections_inherit_the_margins_of_the_first():
    across = Section(Orientation.LANDSCAPE, (body("y"),))
    written = write(body("x"), across, body("z"), properties=MARKED, layout=top_numbers())
    sections = written.find("//w:sectPr")
    assert [2, 0, 0] == [len(section.findall("{*}headerReference")) for section in sections]
    assert [1, 0, 0] == [len(section.findall("{*}titlePg")) for section in sections]


def test_margins_keep_no_trace_of_other_programs():
    written = write(body("x"), properties=MARKED)
    assert b"mac" not in written.parts[margin(written, "default", "header")]
    assert b"Ignorable" not in written.parts[margin(written, "default", "footer")]
