"""Places of pages, workbooks, data, packages and pictures in which words may stand."""

import base64
import bz2
import gzip
import io
import json
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable
from html import escape
from urllib.parse import quote

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from PIL import Image, PngImagePlugin

from tests.unit.scan.in_databases import DATABASES
from tests.unit.scan.in_word import body as word

Made = Callable[[str], bytes]


def page(inner: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{inner}</body></html>".encode()


def in_tags(text: str) -> bytes:
    parts = "".join(f"<b>{escape(x)}</b>" if n % 2 else f"<span>{escape(x)}</span>" for n, x in enumerate(text))
    return page(f"<p>{parts}</p>")


def script(text: str) -> bytes:
    return page(f"<script type='application/json'>{json.dumps({'who': text})}</script>")


def data_address(text: str) -> bytes:
    return page(f"<img src='data:image/svg+xml;base64,{base64.b64encode(svg(text)).decode()}'>")


def svg(text: str) -> bytes:
    return f"<svg xmlns='http://www.w3.org/2000/svg'><text>{escape(text)}</text></svg>".encode()


def svg_in_pieces(text: str) -> bytes:
    pieces = "".join(f"<tspan>{escape(text[n : n + 4])}</tspan>" for n in range(0, len(text), 4))
    return f"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><text>{pieces}</text></svg>".encode()


HTML: dict[str, Made] = {
    "html in tags": in_tags,
    "html remark": lambda text: page(f"<!-- {text} -->"),
    "html attribute": lambda text: page(f"<p title='{escape(text)}'>x</p>"),
    "html data attribute": lambda text: page(f"<p data-who='{escape(text)}'>x</p>"),
    "html address": lambda text: page(f"<a href='/who/{quote(text)}'>x</a>"),
    "html script": script,
    "html title": lambda text: page("x", f"<title>{escape(text)}</title>"),
    "html description": lambda text: page("x", f"<meta name='description' content='{escape(text)}'>"),
    "html hidden": lambda text: page(f"<div hidden style='display:none'>{escape(text)}</div>"),
    "html style": lambda text: page("x", f"<style>p::after {{content: '{text}'}}</style>"),
    "html picture in an address": data_address,
    "svg": svg,
    "svg in pieces": svg_in_pieces,
}


def sheet(fill: Callable[[Workbook, str], object]) -> Made:
    def made(text: str) -> bytes:
        book, out = Workbook(), io.BytesIO()
        fill(book, text)
        book.save(out)
        return out.getvalue()

    return made


def rich(book: Workbook, text: str) -> None:
    book.active["A1"] = CellRichText(TextBlock(InlineFont(b=True), text[:4]), text[4:])


def foot(book: Workbook, text: str) -> None:
    book.active.oddFooter.center.text = text


def hidden(book: Workbook, text: str) -> None:
    other = book.create_sheet("x")
    other["B2"] = text
    other.sheet_state = "veryHidden"


def defined(book: Workbook, text: str) -> None:
    book.defined_names["who"] = DefinedName("who", attr_text=f'"{text}"')


def sheet_part(name: str, make: Callable[[str], str]) -> Made:
    def made(text: str) -> bytes:
        out = io.BytesIO(sheet(lambda book, _: None)(""))
        with zipfile.ZipFile(out, "a") as package:
            package.writestr(name, make(text))
        return out.getvalue()

    return made


XLSX: dict[str, Made] = {
    "xlsx cell": sheet(lambda book, text: book.active.append([text])),
    "xlsx rich text": sheet(rich),
    "xlsx inline string": sheet_part(
        "xl/worksheets/sheet9.xml",
        lambda text: (
            "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><row><c t='inlineStr'><is>"
            f"<r><t>{escape(text[:3])}</t></r><r><t>{escape(text[3:])}</t></r></is></c></row></worksheet>"
        ),
    ),
    "xlsx comment": sheet(lambda book, text: setattr(book.active["A1"], "comment", Comment(text, "x"))),
    "xlsx author of a comment": sheet(lambda book, text: setattr(book.active["A1"], "comment", Comment("x", text))),
    "xlsx name of a sheet": sheet(lambda book, text: setattr(book.active, "title", text[:31])),
    "xlsx defined name": sheet(defined),
    "xlsx foot": sheet(foot),
    "xlsx property": sheet(lambda book, text: setattr(book.properties, "subject", text)),
    "xlsx hidden sheet": sheet(hidden),
    "xlsx external link": sheet_part(
        "xl/externalLinks/_rels/externalLink1.xml.rels",
        lambda text: (
            f'<Relationships><Relationship Id="r1" Target="file:///home/{escape(text)}/x.xlsx"/></Relationships>'
        ),
    ),
}

DATA: dict[str, Made] = {
    "json value": lambda text: json.dumps({"a": [text]}).encode(),
    "json key": lambda text: json.dumps({text: 1}).encode(),
    "json in wide letters": lambda text: json.dumps({"a": text}, ensure_ascii=False).encode("utf-16-le"),
    "csv": lambda text: f'1;"{text}";x\n'.encode(),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16 without its mark": lambda text: f"A short text: {text}.".encode("utf-16-be"),
    "cp1251": lambda text: f"Рядок: {text}".encode("cp1251"),
    "koi8": lambda text: f"Рядок: {text}".encode("koi8-u"),
    "cp1125": lambda text: f"Слово: {text}".encode("cp1125"),
    "gzip": lambda text: gzip.compress(text.encode()),
    "name within gzip": lambda text: gzip_named(text),
    "bzip2": lambda text: bz2.compress(text.encode()),
    "xz": lambda text: lzma.compress(text.encode()),
    "bytes of an unknown kind": lambda text: b"\x01\x02\x03" + text.encode() + b"\0\0\x07",
}


def gzip_named(text: str) -> bytes:
    packed = gzip.compress(b"x")
    return packed[:3] + b"\x08" + packed[4:10] + text.encode() + b"\0" + packed[10:]


def archive(fill: Callable[[zipfile.ZipFile, str], object]) -> Made:
    def made(text: str) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("a.txt", "nothing")
            fill(package, text)
        return out.getvalue()

    return made


def entry_remark(package: zipfile.ZipFile, text: str) -> None:
    entry = zipfile.ZipInfo("b.txt")
    entry.comment = text.encode()
    package.writestr(entry, "x")


def entry_extra(package: zipfile.ZipFile, text: str) -> None:
    entry = zipfile.ZipInfo("b.txt")
    entry.extra = struct.pack("<HH", 0x7075, len(text.encode())) + text.encode()
    package.writestr(entry, "x")


def nested(package: zipfile.ZipFile, text: str) -> None:
    package.writestr("b.zip", archive(lambda inner, words: inner.writestr("c.txt", words))(text))


def between(text: str) -> bytes:
    """Behind the first entry, where no list leads."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("a.txt", "x")
        out.write(text.encode() + b" " * 30)
        package.start_dir = out.tell()
        package.writestr("b.txt", "x")
    return out.getvalue()


def unlisted(text: str) -> bytes:
    """An entry that is there and in no list."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("a.txt", text)
        package.writestr("b.txt", "x")
        package.filelist.pop(0)
    return out.getvalue()


ZIP: dict[str, Made] = {
    "zip name of an entry": archive(lambda package, text: package.writestr(f"x/{text}.txt", "x")),
    "zip name of a folder": archive(lambda package, text: package.writestr(f"{text}/", "")),
    "zip remark of an entry": archive(entry_remark),
    "zip field of an entry": archive(entry_extra),
    "zip remark": archive(lambda package, text: setattr(package, "comment", text.encode())),
    "zip text": archive(lambda package, text: package.writestr("b.txt", text)),
    "zip within a zip": archive(nested),
    "zip with a DOCX": archive(lambda package, text: package.writestr("b.docx", word(text))),
    "before a zip": lambda text: text.encode() + b"\n" + archive(lambda *_: None)(text),
    "behind a zip": lambda text: archive(lambda *_: None)(text) + text.encode(),
    "between entries of a zip": between,
    "entry in no list": unlisted,
}


def picture(kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(out, kind, **options)
    return out.getvalue()


def png(add: Callable[[PngImagePlugin.PngInfo, str], object]) -> Made:
    def made(text: str) -> bytes:
        info = PngImagePlugin.PngInfo()
        add(info, text)
        return picture("PNG", pnginfo=info)

    return made


def exif(text: str) -> bytes:
    made = Image.Exif()
    made[0x9C9D] = text.encode("utf-16-le")  # the author as Windows writes him
    return picture("JPEG", exif=made)


def exif_ascii(text: str) -> bytes:
    made = Image.Exif()
    made[0x013B] = text.encode()
    return picture("JPEG", exif=made)


def segment(marker: int, content: bytes) -> bytes:
    whole = picture("JPEG")
    return whole[:2] + bytes([0xFF, marker]) + (len(content) + 2).to_bytes(2) + content + whole[2:]


def iptc(text: str) -> bytes:
    words = text.encode()
    record = b"\x1c\x02\x50" + len(words).to_bytes(2) + words
    return segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0" + len(record).to_bytes(4) + record)


def xmp(text: str) -> bytes:
    return segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + f"<x:xmpmeta><a>{escape(text)}</a></x:xmpmeta>".encode())


def profile(text: str) -> bytes:
    whole = picture("PNG")
    content = b"icc\0\0" + zlib.compress(text.encode())
    chunk = b"iCCP" + content
    return whole[:33] + len(content).to_bytes(4) + chunk + zlib.crc32(chunk).to_bytes(4) + whole[33:]


PICTURES: dict[str, Made] = {
    "png text": png(lambda info, text: info.add(b"tEXt", b"Author\0" + text.encode())),
    "png packed text": png(lambda info, text: info.add(b"zTXt", b"Author\0\0" + zlib.compress(text.encode()))),
    "png international text": png(lambda info, text: info.add_itxt("Author", text)),
    "png packed international text": png(lambda info, text: info.add_itxt("Author", text, zip=True)),
    "png key": png(lambda info, text: info.add(b"iTXt", text.encode()[:79] + b"\0\0\0\0\0x")),
    "png profile": profile,
    "png behind the end": lambda text: picture("PNG") + text.encode(),
    "png with a zip behind": lambda text: picture("PNG") + ZIP["zip text"](text),
    "jpeg exif in wide letters": exif,
    "jpeg exif": exif_ascii,
    "jpeg remark": lambda text: segment(0xFE, text.encode()),
    "jpeg remark by an old table": lambda text: segment(0xFE, text.encode("cp1251")),
    "jpeg iptc": iptc,
    "jpeg xmp": xmp,
    "jpeg behind the end": lambda text: picture("JPEG") + text.encode(),
    "gif remark": lambda text: picture("GIF", comment=text.encode()),
    "webp exif": lambda text: picture("WEBP", exif=b"Exif\0\0" + text.encode()),
    "picture in a docx": lambda text: in_a_docx(PICTURES["png text"](text)),
}


def in_a_docx(content: bytes) -> bytes:
    out = io.BytesIO(word("x"))
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("word/media/image1.png", content)
    return out.getvalue()


OTHERS = {**HTML, **XLSX, **DATA, **ZIP, **PICTURES, **DATABASES}
