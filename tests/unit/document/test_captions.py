"""Tables and figures are counted by their captions, through the text and anew in each annex; lists of them."""

from dataclasses import replace

from referral.document.captions import listed, numbers_in
from referral.document.nodes import Document, TableOfContents
from referral.document.number import number
from referral.document.walk import caption_words, flat
from referral.writers.text import write_text
from tests.unit.document.trees import PROPERTIES, parse_refusals, parsed

COUNTED = replace(PROPERTIES, table_label="Table\u00a0{number}", figure_label="Figure\u00a0{number}")


def table(caption: str, id_: str = "", caption_id: str = "") -> str:
    table_id, own = f' id="{id_}"' if id_ else "", f' id="{caption_id}"' if caption_id else ""
    return f'<p kind="caption"{own}>{caption}</p><table widths="1"{table_id}><tbody><tr><td>x</td></tr></tbody></table>'


def annex(letter: str, content: str) -> str:
    return f'<annex id="{letter}" level="public"><title>T</title>{content}</annex>'


def numbered(body: str, properties=COUNTED) -> Document:
    return number(replace(parsed(body), properties=properties))


def labels(body: str, properties=COUNTED) -> list[str]:
    return [number.words for number in numbers_in(numbered(body, properties).blocks)]


def test_tables_are_counted_by_the_caption_just_before_them():
    body = (
        f'{table("One")}<p kind="caption">no table</p><p>x</p><section orientation="landscape">{table("Two")}</section>'
    )
    assert ["Table\u00a01", "Table\u00a02"] == labels(body)


def test_they_are_counted_only_where_the_kind_of_document_says_so():
    assert [] == labels(table("One"), PROPERTIES)


def test_an_annex_counts_anew_with_its_letter():
    body = f"<h1>T</h1>{table('One')}{annex('A', table('Two') + table('Three'))}{annex('B', table('Four'))}"
    assert ["Table\u00a01", "Table\u00a0A-1", "Table\u00a0A-2", "Table\u00a0B-1"] == labels(body)


def test_a_reference_to_a_table_prints_its_number():
    text = write_text(numbered(f'<p>See table <ref to="t"/>.</p>{table("One")}{table("Two", "t")}'))
    assert "See table 2." in text
    assert "Table\u00a02. Two" in text


def test_where_tables_are_not_counted_a_reference_prints_the_caption():
    assert "See One." in write_text(numbered(f'<p>See <ref to="t"/>.</p>{table("One", "t")}', PROPERTIES))


def test_what_has_no_id_gets_one_that_no_template_can_write():
    body = table("One") + table("Two", "t") + table("Three", caption_id="c")
    assert ["~table-1", "t", "c"] == [number.target for number in numbers_in(numbered(body).blocks)]


def test_a_list_of_tables_has_all_of_them_wherever_it_stands():
    document = numbered(f'{table("One")}<toc of="tables">Tables</toc>{table("Two")}')
    (toc,) = (block for block in flat(document.blocks) if isinstance(block, TableOfContents))
    assert ["Table\u00a01. One", "Table\u00a02. Two"] == list(map(caption_words, listed(document, toc)))
    assert "Tables\nTable\u00a01. One\nTable\u00a02. Two\n" in write_text(document)


def test_a_list_that_would_be_empty_is_left_out():
    document = numbered(
        '<toc of="figures">Figures</toc><section orientation="portrait"><toc of="tables">T</toc><p>x</p></section>'
    )
    assert "Figures" not in write_text(document)
    assert [] == [block for block in flat(document.blocks) if isinstance(block, TableOfContents)]


def test_a_list_of_tables_has_no_depth():
    (refusal,) = parse_refusals('<toc of="tables" depth="2">T</toc>')
    assert 'leave out "depth"' in refusal
