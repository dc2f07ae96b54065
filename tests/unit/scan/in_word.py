"""Places of a DOCX in which words may stand: each function gives the bytes of a file that holds them there alone."""

import io
import zipfile
from collections.abc import Callable
from functools import cache
from xml.sax.saxutils import escape, quoteattr

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
Made = Callable[[str], bytes]
_TYPES = RELATIONSHIP_TYPE
_NEEDED = {_TYPES.OFFICE_DOCUMENT, _TYPES.CORE_PROPERTIES, _TYPES.STYLES, _TYPES.SETTINGS}


def blank():
    """A new document, which python-docx opens with hundreds of styles: reading them in each file would take minutes."""
    return Document(io.BytesIO(without_styles()))


@cache
def without_styles() -> bytes:
    document = Document()
    styles = document.styles.element
    for style in [each for each in styles if each.tag.endswith(("}style", "}latentStyles"))]:
        styles.remove(style)
    for rels in (document.part.rels, document.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype not in _NEEDED]:
            del rels[key]
    return saved(document)


def saved(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def body(text: str) -> bytes:
    document = blank()
    document.add_paragraph(text)
    return saved(document)


def with_xml(make: Callable[[str], str]) -> Made:
    """A paragraph in raw XML at the head of the body."""

    def made(text: str) -> bytes:
        document = blank()
        document.element.body.insert(0, parse_xml(make(text)))
        return saved(document)

    return made


def with_part(name: str, make: Callable[[str], str | bytes]) -> Made:
    """A part more, whether anything refers to it or not."""

    def made(text: str) -> bytes:
        out = io.BytesIO(body("Nothing here."))
        with zipfile.ZipFile(out, "a") as package:
            package.writestr(name, make(text))
        return out.getvalue()

    return made


def run(text: str, mark: str = "w:t") -> str:
    return f'<w:r><{mark} xml:space="preserve">{escape(text)}</{mark}></w:r>'


def paragraph(inner: str) -> str:
    return f"<w:p {W} {R}>{inner}</w:p>"


def split_runs(text: str) -> str:
    """Each letter in a run of its own, some of them marked as misspelt."""
    runs = (f"<w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'>{escape(x)}</w:t></w:r>" for x in text)
    return paragraph("<w:proofErr w:type='spellStart'/>".join(runs))


def revised(mark: str, text_mark: str = "w:t") -> Callable[[str], str]:
    return lambda text: paragraph(
        f'<w:{mark} w:id="1" w:author="x" w:date="2024-01-01T00:00:00Z">{run(text, text_mark)}</w:{mark}>'
    )


def field(text: str) -> str:
    code = run(f' HYPERLINK "{text}" ', "w:instrText")
    return paragraph(f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{code}<w:r><w:fldChar w:fldCharType="end"/></w:r>')


def split_field(text: str) -> str:
    return paragraph("".join(run(part, "w:instrText") for part in (" REF ", text[:4], text[4:])))


def bookmark(text: str) -> str:
    return paragraph(f'<w:bookmarkStart w:id="7" w:name={quoteattr(text)}/><w:bookmarkEnd w:id="7"/>')


def alt_text(text: str) -> str:
    wp = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    return paragraph(
        f'<w:r><w:drawing><wp:inline {wp}><wp:docPr id="1" name="p" descr={quoteattr(text)}/></wp:inline>'
        "</w:drawing></w:r>"
    )


def table_cell(text: str) -> bytes:
    document = blank()
    document.add_table(rows=2, cols=2).cell(1, 1).text = text
    return saved(document)


def cells_of_a_row(text: str) -> bytes:
    """A first name and a patronymic, or a code and a place, in cells of their own."""
    document = blank()
    words = text.split()
    row = document.add_table(rows=1, cols=len(words)).rows[0]
    for cell, word in zip(row.cells, words, strict=True):
        cell.text = word
    return saved(document)


def header(text: str) -> bytes:
    document = blank()
    document.sections[0].header.paragraphs[0].text = text
    return saved(document)


def footer(text: str) -> bytes:
    document = blank()
    document.sections[0].footer.paragraphs[0].text = text
    return saved(document)


def link(text: str) -> bytes:
    document = blank()
    document.part.relate_to(f"https://e.example/{text}", "http://x.example/hyperlink", is_external=True)
    return saved(document)


def property_of(name: str) -> Made:
    def made(text: str) -> bytes:
        document = blank()
        setattr(document.core_properties, name, text)
        return saved(document)

    return made


def comment(text: str) -> bytes:
    document = blank()
    document.add_comment(document.add_paragraph("x").add_run("y"), text=text, author="x", initials="x")
    return saved(document)


def comment_author(text: str) -> bytes:
    document = blank()
    document.add_comment(document.add_paragraph("x").add_run("y"), text="z", author=text, initials="x")
    return saved(document)


def notes(kind: str) -> Callable[[str], str]:
    return lambda text: f'<w:{kind}s {W}><w:{kind} w:id="2"><w:p>{run(text)}</w:p></w:{kind}></w:{kind}s>'


def chart(text: str) -> str:
    c = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    return f"<c:chartSpace {c}><c:strCache><c:pt idx='0'><c:v>{escape(text)}</c:v></c:pt></c:strCache></c:chartSpace>"


def app_property(text: str) -> str:
    return f"<Properties><Manager>{escape(text)}</Manager><Company>x</Company></Properties>"


def glossary(text: str) -> str:
    return f"<w:glossaryDocument {W}><w:docParts><w:p>{run(text)}</w:p></w:docParts></w:glossaryDocument>"


def settings(text: str) -> str:
    return f'<w:settings {W}><w:docVars><w:docVar w:name="who" w:val={quoteattr(text)}/></w:docVars></w:settings>'


WORD: dict[str, Made] = {
    "docx body": body,
    "docx split runs": with_xml(split_runs),
    "docx table cell": table_cell,
    "docx header": header,
    "docx footer": footer,
    "docx footnote": with_part("word/footnotes.xml", notes("footnote")),
    "docx endnote": with_part("word/endnotes.xml", notes("endnote")),
    "docx comment": comment,
    "docx author of a comment": comment_author,
    "docx deleted": with_xml(revised("del", "w:delText")),
    "docx inserted": with_xml(revised("ins")),
    "docx moved from": with_xml(revised("moveFrom")),
    "docx moved to": with_xml(revised("moveTo")),
    "docx field code": with_xml(field),
    "docx field code in runs": with_xml(split_field),
    "docx link": link,
    "docx bookmark": with_xml(bookmark),
    "docx alt text": with_xml(alt_text),
    "docx author": property_of("author"),
    "docx last modified by": property_of("last_modified_by"),
    "docx keywords": property_of("keywords"),
    "docx manager": with_part("docProps/more.xml", app_property),
    "docx custom property": with_part(
        "docProps/custom.xml",
        lambda text: f"<Properties><property name='x'><s>{escape(text)}</s></property></Properties>",
    ),
    "docx custom XML": with_part("customXml/item7.xml", lambda text: f"<data><who>{escape(text)}</who></data>"),
    "docx custom XML, attribute": with_part("customXml/item2.xml", lambda text: f"<data who={quoteattr(text)}/>"),
    "docx custom XML in wide letters": with_part(
        "customXml/item3.xml",
        lambda text: f"<?xml version='1.0' encoding='UTF-16'?><d>{escape(text)}</d>".encode("utf-16"),
    ),
    "docx variables": with_part("word/settings2.xml", settings),
    "docx embedded package": with_part("word/embeddings/x.docx", body),
    "docx embedded object": with_part(
        "word/embeddings/oleObject1.bin", lambda text: b"\xd0\xcf\x11\xe0" + b"\0" * 40 + text.encode("utf-16-le")
    ),
    "docx glossary": with_part("word/glossary/document.xml", glossary),
    "docx chart": with_part("word/charts/chart1.xml", chart),
    "docx remark in XML": with_part("word/x.xml", lambda text: f"<x><!-- {escape(text)} --></x>"),
    "docx name of a part": lambda text: with_part(f"word/media/{text}.bin", lambda _: b"x")(text),
}
