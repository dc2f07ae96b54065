"""The gate catches what would break a file in Word, or make it dangerous. Each mutant is one defect in a sound file."""

import io
import re
import zipfile
from collections.abc import Callable
from functools import cache

import pytest

from referral.document.nodes import Document
from referral.errors import WriteError
from referral.writers.docx import write_docx
from referral.writers.docx.gate import checked, findings
from tests.unit.writers.docx.builder import parts
from tests.unit.writers.docx.sample import communication, notice

Parts = dict[str, bytes]
DOCUMENT, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
NUMBERING, NOTES, TYPES = "word/numbering.xml", "word/footnotes.xml", "[Content_Types].xml"
RELATIONS = "word/_rels/document.xml.rels"


@cache
def sound() -> bytes:
    return write_docx(communication(exhibits=3))


def zipped(content: Parts) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return stream.getvalue()


def changed(part: str, old: str, new: str, count: int = 1) -> Callable[[Parts], Parts]:
    """A defect made by a replacement (of the first matches of a pattern) in one part."""

    def change(content: Parts) -> Parts:
        text, hits = re.subn(old, new, content[part].decode(), count=count, flags=re.DOTALL)
        assert hits
        return {**content, part: text.encode()}

    return change


def added(name: str, data: bytes = b"<x/>") -> Callable[[Parts], Parts]:
    return lambda content: {**content, name: data}


def without(name: str) -> Callable[[Parts], Parts]:
    return lambda content: {key: data for key, data in content.items() if key != name}


def related(kind: str, target: str, mode: str = "") -> Callable[[Parts], Parts]:
    """A further relationship of the main part; a kind without a slash is one of Office's."""
    full = kind if "/" in kind else f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
    relation = f'<Relationship Id="evil" Type="{full}" Target="{target}" {mode}/></Relationships>'
    return changed(RELATIONS, "</Relationships>", relation)


OUTSIDE = 'TargetMode="External"'

