"""The objects of a PDF as they stand in its bytes: strings, long names, and streams, which are unpacked."""

import base64
import re
import zlib
from collections.abc import Iterator

from referral.scan.image import image_passages, is_image
from referral.scan.limits import Inside
from referral.scan.passage import Passage, Read, Unread
from referral.scan.pdf_strings import STRING, bytes_of_string, name_of, texts_of_string
from referral.scan.plain import texts_of_bytes

_STREAM = re.compile(rb"stream(?:\r\n|\n|\r)")
_ENDSTREAM = re.compile(rb"\s*endstream")
_LENGTH = re.compile(rb"/Length\s+(\d+)(?!\s+\d+\s+R)")
_FILTER = re.compile(rb"/Filter\s*(?:\[([^\]]*)\]|/(\w+))")
_FARTHEST = 4096  # bytes between the head of an object and its stream
_COMMENT = re.compile(rb"%[^\r\n]{3,}")
# In the stream of a page only what stands for a picture or a sign, and words that are written plainly.
_DRAWING = re.compile(rb"(?:^|\s)(?:BT|q|re|cm|gs|Do|BDC|BMC|Tj|TJ)\s")
_SPOKEN = re.compile(rb"/(?:ActualText|Alt|E|T|Contents|Lang)\s*" + STRING.pattern, re.DOTALL)
_SHOWN = re.compile(
    rb"\[((?:[^\[\]()]|\((?:\\.|[^()\\])*+\))*+)\]\s*TJ|(\((?:\\.|[^()\\])*+\))\s*(?:Tj|'|\")", re.DOTALL
)
_FONT = (b"\0\1\0\0", b"OTTO", b"true", b"ttcf", b"\1\0\4", b"%!PS")


def object_passages(data: bytes, inside: Inside) -> Iterator[Read]:
    """Every string once; then streams, those of attached files and metadata as files of their own."""
    rest = bytearray()
    at = 0
    for match in _STREAM.finditer(data):
        if match.start() < at or data[match.start() - 3 : match.start()] == b"end":
            continue
        head = data[max(at, match.start() - _FARTHEST) : match.start()]
        end = _end_of(data, match.end(), head)
        rest += data[at : match.start()] + b"\n"
        yield from (read.within(_place(head)) for read in _stream(head, data[match.end() : end], inside))
        at = end
    rest += data[at:]
    yield from _strings(bytes(rest), "an object")
    for comment in set(_COMMENT.findall(bytes(rest))):
        yield from (Passage("remark", text) for text in texts_of_bytes(comment))
    last = data.rfind(b"%%EOF")
    if last >= 0 and data[last + 5 :].strip():
        yield from (read.within("behind the end") for read in inside.open(data[last + 5 :].strip()))


def _end_of(data: bytes, start: int, head: bytes) -> int:
    """Where a stream ends: by its own word if that is so, else at the first sign of an end."""
    length = _LENGTH.findall(head[head.rfind(b"obj") + 1 :])
    if length and _ENDSTREAM.match(data, start + int(length[-1])):
        return start + int(length[-1])
    end = data.find(b"endstream", start)
    return end if end >= 0 else len(data)


def _place(head: bytes) -> str:
    found = re.findall(rb"(\d+)\s+\d+\s+obj\b", head)
    return f"object {int(found[-1])}" if found else "an object"


def _stream(head: bytes, packed: bytes, inside: Inside) -> Iterator[Read]:
    about = head[head.rfind(b" obj") :]
    filters = [name for pair in _FILTER.findall(about)[-1:] for name in re.findall(rb"\w+", b" ".join(pair))]
    if re.search(rb"/Type\s*/XRef\b", about):
        return
    try:
        content = _unpacked(packed, filters, inside)
    except (zlib.error, ValueError):
        yield Unread("", "a damaged part")
        return
    if content is None:
        yield Unread("", "packed in a way that cannot be opened here")
    elif is_image(content):
        yield from image_passages(content, inside)
    elif not re.search(rb"/Subtype\s*/Image\b", about) and not _is_font(about, content):
        yield from _words(about, content, inside)


def _is_font(about: bytes, content: bytes) -> bool:
    is_table = b"begincmap" in content[:2048] or content[36:40] == b"acsp"
    return is_table or b"/Length1" in about or (content.startswith(_FONT) and b"/EmbeddedFile" not in about)


def _unpacked(data: bytes, filters: list[bytes], inside: Inside) -> bytes | None:
    """None if one of the filters is unknown. What packs pictures alone is left as it is."""
    for name in filters:
        match name:
            case b"FlateDecode" | b"Fl":
                data = inside.allowance.inflated(data)
            case b"ASCIIHexDecode" | b"AHx":
                data = bytes.fromhex(re.sub(rb"[^0-9A-Fa-f]", b"", data.partition(b">")[0]).decode())
            case b"ASCII85Decode" | b"A85":
                data = base64.a85decode(data.strip().removeprefix(b"<~").partition(b"~>")[0])
            case b"DCTDecode" | b"DCT" | b"CCITTFaxDecode" | b"CCF" | b"JBIG2Decode" | b"JPXDecode":
                return data
            case _:
                return None
    return data


def _words(about: bytes, content: bytes, inside: Inside) -> Iterator[Read]:
    if b"/ObjStm" in about:
        yield from _strings(content, "")
    elif b"/EmbeddedFile" not in about and _DRAWING.search(content[:_FARTHEST]):
        for spoken in set(_SPOKEN.findall(content)):
            yield from (Passage("words for a reader", text) for text in texts_of_string(spoken))
        yield from _shown(content)
    elif b"/FunctionType" not in about and b"/ShadingType" not in about and b"/CIDSet" not in about:
        yield from inside.open(content)


def _shown(content: bytes) -> Iterator[Read]:
    """Words that a font of one byte shows, in the order in which they are drawn."""
    lines = [b"".join(_pieces(pieces or piece)) for pieces, piece in _SHOWN.findall(content)]
    if any(lines):
        yield from (Passage("words drawn", text) for text in texts_of_bytes(b"\n".join(lines)))


def _pieces(drawn: bytes) -> Iterator[bytes]:
    return (bytes_of_string(string) for string in STRING.findall(drawn) if string.startswith(b"("))


def _strings(content: bytes, place: str) -> Iterator[Read]:
    """Each once: tags repeat the same few words on every page."""
    for found in sorted(set(STRING.findall(content))):
        yield from (Passage(place, text) for text in texts_of_string(found))
    for name in sorted(set(re.findall(rb"/[^\s/<>()\[\]{}%]{3,}", content))):
        yield Passage(f"{place}, a name" if place else "a name", name_of(name), is_path=True)
