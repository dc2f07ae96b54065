"""A house's letterhead: what is taken over, what stays ours, and what of a file from outside is refused."""

import io
import re
import zipfile
from functools import cache

import docx
import pytest

from referral.app.letterhead import encoded
from referral.document.layout import Layout
from referral.writers.docx import write_docx
from referral.writers.docx.gate import findings
from referral.writers.docx.letterhead import Letterhead, LetterheadError, read_letterhead
from tests.unit.writers.docx.builder import W, Written, document, heading, legal, numbered, row, table, with_properties
from tests.unit.writers.docx.house import changed, letterhead, saved, with_part

HEADER, RELATIONS, SETTINGS = "word/header1.xml", "word/_rels/document.xml.rels", "word/settings.xml"
MAIN, TYPES = "word/document.xml", "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MARKED = with_properties(draft_mark="DRAFT", classification="Confidential", page_label="Page {page} of {pages}")


def read(data: bytes) -> Letterhead:
    return read_letterhead(data, encoded)


@cache
def written(*, first_page: bool = True, layout: Layout | None = None) -> Written:
    blocks = (heading(1, "One"), numbered("text"), table(row("1", "x")))
    ours = document(*blocks, properties=MARKED, layout=layout or legal())
    return Written(write_docx(ours, {}, read(letterhead(first_page=first_page))))


def headers(archive: Written) -> dict[str, str]:
    """The words of headers and footers by kind, as «header first»."""
    targets = {
        str(e.get("Id")): str(e.get("Target")) for e in archive.find("//*[@Target]", "word/_rels/document.xml.rels")
    }
    found = {}
    for kind in ("header", "footer"):
        for reference in archive.find(f"//w:{kind}Reference"):
            part = f"word/{targets[str(reference.get(f'{{{OFFICE}}}id'))]}"
            found[f"{kind} {reference.get(f'{{{W}}}type')}"] = archive.text(part)
    return found


@pytest.mark.parametrize("first_page", [True, False], ids=["of the first page", "of every page"])
def test_its_header_and_footer_stand_on_the_first_page_above_our_marks_and_page_numbers(first_page: bool):
    found = headers(written(first_page=first_page))
    assert re.search("Invented House of Law.*1 Invented Street.*DRAFT · Confidential", found["header first"])
    assert found["footer first"] == "Registered in the invented registerPage 1 of 1"
    assert ("DRAFT · Confidential", "Page 1 of 1") == (found["header default"], found["footer default"])


def test_its_text_is_not_taken_over():
    assert "not taken over" not in written().text()


def test_its_logo_is_there_and_made_anew():
    media = [name for name in written().parts if "media" in name]
    assert ["word/media/image1.png"] == media
    assert [] == findings(written().archive)


def test_its_styles_go_first_and_those_it_lacks_are_ours():
    fonts = written().values("//w:style[@w:styleId='Normal']/w:rPr/w:rFonts/@w:ascii", "word/styles.xml")
    colours = written().values("//w:style[@w:styleId='Heading1']/w:rPr/w:color/@w:val", "word/styles.xml")
    ids = written().values("//w:style/@w:styleId", "word/styles.xml")

    assert (["Georgia"], ["800000"]) == (fonts, colours)
    assert {"HouseName", "LegalPara", "TableText", "TOC1"} <= set(ids)
    assert len(ids) == len(set(ids))


def test_word_counts_headings_and_paragraphs_by_our_lists():
    lists = written().values("//w:style[@w:styleId='Heading1']/w:pPr/w:numPr/w:numId/@w:val", "word/styles.xml")
    assert ["1"] == lists
    assert 1 == len(written().find("//w:style[@w:styleId='LegalPara']/w:pPr/w:numPr", "word/styles.xml"))


def test_a_style_that_another_word_calls_otherwise_is_found_by_its_name():
    foreign = changed(letterhead(), "word/styles.xml", 'w:styleId="Heading1"', 'w:styleId="berschrift1"')
    archive = Written(write_docx(document(heading(1, "One")), {}, read(foreign)))
    assert ["800000"] == archive.values("//w:style[@w:styleId='Heading1']/w:rPr/w:color/@w:val", "word/styles.xml")


def test_margins_are_read_in_whole_millimetres():
    assert (31, 17, 42, 23) == read(letterhead()).margins


def test_a_file_without_header_gives_styles_and_margins_alone():
    taken = read(saved(docx.Document()))
    assert ((), ()) == (taken.header.blocks, taken.footer.blocks)
    assert write_docx(document(numbered("x")), {}, taken)


def test_the_same_letterhead_gives_the_same_bytes():
    again = write_docx(document(heading(1, "One")), {}, read(letterhead()))
    assert again == write_docx(document(heading(1, "One")), {}, read(letterhead()))


