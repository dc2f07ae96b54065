import gc
from collections.abc import Iterator

import pytest

from referral.document.inlines import Strong, Text
from referral.document.tables import Align, Cell, Row
from tests.unit.document.trees import numbered, parse_refusals, parsed, refusals, rows, streamed, table

X = (Text("x"),)
Y = (Text("y"),)


def test_a_table_has_widths_an_id_and_header_rows():
    body = '<table widths=" 1 3\n2 " id="t"><thead><tr id="r"><th>x</th><th span="2">y</th></tr></thead>'
    body += "<tbody><tr><td>x</td><td>y</td><td>x</td></tr></tbody></table>"
    parsed_table = table(parsed(body))
    assert (1, 3, 2) == parsed_table.widths
    assert "t" == parsed_table.id
    assert (Row((Cell((X,), is_header=True), Cell((Y,), is_header=True, columns=2)), "r"),) == parsed_table.header
    assert [Row((Cell((X,)), Cell((Y,)), Cell((X,))))] == list(parsed_table.rows)


CELLS = [
    ("<td>x</td>", Cell((X,))),
    ("<th>x</th>", Cell((X,), is_header=True)),
    ('<td empty="yes"/>', Cell(((),))),
    ('<td empty="no">x</td>', Cell((X,))),
    ('<td align="right">x</td>', Cell((X,), align=Align.RIGHT)),
    ('<td align="center" span="1">x</td>', Cell((X,), align=Align.CENTER)),
    ("<td>\n<p>x</p>\n<p>y</p>\n</td>", Cell((X, Y))),
    ("<td><b>x</b> y</td>", Cell(((Strong(X), Text(" y")),))),
]


@pytest.mark.parametrize(("xml", "cell"), CELLS)
def test_cells_hold_inlines_or_lines(xml, cell):
    assert [Row((cell,))] == rows(f"<tr>{xml}</tr>")


REFUSED_CELLS = [
    ("<td/>", '<td> is empty; if it is meant to be, write empty="yes"'),
    ("<th> </th>", '<th> is empty; if it is meant to be, write empty="yes"'),
    ("<td><i/></td>", "<i> is empty"),
    ("<td><p/></td>", "<p> is empty"),
    ('<td empty="yes">x</td>', "<td> must hold nothing; write <td …/>"),
    ('<td align="top">x</td>', '<td> align="top" is none of: left, center, right, justify'),
    ('<td span="0">x</td>', '<td> span="0" is no whole number from 1 to 100'),
    ('<td span="²">x</td>', '<td> span="²" is no whole number from 1 to 100'),
    ('<td span="2">x</td>', "<tr> has 2 columns; the widths of the table are 1"),
    ('<td colspan="1">x</td>', '<td> may not have the attribute "colspan" here'),
    ("<td>x</td><td>y</td>", "<tr> has 2 columns; the widths of the table are 1"),
    ("<td>x</td>y", "<tr> has words outside its elements: y"),
    ("<td><p>x</p>y</td>", "<td> has words outside its elements: y"),
    ("<td>x<p>y</p></td>", "<td> has words outside its elements: x"),
    ("<td><b>x</b><p>y</p></td>", "<p> cannot stand here"),
    ('<td><p kind="small">y</p></td>', '<p> may not have the attribute "kind" here'),
]


@pytest.mark.parametrize(("xml", "refusal"), REFUSED_CELLS)
def test_other_cells_are_refused(xml, refusal):
    body = f'<table widths="1"><tbody>\n<tr>{xml}</tr></tbody></table>'
    assert [f"notice/uk.xml:2: {refusal}"] == parse_refusals(body)


ROW = "<tr><td>x</td></tr>"
REFUSED_TABLES = [
    (f"<table><tbody>{ROW}</tbody></table>", '<table> needs the attribute "widths"'),
    (
        f'<table widths="1 x"><tbody>{ROW}</tbody></table>',
        '<table> widths="1 x" is no list of whole numbers such as widths="1 3 2"',
    ),
    ('<table widths="1"/>', "<table> needs either a <tbody> or a <rows/>"),
    ('<table widths="1"><tbody/></table>', "<tbody> is empty"),
    (f'<table widths="1"><thead/><tbody>{ROW}</tbody></table>', "<thead> is empty"),
    (
        f'<table widths="1"><thead>{ROW}</thead><tbody>{ROW}</tbody></table>',
        "<td> cannot stand in <tr>, which takes: th",
    ),
    (f'<table widths="1">{ROW}</table>', "<tr> cannot stand in <table>, which takes: thead tbody rows"),
    (
        f'<table widths="1"><tbody>{ROW}</tbody><tbody>{ROW}</tbody></table>',
        "<tbody> stands twice in one <table>",
    ),
    ('<table widths="1"><rows/></table>', '<rows> needs the attribute "source"'),
    ('<table widths="1"><rows source="evidence"/></table>', '<rows> source="evidence" is unknown; known: none'),
]


