"""Answers as tables for the terminal."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from referral.portfolio.answers import Answer
from referral.portfolio.told import Cell, Telling
from referral.report.visible import visible

_WIDEST = 40  # of a column but the last; a longer cell pushes its own row on


def answers_to_text(answers: Sequence[Answer], tell: Telling) -> Iterator[str]:
    """Title, remark, and a table in columns; a table without rows says so."""
    for answer in answers:
        yield tell.title(answer)
        yield from _indented(tell.about(answer))
        rows = [list(map(_cell, row)) for row in tell.rows(answer)]
        yield from _table([tell.heads(answer), *rows]) if rows else _indented(tell.words("report.none"))
        yield ""


def _indented(text: str) -> Iterator[str]:
    yield f"  {text}"


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [min(max(map(len, column)), _WIDEST) for column in zip_longest(*rows, fillvalue="")]
    for row in rows:
        padded = "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
        yield f"  {padded}".rstrip()


def _cell(value: Cell) -> str:
    return visible(" ".join(str(value).split()))
