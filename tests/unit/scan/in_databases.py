"""Places of databases in which words may stand."""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing

Made = Callable[[str], bytes]
LONG = "звичайні слова " * 900  # longer than a page, so that the rest stands elsewhere


def database(*steps: tuple[str, Iterable[object]]) -> bytes:
    """The bytes of a database after these statements; what is deleted is not overwritten."""
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.execute("PRAGMA secure_delete = OFF")
        for statement, values in steps:
            opened.execute(statement, tuple(values))
        opened.commit()
        return opened.serialize()


def value(text: str) -> bytes:
    return database(("CREATE TABLE told (words)", ()), ("INSERT INTO told VALUES (?)", (text,)))


def after_much_else(text: str) -> bytes:
    return value(f"{LONG}\n\n{text}")


def among_bytes(text: str) -> bytes:
    return database(("CREATE TABLE told (words)", ()), ("INSERT INTO told VALUES (?)", (text.encode(),)))


def without_numbers(text: str) -> bytes:
    table = "CREATE TABLE told (words TEXT PRIMARY KEY) WITHOUT ROWID"
    return database((table, ()), ("INSERT INTO told VALUES (?)", (text,)))


def wide(text: str) -> bytes:
    steps = ("PRAGMA encoding = 'UTF-16le'", ()), ("CREATE TABLE told (words)", ())
    return database(*steps, ("INSERT INTO told VALUES (?)", (text,)))


def deleted_row(text: str) -> bytes:
    rows = (("INSERT INTO told VALUES (?)", (words,)) for words in (text, "other words"))
    return database(("CREATE TABLE told (words)", ()), *rows, ("DELETE FROM told WHERE words <> 'other words'", ()))


def deleted_table(text: str) -> bytes:
    row = ("INSERT INTO told VALUES (?)", (f"{LONG}\n\n{text}",))
    return database(("CREATE TABLE told (words)", ()), ("CREATE TABLE kept (words)", ()), row, ("DROP TABLE told", ()))


def name_of_a_column(text: str) -> bytes:
    return database((f'CREATE TABLE told ("{text.replace(chr(34), "")}")', ()))


DATABASES: dict[str, Made] = {
    "sqlite value": value,
    "sqlite long value": after_much_else,
    "sqlite bytes": among_bytes,
    "sqlite table without numbers of rows": without_numbers,
    "sqlite in wide characters": wide,
    "sqlite deleted row": deleted_row,
    "sqlite deleted table": deleted_table,
    "sqlite name of a column": name_of_a_column,
}