MUTANTS = {
    # bookmarks and links
    "bookmark without end": (changed(DOCUMENT, r'<w:bookmarkEnd w:id="\d+"/>', ""), "has no end"),
    "bookmark without beginning": (changed(DOCUMENT, r"<w:bookmarkStart [^>]*/>", ""), "ends where it has not begun"),
    "two bookmarks of one name": (changed(DOCUMENT, r'w:name="_Ref00000\d"', 'w:name="_Ref000001"', 9), "are called"),
    "bookmark with a bad name": (changed(DOCUMENT, r'w:name="_Ref000001"', 'w:name="1 x"'), "cannot be the name"),
    "two bookmarks of one number": (changed(DOCUMENT, r'(<w:bookmark\w+ w:id=)"2"', r'\1"1"', 2), "have the number 1"),
    "link to nowhere": (changed(DOCUMENT, r'w:anchor="_Ref\d+"', 'w:anchor="gone"'), "gone, which does not exist"),
    "REF to nowhere": (changed(DOCUMENT, r" REF _Ref\d+", " REF gone"), "gone, which does not exist"),
    "PAGEREF to nowhere": (changed(DOCUMENT, r" PAGEREF _Ref\d+", " PAGEREF gone"), "gone, which does not exist"),
    # fields
    "field without end": (changed(DOCUMENT, r'<w:fldChar w:fldCharType="end"/>', ""), "has no end"),
    "field without beginning": (changed(DOCUMENT, r'<w:fldChar w:fldCharType="begin"/>', ""), "where none has begun"),
    "field without result": (
        changed(
            DOCUMENT,
            r'REF (_Ref\d+ \\r \\h )</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/>',
            r"REF \1</w:instrText></w:r><w:r>",
        ),
        "a field ends without a result",
    ),
    "field that starts a program": (changed(DOCUMENT, r" PAGEREF [^<]*", " DDEAUTO c:/cmd.exe "), "is no field"),
    "field that includes a file": (changed(DOCUMENT, r" REF [^<]*", ' INCLUDETEXT "c:/x" '), "is no field"),
    "field that prints the date": (changed("word/footer1.xml", " NUMPAGES ", " DATE "), "is no field"),
    "field to be updated": (changed(DOCUMENT, 'Type="begin"', 'Type="begin" w:dirty="true"'), "out of date"),
    "simple field": (
        changed(DOCUMENT, "</w:body>", '<w:p><w:fldSimple w:instr="DATE"/></w:p></w:body>'),
        "fldSimple",
    ),
    # definitions
    "unknown paragraph style": (changed(DOCUMENT, 'pStyle w:val="Title"', 'pStyle w:val="Titel"'), "style Titel"),
    "unknown run style": (changed(DOCUMENT, 'rStyle w:val="CodeText"', 'rStyle w:val="Nix"'), "style Nix"),
    "unknown table style": (changed(DOCUMENT, 'tblStyle w:val="DataTable"', 'tblStyle w:val="Nix"'), "style Nix"),
    "style of the wrong kind": (changed(DOCUMENT, 'pStyle w:val="Title"', 'pStyle w:val="CodeText"'), "CodeText"),
    "style based on none": (changed(STYLES, 'basedOn w:val="Small"', 'basedOn w:val="Nix"'), "the style Nix"),
    "unknown list": (changed(DOCUMENT, r'numId w:val="\d+"', 'numId w:val="99"'), "list 99"),
    "unknown outline": (changed(NUMBERING, r'<w:abstractNumId w:val="4"', '<w:abstractNumId w:val="9"'), "outline 9"),
    "list defined twice": (changed(NUMBERING, r'<w:num w:numId="4"', '<w:num w:numId="5"'), "defined twice"),
    # footnotes
    "footnote without words": (changed(NOTES, r'<w:footnote w:id="2">.*?</w:footnote>', ""), "2 is called and has no"),
    "footnote never called": (changed(DOCUMENT, r'<w:footnoteReference w:id="2"/>', ""), "2 is never called"),
    "footnote called twice": (changed(DOCUMENT, r'footnoteReference w:id="2"', 'footnoteReference w:id="1"'), "twice"),
    "footnotes out of order": (
        lambda content: changed(DOCUMENT, 'ceX w:id="1"', 'ce w:id="2"')(
            changed(DOCUMENT, 'ce w:id="2"', 'ce w:id="1"')(changed(DOCUMENT, 'ce w:id="1"', 'ceX w:id="1"')(content))
        ),
        "not called in the order",
    ),
    # tables
    "row too short": (changed(DOCUMENT, r"<w:tc>(?:(?!<w:tc>).)*?</w:tc></w:tr>", "</w:tr>"), "columns, not"),
    "span too wide": (changed(DOCUMENT, '<w:gridSpan w:val="3"/>', '<w:gridSpan w:val="4"/>'), "columns, not"),
    "cell too wide": (changed(DOCUMENT, r'<w:tcW w:w="\d+"', '<w:tcW w:w="9"'), "is not as wide"),
    "cell without paragraph": (changed(DOCUMENT, r"(<w:tc><w:tcPr>.*?</w:tcPr>)<w:p>.*?</w:p>", r"\1"), "does not end"),
    "table without rows": (changed(DOCUMENT, r"<w:tr>.*</w:tr>(</w:tbl>)", r"\1", 0), "no rows"),
    # the frame
    "body without section": (
        changed(DOCUMENT, r"<w:sectPr>(?:(?!<w:sectPr>).)*</w:sectPr></w:body>", "</w:body>"),
        "does not end with a section",
    ),
    "header of a later section": (
        changed(DOCUMENT, r"(.*)<w:sectPr>", r"\1<w:sectPr><w:titlePg/>"),
        "margins of its own beyond one header",
    ),
    "two titles": (changed("docProps/core.xml", r"(<dc:title>.*?</dc:title>)", r"\1\1"), "title twice"),
    "fields updated on opening": (
        changed(SETTINGS, "<w:footnotePr>", '<w:updateFields w:val="true"/><w:footnotePr>'),
        "updateFields",
    ),
    "template fetched on opening": (
        changed(SETTINGS, "<w:footnotePr>", "<w:attachedTemplate/><w:footnotePr>"),
        "attachedTemplate",
    ),
    "revision ids": (changed(DOCUMENT, "<w:p>", '<w:p w:rsidR="00AB12CD">'), "revision ids"),
    "comment in the text": (changed(DOCUMENT, "</w:body>", "<!-- x --></w:body>"), "a comment"),
    "object": (changed(DOCUMENT, "<w:t ", "<w:object/><w:t "), "object"),
    "foreign part imported": (changed(DOCUMENT, "</w:body>", "<w:altChunk/></w:body>"), "altChunk"),
    # parts and relationships
    "macros": (added("word/vbaProject.bin"), "word/vbaProject.bin: such a part may not be"),
    "embedded file": (added("word/embeddings/x.xml"), "word/embeddings/x.xml: such a part may not be"),
    "thumbnail": (added("docProps/thumbnail.xml"), "docProps/thumbnail.xml: such a part may not be"),
    "path out of the archive": (added("../x.xml"), "../x.xml: such a part may not be"),
    "part missing": (without(NUMBERING), "word/numbering.xml: the part is missing"),
    "types not first": (
        lambda content: {DOCUMENT: content[DOCUMENT], **content},
        "stands before the list of content types",
    ),
    "macro document": (
        changed(TYPES, r"officedocument\.wordprocessingml\.document\.main", "x.macroEnabled.main"),
        "is declared as",
    ),
    "document type": (changed(SETTINGS, "<w:settings", "<!DOCTYPE w:settings><w:settings"), "has a document type"),
    "template from a server": (related("attachedTemplate", "https://example.org/x.dotm", OUTSIDE), "leads out of"),
    "picture from a server": (related("image", "https://example.org/x.png", OUTSIDE), "leads out of"),
    "link that runs a script": (related("hyperlink", "javascript:alert(1)", OUTSIDE), "leads out of"),
    "link to a share": (related("hyperlink", r"\\\\\\\\server\\\\share", OUTSIDE), "leads out of"),
    "link to a file": (related("hyperlink", "file:///etc/passwd", OUTSIDE), "leads out of"),
    "link without encryption": (related("hyperlink", "http://example.org/", OUTSIDE), "leads out of"),
    "object inside": (related("oleObject", "styles.xml"), "a relationship of the kind"),
    "relationship to nowhere": (related("styles", "gone.xml"), "gone.xml, which does not exist"),
    "relationship not there": (changed(RELATIONS, 'Id="rId6"', 'Id="other"'), "uses the relationship rId6"),
    "two relationships of one id": (changed(RELATIONS, 'Id="rId5"', 'Id="rId6"'), "relationships are called rId6"),
    "part out of reach": (changed(RELATIONS, r'<Relationship [^>]*footnotes.xml"/>', ""), "no relationship leads to"),
    "part without a type": (changed(TYPES, r'<Override [^>]*settings.xml"[^>]*/>', ""), "has no content type"),
}


