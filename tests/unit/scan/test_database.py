"""What a scan finds in a database: in every place, in words of an index, in what was deleted; and what it refuses."""

import sqlite3
from contextlib import closing

import pytest

from referral.scan.carried import passages
from referral.scan.passage import Passage
from tests.unit.scan.forms import FORMS, SIMPLE
from tests.unit.scan.in_databases import DATABASES, LONG, database, deleted_row, value
from tests.unit.scan.persons import told, unread

FULL_TEXT = ("CREATE VIRTUAL TABLE words USING fts5(told, content='', tokenize='unicode61 remove_diacritics 0')", ())


def places(data: bytes, word: str) -> set[str]:
    return {read.place for read in passages(data) if isinstance(read, Passage) and word in read.text}


@pytest.mark.parametrize("carrier", DATABASES)
@pytest.mark.parametrize("form", SIMPLE)
def test_a_plain_form_is_found_in(carrier: str, form: str):
    person, text = FORMS[form]

    assert person in told(DATABASES[carrier](text))


@pytest.mark.parametrize("carrier", DATABASES)
def test_nothing_is_found_without_a_name_in(carrier: str):
    assert set() == told(DATABASES[carrier]("Звичайні слова"))
    assert [] == unread(DATABASES[carrier]("Звичайні слова"))


def test_an_index_of_words_tells_its_words_though_the_text_is_kept_elsewhere():
    data = database(FULL_TEXT, ("INSERT INTO words VALUES (?)", ("щербаченко прийшов",)))

    assert {"an index of words"} == places(data, "щербаченко")


def test_a_deleted_row_is_told_to_be_one():
    assert {"what deleted rows have left, bytes"} == places(deleted_row("Щербаченко прийшов увечері"), "Щербаченко")


def test_a_row_that_was_overwritten_is_gone():
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.execute("PRAGMA secure_delete = ON")
        opened.execute("CREATE TABLE told (words)")
        opened.execute("INSERT INTO told VALUES ('Щербаченко прийшов')")
        opened.execute("DELETE FROM told")
        opened.commit()
        assert set() == places(opened.serialize(), "Щербаченко")


def test_a_column_that_is_reckoned_is_not_read():
    reckoned = "CREATE TABLE told (a, b GENERATED ALWAYS AS (a || ' reckoned') VIRTUAL)"
    data = database((reckoned, ()), ("INSERT INTO told (a) VALUES ('words')", ()))

    assert {"a table"} == places(data, "words")
    assert set() == places(data, "words reckoned")


def test_a_condition_that_is_reckoned_is_not_asked():
    heavy = "CREATE TABLE told (a CHECK (a = 2 OR length(printf('%.*c', 900000000, 'x')) > 0))"
    data = database((heavy, ()), ("INSERT INTO told (a) VALUES (2)", ())).replace(b"a = 2", b"a = 1")

    assert [] == unread(data)  # at once: to reckon it takes ten seconds


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (value(LONG)[:5000], "a damaged database"),
        (value("words")[:100] + b"\xff" * 8092, "a damaged database"),
        (
            value("words")[:18] + b"\x02\x02" + value("words")[20:],
            "a database whose last changes may stand in a file beside it",
        ),
        (b"SQLite format 3\x00", "a damaged database"),
    ],
)
def test_what_cannot_be_relied_on_is_said(data: bytes, reason: str):
    assert [reason] == unread(data)


def test_pages_that_are_linked_twice_are_not_followed_for_ever():
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.execute("CREATE TABLE told (words)")
        opened.executemany("INSERT INTO told VALUES (?)", [("звичайні слова " * 99,) for _ in range(40)])
        opened.commit()
        data = bytearray(opened.serialize())
    root = 4096  # the second page lists those below; now each entry names the first of them
    first = data[root + 12 : root + 14]
    for entry in range(int.from_bytes(data[root + 3 : root + 5], "big")):
        data[root + 12 + 2 * entry : root + 14 + 2 * entry] = first

    assert ["a damaged database"] == unread(bytes(data))
