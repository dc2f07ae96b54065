"""The index follows its cases: only what has changed is read, what is gone leaves, and nobody is told of."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from referral.errors import UsageError
from referral.portfolio import refresh as refreshing
from referral.portfolio import tables
from referral.portfolio.drawn import drawn
from referral.portfolio.record import CaseRow, Held, Record, TextRow
from referral.portfolio.refresh import NotRead
from referral.portfolio.search import search
from referral.portfolio.store import reading
from tests.unit.builder import fact, header, person
from tests.unit.portfolio.folders import NAME, file_of, put, put_vault, refreshed


def held(folder: Path) -> dict[str, str]:
    with reading(file_of(folder)) as opened:
        return {case.path: case.held for case in tables.cases(opened)}


def found(folder: Path, words: str) -> list[str]:
    with reading(file_of(folder)) as opened:
        return [f"{one.case.path}:{one.entry}" for one in search(opened, words)]


def read(folder: Path, profile: str = "internal") -> list[str]:
    return [path.relative_to(folder).as_posix() for path in refreshed(folder, profile).read]


def test_every_case_below_the_folder_is_read_once(tmp_path: Path):
    put(tmp_path, "a")
    put(tmp_path, "deep/down/b")

    assert ["a", "deep/down/b"] == read(tmp_path)
    assert {"a": "whole", "deep/down/b": "whole"} == held(tmp_path)
    assert ([], 2) == (read(tmp_path), refreshed(tmp_path).unchanged)


def test_a_folder_that_is_a_case_is_a_portfolio_of_one(tmp_path: Path):
    assert ["."] == read(put(tmp_path, "a"))


def test_what_lies_in_a_case_or_is_hidden_is_no_case(tmp_path: Path):
    put(tmp_path, "a")
    put(tmp_path, "a/files/b")
    put(tmp_path, "a/earlier/c")
    put(tmp_path, ".hidden/d")

    assert ["a"] == read(tmp_path)


def test_a_folder_without_cases_is_wrong_usage(tmp_path: Path):
    with pytest.raises(UsageError, match="there is no case below this folder"):
        refreshed(tmp_path)
    assert not file_of(tmp_path).exists()


def test_only_what_has_changed_is_read_anew(tmp_path: Path):
    put(tmp_path, "a")
    put(tmp_path, "b", facts=[fact(text="He was told to come.")])
    read(tmp_path)
    put(tmp_path, "b", facts=[fact(text="He was told to go.")])

    assert ["b"] == read(tmp_path)
    assert ([], ["b:F-001"]) == (found(tmp_path, '"to come"'), found(tmp_path, '"to go"'))


def test_a_changed_file_of_evidence_is_a_change(tmp_path: Path):
    case = put(tmp_path, "a")
    (case / "files").mkdir()
    (case / "files/paper.txt").write_text("one")
    read(tmp_path)
    (case / "files/paper.txt").write_text("two")

    assert ["a"] == read(tmp_path)


def test_a_case_that_is_gone_leaves_and_one_that_moved_is_read_where_it_is(tmp_path: Path):
    put(tmp_path, "a", facts=[fact(text="Unmistakable")])
    put(tmp_path, "b")
    read(tmp_path)
    shutil.move(tmp_path / "a", tmp_path / "c")
    done = refreshed(tmp_path)

    assert ((tmp_path / "c",), 1) == (done.read, done.gone)
    assert ["c:F-001"] == found(tmp_path, "unmistakable")


def test_for_another_reader_all_is_made_anew_and_he_sees_no_more_than_he_may(tmp_path: Path):
    put(tmp_path, "a", facts=[fact(), fact("F-002", text="Unmistakable", confidentiality="secret")])
    read(tmp_path)
    assert ["a:F-002"] == found(tmp_path, "unmistakable")

    done = refreshed(tmp_path, "public")
    assert "the index was made with another profile" == done.made_anew
    assert [] == found(tmp_path, "unmistakable")
    assert b"nmistakable" not in file_of(tmp_path).read_bytes()


def test_a_case_with_errors_stops_no_other_and_its_old_words_are_gone(tmp_path: Path):
    put(tmp_path, "a", facts=[fact(text="Unmistakable")])
    put(tmp_path, "b")
    read(tmp_path)
    put(tmp_path, "a", facts=[fact("F-001", "EV-0099")])
    (case,) = refreshed(tmp_path).not_read

    assert (tmp_path / "a", Held.HAS_ERRORS) == (case.path, case.held)
    assert "unknown-evidence" in case.found[0]
    assert {"a": "has_errors", "b": "whole"} == held(tmp_path)
    assert [] == found(tmp_path, "unmistakable")
    assert (NotRead(tmp_path / "a", Held.HAS_ERRORS),) == refreshed(tmp_path).not_read


def test_a_protected_name_keeps_its_case_out_and_is_nowhere_in_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def careless(way: CaseRow, *given: Any, **more: Any) -> Record:
        record = drawn(way, *given, **more)
        more_texts = (TextRow("facts", "F-009", f"Прийшов {NAME} Олег."),) if way.path == "a" else ()
        return replace(record, texts=(*record.texts, *more_texts))

    monkeypatch.setattr(refreshing, "drawn", careless)
    for name in ("a", "b"):
        put_vault(put(tmp_path, name, persons=[person()], facts=[fact(text="Прийшов PER-001.")]))
    (case,) = refreshed(tmp_path).not_read

    assert (tmp_path / "a", Held.TELLS_OF_SOMEBODY) == (case.path, case.held)
    assert "the index: a table: tells who PER-001 is [protected-data]" in case.found
    for word in (NAME, NAME.lower()):
        assert word.encode() not in file_of(tmp_path).read_bytes()
    assert ["b:F-001"] == found(tmp_path, "PER-001 прийшов")


def test_a_way_to_a_case_that_tells_of_somebody_is_not_kept(tmp_path: Path):
    put_vault(put(tmp_path, f"{NAME}-Олег", case=header(), persons=[person()]))
    put_vault(put(tmp_path, "b", persons=[person()], facts=[fact(text=f"Прийшов {NAME} Олег.")]))
    done = refreshed(tmp_path)

    assert [Held.HAS_ERRORS, Held.HAS_ERRORS] == [case.held for case in done.not_read]
    assert {"": "has_errors", "b": "has_errors"} == held(tmp_path)
    assert NAME.encode() not in file_of(tmp_path).read_bytes()


def test_no_word_of_a_case_with_an_encrypted_vault_is_in_the_file(tmp_path: Path):
    title = {"title": "Unmistakable title", "id": "sealed"}
    proceeding = {"id": "PR-01", "kind": "court", "title": "Unmistakable trial", "decided_on": "2023-01-30"}
    told = [fact(text="Unmistakable fact")]
    case = put(tmp_path, "a", case=header(**title), facts=told, proceedings=[proceeding], persons=[person()])
    (case / "vault.yaml.age").write_bytes(b"age-encryption.org/v1\n-> X25519 x\ny\n--- z\n")

    assert ["a"] == read(tmp_path)
    assert {"a": "codes_only"} == held(tmp_path)
    assert b"nmistakable" not in file_of(tmp_path).read_bytes()
    with reading(file_of(tmp_path)) as opened:
        assert ["CH-01"] == list({one.charge for _, one in tables.rows(opened, "elements")})
        assert [("decision", "2023-01-30", {})] == [
            (one.step, one.decided_on, one.title) for _, one in tables.rows(opened, "proceedings")
        ]


def test_the_file_names_no_folder_of_this_machine(tmp_path: Path):
    put(tmp_path, "a")
    refreshed(tmp_path)

    assert str(tmp_path).encode() not in file_of(tmp_path).read_bytes()


def test_the_same_cases_give_the_same_answers_whatever_was_there_before(tmp_path: Path):
    for name in ("b", "a"):
        put(tmp_path, name)
        refreshed(tmp_path)
    other = tmp_path / "other.sqlite"
    refreshed(tmp_path, index=other)
    for name in ("elements", "texts", "documents"):
        with reading(file_of(tmp_path)) as grown, reading(other) as whole:
            assert list(tables.rows(whole, name)) == list(tables.rows(grown, name))
