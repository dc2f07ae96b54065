"""The tags of a table: lighter than they come from the engine, and saying the same."""

from collections.abc import Iterator
from typing import Any

import pytest

from referral.document.tables import Row, Table
from referral.writers.pdf import write_pdf
from tests.unit.writers.pdf.reading import reader
from tests.unit.writers.pdf.sample import cell, document, rows


@pytest.fixture(scope="module")
def cells() -> list[Any]:
    below = Row((cell("Куп'янськ", is_header=True), cell("одне слово"), cell("друге")))
    table = Table((1, 1, 1), (Row((cell("Місце"), cell("Що", columns=2))),), rows(below))
    root = reader(write_pdf(document(table)).data).trailer["/Root"]["/StructTreeRoot"]
    return [element for element in elements(root) if element["/S"] in ("/TH", "/TD")]


def elements(above: Any) -> Iterator[Any]:
    kids = above.get("/K")
    for kid in kids if isinstance(kids, list) else ():
        element = kid.get_object()
        if isinstance(element, dict):
            yield element
            yield from elements(element)


def test_a_head_says_whether_it_is_of_a_column_or_of_a_row(cells):
    assert ["/Column", "/Column", "/Row"] == [cell["/A"]["/Scope"] for cell in cells if cell["/S"] == "/TH"]


def test_a_cell_that_spans_columns_says_so(cells):
    assert [None, 2, None, None, None] == [cell.get("/A", {}).get("/ColSpan") for cell in cells]


def test_the_words_of_a_cell_hang_from_it(cells):
    assert [0, 1, 2, 3, 4] == [cell["/K"] for cell in cells]
