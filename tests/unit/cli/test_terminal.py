"""What reaches the terminal: codes, and words that it can show; data for other programs whole, in UTF-8."""

import io
import json
import sys
from pathlib import Path

import pytest

from referral.cli import main

SMALL = Path(__file__).parents[2] / "golden/data/small-case"
UKRAINIAN = "схиляння"


class Terminal(io.TextIOWrapper):
    """Standard output of a terminal with few letters."""

    def __init__(self, encoding: str) -> None:
        self.bytes = io.BytesIO()
        super().__init__(self.bytes, encoding=encoding)

    def read_bytes(self) -> bytes:
        self.flush()
        return self.bytes.getvalue()


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str, encoding: str = "utf-8") -> tuple[int, bytes]:
    """The exit code and what stands on standard output."""
    out = Terminal(encoding)
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "argv", ["referral", *arguments])
    try:
        main()
    except SystemExit as left:
        return int(left.code or 0), out.read_bytes()
    return 0, out.read_bytes()


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A case with an error that quotes a letter few terminals have, and a file name that is not UTF-8."""
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "case.yaml").write_text(f"schema_version: '1'\n{UKRAINIAN}: []\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp1251"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("check", str(SMALL)),
        ("coverage", str(SMALL)),
        ("explain", "unknown-evidence"),
        ("law", "show", "ua.cc.438.1"),
        ("--help",),
    ],
)
def test_a_letter_that_the_terminal_lacks_stops_nothing(
    arguments: tuple[str, ...], encoding: str, monkeypatch: pytest.MonkeyPatch
):
    assert 0 == run(monkeypatch, *arguments, encoding=encoding)[0]


def test_the_letter_is_shown_as_a_question_mark(wrong: Path, monkeypatch: pytest.MonkeyPatch):
    code, out = run(monkeypatch, "check", str(wrong), encoding="cp1252")

    assert (1, True) == (code, b'there is no section "' + b"?" * len(UKRAINIAN) + b'"' in out)


def test_the_table_of_coverage_needs_no_letter_beyond_ascii(monkeypatch: pytest.MonkeyPatch):
    assert run(monkeypatch, "coverage", str(SMALL))[1].isascii()


def test_a_bug_shows_its_place_only_when_asked(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    def broken(*arguments: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("referral.cli.explain.explain", broken)
    plain, traced = (run(monkeypatch, *more, "explain", "x")[0] for more in ((), ("--traceback",)))
    told = capsys.readouterr().err

    assert (70, 70) == (plain, traced)
    assert 1 == told.count("Traceback (most recent call last)")
    assert 2 == told.count("To see where, for a report: referral --traceback COMMAND")


@pytest.mark.parametrize("output_format", ["json", "sarif"])
def test_data_is_whole_on_every_terminal(output_format: str, wrong: Path, monkeypatch: pytest.MonkeyPatch):
    code, out = run(monkeypatch, "check", str(wrong), "--format", output_format, encoding="cp1252")

    assert (1, True) == (code, UKRAINIAN in json.dumps(json.loads(out), ensure_ascii=False))


def test_a_report_in_xml_is_in_the_encoding_that_it_names(wrong: Path, monkeypatch: pytest.MonkeyPatch):
    _, out = run(monkeypatch, "check", str(wrong), "--format", "junit", encoding="cp1252")

    assert out.startswith(b'<?xml version="1.0" encoding="UTF-8"?>')
    assert UKRAINIAN in out.decode("utf-8")


def test_a_file_name_that_is_no_text_is_written_as_an_escape(wrong: Path, monkeypatch: pytest.MonkeyPatch):
    (wrong / "case.yaml").rename(wrong / "\udcff.yaml")
    paths = [d["path"] for d in json.loads(run(monkeypatch, "check", str(wrong), "--format", "json")[1])["diagnostics"]]

    assert str(wrong / "\udcff.yaml") in paths
    assert 1 == run(monkeypatch, "check", str(wrong))[0]