@pytest.mark.parametrize("name", MUTANTS)
def test_every_defect_is_caught_and_named(name: str):
    change, message = MUTANTS[name]
    broken = zipped(change(parts(sound())))
    assert [] != [finding for finding in findings(broken) if message in finding], findings(broken)


@pytest.mark.parametrize("document", [communication(3), notice()], ids=["communication", "notice"])
def test_a_sound_file_passes(document: Document):
    archive = write_docx(document)
    assert [] == findings(archive)
    assert archive == checked(archive)


def test_what_is_no_archive_is_refused():
    with pytest.raises(WriteError, match="the file cannot be read"):
        checked(b"not a zip file")


def test_broken_xml_is_refused():
    with pytest.raises(WriteError, match="the file cannot be read"):
        checked(zipped({**parts(sound()), SETTINGS: b"<w:settings"}))


def test_a_part_that_is_there_twice_is_refused():
    stream = io.BytesIO(sound())
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(DOCUMENT, b"<x/>")
    with pytest.raises(WriteError, match=r"word/document\.xml: the part is there twice"):
        checked(stream.getvalue())


def test_only_the_first_findings_are_shown_and_the_others_counted():
    broken = zipped(changed(DOCUMENT, r'w:anchor="_Ref', 'w:anchor="gone', 0)(parts(sound())))
    broken = zipped(changed(DOCUMENT, r"<w:tcW [^>]*/>", "", 0)(parts(broken)))
    broken = zipped(changed(DOCUMENT, r'w:val="(Heading|TOC)', r'w:val="Nix\1', 0)(parts(broken)))
    with pytest.raises(WriteError, match=r"was not written:\n(.*\n){20}… and \d+ more$"):
        checked(broken)
