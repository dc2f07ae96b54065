"""Rows that may be cut by the end of a page: only those of more than a few lines."""

from referral.document.inlines import Text
from referral.document.tables import Cell, Row
from referral.writers.tall import is_tall


def row(*texts: str, columns: int = 1) -> Row:
    return Row(tuple(Cell(((Text(text),),), columns=columns) for text in texts))


def test_a_row_of_a_few_lines_is_kept_whole():
    assert not is_tall(row("1", "слово " * 80), (1, 3))


def test_a_row_of_many_lines_may_be_cut():
    assert is_tall(row("1", "слово " * 100), (1, 3))


def test_the_narrower_the_column_the_taller_the_row():
    text = "слово " * 80
    assert not is_tall(row("1", text), (1, 9))
    assert is_tall(row(text, "1"), (1, 9))


def test_a_cell_over_several_columns_has_their_width():
    assert not is_tall(row("слово " * 80, columns=2), (1, 9))


def test_every_line_of_a_cell_counts():
    assert is_tall(Row((Cell(((Text("x"),),) * 8),)), (1,))
