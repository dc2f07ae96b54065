"""The index file: what is put comes back, what is taken out is gone to the last byte, and nobody writes it twice."""

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from referral.errors import UsageError, WriteError
from referral.portfolio import store as stores
from referral.portfolio import tables
from referral.portfolio.store import alone, is_ours, reading, store
from tests.unit.portfolio.records import document, element, figure, head, proceeding, record

ROOT = Path(__file__).parents[3]
LAW = {"law library": "one"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "index.sqlite"


def held(path: Path) -> list[str]:
    with reading(path) as opened:
        return [case.path for case in tables.cases(opened)]


def found(path: Path, word: str) -> int:
    with reading(path) as opened:
        return int(opened.execute("SELECT count(*) FROM words WHERE words MATCH ?", (word,)).fetchone()[0])


def take_out_and_fail(path: Path) -> None:
    with store(path, LAW) as index:
        index.keep_only(())
        raise KeyError


def fill(path: Path, pages: int) -> None:
    """With more than fits into so many pages."""
    with store(path, LAW) as index:
        index.opened.execute(f"PRAGMA max_page_count = {pages}")
        index.put(record("a", *(f"words {n}" * 99 for n in range(999))))


def test_rows_come_back_as_they_were_put(path: Path):
    whole = {
        "elements": (element(is_gap=True), element("ex.1/2", origins=2)),
        "proceedings": (proceeding(title={"uk": "«Провадження»", "en": "A proceeding"}),),
        "figures": (figure(),),
        "documents": (document(),),
    }
    with store(path, LAW) as index:
        index.put(record("a", "Перший текст", **whole))
        index.put(record("b", "Other words"))
    with reading(path) as opened:
        for name, expected in whole.items():
            assert [(record("a").case, row) for row in expected] == list(tables.rows(opened, name))
        assert [("a", "Перший текст"), ("b", "Other words")] == [
            (case.path, row.text) for case, row in tables.rows(opened, "texts")
        ]


def test_a_case_that_is_put_again_takes_the_place_of_what_was_there(path: Path):
    for words in ("старе", "нове"):
        with store(path, LAW) as index:
            index.put(record("a", words))
    assert (["a"], 0, 1) == (held(path), found(path, "старе"), found(path, "нове"))


def test_what_is_taken_out_is_gone_to_the_last_byte(path: Path):
    long = " ".join(f"Щербаченко{n}" for n in range(2000))
    with store(path, LAW) as index:
        head_of_a = head("a", title={"uk": "Справа Щербаченка"})
        index.put(record("a", f"Прізвище Щербаченко. {long}", case=head_of_a))
        index.put(record("b", "Інші слова"))
    before = path.read_bytes()
    with store(path, LAW) as index:
        assert 1 == index.keep_only({"key-of-b"})
    after = path.read_bytes()
    for word in ("Щербаченко", "щербаченко", "Щербаченка"):
        assert word.encode() in before or word.lower().encode() in before
        assert word.encode() not in after
    assert (["b"], 1) == (held(path), found(path, "інші"))
    assert len(after) < len(before)


def test_what_a_run_took_out_that_failed_later_is_gone_after_the_next(path: Path):
    with store(path, LAW) as index:
        index.put(record("a", "Щербаченко"))
    with pytest.raises(KeyError):
        take_out_and_fail(path)
    assert "щербаченко".encode() in path.read_bytes()
    with store(path, LAW):
        pass
    assert "щербаченко".encode() not in path.read_bytes()


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ({"law library": "two"}, "the index was made with another law library"),
        ({"law library": "one", "profile": "public"}, "the index was made with another profile"),
        (LAW, ""),
    ],
)
def test_an_index_of_another_making_is_made_anew_and_says_why(path: Path, other: dict[str, str], expected: str):
    with store(path, LAW) as index:
        index.put(record("a", "Щербаченко"))
    with store(path, other) as index:
        assert (expected, [] if expected else ["key-of-a"]) == (index.made_anew, list(index.cases()))
    assert bool(expected) == ("щербаченко".encode() not in path.read_bytes())


