"""What we write is PDF/A-3a and PDF/UA-1 for a validator that knows nothing of us; each mutant of a sound file is not.

The mutants judge the judge: a validator that lets one pass would let a faulty document pass too.
"""

import io
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from pypdf import PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, StreamObject, TextStringObject

from referral.document.inlines import CrossReference, Footnote, Link
from referral.document.nodes import Document, TableOfContents
from referral.document.number import number
from referral.document.parts import parts
from referral.writers.pdf import write_pdf
from tests.unit.app.dossiers import composed
from tests.unit.writers.drawings import lines
from tests.unit.writers.figures import figure
from tests.unit.writers.pdf import sample
from tests.unit.writers.pdf.standards import LENGTH, failures, faults, lengths_are_exact

Change = Callable[[PdfWriter], None]


def small() -> Document:
    """Contents, a heading, a note with a link, a reference, a table, a picture and a drawing."""
    address = Link("https://example.org/order?id=42")
    text = sample.paragraph("A sentence", Footnote(sample.words("See ", address, ".")), ", see ", CrossReference("a"))
    contents, heading = TableOfContents(sample.words("Contents"), 2), sample.heading(1, "A heading", "a", "1")
    return number(sample.document(contents, heading, text, sample.table(3), figure(id="f"), lines()))


@cache
def sound() -> bytes:
    return write_pdf(small()).data


# --- what we write ---


@pytest.mark.parametrize("document", [small, sample.notice])
def test_what_we_write_is_conforming(document: Callable[[], Document]):
    assert [] == faults(write_pdf(document()).data)


def test_each_file_of_a_document_with_annexes_of_several_levels_is_conforming(tmp_path):
    whole = composed(tmp_path / "dossier")
    files = [whole, *(part.document for part in parts(whole))]
    assert 3 == len(files)
    assert [] == [fault for document in files for fault in faults(write_pdf(document).data)]


# --- mutants ---


def rewritten(change: Change | None = None) -> bytes:
    """The sound file, read and written by another library, with a change between."""
    writer = PdfWriter(clone_from=io.BytesIO(sound()))
    if change:
        change(writer)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def objects(writer: PdfWriter, kind: str, name: str) -> list[DictionaryObject]:
    """The objects of a kind, as `/Type /Font`."""
    known = [entry for entry in writer._objects if isinstance(entry, DictionaryObject) and entry.get(kind) == name]
    assert known
    return known


def without(kind: str, name: str, *keys: str) -> Change:
    """The change that takes these keys from the objects of a kind."""

    def change(writer: PdfWriter) -> None:
        found = [(entry, key) for entry in objects(writer, kind, name) for key in keys if key in entry]
        assert found
        for entry, key in found:
            del entry[NameObject(key)]

    return change


def with_entry(kind: str, name: str, key: str, value: Any) -> Change:
    def change(writer: PdfWriter) -> None:
        objects(writer, kind, name)[0][NameObject(key)] = value

    return change


def with_metadata(old: bytes, new: bytes) -> Change:
    def change(writer: PdfWriter) -> None:
        stream: Any = writer.root_object["/Metadata"].get_object()
        text, hits = re.subn(old, new, stream.get_data(), flags=re.DOTALL)
        assert hits
        stream.set_data(text)

    return change


def with_content(added: bytes) -> Change:
    """More operators at the end of the first page, outside every tag."""

    def change(writer: PdfWriter) -> None:
        page: Any = writer.pages[0]
        stream = StreamObject()
        stream.set_data(page.get_contents().get_data() + added)
        page[NameObject("/Contents")] = writer._add_object(stream)

    return change


CATALOG = ("/Type", "/Catalog")
SCRIPT = DictionaryObject({NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("1")})

