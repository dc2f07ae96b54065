"""The index file: opened by one process at a time, made anew when it is of another making, and never half written.

What is taken out of it is overwritten; a transaction that a killed run began is undone when it is next opened.
"""

import sqlite3
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from referral.errors import UsageError, WriteError
from referral.portfolio import tables
from referral.portfolio.record import CaseRow, Record

VERSION = 1  # of the tables and of how words are folded; another one is made anew
_OURS = 0x52454650  # what the head of the file says of who wrote it
_OURS_AT = slice(68, 72)
_MAGIC = b"SQLite format 3\x00"


@dataclass(frozen=True)
class Store:
    """An open index, which nobody else can write meanwhile. `made_anew` says why it holds nothing of earlier runs."""

    opened: sqlite3.Connection
    made_anew: str = ""

    def cases(self) -> dict[str, CaseRow]:
        """The heads of all cases that it holds, by key."""
        return {case.key: case for case in tables.cases(self.opened)}

    def put(self, record: Record) -> None:
        """A case in the place of what was there of it, whole or not at all."""
        with self.opened:
            tables.take_out(self.opened, record.case.key)
            tables.put(self.opened, record)

    def keep_only(self, keys: Collection[str]) -> int:
        """Take out every other case; gives how many there were."""
        gone = self.cases().keys() - keys
        with self.opened:
            for key in gone:
                tables.take_out(self.opened, key)
        return len(gone)

    def tidy(self) -> None:
        """What was taken out, now or by a run that was killed, is gone from the index of words as well."""
        with self.opened:
            is_untidy = tables.tidy(self.opened)
        if is_untidy:
            self.opened.execute("VACUUM")


def alone(record: Record) -> bytes:
    """A database that holds this record and nothing else: what would come into the file, for a search of it."""
    with closing(sqlite3.connect(":memory:")) as opened:
        tables.create(opened)
        tables.put(opened, record)
        opened.commit()
        return opened.serialize()


@contextmanager
def store(path: Path, made_of: Mapping[str, str]) -> Iterator[Store]:
    """The index in a file, made if it is not there. WriteError if the file is not ours or another process writes it."""
    require_full_text()
    if path.exists() and not is_ours(path):
        raise WriteError(f"{path}: the file is no index of this program; move it away, or name another: --index FILE")
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = _opened(path, made_of)
    try:
        yield kept
        kept.tidy()
    except sqlite3.DatabaseError as failure:
        raise WriteError(f"{path}: the index could not be written: {failure}") from failure
    finally:
        kept.opened.close()


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """The index for questions only. UsageError if there is none."""
    require_full_text()
    if not path.exists() or not is_ours(path):
        raise UsageError(f"{path}: there is no index of this program; name the folder of cases, and it is made")
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=0)) as opened:
        try:
            yield opened
        except sqlite3.DatabaseError as failure:
            raise _failed(path, failure) from failure


def require_full_text() -> None:
    """WriteError if this Python was built with a SQLite that cannot search words."""
    with closing(sqlite3.connect(":memory:")) as tried:
        try:
            tried.execute("CREATE VIRTUAL TABLE words USING fts5(folded)")
        except sqlite3.OperationalError as failure:
            why = f"the SQLite of this Python ({sqlite3.sqlite_version}) was built without FTS5, which searches words"
            raise WriteError(f"{why}; use a Python from python.org or of your system") from failure


def is_ours(path: Path) -> bool:
    """Whether this program made the file; an empty one is nobody's."""
    with path.open("rb") as stream:
        head = stream.read(_OURS_AT.stop)
    return not head or (head.startswith(_MAGIC) and head[_OURS_AT] == _OURS.to_bytes(4, "big"))


def _opened(path: Path, made_of: Mapping[str, str]) -> Store:
    """Held by us alone until it is closed."""
    opened = sqlite3.connect(path, timeout=0)
    try:
        opened.execute("PRAGMA locking_mode = EXCLUSIVE")
        opened.execute("PRAGMA secure_delete = ON")
        opened.execute("BEGIN EXCLUSIVE")
        why = _why_anew(opened, made_of)
        if why is not None:
            _make(opened, made_of)
        opened.commit()
        return Store(opened, why or "")
    except sqlite3.DatabaseError as failure:
        opened.close()
        raise _failed(path, failure) from failure


def _failed(path: Path, failure: sqlite3.DatabaseError) -> WriteError:
    if failure.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return WriteError(f"{path}: another process is writing this index; wait until it is done, and try again")
    if isinstance(failure, sqlite3.OperationalError):
        return WriteError(f"{path}: the index cannot be opened: {failure}")
    return WriteError(f"{path}: the index is damaged; delete it, and it is made anew from the cases")


def _why_anew(opened: sqlite3.Connection, made_of: Mapping[str, str]) -> str | None:
    """None if what is there can be used; empty if nothing is there yet."""
    if not opened.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        return ""
    if opened.execute("PRAGMA user_version").fetchone()[0] != VERSION:
        return "the index is of another version of this program"
    known = dict(opened.execute("SELECT name, value FROM made_of"))
    other = [name for name in {**known, **made_of} if known.get(name) != made_of.get(name)]
    return f"the index was made with another {' and another '.join(other)}" if other else None


def _make(opened: sqlite3.Connection, made_of: Mapping[str, str]) -> None:
    """Empty tables in the place of whatever is there."""
    there = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL%'"
    others = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    for query in (there, others):  # with an index of words go the tables that it keeps
        for (name,) in opened.execute(query).fetchall():
            opened.execute(f'DROP TABLE IF EXISTS "{name}"')
    opened.execute(f"PRAGMA application_id = {_OURS}")
    opened.execute(f"PRAGMA user_version = {VERSION}")
    tables.create(opened)
    tables.leave_untidy(opened)
    opened.executemany("INSERT INTO made_of VALUES (?, ?)", made_of.items())
