"""Where a long document is parted: nothing is lost, the order stays, and a page begins there anyway or rows end."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from referral.document.inlines import Text
from referral.document.nodes import (
    Annex,
    Block,
    Heading,
    Orientation,
    PageBreak,
    Section,
    TableOfContents,
)
from referral.document.tables import Row, Rows, Table
from referral.document.walk import body_blocks, flat
from referral.writers.chunks import Chunk, chunks, is_long
from tests.unit.writers.pdf.sample import cell, document, heading, notice, paragraph, rows
from tests.unit.writers.pdf.sample import words as inlines

LONG = "слово " * 7_500  # letters of some eighteen pages


def parted(*blocks: Block) -> list[Chunk]:
    return list(chunks(document(*blocks)))


def printed(blocks: Iterable[Block]) -> list[str]:
    return list(body_blocks(document(*(block for block in blocks if not isinstance(block, PageBreak)))))


def numbered_rows(count: int, text: str = "row") -> Table:
    return Table(
        (1, 2), (Row((cell("№"), cell("what"))),), rows(*(Row((cell(str(n)), cell(text))) for n in range(count)))
    )


def rows_of(chunk: Chunk) -> list[int]:
    return [len(list(block.rows)) for block in flat(chunk.blocks) if isinstance(block, Table)]


def test_a_short_document_is_not_parted():
    assert not is_long(notice())
    assert is_long(document(*[paragraph(LONG)] * 3))


def test_whether_a_document_is_long_is_known_before_all_its_rows_are_read():
    read = []

    def source() -> Iterator[Row]:
        for n in range(10_000):
            read.append(n)
            yield Row((cell("слово " * 100),))

    assert is_long(document(Table((1,), (), Rows(source))))
    assert len(read) < 1_000


def test_nothing_is_lost_and_the_order_stays():
    first, second = numbered_rows(700), numbered_rows(90, "wide " * 900)
    blocks = (
        heading(1, "A", "a"),
        paragraph(LONG),
        PageBreak(),
        paragraph(LONG),
        Section(Orientation.LANDSCAPE, (first,)),
        second,
    )
    found = parted(*blocks)
    header = ["№", "what"]
    again = [line for chunk in found for line in printed(chunk.blocks) if line not in header]
    assert 4 < len(found)
    assert [line for line in printed(blocks) if line not in header] == again


def test_a_chunk_begins_where_a_page_begins_anyway():
    one, two, three = (paragraph(f"{n} {LONG}") for n in range(3))
    found = parted(one, PageBreak(), two, Section(Orientation.LANDSCAPE, (three,)))
    assert [(one,), (two,), (Section(Orientation.LANDSCAPE, (three,)),)] == [chunk.blocks for chunk in found]


def test_a_text_without_the_end_of_a_page_stays_whole():
    assert 1 == len(parted(paragraph(LONG), paragraph(LONG), paragraph("end")))


def test_what_follows_an_upright_section_goes_on_upon_its_page():
    section = Section(Orientation.PORTRAIT, (paragraph(LONG),))
    assert 1 == len(parted(section, paragraph("it goes on")))
    assert 2 == len(parted(replace(section, orientation=Orientation.LANDSCAPE), paragraph("a page of its own")))


def test_small_parts_share_a_chunk():
    assert 1 == len(parted(*(block for n in range(9) for block in (paragraph(str(n)), PageBreak()))))


def test_a_table_of_contents_waits_in_a_chunk_of_few_pages():
    found = parted(TableOfContents(inlines("T"), 1), PageBreak(), heading(1, "A", "a"), paragraph(LONG))
    assert [True, False] == [chunk.lists for chunk in found]


def test_a_very_long_text_is_parted_at_its_chapters_and_never_between_two_headings():
    chapters: list[Block] = []
    for n in range(6):
        chapters += [heading(1, f"C{n}", f"c{n}"), heading(2, "S", f"s{n}"), *[paragraph(LONG)] * 2]
    opened = [chunk.blocks[0] for chunk in parted(*chapters)]
    assert 1 < len(opened)
    assert {1} == {block.level for block in opened if isinstance(block, Heading)}


def test_a_long_table_is_parted_by_rows_and_a_small_rest_stays():
    assert [[200], [200], [230]] == [rows_of(chunk) for chunk in parted(numbered_rows(630))]
    assert [[200], [60]] == [rows_of(chunk) for chunk in parted(numbered_rows(260))]


def test_every_part_of_a_table_has_its_header_and_only_the_first_its_id():
    table = replace(numbered_rows(440), id="exhibits")
    found = [block for chunk in parted(table) for block in flat(chunk.blocks) if isinstance(block, Table)]
    assert [table.header] * 2 == [part.header for part in found]
    assert ["exhibits", None] == [part.id for part in found]


def test_a_word_more_in_one_row_moves_no_other_row():
    texts = ["row"] * 900
    before, after = (
        parted(Table((1,), (), rows(*(Row((cell(text),)) for text in known))))
        for known in (texts, ["row and more", *texts[1:]])
    )
    assert list(map(rows_of, before)) == list(map(rows_of, after))


def test_an_annex_that_goes_on_has_no_second_separator_page():
    front: tuple[Block, ...] = (Heading(1, inlines("Annex A"), "A", numbered=False),)
    inside: tuple[Block, ...] = (paragraph(LONG), PageBreak(), paragraph(LONG), PageBreak(), paragraph("end"))
    annex = Annex("A", (Text("Index"),), "", inside, front=front, label="Annex A")
    found = [chunk.blocks[-1] for chunk in parted(paragraph(LONG), annex)][1:]
    assert [front, (), ()][: len(found)] == [part.front for part in found if isinstance(part, Annex)]
    assert 2 <= len(found)


def test_the_place_of_a_chunk_is_told_in_words():
    table = Section(Orientation.LANDSCAPE, (heading(2, "Items", "i"), numbered_rows(440)))
    annex = Annex("A", (Text("Index"),), "", (table,), front=(paragraph("front"),), label="Annex A")
    assert ["Annex A, “Items”", "Annex A, rows 201–440 of a table"] == [chunk.place for chunk in parted(annex)]


def test_the_ends_of_the_document_are_known():
    found = parted(*(block for _ in range(3) for block in (paragraph(LONG), PageBreak())))
    assert [True, False, False] == [chunk.is_first for chunk in found]
    assert [False, False, True] == [chunk.is_last for chunk in found]


def test_an_engine_may_have_more_rows_of_a_table_in_a_chunk():
    table = numbered_rows(1_000)
    assert [[400], [400], [200]] == [rows_of(chunk) for chunk in chunks(document(table), 400)]
    assert 5 == len(parted(table))
