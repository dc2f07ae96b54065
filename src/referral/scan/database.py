"""SQLite databases: every value of every table, words of full-text indexes, and what deleted rows have left behind."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from referral.scan.database_pages import left_behind
from referral.scan.passage import Passage, Read, Unread
from referral.scan.plain import strings_passages

MAGIC = b"SQLite format 3\x00"
_WRITTEN_AHEAD = b"\x02"  # how it is written: its last changes may stand in a file beside it
_HOW = slice(18, 20)  # in the head, where that stands for writing and for reading
_FULL_TEXT = "usingfts5("
_PACKED = ("_data", "_idx")  # tables of a full-text index that hold its words in pieces; they are read as words


def database_passages(data: bytes) -> Iterator[Read]:
    """It is read in memory, and nothing of it is run: no view, no trigger, no column or condition that is reckoned."""
    if _WRITTEN_AHEAD in data[_HOW]:
        yield Unread("", "a database whose last changes may stand in a file beside it")
        data = data[: _HOW.start] + b"\x01\x01" + data[_HOW.stop :]
    try:
        with closing(sqlite3.connect(":memory:")) as opened:
            opened.deserialize(data)
            opened.execute("PRAGMA trusted_schema = OFF")
            opened.execute("PRAGMA ignore_check_constraints = ON")  # which would be reckoned, however long that takes
            opened.text_factory = lambda raw: raw.decode("utf-8", errors="replace")
            yield from _content(opened)
        for gap in left_behind(data):
            yield from (read.within("what deleted rows have left") for read in strings_passages(gap))
    except (sqlite3.Error, IndexError):
        yield Unread("", "a damaged database")
        yield from strings_passages(data)


def _content(opened: sqlite3.Connection) -> Iterator[Read]:
    """Each page is read once: where one is linked twice, a small file would give words without end."""
    if opened.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise sqlite3.DatabaseError
    schema = opened.execute("SELECT type, name, rootpage, coalesce(sql, '') FROM sqlite_master").fetchall()
    indexes = [name for kind, name, root, sql in schema if not root and _FULL_TEXT in "".join(sql.lower().split())]
    packed = {name + part for name in indexes for part in _PACKED}
    for kind, name, root, sql in schema:
        yield Passage("the definition of a table", f"{name}\n\n{sql}", is_path=True)
        if kind == "table" and root and name not in packed:
            yield from _rows(opened, name)
    for name in indexes:
        yield from _words(opened, name)


def _rows(opened: sqlite3.Connection, name: str) -> Iterator[Read]:
    columns = ", ".join(_quoted(column) for _, column, *_ in opened.execute(f"PRAGMA table_info({_quoted(name)})"))
    for row in opened.execute(f"SELECT {columns} FROM {_quoted(name)}"):  # noqa: S608 - names are no parameters
        for value in row:
            if isinstance(value, str):
                yield Passage("a table", value)
            elif isinstance(value, bytes):
                yield from (read.within("a table") for read in strings_passages(value))


def _words(opened: sqlite3.Connection, name: str) -> Iterator[Read]:
    """The index of a text that may be kept elsewhere, word by word in the order of the letters."""
    opened.execute("DROP TABLE IF EXISTS temp.terms")
    opened.execute(f"CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, {_quoted(name)}, row)")
    yield Passage("an index of words", "\n\n".join(term for (term,) in opened.execute("SELECT term FROM temp.terms")))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
