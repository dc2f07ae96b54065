"""An answer that the index gives: a table with named columns and plain values, which every format shows."""

from dataclasses import dataclass

from referral.portfolio.record import Texts

Value = str | int | bool | Texts
Row = tuple[Value, ...]


@dataclass(frozen=True)
class Column:
    """`words`: where the words for its values are, if they are codes of ours; `is_day`: they are uncertain dates.

    `head`: where the words for the column itself are, if not among those of the portfolio.
    """

    name: str
    words: str = ""
    is_day: bool = False
    head: str = ""


@dataclass(frozen=True)
class Answer:
    """One table. `is_long`: it has a row for each element of each charge, and comes on a terminal only if asked for."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    is_long: bool = False