MUTANTS: dict[str, tuple[Change, str]] = {  # with the rule that each breaks
    "a font that is not embedded": (without("/Type", "/FontDescriptor", "/FontFile2", "/FontFile3"), "FONT-EMBEDDING"),
    "a font without its letters": (without("/Type", "/Font", "/ToUnicode"), "UNICODE-MAPPING"),
    "a figure without words": (without("/S", "/Figure", "/Alt"), "FIGURE-ALTERNATIVE-TEXT"),
    "no language": (without(*CATALOG, "/Lang"), "TEXT-LANGUAGE"),
    "no mark of tags": (without(*CATALOG, "/MarkInfo"), "TAGGED-DOCUMENT"),
    "no tree of tags": (without(*CATALOG, "/StructTreeRoot"), "STRUCT-TREE-ROOT"),
    "content without a tag": (with_content(b"\n0 0 10 10 re f"), "CONTENT-TAGGING"),
    "no metadata": (without(*CATALOG, "/Metadata"), "METADATA-STRUCTURE"),
    "metadata of another standard": (with_metadata(rb'(pdfaid:part=")3', rb"\g<1>1"), "PDFA3A-ID-PART"),
    "no claim of PDF/UA": (with_metadata(rb"<pdfuaid:part>1</pdfuaid:part>", b""), "PDFUA1-ID-PART"),
    "a claim that is not described": (with_metadata(rb"<pdfaExtension:.*</pdfaExtension:schemas>", b""), "PDFA3A"),
    "no title in the metadata": (with_metadata(rb"<dc:title>.*?</dc:title>", b""), "METADATA-TITLE"),
    "no title in the window": (without(*CATALOG, "/ViewerPreferences"), "VIEWER-PREFERENCES"),
    "no profile of colours": (without(*CATALOG, "/OutputIntents"), "DEVICE-RGB"),
    "a script": (with_entry(*CATALOG, "/OpenAction", SCRIPT), "ACTION-TYPE"),
    "a link without words": (without("/Subtype", "/Link", "/Contents"), "LINK-CONTENTS"),
    "smoothed pixels": (with_entry("/Subtype", "/Image", "/Interpolate", BooleanObject(True)), "IMAGE-INTERPOLATE"),
}


def test_the_other_library_spoils_nothing():
    assert [] == faults(rewritten())


@pytest.mark.parametrize("what", MUTANTS)
def test_a_mutant_is_refused(what: str):
    change, rule = MUTANTS[what]
    found = faults(rewritten(change))
    assert any(rule in fault for fault in found), found


# --- the one thing that the validator gets wrong ---


def ending_in_a_return() -> bytes:
    """The sound file; a content stream has a carriage return as its last byte."""
    return rewritten(with_content(b"\n%\r"))


def with_length(pdf: bytes, stream_end: bytes, change: int) -> bytes:
    """A wrong length of the stream that ends so; everything else stays in its place."""
    end = pdf.index(stream_end + b"\nendstream")
    *_, length = re.finditer(rb"/Length (\d+)", pdf[:end])
    wrong = str(int(length[1]) + change).encode()
    assert len(wrong) == len(length[1])
    return pdf[: length.start(1)] + wrong + pdf[length.end(1) :]


METADATA_END = b'<?xpacket end="r"?>'


def test_an_exact_length_is_excused_where_the_last_byte_is_a_return():
    pdf = ending_in_a_return()
    assert {f"PDFA3A-{LENGTH}"} == {failure.rule_id for failure in failures(pdf)}  # if not: nothing to excuse any more
    assert lengths_are_exact(pdf)
    assert [] == faults(pdf)


@pytest.mark.parametrize("change", [-1, 1, 2])
def test_a_wrong_length_is_not_excused(change: int):
    pdf = with_length(rewritten(), METADATA_END, change)
    assert any(LENGTH in fault for fault in faults(pdf))


@pytest.mark.parametrize("change", [-1, 1])
def test_a_wrong_length_is_not_excused_because_another_is_exact(change: int):
    pdf = with_length(ending_in_a_return(), METADATA_END, change)
    assert any(LENGTH in fault for fault in faults(pdf))


@pytest.mark.parametrize("change", [-2, 1])
def test_a_wrong_length_is_not_excused_by_a_return_at_the_end(change: int):
    pdf = with_length(ending_in_a_return(), b"%\r", change)
    assert any(LENGTH in fault for fault in faults(pdf))


def test_lengths_of_our_own_files_are_exact():
    assert lengths_are_exact(sound())
    assert not lengths_are_exact(sound().replace(b"\nendstream", b"\n\nendstream", 1))
    assert not lengths_are_exact(re.sub(rb"/Length (\d+)", rb"/Length 9 0 R", sound(), count=1))
    assert not lengths_are_exact(sound()[:-1_000] + b"stream\n")