def test_it_takes_nothing_from_the_notes_of_its_makers():
    assert b"rsid" not in written().parts["word/styles.xml"]
    assert "python-docx" not in str(written().parts)


def relation(kind: str, target: str, mode: str = "") -> str:
    return f'<Relationship Id="evil" Type="{OFFICE}/{kind}" Target="{target}" {mode}/></Relationships>'


EXTERNAL = 'TargetMode="External"'
END = "</Relationships>"
REFUSED = {
    "no archive": (lambda: b"not a zip", "no DOCX file"),
    "another archive": (lambda: with_part(zip_of({"a.txt": b"x"}), "b.txt", b"y"), "no DOCX file"),
    "cut in the middle": (lambda: letterhead()[: len(letterhead()) // 2], "no DOCX file, or a damaged one"),
    "too large": (lambda: b"PK" + bytes(11_000_000), "more than 10 MB"),
    "a bomb": (lambda: with_part(letterhead(), "word/media/big.png", bytes(60_000_000)), "unpacked"),
    "too many parts": (lambda: many_parts(), "more than 300 parts"),
    "macros": (lambda: with_part(letterhead(), "word/vbaProject.bin", b"x"), "macros"),
    "a file with macros": (
        lambda: changed(letterhead(), TYPES, "wordprocessingml.document.main", "x.macroEnabled.main"),
        "save it as a plain document",
    ),
    "embedded file": (lambda: with_part(letterhead(), "word/embeddings/a.xlsx", b"x"), "an embedded file"),
    "a control": (lambda: with_part(letterhead(), "word/activeX/a.bin", b"x"), "a control"),
    "template from a server": (
        lambda: changed(letterhead(), RELATIONS, END, relation("attachedTemplate", "https://example.org/x", EXTERNAL)),
        "fetches a template",
    ),
    "picture from a server": (
        lambda: changed(letterhead(), RELATIONS, END, relation("image", "https://example.org/x.png", EXTERNAL)),
        "it leads to https://example.org/x.png",
    ),
    "link to a share": (
        lambda: changed(letterhead(), RELATIONS, END, relation("hyperlink", r"\\server\share", EXTERNAL)),
        "remove the link",
    ),
    "object": (
        lambda: changed(letterhead(), RELATIONS, END, relation("oleObject", "styles.xml")),
        "an embedded object",
    ),
    "foreign part": (lambda: changed(letterhead(), MAIN, "<w:body>", "<w:body><w:altChunk/>"), "a foreign part"),
    "document type": (
        lambda: changed(letterhead(), SETTINGS, "<w:settings", "<!DOCTYPE w:settings><w:settings"),
        "declares a document type",
    ),
    "entities": (
        lambda: changed(letterhead(), SETTINGS, "<w:settings", '<!DOCTYPE x [<!ENTITY a "b">]><w:settings'),
        "declares a document type",
    ),
    "broken part": (lambda: changed(letterhead(), SETTINGS, "<w:settings", "<w:settings <"), "cannot be read"),
    "path out of the archive": (lambda: with_part(letterhead(), "../x.xml", b"<x/>"), "leads out of the file"),
    "text box": (lambda: in_header("<w:r><w:pict/></w:r>"), "a text box or an old drawing"),
    "script in a field": (lambda: in_header("<w:r><w:instrText>DDEAUTO c:/x</w:instrText></w:r>"), "holds a field"),
    "link inside": (lambda: in_header('<w:hyperlink w:anchor="x"/>'), "a link"),
    "picture that is none": (lambda: with_bad_logo(), "cannot be shown"),
    "margin beyond reason": (
        lambda: changed(letterhead(), MAIN, 'w:left="1757"', 'w:left="99"'),
        "left margin is 2 mm",
    ),
}


def zip_of(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        for name, data in parts.items():
            target.writestr(name, data)
    return stream.getvalue()


def many_parts() -> bytes:
    return zip_of({f"a{n}.xml": b"<x/>" for n in range(301)})


def in_header(content: str) -> bytes:
    return changed(letterhead(), HEADER, "</w:p>", f"{content}</w:p>")


def with_bad_logo() -> bytes:
    with zipfile.ZipFile(io.BytesIO(letterhead())) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    return zip_of({name: b"no picture" if "media" in name else data for name, data in parts.items()})


@pytest.mark.parametrize("name", REFUSED)
def test_what_could_harm_is_refused_in_plain_words(name: str):
    made, message = REFUSED[name]
    with pytest.raises(LetterheadError, match=re.escape(message)):
        read(made())


def test_the_original_has_none_of_this():
    assert read(letterhead()).header.pictures
