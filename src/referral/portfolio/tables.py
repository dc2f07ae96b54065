"""The tables of the index file, made from the classes of rows, and rows to and fro."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import astuple, fields
from typing import Any, TypeVar, get_type_hints

from referral.language.searching import words_of
from referral.portfolio.record import (
    CaseRow,
    DocumentRow,
    ElementRow,
    FigureRow,
    ProceedingRow,
    Record,
    TextRow,
)

Row = TypeVar("Row")

CASES = "cases"
_OF_A_CASE: dict[str, type] = {
    "elements": ElementRow,
    "proceedings": ProceedingRow,
    "figures": FigureRow,
    "documents": DocumentRow,
    "texts": TextRow,
}
_HINTS = {kind: get_type_hints(kind) for kind in (CaseRow, *_OF_A_CASE.values())}
_FIELDS = {kind: tuple(hints[column.name] for column in fields(kind)) for kind, hints in _HINTS.items()}
_TYPES = {int: "INTEGER NOT NULL", bool: "INTEGER NOT NULL", str: "TEXT NOT NULL"}
_JSON = "TEXT NOT NULL"
# The text itself stands in its table once. The index of words keeps no copy, and letters as `folded` leaves them.
_WORDS = "CREATE VIRTUAL TABLE words USING fts5(folded, content='', tokenize='unicode61 remove_diacritics 0')"


def create(opened: sqlite3.Connection) -> None:
    """All tables, empty."""
    opened.execute("CREATE TABLE made_of (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
    opened.execute(f"CREATE TABLE cases (id INTEGER PRIMARY KEY, {_columns(CaseRow)}, UNIQUE (key))")
    for name, kind in _OF_A_CASE.items():
        opened.execute(f"CREATE TABLE {name} (id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL, {_columns(kind)})")
        opened.execute(f"CREATE INDEX {name}_of ON {name} (case_id)")
    opened.execute(_WORDS)
    opened.execute("CREATE TABLE untidy (since INTEGER)")  # a row: words that were taken out may still be in the index


def put(opened: sqlite3.Connection, record: Record) -> None:
    """All rows of a case, of which there are none yet."""
    case = _insert(opened, CASES, (), [record.case])
    for name in _OF_A_CASE:
        _insert(opened, name, (case,), getattr(record, name))
    texts = opened.execute("SELECT id, text FROM texts WHERE case_id = ?", (case,)).fetchall()
    opened.executemany("INSERT INTO words (rowid, folded) VALUES (?, ?)", _folded(texts))


def take_out(opened: sqlite3.Connection, key: str) -> None:
    """Every row of a case, if there is one."""
    found = opened.execute("SELECT id FROM cases WHERE key = ?", (key,)).fetchone()
    if found is None:
        return
    texts = opened.execute("SELECT id, text FROM texts WHERE case_id = ?", found).fetchall()
    gone = "INSERT INTO words (words, rowid, folded) VALUES ('delete', ?, ?)"
    opened.executemany(gone, _folded(texts))
    for name in _OF_A_CASE:
        opened.execute(f"DELETE FROM {name} WHERE case_id = ?", found)  # noqa: S608 - a name of ours
    opened.execute("DELETE FROM cases WHERE id = ?", found)
    leave_untidy(opened)


def leave_untidy(opened: sqlite3.Connection) -> None:
    """Something was taken out. Until `tidy` its words stay in the index of words, though no search finds them."""
    opened.execute("INSERT INTO untidy VALUES (1)")


def tidy(opened: sqlite3.Connection) -> bool:
    """Rid the index of words of what was taken out; False if nothing was."""
    if not opened.execute("DELETE FROM untidy").rowcount:
        return False
    opened.execute("INSERT INTO words (words) VALUES ('optimize')")
    return True


def rows(opened: sqlite3.Connection, name: str) -> Iterator[tuple[CaseRow, Any]]:
    """The rows of a table, each with the head of its case: by path, then as they stand in the case."""
    kind = _OF_A_CASE[name]
    wanted = ", ".join((*_named("cases", CaseRow), *_named(name, kind)))
    query = f"SELECT {wanted} FROM {name} JOIN cases ON cases.id = {name}.case_id"  # noqa: S608 - names of ours
    heads: dict[str, CaseRow] = {}
    parted = len(fields(CaseRow))
    for row in opened.execute(f"{query} ORDER BY cases.path, cases.key, {name}.id"):
        yield heads.setdefault(row[0], read(CaseRow, row[:parted])), read(kind, row[parted:])


def cases(opened: sqlite3.Connection) -> list[CaseRow]:
    """The heads of all cases, by path."""
    return sorted(cases_by_id(opened).values(), key=lambda case: (case.path, case.key))


def cases_by_id(opened: sqlite3.Connection) -> dict[int, CaseRow]:
    wanted = ", ".join(_named("cases", CaseRow))
    return {number: read(CaseRow, row) for number, *row in opened.execute(f"SELECT id, {wanted} FROM cases")}  # noqa: S608


def read(kind: type[Row], values: Iterable[Any]) -> Row:
    """A row of the file as what it was."""
    return kind(*(_read(hint, value) for hint, value in zip(_FIELDS[kind], values, strict=True)))


def _read(hint: Any, value: Any) -> Any:
    if hint in _TYPES:
        return bool(value) if hint is bool else value
    return json.loads(value)


def _insert(opened: sqlite3.Connection, name: str, before: tuple[int, ...], of: Iterable[Any]) -> int:
    last = 0
    for one in of:
        values = (*before, *(json.dumps(v, ensure_ascii=False) if isinstance(v, dict) else v for v in astuple(one)))
        holes = ", ".join("?" * len(values))
        columns = ", ".join((*(["case_id"] if before else []), *(column.name for column in fields(one))))
        last = opened.execute(f"INSERT INTO {name} ({columns}) VALUES ({holes})", values).lastrowid or 0  # noqa: S608
    return last


def _folded(texts: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    return ((number, " ".join(words_of(text))) for number, text in texts)


def _columns(kind: type) -> str:
    named = zip(fields(kind), _FIELDS[kind], strict=True)
    return ", ".join(f"{column.name} {_TYPES.get(hint, _JSON)}" for column, hint in named)


def _named(table: str, kind: type) -> list[str]:
    return [f"{table}.{column.name}" for column in fields(kind)]
