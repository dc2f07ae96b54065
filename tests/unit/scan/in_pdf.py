"""Places of a PDF in which words may stand."""

import io
from collections.abc import Callable
from html import escape

from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)
from weasyprint import HTML

from tests.unit.scan.in_word import body

Made = Callable[[str], bytes]


def blank() -> PdfWriter:
    writer = PdfWriter()
    writer.add_blank_page(300, 300)
    return writer


def saved(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def page(text: str, style: str = "") -> bytes:
    return bytes(HTML(string=f"<p style='{style}'>{text}</p>").write_pdf())


def words(text: str) -> bytes:
    return page(escape(text))


def letters_one_by_one(text: str) -> bytes:
    """Each at a place of its own, the last drawn first."""
    at = [f"<span style='position:absolute;left:{n * 9}px;top:9px'>{escape(x)}</span>" for n, x in enumerate(text)]
    return page("".join(at), "font: 12px monospace; position: relative")


def narrow_cell(text: str) -> bytes:
    cells = "".join(f"<td style='width:5em;word-break:break-all'>{escape(t)}</td>" for t in ("a", text, "a"))
    return page(f"<table style='table-layout:fixed;width:15em'><tr>{cells}</tr></table>")


def property_of(key: str) -> Made:
    def made(text: str) -> bytes:
        writer = blank()
        writer.add_metadata({key: text})
        return saved(writer)

    return made


def bookmark(text: str) -> bytes:
    writer = blank()
    writer.add_outline_item(title=text, page_number=0)
    return saved(writer)


def annotation(text: str) -> bytes:
    writer = blank()
    writer.add_annotation(0, FreeText(text=text, rect=(0, 0, 9, 9)))
    return saved(writer)


def attachment(text: str) -> bytes:
    writer = blank()
    writer.add_attachment("a.txt", text.encode())
    return saved(writer)


def attached_word(text: str) -> bytes:
    writer = blank()
    writer.add_attachment("a.docx", body(text))
    return saved(writer)


def attached_name(text: str) -> bytes:
    writer = blank()
    writer.add_attachment(f"{text}.txt", b"x")
    return saved(writer)


def destination(text: str) -> bytes:
    writer = blank()
    writer.add_named_destination(text, 0)
    return saved(writer)


def with_object(make: Callable[[str], DictionaryObject]) -> Made:
    """An object more, to which the catalogue refers."""

    def made(text: str) -> bytes:
        writer = blank()
        writer.root_object[NameObject("/X")] = writer._add_object(make(text))
        return saved(writer)

    return made


def entry(key: str) -> Callable[[str], DictionaryObject]:
    return lambda text: DictionaryObject({NameObject(key): TextStringObject(text)})


def link(text: str) -> DictionaryObject:
    uri = ByteStringObject(f"https://e.example/{text}".encode())
    return DictionaryObject({NameObject("/S"): NameObject("/URI"), NameObject("/URI"): uri})


def form_field(text: str) -> DictionaryObject:
    value = ArrayObject(
        [DictionaryObject({NameObject("/FT"): NameObject("/Tx"), NameObject("/V"): TextStringObject(text)})]
    )
    return DictionaryObject({NameObject("/Fields"): value})


def stream(content: bytes, **keys: str) -> DecodedStreamObject:
    made = DecodedStreamObject()
    made.set_data(content)
    made.update({NameObject(f"/{key}"): NameObject(f"/{value}") for key, value in keys.items()})
    return made


def xmp(text: str) -> DictionaryObject:
    inner = f"<rdf:RDF xmlns:rdf='r'><dc:creator xmlns:dc='d'><rdf:li>{escape(text)}</rdf:li></dc:creator></rdf:RDF>"
    return stream(f"<?xpacket begin=''?><x:xmpmeta xmlns:x='a'>{inner}</x:xmpmeta>".encode(), Type="Metadata")


def spoken(text: str) -> DictionaryObject:
    hexed = (b"\xfe\xff" + text.encode("utf-16-be")).hex().encode()
    return stream(b"/Span <</ActualText <" + hexed + b">>> BDC\nBT (x) Tj ET\nEMC\n").flate_encode()


def script(text: str) -> DictionaryObject:
    return stream(f"app.alert('{text}')".encode()).flate_encode()


def in_an_earlier_revision(text: str) -> bytes:
    """The words are on the page first, and in what is put behind no more."""
    first = words(text)
    reader = PdfReader(io.BytesIO(first))
    number = reader.pages[0].raw_get("/Contents")
    start = first.rfind(b"startxref") + 9
    previous = int(first[start : first.find(b"%%EOF", start)])
    obj = b"%d 0 obj\n<</Length 0>>stream\n\nendstream\nendobj\n" % number.idnum
    at = len(first) + 1
    root = reader.trailer.raw_get("/Root").idnum
    size = int(str(reader.trailer["/Size"]))
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size %d/Root %d 0 R/Prev %d>>\n" % (
        number.idnum, at, size, root, previous,
    )  # fmt: skip
    return first + b"\n" + obj + table + b"startxref\n%d\n%%%%EOF\n" % (at + len(obj))


