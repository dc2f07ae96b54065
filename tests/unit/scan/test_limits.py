"""What cannot be searched is said to be so, and what would unpack without end stops soon."""

import gzip
import io
import struct
import zipfile
import zlib

import pytest

from referral.scan import pages
from referral.scan.limits import Limits
from tests.unit.scan.forms import FORMS
from tests.unit.scan.in_other_files import ZIP, picture
from tests.unit.scan.in_pdf import attachment, blank, saved, spoken, stream, with_object, words
from tests.unit.scan.in_word import body, with_part
from tests.unit.scan.persons import told, unread

SMALL = Limits(bytes=100_000, entries=20, deepest=2, revisions=1)
NAME = FORMS["nominative"][1]
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">'
    '<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">]><x>&e;&e;&e;</x>'
)


def packed(names: int = 1, content: bytes = b"x") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for n in range(names):
            package.writestr(f"{n}.txt", content)
    return out.getvalue()


def nested(times: int) -> bytes:
    inner = b"x"
    for _ in range(times):
        inner = packed(content=inner)
    return inner


def encrypted_pdf() -> bytes:
    writer = blank()
    writer.encrypt("secret", algorithm="RC4-128")
    return saved(writer)


def encrypted_zip() -> bytes:
    whole = bytearray(packed())
    whole[6] |= 1
    listed = whole.rfind(b"PK\x01\x02")
    whole[listed + 8] |= 1
    return bytes(whole)


def claiming_little() -> bytes:
    """A bomb whose head says that one byte comes out of it."""
    whole = bytearray(packed(content=b"\0" * 3_000_000))
    for at in (22, whole.rfind(b"PK\x01\x02") + 24):
        whole[at : at + 4] = struct.pack("<I", 1)
    return bytes(whole)


DAMAGED = {
    "a cut zip": packed(3)[:-30],
    "a cut docx": body("x")[:-200],
    "a cut pdf": saved(blank())[:-200],
    "no pdf": b"%PDF-1.7\nnothing",
    "an encrypted pdf": encrypted_pdf(),
    "an encrypted zip": encrypted_zip(),
    "a cut gzip": gzip.compress(b"x" * 999)[:-12],
    "a cut png": picture("PNG")[:60],
    "a cut jpeg": picture("JPEG")[:30],
    "damaged XML": with_part("word/x.xml", lambda _: "<a><b></a>")(""),
    "an entity of its own": with_part("word/x.xml", lambda _: "<!DOCTYPE a [<!ENTITY n 'x'>]><a>&n;</a>")(""),
    "a page with entities of its own": b"<!DOCTYPE a [<!ENTITY n 'x'>]><a>&n;</a>",
    "a damaged stream": with_object(lambda _: spoken("x"))("").replace(b"/FlateDecode", b"/LZWDecode__"),
    "7z": b"7z\xbc\xaf\x27\x1c" + b"\0" * 40,
    "RAR": b"Rar!\x1a\x07\x00",
    "Zstandard": b"\x28\xb5\x2f\xfd\x00",
    "an old office file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 40,
    "RTF": rb"{\rtf1 \u1065?}",
    "tar": b"a.txt".ljust(257, b"\0") + b"ustar\x0000",
    "a letter": b"Content-Transfer-Encoding: base64\n\n0KnQtdGA0LHQsNGH0LXQvdC60L4=\n",
    "an unknown kind": bytes(range(256)) * 4,
    "a font": b"wOF2\0\1\0\0" + b"\0" * 40,
}


@pytest.mark.parametrize("kind", DAMAGED)
def test_what_cannot_be_searched_is_said_to_be_so(kind: str):
    assert [] != unread(DAMAGED[kind])


@pytest.mark.parametrize(
    "data",
    [
        packed(content=b"\0" * 3_000_000),
        claiming_little(),
        gzip.compress(b"\0" * 3_000_000),
        packed(21),
        nested(4),
        with_object(lambda _: stream(b"\0" * 3_000_000, Type="EmbeddedFile").flate_encode())(""),
        picture("PNG")[:33] + b"\0\0\x0b\xc2zTXta\0\0" + zlib.compress(b"\0" * 3_000_000) + b"\0\0\0\0",
        words("a") + words("b") + words("c"),
    ],
    ids=["zip", "zip that claims little", "gzip", "entries", "depth", "pdf", "png", "revisions"],
)
def test_what_is_too_much_is_said_to_be_so(data: bytes):
    assert [] != unread(data, SMALL)


@pytest.mark.parametrize(
    "data",
    [packed(3), nested(2), body("x"), attachment("x"), picture("PNG"), b"<p>x</p>", b"", gzip.compress(b"x")],
    ids=["zip", "nested zip", "docx", "pdf", "png", "html", "nothing", "gzip"],
)
def test_what_is_whole_is_searched_without_a_word(data: bytes):
    assert [] == unread(data)


@pytest.mark.parametrize("data", [LAUGHS.encode(), with_part("word/x.xml", lambda _: LAUGHS)("")])
def test_entities_do_not_grow(data: bytes):
    assert [] != unread(data)
    assert set() == told(data)


def test_deep_markup_is_read():
    assert {"PER-001"} == told(("<p>" + "<i>" * 5000 + NAME + "</i>" * 5000).encode())


def test_a_damaged_file_is_searched_as_far_as_it_goes():
    assert {"PER-001"} == told(ZIP["zip text"]("x")[:-30] + NAME.encode())


@pytest.mark.parametrize("sign", [b"(", b"<", b"[", b"((((((((((x)", b"/" * 9])
def test_brackets_without_end_take_no_time(sign: bytes):
    assert set() == told(saved(blank()) + b"\n1 0 obj\n" + sign * 200_000)


def test_without_what_reads_pages_a_pdf_is_not_searched(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)

    assert not pages.can_read_pages()
    assert [f"the Python package pypdfium2 is not there; {pages.MENDED_BY}"] == unread(saved(blank()))


def test_every_limit_has_a_value_that_a_case_never_reaches():
    assert Limits() == Limits(bytes=2 << 30, entries=200_000, deepest=4, revisions=8)
