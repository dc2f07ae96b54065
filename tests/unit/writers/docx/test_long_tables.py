"""Long tables: their rows are never a tree, neither while they are written nor while the finished file is read."""

import io
import re
import zipfile
from functools import cache

import pytest

from referral.document.tables import Row
from referral.errors import WriteError
from referral.writers.docx import write_docx
from referral.writers.docx.blocks import BlockWriter
from referral.writers.docx.gate import findings
from referral.writers.docx.gate.package import MAIN, opened
from referral.writers.docx.oxml import w
from referral.writers.docx.reference import open_reference
from referral.writers.docx.streamed import StreamedRows
from tests.unit.writers.docx.builder import document, row, table

ROWS = 700  # three tables of Word


def long_table() -> list[Row]:
    return [row(f"EV-{n:04}", f"Протокол {n} & <ще>") for n in range(ROWS)]


@cache
def long_file() -> bytes:
    return write_docx(document(table(*long_table(), header=(row("Code", "Title"),))))


def text_of(archive: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(archive)) as source:
        return source.read(MAIN).decode()


def with_main(text: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(long_file())) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            target.writestr(name, text.encode("utf-8", "surrogatepass") if name == MAIN else source.read(name))
    return stream.getvalue()


def test_every_row_is_in_the_file_once_and_in_order():
    shown = [f"{int(n):04}" for n in re.findall("Протокол ([0-9]+) &amp; &lt;ще&gt;", text_of(long_file()))]

    assert [f"{n:04}" for n in range(ROWS)] == shown


def test_no_mark_of_a_place_is_left():
    assert "<?" not in text_of(long_file()).removeprefix("<?xml")


def test_while_it_is_written_the_tree_has_the_headers_and_the_last_row_of_each_table():
    known = document(table(*long_table(), header=(row("Code", "Title"),)))
    word = open_reference(known, None)
    BlockWriter(word, known, {}, StreamedRows()).write()

    assert 6 == len(list(word.element.iter(w("tr"))))


def test_of_rows_that_differ_in_words_alone_few_are_read():
    assert 20 > len(list(opened(long_file()).part("document").iter(w("tr"))))
    assert [] == findings(long_file())


def test_words_that_look_like_the_mark_of_a_place_stay_words():
    archive = write_docx(document(table(row("<?rows 0?>", "a"), row("b", "c"))))

    assert "&lt;?rows 0?&gt;" in text_of(archive)


# In a row in the middle, which is like hundreds of others.
DEFECTS = {
    "an unknown element": ("<w:r><w:t", "<w:r><w:object/><w:t"),
    "an unknown style": ('w:val="TableText"', 'w:val="Gone"'),
    "another width": ('w:tcW w:w="', 'w:tcW w:w="1'),
    "a cell that is missing": ("<w:tc>.*?</w:tc>", ""),
    "a cell without a paragraph": ("<w:p>.*?</w:p>", ""),
    "a revision id": ("<w:tr>", '<w:tr w:rsidR="00AA">'),
    "a field without an end": ("<w:r>", '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'),
    "a bookmark without an end": ("<w:r>", '<w:bookmarkStart w:id="1" w:name="_a"/><w:r>'),
    "a link to nowhere": ("<w:r>.*?</w:r>", '<w:hyperlink w:anchor="_a"/>'),
    "a note that has no words": ("<w:t xml:space", '<w:footnoteReference w:id="9"/><w:t xml:space'),
    "a comment": ("<w:r>", "<!-- a --><w:r>"),
    "an instruction": ("<w:r>", "<?rows 1?><w:r>"),
    "a table inside": ("<w:p>", "<w:tbl/><w:p>"),
    "an entity": ("&amp;", "&amp;&a;"),
    "a bare ampersand": ("&amp;", "&amp; & "),
    "a control character": ("Протокол", "Прото\x07кол"),
    "half a surrogate": ("Протокол", "Прото\ud800кол"),
    "a tag that is not closed": ("</w:r>", ""),
}


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_defect_in_one_of_many_rows_is_found(defect: str):
    old, new = DEFECTS[defect]
    before, at, after = text_of(long_file()).partition("Протокол 450 ")
    start = before.rindex("<w:tr>")
    guilty, rest = (before[start:] + at + after).split("</w:tr>", 1)
    changed, hits = re.subn(old, new, guilty, count=1, flags=re.DOTALL)

    assert hits
    assert findings(with_main(f"{before[:start]}{changed}</w:tr>{rest}"))


def test_a_row_without_words_may_stand_among_others():
    archive = write_docx(document(table(*(row("", "") if n % 2 else row("a", "b") for n in range(40)))))

    assert [] == findings(archive)


def test_a_row_that_cannot_be_written_stops_the_writing():
    with pytest.raises(WriteError, match="has 1 columns"):
        write_docx(document(table(*long_table()[:9], row("alone"), row("a", "b"))))
