"""The words of a Word file that came back: all of them, none that was deleted, and no file that would do harm."""

from pathlib import Path

import pytest

from referral.errors import UsageError
from referral.foreign_zip import ZipLimits
from referral.tracing import word_file as reader
from referral.tracing.word_file import read_word
from referral.tracing.word_text import Line, lines_of_word
from tests.unit.tracing.word_files import RELATION, RELATIONS, W, field, paragraph, run, word_file

CALL = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
NOTE = '<w:footnote w:id="{}">{}</w:footnote>'
TOC = '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>{}</w:sdt>'


def lines(tmp_path: Path, body: str, notes: str = "") -> list[str]:
    return [line.text for line in lines_of_word(read_word(word_file(tmp_path / "x.docx", body, notes)))]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph(run("a "), run("b", "<w:rPr><w:b/></w:rPr>")), ["a b"]),
        (paragraph(run("a"), "<w:r><w:tab/></w:r>", run("b"), "<w:r><w:br/></w:r>", run("c")), ["a b c"]),
        (paragraph(run("EV"), "<w:r><w:noBreakHyphen/></w:r>", run("1")), ["EV\u20111"]),
        (paragraph(run("a"), f"<w:ins>{run('b')}</w:ins>", run("c")), ["abc"]),
        (paragraph(run("a"), "<w:del><w:r><w:delText>b</w:delText></w:r></w:del>", run("c")), ["ac"]),
        (paragraph(f"<w:moveFrom>{run('a')}</w:moveFrom>", f"<w:moveTo>{run('b')}</w:moveTo>"), ["b"]),
        (paragraph(f'<w:hyperlink w:anchor="x">{run("a")}</w:hyperlink>'), ["a"]),
        (
            f"<w:tbl><w:tr><w:tc>{paragraph(run('a'))}</w:tc><w:tc>{paragraph(run('b'))}</w:tc></w:tr></w:tbl>",
            ["a", "b"],
        ),
        (f"<w:sdt><w:sdtContent>{paragraph(run('a'))}</w:sdtContent></w:sdt>", ["a"]),
        (TOC.format(f"<w:sdtContent>{paragraph(run('a'))}</w:sdtContent>") + paragraph(run("b")), ["b"]),
        (f'<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>{run("a")}</w:p>', []),
        (
            paragraph(run("a"), f"<w:r><w:pict><w:txbxContent>{paragraph(run('b'))}</w:txbxContent></w:pict></w:r>"),
            ["a", "b"],
        ),
        (paragraph(run("a")) + paragraph() + paragraph(run(" ")), ["a"]),
        (paragraph('<w:r><w:drawing><w:docPr descr="a chart"/></w:drawing></w:r>', run("a")), ["a chart", "a"]),
        (paragraph('<w:r><w:drawing><w:docPr descr=" "/></w:drawing></w:r>', run("a")), ["a"]),
    ],
)
def test_what_a_reader_sees_is_read(tmp_path: Path, body: str, text: list[str]):
    assert text == lines(tmp_path, body)


def test_a_note_is_one_line_after_the_paragraph_that_calls_it(tmp_path: Path):
    notes = NOTE.format(1, paragraph(run("n")) + paragraph(run("m"))) + NOTE.format(2, paragraph(run("gone")))
    deleted = f"<w:del>{CALL.format(2)}</w:del>"
    body = paragraph(run("a"), CALL.format(1), deleted) + paragraph(run("b"), CALL.format(7))

    assert ["a", "n m ", "b"] == lines(tmp_path, body, notes)


def test_numbers_that_word_fills_in_are_known(tmp_path: Path):
    simple = f'<w:fldSimple w:instr=" SEQ Table ">{run("7")}</w:fldSimple>'
    body = paragraph(run("See "), field(r" REF _Ref1 \r \h ", "12"), run(" on "), field("PAGE", "3"), simple)
    found = list(lines_of_word(read_word(word_file(tmp_path / "x.docx", body))))

    assert [Line("See 12 on 37", ((4, 6), (11, 12)))] == found


BOMB = (
    '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
) + f']><w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body></w:document>'
OUTSIDE = (
    f'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]><w:document xmlns:w="{W}"><w:t>&x;</w:t></w:document>'
)
HOSTILE: list[dict[str, str | bytes]] = [
    {"word/document.xml": BOMB},
    {"word/document.xml": OUTSIDE},
    {"word/document.xml": "<w:document"},
    {"word/document.xml": b"\xff\xfe\x00"},
    {"word/document.xml": "<a>" * 5_000 + "</a>" * 5_000},
    {"_rels/.rels": RELATIONS.format("")},
    {"_rels/.rels": RELATIONS.format(RELATION.format(id="m", kind="officeDocument", target="../../../etc/hostname"))},
    {"word/_rels/document.xml.rels": RELATIONS.format(RELATION.format(id="n", kind="footnotes", target="none.xml"))},
    {f"customXml/item{n}.xml": "x" for n in range(5_001)},
]


@pytest.mark.parametrize("parts", HOSTILE, ids=range(len(HOSTILE)))
def test_a_file_made_to_do_harm_is_refused_in_plain_words(tmp_path: Path, parts: dict[str, str | bytes]):
    path = word_file(tmp_path / "x.docx", paragraph(run("a")), parts=parts)
    with pytest.raises(UsageError, match=r"x\.docx: the file cannot be (read|opened) as a Word document"):
        list(lines_of_word(read_word(path)))


def test_a_file_too_large_to_unpack_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reader, "WORD_FILE", ZipLimits(1_000_000, 2_000_000, 100))
    path = word_file(tmp_path / "x.docx", "", parts={"word/media/image1.bmp": bytes(2_000_001)})
    with pytest.raises(UsageError, match="unpacked, it has more than 2 MB"):
        read_word(path)


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04 broken"])
def test_what_is_no_word_file_is_refused(tmp_path: Path, data: bytes):
    (tmp_path / "x.docx").write_bytes(data)
    with pytest.raises(UsageError, match=r"x\.docx: the file cannot be opened"):
        read_word(tmp_path / "x.docx")
    with pytest.raises(UsageError, match=r"none\.docx: the file cannot be opened"):
        read_word(tmp_path / "none.docx")


def test_what_leads_out_of_the_file_is_passed_over(tmp_path: Path):
    outside = RELATION.format(id="n", kind="footnotes", target="https://example.org/x").replace(
        "/>", ' TargetMode="External"/>'
    )
    path = word_file(
        tmp_path / "x.docx", paragraph(run("a")), parts={"word/_rels/document.xml.rels": RELATIONS.format(outside)}
    )
    assert ["a"] == [line.text for line in lines_of_word(read_word(path))]