def test_an_index_of_another_version_is_made_anew(path: Path, monkeypatch: pytest.MonkeyPatch):
    with store(path, LAW) as index:
        index.put(record("a", "words"))
    monkeypatch.setattr(stores, "VERSION", stores.VERSION + 1)
    with store(path, LAW) as index:
        assert ("the index is of another version of this program", {}) == (index.made_anew, index.cases())


def test_what_failed_half_way_leaves_the_case_as_it_was(path: Path):
    with store(path, LAW) as index:
        index.put(record("a", "старе"))
    broken = record("a", "нове", documents=(object(),))
    with pytest.raises(TypeError), store(path, LAW) as index:
        index.put(broken)
    assert (["a"], 1, 0) == (held(path), found(path, "старе"), found(path, "нове"))


def test_a_second_writer_is_told_to_wait_and_so_is_who_asks(path: Path):
    with store(path, LAW):
        with pytest.raises(WriteError, match="another process is writing this index"), store(path, LAW):
            pass
        with pytest.raises(WriteError, match="another process"), reading(path) as opened:
            tables.cases(opened)
    assert [] == held(path)


def test_a_killed_writer_leaves_the_index_as_it_was_before(path: Path):
    with store(path, LAW) as index:
        index.put(record("a", "перше"))
    writing = f"""
import os, signal
from pathlib import Path
from referral.portfolio import tables
from referral.portfolio.store import store
from tests.unit.portfolio.records import record
with store(Path({str(path)!r}), {LAW!r}) as index:
    index.opened.execute("PRAGMA cache_size = 2")
    tables.take_out(index.opened, "key-of-a")
    for n in range(400):
        tables.put(index.opened, record(str(n), "друге " * 900))
    os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run([sys.executable, "-c", writing], check=False, cwd=ROOT)
    assert -signal.SIGKILL == done.returncode
    with store(path, LAW) as index:
        assert {"key-of-a": head("a")} == index.cases()
    assert (1, 0) == (found(path, "перше"), found(path, "друге"))


@pytest.mark.parametrize("content", [b"a text of somebody", alone(record())])
def test_a_file_that_is_not_ours_is_left_alone(path: Path, content: bytes):
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(WriteError, match="no index of this program"), store(path, LAW):
        pass
    with pytest.raises(UsageError, match="no index of this program"), reading(path):
        pass
    assert content == path.read_bytes()


def test_a_damaged_index_says_what_to_do(path: Path):
    with store(path, LAW) as index:
        index.put(record("a", "words"))
    raw = path.read_bytes()
    path.write_bytes(raw[:100] + b"\xff" * (len(raw) - 100))
    assert is_ours(path)
    with pytest.raises(WriteError, match="damaged; delete it"), store(path, LAW):
        pass


def test_a_damaged_index_that_is_asked_says_the_same(path: Path):
    with store(path, LAW) as index:
        index.put(record("a", "words"))
    raw = path.read_bytes()
    path.write_bytes(raw[:4096] + b"\xff" * (len(raw) - 4096))
    with pytest.raises(WriteError, match="damaged; delete it"), reading(path) as opened:
        tables.cases(opened)


def test_a_full_disk_is_told_in_plain_words(path: Path):
    with pytest.raises(WriteError, match="could not be written: database or disk is full"):
        fill(path, pages=40)
    assert [] == held(path)


def test_a_python_without_full_text_search_is_told_so(path: Path, monkeypatch: pytest.MonkeyPatch):
    class Without(sqlite3.Connection):
        def execute(self, *given):
            raise sqlite3.OperationalError("no such module: fts5")

    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *given, **more: connect(*given, factory=Without, **more))
    with pytest.raises(WriteError, match="built without FTS5"), store(path, LAW):
        pass
