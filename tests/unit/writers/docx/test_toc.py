"""The table of contents is there when the file is opened: entries, links, known pages, and no question asked."""

from referral.document.inlines import Footnote, Placeholder, Strong, Tab
from referral.document.layout import HeadingNumbers, Layout
from referral.document.nodes import Orientation, Section, TableOfContents
from referral.writers.docx import write_docx
from tests.unit.writers.docx.builder import Written, body, document, heading, legal, words, write

CONTENTS = TableOfContents(words("Contents"), 2)
HEADINGS = (
    heading(1, "One", "one"),
    heading(2, "Two", "two"),
    heading(3, "Too deep", "three"),
    heading(1, "Last", "last", is_numbered=False),
)


def entries(written: Written) -> list[tuple[str, str]]:
    """Style and words of the entries, a tab shown as one."""
    found = []
    for paragraph in written.find("//w:sdtContent/w:p"):
        texts = ["\t" if e.tag.endswith("}tab") else e.text or "" for e in paragraph.findall(".//{*}r/*")]
        marks = [e.tag.rpartition("}")[2] for e in paragraph.findall(".//{*}r/*")]
        shown = "".join(t for t, mark in zip(texts, marks, strict=True) if mark in {"t", "tab"})
        found.append((str(paragraph[0][0].attrib.values()[0]), shown))
    return found


def test_the_entries_have_number_words_and_known_pages():
    written = Written(write_docx(document(CONTENTS, *HEADINGS, layout=legal()), {"one": 3, "two": 17}))
    expected = [
        ("TOCHeading", "Contents"),
        ("TOC1", "I.\tOne\t3"),
        ("TOC2", "A.\tTwo\t17"),
        ("TOC1", "Last\t"),
        ("Gap", ""),
    ]
    assert expected == entries(written)


def test_decimal_numbers_stand_in_full():
    assert ("TOC2", "1.1.\tTwo\t") in entries(write(CONTENTS, *HEADINGS))


def test_headings_without_numbers_have_none_in_the_contents():
    layout = Layout(heading_numbers=HeadingNumbers.NONE)
    assert ("TOC2", "Two\t") in entries(write(CONTENTS, *HEADINGS, layout=layout))


def test_every_entry_links_to_its_heading_and_asks_for_its_page():
    written = write(CONTENTS, *HEADINGS)
    targets = written.values("//w:sdtContent//w:hyperlink/@w:anchor")
    assert targets == [name for name in written.values("//w:body/w:p/w:bookmarkStart/@w:name") if name in targets]
    assert [r'TOC \o "1-2" \h \z \u', *(rf"PAGEREF {name} \h" for name in targets)] == written.fields()


def test_nothing_asks_word_to_update_fields_on_opening():
    written = write(CONTENTS, *HEADINGS)
    assert b"updateFields" not in written.parts["word/settings.xml"]
    assert b"dirty" not in written.parts["word/document.xml"]


def test_only_headings_after_the_contents_are_listed_sections_included():
    later = Section(Orientation.LANDSCAPE, (heading(1, "In a section", "s"),))
    written = write(heading(1, "Before", "b"), CONTENTS, later)
    assert [("TOCHeading", "Contents"), ("TOC1", "2.\tIn a section\t"), ("Gap", "")] == entries(written)


def test_an_entry_is_plain_words_without_notes():
    title = words("A ", Strong(words("bold")), Tab(), Placeholder("[hole]"), Footnote(words("note")))
    written = write(CONTENTS, type(HEADINGS[0])(1, title, "h"))
    assert ("TOC1", "1.\tA bold [hole]\t") in entries(written)
    assert len(written.find("//w:footnoteReference")) == 1


def test_contents_of_nothing_are_a_title_alone():
    written = write(CONTENTS, body("x"))
    assert [("TOCHeading", "Contents")] == entries(written)
    assert [] == written.fields()


def test_the_styles_of_entries_have_leaders_and_no_right_indent():
    written = write(CONTENTS)
    for level in (1, 2, 3, 4):
        style = f'//w:style[@w:styleId="TOC{level}"]/w:pPr'
        assert ["dot"] == written.values(f"{style}/w:tabs/w:tab/@w:leader", "word/styles.xml")
        assert ["9638"] == written.values(f'{style}/w:tabs/w:tab[@w:val="right"]/@w:pos', "word/styles.xml")
        assert [] == written.values(f"{style}/w:ind/@w:right", "word/styles.xml")
