"""`referral review`: lines that, once pasted, sign an entry off; and nothing is written."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from referral.app.project import Sources, check_case, load_case
from referral.cli.review import command
from referral.coverage.reviews import reviews_of
from referral.errors import UsageError
from referral.yaml_reader import read_yaml
from tests.unit.builder import DATA, Entry, charge, fact, item, mapping, source, write_case

SOURCES = Sources((DATA / "law",), (DATA / "templates",))
LAW = ["--law", str(DATA / "law")]
SIGNED = ["--by", "lawyer-1", "--on", "2024-01-30"]


def written(folder: Path, **sections: list[Entry]) -> Path:
    entries = {
        "sources": [source()],
        "evidence": [item()],
        "facts": [fact()],
        "charges": [charge()],
        "mappings": [mapping(fact="F-001")],
    }
    return write_case(folder, **{**entries, **sections})


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command, [*map(str, arguments), *LAW], catch_exceptions=False)


def pasted(lines: str) -> list[Entry]:
    found: list[Entry] = read_yaml(lines.encode(), "lines.yaml").data["reviews"]
    return found


def reviews(entry: str, path: Path) -> list[Entry]:
    """What `reviews:` holds once the lines of an entry are pasted."""
    return pasted(run(path, entry, *SIGNED).stdout)


def states(path: Path) -> dict[str, str]:
    project = load_case(path, SOURCES)
    return {one.id: one.state.value for one in reviews_of(project.loaded.case, project.law)}


def test_what_was_pasted_is_a_sign_off_of_the_entry_as_it_stands(tmp_path: Path):
    path = written(tmp_path)
    own, weighed = reviews("F-001", path), reviews("M-001", path)
    written(tmp_path, facts=[fact(reviews=own)], mappings=[mapping(fact="F-001", reviews=weighed)])

    assert {"F-001": "reviewed", "M-001": "reviewed"} == states(path)
    assert {"by": "lawyer-1", "on": "2024-01-30"} == {key: own[0][key] for key in ("by", "on")}
    assert "" == run(path).stdout


def test_every_entry_that_nobody_signed_off_is_listed_with_its_place(tmp_path: Path):
    path = written(tmp_path)
    heads = [line for line in run(path).stdout.splitlines() if line.startswith("#")]
    numbered = enumerate(path.read_text("utf-8").splitlines(), start=1)
    first, second = (n for n, line in numbered if line in ("- id: F-001", "- id: M-001"))

    assert [f"# {path}:{first}:3  F-001: unreviewed", f"# {path}:{second}:3  M-001: unreviewed"] == heads


def test_without_a_reviewer_the_lines_stay_to_be_filled_in_and_are_refused_as_they_are(tmp_path: Path):
    path = written(tmp_path)
    own = pasted(run(path, "F-001").stdout)
    written(tmp_path, facts=[fact(reviews=own)])

    assert {"by": None, "on": None} == {key: own[0][key] for key in ("by", "on")}
    assert {"missing-value"} == {one.rule for one in check_case(path, SOURCES) if one.is_error}


def test_what_changed_since_is_said_and_a_further_line_goes_below_those_there_are(tmp_path: Path):
    own = reviews("F-001", written(tmp_path))
    path = written(tmp_path, facts=[fact(text="It was otherwise.", reviews=own)])
    head, first, *_ = run(path, "--stale", *SIGNED).stdout.splitlines()

    assert head.endswith("F-001: stale (by lawyer-1); changed since: entry")
    assert '      - by: "lawyer-1"' == first
    assert "M-001" not in run(path, "--stale").stdout


def test_whoever_signs_may_be_called_anything(tmp_path: Path):
    role = 'lawyer: "2" # of the office'
    lines = run(written(tmp_path), "F-001", "--by", role, "--on", "2024-01-30").stdout

    assert role == pasted(lines)[0]["by"]


def test_the_same_as_json(tmp_path: Path):
    told = json.loads(run(written(tmp_path), "M-001", "--format", "json").stdout)["entries"][0]

    assert ("M-001", "mappings", "unreviewed", [], []) == tuple(
        told[key] for key in ("id", "section", "state", "changed", "by")
    )
    assert {"entry", "facts", "evidence", "law"} == told["fingerprint"].keys()


def test_the_files_stay_as_they_are(tmp_path: Path):
    path = written(tmp_path)
    before = path.read_bytes()
    run(path, *SIGNED)

    assert before == path.read_bytes()
    assert [path] == list(tmp_path.iterdir())


def test_what_is_no_fact_and_no_mapping_is_refused(tmp_path: Path):
    with pytest.raises(UsageError, match="EV-0001: no fact and no mapping of the case is called so"):
        run(written(tmp_path), "EV-0001")