def that_nothing_refers_to(text: str) -> bytes:
    whole = saved(blank())
    string = b"<" + (b"\xfe\xff" + text.encode("utf-16-be")).hex().encode() + b">"
    return whole.replace(b"xref\n", b"99 0 obj\n<</Who " + string + b">>\nendobj\nxref\n", 1)


def in_a_packed_object(text: str) -> bytes:
    string = b"<" + (b"\xfe\xff" + text.encode("utf-16-be")).hex().encode() + b">"
    made = stream(b"7 0 <</Author " + string + b">>", Type="ObjStm").flate_encode()
    made[NameObject("/N")], made[NameObject("/First")] = NumberObject(1), NumberObject(4)
    writer = blank()
    writer.root_object[NameObject("/X")] = writer._add_object(made)
    return saved(writer)


def drawn_in_latin(text: str) -> bytes:
    """Words of a stream that no page shows."""
    raw = text.encode("cp1251").replace(b"(", b"\\(").replace(b")", b"\\)")
    return with_object(lambda _: stream(b"q BT [(" + raw[:3] + b") 20 (" + raw[3:] + b")] TJ ET Q").flate_encode())(
        text
    )


def behind_the_end(text: str) -> bytes:
    return saved(blank()) + text.encode()


def remark(text: str) -> bytes:
    return saved(blank()).replace(b"xref\n", b"% " + text.encode() + b"\nxref\n", 1)


PDF: dict[str, Made] = {
    "pdf page": words,
    "pdf letters one by one": letters_one_by_one,
    "pdf narrow cell": narrow_cell,
    "pdf title": property_of("/Title"),
    "pdf author": property_of("/Author"),
    "pdf keywords": property_of("/Keywords"),
    "pdf XMP": with_object(xmp),
    "pdf bookmark": bookmark,
    "pdf alt text": with_object(entry("/Alt")),
    "pdf words for a sign, in tags": with_object(entry("/ActualText")),
    "pdf words for a sign, in a page": with_object(spoken),
    "pdf annotation": annotation,
    "pdf link": with_object(link),
    "pdf destination": destination,
    "pdf attachment": attachment,
    "pdf attached DOCX": attached_word,
    "pdf name of an attachment": attached_name,
    "pdf field of a form": with_object(form_field),
    "pdf script": with_object(script),
    "pdf earlier revision": in_an_earlier_revision,
    "pdf object that nothing refers to": that_nothing_refers_to,
    "pdf packed object": in_a_packed_object,
    "pdf drawn in letters of one byte": drawn_in_latin,
    "pdf behind the end": behind_the_end,
    "pdf remark": remark,
}
