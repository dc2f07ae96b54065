"""The file as a whole: what it says of itself, its language and fonts, and that nothing else is in it."""

import pytest

from referral.document.layout import Layout
from referral.errors import WriteError
from tests.unit.writers.docx.builder import body, with_properties, write

CORE = "docProps/core.xml"


def test_the_properties_are_those_of_the_case_and_of_no_clock():
    written = write(body("x"), properties=with_properties(title="Назва", created="2023-02-01", lang="uk-UA"))
    names = ["title", "creator", "lastModifiedBy", "revision", "created", "modified", "language"]
    values = ["Назва", "referral", "referral", "1", "2023-02-01T00:00:00Z", "2023-02-01T00:00:00Z", "uk-UA"]
    assert dict(zip(names, values, strict=True)) == {
        name: "".join(written.values(f"//*[local-name()='{name}']/text()", CORE)) for name in names
    }
    assert ["referral"] == written.values("//*[local-name()='Application']/text()", "docProps/app.xml")


def test_a_long_title_is_not_cut():
    title = "Довга назва " * 100
    written = write(body("x"), properties=with_properties(title=title))
    assert [title] == written.values("//*[local-name()='title']/text()", CORE)


@pytest.mark.parametrize("created", ["", "2023", "31.05.2023", "2023-02-30"])
def test_a_date_that_is_none_stops_the_writing(created: str):
    with pytest.raises(WriteError, match="is no date such as 2024-05-31"):
        write(body("x"), properties=with_properties(created=created))


@pytest.mark.parametrize(("lang", "expected"), [("uk", "uk"), ("en-GB", "en-GB"), ("fr", "fr")])
def test_the_language_is_that_of_the_document(lang: str, expected: str):
    written = write(body("x"), properties=with_properties(lang=lang))
    assert [expected] == written.values("//w:docDefaults//w:lang/@w:val", "word/styles.xml")
    assert [expected] == written.values("//w:themeFontLang/@w:val", "word/settings.xml")


def test_fonts_have_a_free_stand_in_of_the_same_widths():
    fonts = "word/fontTable.xml"
    written = write(body("x"))
    assert ["Times New Roman", "Courier New"] == written.values("//w:font/@w:name", fonts)
    assert ["Liberation Serif", "Liberation Mono"] == written.values("//w:altName/@w:val", fonts)
    assert {"Times New Roman"} == set(written.values("//w:docDefaults//w:rFonts/@w:*", "word/styles.xml"))


def test_the_parts_are_these_and_the_types_come_first():
    expected = ["[Content_Types].xml", "_rels/.rels", "docProps/app.xml", CORE, "word/_rels/document.xml.rels"]
    expected += [f"word/{name}.xml" for name in ("document", "fontTable", "footer1", "footnotes", "numbering")]
    assert [*expected, "word/settings.xml", "word/styles.xml"] == list(write(body("x")).parts)


def test_no_part_keeps_comments_or_revision_ids_or_the_name_of_a_library():
    for name, content in write(body("x"), properties=with_properties(draft_mark="DRAFT")).parts.items():
        assert b"<!--" not in content, name
        assert b"rsid" not in content, name
        assert b"python" not in content.lower(), name


def test_margins_that_leave_no_room_stop_the_writing():
    with pytest.raises(WriteError, match="leave no room"):
        write(body("x"), layout=Layout(margins=(110, 110, 20, 20)))
