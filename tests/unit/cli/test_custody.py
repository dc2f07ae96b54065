"""`referral custody` tells digests and prints links; `check` believes kept digests, and with --rehash none."""

import json
from hashlib import sha256, sha512
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from referral.cli.check import command as check
from referral.cli.custody import command
from tests.unit.builder import DATA

BITS = b"bits"
CASE = f"""\
schema_version: "1"
case: {{id: x, title: A case, language: en, as_at: 2024-01-31}}
sources:
  - {{id: SRC-01, name: A body, kind: organisation, origin_group: a}}
evidence:
  - id: EV-0001
    title: A paper
    kind: document
    source: SRC-01
    files:
      - {{path: files/x.txt, digest: {{value: {sha256(BITS).hexdigest()}}}}}
    custody:
      - {{type: accession, at: 2022-03-10, agent: A, purpose: To keep it.}}
      - {{type: fixity check, at: 2022-03-11, agent: A}}
"""


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REFERRAL_CACHE", str(tmp_path / "kept"))
    folder = tmp_path / "case"
    (folder / "files").mkdir(parents=True)
    (folder / "files/x.txt").write_bytes(BITS)
    (folder / "case.yaml").write_text(CASE, "utf-8")
    return folder


def run(case: Path, *arguments: str) -> Result:
    return CliRunner().invoke(command, [str(case), *arguments], catch_exceptions=False)


def test_both_digests_of_a_file_are_told_and_that_it_is_as_recorded(case: Path):
    done = run(case)

    assert 0 == done.exit_code
    lines = [f"    sha256 {sha256(BITS).hexdigest()}", f"    sha512 {sha512(BITS).hexdigest()}"]
    assert ["files/x.txt: as recorded", *lines] == done.stdout.splitlines()


def test_a_list_of_digests_is_as_other_programs_write_it(case: Path):
    assert f"{sha256(BITS).hexdigest()}  files/x.txt\n" == run(case, "--format", "sums").stdout


def test_a_file_that_is_another_ends_in_1(case: Path):
    (case / "files/x.txt").write_bytes(b"other")
    done = run(case, "--format", "json")

    assert 1 == done.exit_code
    (file,) = json.loads(done.stdout)["files"]
    assert (["digest-differs"], sha256(b"other").hexdigest()) == (file["wrong"], file["sha256"])


def pasted(case: Path) -> str:
    """The case with the printed lines where they are said to belong, the last place first."""
    lines = CASE.splitlines()
    links = json.loads(run(case, "--link", "--format", "json").stdout)["links"]
    for link in sorted(links, key=lambda link: -int(link["at"].split(":")[-2])):
        line, key = int(link["at"].split(":")[-2]), "previous" if "previous" in link else "custody_link"
        if key == "previous":
            lines[line - 1] = lines[line - 1].replace("}", f", previous: {link[key]}}}")
        else:
            lines.insert(line, f"    custody_link: {link[key]}")
    return "\n".join(lines) + "\n"


def rules(case: Path) -> list[str]:
    given = [str(case), "--format", "json", "--law", str(DATA / "law"), "--templates", str(DATA / "templates")]
    done = CliRunner().invoke(check, given, catch_exceptions=False)
    return [finding["rule"] for finding in json.loads(done.stdout)["diagnostics"]]


def test_the_printed_links_make_a_chain_in_which_no_event_can_be_changed(case: Path):
    whole = pasted(case)
    (case / "case.yaml").write_text(whole, "utf-8")

    assert not {rule for rule in rules(case) if rule.startswith("custody")}
    assert "" == run(case, "--link").stdout
    for changed in (("To keep it", "To look at it"), ("2022-03-11", "2022-03-12")):
        (case / "case.yaml").write_text(whole.replace(*changed), "utf-8")
        assert ["custody-link-broken"] == [rule for rule in rules(case) if rule.startswith("custody")]


def test_links_are_printed_with_the_place_where_they_belong(case: Path):
    first, link, *_ = run(case, "--link").stdout.splitlines()

    assert f"# {case}/case.yaml:14:9: EV-0001" == first
    assert link.startswith("previous: ")


def test_kept_digests_are_believed_until_they_are_not_to_be(case: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("referral.custody.remembered._TOO_FRESH", -(10**18))  # nothing is fresh
    run(case)
    (kept,) = (case.parent / "kept").glob("*.json")
    kept.write_text(kept.read_text().replace(sha256(BITS).hexdigest(), "0" * 64))

    assert ["digest-differs"] == json.loads(run(case, "--format", "json").stdout)["files"][0]["wrong"]
    assert [] == json.loads(run(case, "--format", "json", "--rehash").stdout)["files"][0]["wrong"]
    assert [] == json.loads(run(case, "--format", "json").stdout)["files"][0]["wrong"]


def test_check_finds_a_changed_file_though_digests_are_kept(case: Path):
    assert "digest-differs" not in rules(case)
    (case / "files/x.txt").write_bytes(b"bats")

    assert "digest-differs" in rules(case)
    assert list((case.parent / "kept").glob("*.json"))