@pytest.mark.parametrize(("xml", "refusal"), REFUSED_TABLES)
def test_other_tables_are_refused(xml, refusal):
    assert f"notice/uk.xml:1: {refusal}" in parse_refusals(xml)


def test_a_table_has_either_rows_of_its_own_or_a_source():
    body = f'<table widths="1"><tbody>{ROW}</tbody><rows source="rows"/></table>'
    sources = streamed()[1]
    expected = ["notice/uk.xml:1: <table> needs either a <tbody> or a <rows/>"]
    assert expected == refusals(lambda: parsed(body, sources))


def test_streamed_rows_can_be_read_again_and_again():
    body, sources = streamed('<tr id="a"><td>x</td></tr>', "\n<tr><td>y</td></tr>\n")
    stream = table(parsed(body, sources)).rows
    expected = [Row((Cell((X,)),), "a"), Row((Cell((Y,)),))]
    assert expected == list(stream)
    assert expected == list(stream)


def test_a_source_is_not_opened_before_somebody_reads():
    opened: list[str] = []

    def source() -> Iterator[str]:
        opened.append("opened")
        return iter((ROW,))

    document = parsed('<table widths="1"><rows source="rows"/></table>', {"rows": source})
    assert [] == opened
    list(table(document).rows)
    assert ["opened"] == opened


REFUSED_ROWS = [
    ("<tr><td>a<note>b</note></td></tr>", "1: <note> cannot stand here"),
    ("<tr>\n<td/></tr>", '2: <td> is empty; if it is meant to be, write empty="yes"'),
    ("<tr><td>x</td><td>y</td></tr>", "1: <tr> has 2 columns; the widths of the table are 1"),
    ('<tr class="a"><td>x</td></tr>', '1: <tr> may not have the attribute "class" here'),
    ("<p>x</p>", "1: <p> stands where a <tr> is needed"),
    ("<tr><td>x<!-- y --></td></tr>", None),
    ("<tr><td>x</td></tr><tr><td>y</td></tr>", None),
    ("<tr><td>x</td>", None),
]


@pytest.mark.parametrize(("xml", "refusal"), REFUSED_ROWS)
def test_a_wrong_streamed_row_is_named_by_source_and_count(xml, refusal):
    body, sources = streamed(ROW, xml)
    stream = table(parsed(body, sources)).rows
    (line,) = refusals(lambda: list(stream))
    assert line.startswith("notice/uk.xml, rows rows, row 2:")
    assert refusal is None or line.endswith(f":{refusal}")


class CountedRow(str):
    """A row of XML that knows how many of its kind are alive."""

    alive = 0
    most = 0

    def __new__(cls, text: str) -> "CountedRow":
        cls.alive += 1
        cls.most = max(cls.most, cls.alive)
        return super().__new__(cls, text)

    def __del__(self) -> None:
        CountedRow.alive -= 1


def test_streamed_rows_are_never_held_whole_not_even_while_they_are_numbered():
    def source() -> Iterator[str]:
        return (CountedRow(f'<tr id="r{n}"><td>{n}</td><td><ref to="r0"/></td></tr>') for n in range(500))

    def row_nodes() -> int:
        return sum(isinstance(thing, Row) for thing in gc.get_objects())

    gc.collect()
    nodes_before = row_nodes()
    rows_of_table = table(numbered('<table widths="1 1"><rows source="rows"/></table>', {"rows": source})).rows
    most_nodes = 0
    for count, _ in enumerate(rows_of_table):
        if count % 50 == 0:
            most_nodes = max(most_nodes, row_nodes() - nodes_before)
    assert 499 == count
    assert CountedRow.most <= 2
    assert most_nodes <= 5
