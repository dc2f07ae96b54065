"""`referral portfolio`: what it says where, its exit codes, and the files that it writes and leaves alone."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from referral.cli.portfolio import command
from referral.errors import UsageError, WriteError
from referral.portfolio import refresh as refreshing
from referral.portfolio.drawn import drawn
from referral.portfolio.record import Record, TextRow
from tests.unit.builder import DATA, fact, person
from tests.unit.portfolio.folders import NAME, file_of, put, put_vault


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    put(tmp_path / "cases", "a", facts=[fact(text="He was handed a paper.")])
    put(tmp_path / "cases", "b")
    return tmp_path / "cases"


def run(folder: Path, *arguments: str) -> Result:
    given = [str(folder), "--law", str(DATA / "law"), "--lang", "en", *arguments]
    return CliRunner().invoke(command, given, catch_exceptions=False)


def test_it_reads_the_cases_then_shows_them(folder: Path):
    done = run(folder)

    assert (0, "2 case(s) read, 0 unchanged, 0 gone\n") == (done.exit_code, done.stderr)
    assert all(title in done.stdout for title in ("Cases\n", "States of elements\n", "Proceedings by stage\n"))
    assert file_of(folder).is_file()
    assert "0 case(s) read, 2 unchanged, 0 gone\n" == run(folder).stderr


def test_json_is_alone_on_standard_output(folder: Path):
    done = run(folder, "--format", "json", "--search", "papers handed")

    assert ["F-001"] == [one["entry"] for one in json.loads(done.stdout)["answers"]["found"]]


def test_only_what_is_asked_for_is_shown(folder: Path):
    done = run(folder, "--format", "json", "--show", "single_origin", "--show", "charges")

    assert ["single_origin", "charges"] == list(json.loads(done.stdout)["answers"])


@pytest.mark.parametrize("output_format", ["text", "json", "html", "xlsx"])
def test_a_file_is_written_and_written_again_but_not_over_that_of_somebody_else(folder: Path, output_format: str):
    path = folder.parent / "out" / f"portfolio.{output_format}"
    for _ in range(2):
        assert (0, b"") == (
            (done := run(folder, "--format", output_format, "-o", str(path))).exit_code,
            done.stdout_bytes,
        )
    path.write_text("my own")
    with pytest.raises(WriteError, match="was changed after it was written"):
        run(folder, "--format", output_format, "-o", str(path))
    assert 0 == run(folder, "--format", output_format, "-o", str(path), "--force").exit_code
    assert path.read_bytes() != b"my own"


def test_the_index_may_lie_elsewhere(folder: Path):
    path = folder.parent / "kept" / "index.sqlite"

    assert 0 == run(folder, "--index", str(path)).exit_code
    assert (True, False) == (path.is_file(), file_of(folder).exists())


def test_of_another_reader_it_says_that_all_is_made_anew(folder: Path):
    run(folder)
    said = run(folder, "--profile", "public").stderr.splitlines()

    assert "the index was made with another profile; it is made anew" == said[0]


def test_a_case_with_errors_is_named_each_time_and_is_the_exit_code(folder: Path):
    put(folder, "b", facts=[fact("F-001", "EV-0099")])
    for _ in range(2):
        done = run(folder)
        assert (1, True) == (done.exit_code, f"{folder / 'b'}: it has errors; see referral check" in done.stderr)
    assert "not read: it has errors" in done.stdout


def test_an_encrypted_vault_that_a_profile_would_need_is_said(folder: Path):
    case = put(folder, "b", persons=[person()])
    (case / "vault.yaml.age").write_bytes(b"age-encryption.org/v1\n-> X25519 x\ny\n--- z\n")

    assert 0 == run(folder).exit_code
    done = run(folder, "--profile", "prosecution")
    assert (3, True) == (done.exit_code, f"{case}: its vault is encrypted" in done.stderr)


def test_a_case_that_would_tell_of_somebody_is_the_exit_code_and_no_word_of_it_is_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    def careless(*given: Any, **more: Any) -> Record:
        told = TextRow("facts", "F-009", f"{NAME} Олег")
        return replace(drawn(*given, **more), texts=(told,))

    monkeypatch.setattr(refreshing, "drawn", careless)
    put_vault(put(folder, "b", persons=[person()]))
    done = run(folder)

    assert (5, True) == (done.exit_code, "  the index: a table: tells who PER-001 is [protected-data]\n" in done.stderr)
    assert NAME not in done.output
    assert "not read: it tells of a protected person" in done.stdout


def test_a_folder_without_cases_is_wrong_usage(tmp_path: Path):
    with pytest.raises(UsageError, match="no case below this folder"):
        run(tmp_path)
