"""Two recipients with codes of their own cannot join their copies: no code of the case stands in any of their files."""

import json
import re
import shutil
from pathlib import Path

import pytest

from referral.app.build import build
from referral.app.project import Project, Sources, load_case
from referral.app.scan import scan
from referral.case.model import DocumentRequest
from referral.errors import InvalidCaseError, ProtectedDataError
from tests.unit.app.test_release import leaking_templates

SMALL = Path(__file__).parents[2] / "golden/data/small-case"
KEY = "5a" * 32
CODED = ("prosecution", "public")
CODE = re.compile(r"\b(?:PER|SRC|PL|EV|F|UNIT|INC|CH|M|Q|POST|PR)-[A-Z0-9]+\b")


def with_codes(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(SMALL, tmp_path / "case"))
    add(folder / "case.yaml", "\ncase:\n", f"\ncase:\n  own_codes: [{', '.join(CODED)}]\n")
    with (folder / "vault.yaml").open("a", encoding="utf-8") as vault:
        vault.write(f'code_key: "{KEY}"\n')
    return folder


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return with_codes(tmp_path)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Read once, for reading takes longer than all that follows."""
    return load_case(with_codes(tmp_path_factory.mktemp("codes")))


def add(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def annexes(project: Project, out: Path) -> dict[str, dict[str, bytes]]:
    """By profile the files of the annex of evidence."""
    requests = [DocumentRequest(id="evidence-annex", lang="en", profile=profile) for profile in CODED]
    files = [each.path for each in build(project, requests, out, ["text", "sources"])]
    return {profile: {p.name: p.read_bytes() for p in files if p.parent.name == profile} for profile in CODED}


def codes_in(files: dict[str, bytes]) -> set[str]:
    return {code for data in files.values() for code in CODE.findall(data.decode("utf-8"))}


def test_no_code_of_the_case_and_none_of_another_recipient_stands_in_a_file(project: Project, tmp_path: Path):
    built = annexes(project, tmp_path / "out")
    known = {entry.id for _, _, entry in project.loaded.case.entities()}
    prosecution, public = (codes_in(built[profile]) for profile in CODED)

    assert 20 < len(public) < len(prosecution)
    assert set() == known & (prosecution | public)
    assert set() == prosecution & public
    assert public <= set(project.codes("public").by_id.values())


def test_the_next_build_writes_the_same_bytes(project: Project, case: Path, tmp_path: Path):
    """From another reading of another copy."""
    assert annexes(project, tmp_path / "one") == annexes(load_case(case), tmp_path / "two")


def test_the_sidecar_speaks_in_the_same_codes(project: Project, tmp_path: Path):
    data = annexes(project, tmp_path / "out")["prosecution"]["evidence-annex.en.sources.json"]
    own = set(project.codes("prosecution").by_id.values())

    assert set(json.loads(data)["items"]) <= own
    assert json.loads(data)["items"]


def test_a_document_about_a_person_is_called_after_the_code_that_its_reader_reads(case: Path, tmp_path: Path):
    add(case / "case.yaml", "\ncharges:\n", "\ncharges:\n" + CHARGE)
    request = DocumentRequest(id="notice-of-suspicion", lang="uk", profile="prosecution", person="PER-001")
    project = load_case(case)
    [written] = build(project, [request], tmp_path / "out", ["text"])
    code = project.codes("prosecution").by_id["PER-001"]

    assert f"notice-of-suspicion-{code.lower()}.uk.txt" == written.path.name


CHARGE = """\
  - id: CH-09
    invented: true
    person: PER-003
    provision: rs.8.2.a.v
    stage: investigation
    period: 2024-04/2024-06
    incidents: [INC-01]
"""


def test_words_of_a_template_that_hold_a_code_of_the_case_are_let_out_to_nobody(case: Path, tmp_path: Path):
    slip = DocumentRequest(id="slip", lang="en", profile="public")
    templates = leaking_templates(tmp_path, "As PER-001 knows.")
    with pytest.raises(ProtectedDataError, match="holds PER-001, a code that others read"):
        build(load_case(case, Sources.of(templates=templates)), [slip], tmp_path / "out", ["text"])

    internal = slip.model_copy(update={"profile": "internal"})
    assert build(load_case(case, Sources.of(templates=templates)), [internal], tmp_path / "out", ["text"])


def test_a_file_that_is_searched_for_a_recipient_may_hold_his_codes_and_no_others(project: Project, tmp_path: Path):
    own, ours = tmp_path / "own.txt", tmp_path / "ours.txt"
    own.write_text(f"{project.codes('public').by_id['PER-001']} was there.")
    ours.write_text("PER-001 was there.")

    assert () == scan([own], project, "public").leaks
    assert ["PER-001"] == [leak.person for leak in scan([ours], project, "public").leaks]
    assert () == scan([ours], project, "internal").leaks


def test_what_is_lost_is_reckoned_in_his_codes_too(project: Project):
    view = project.view("prosecution")
    code = project.codes("prosecution").by_id["EV-0001"]
    left = project.coverage_without(view, frozenset({code}))

    assert left != view.coverage
    assert [c.charge.id for c in view.coverage.charges] == [c.charge.id for c in left.charges]


def test_those_who_draw_up_the_case_read_which_code_stands_for_which(project: Project, tmp_path: Path):
    request = DocumentRequest(id="evidence-annex", lang="en", profile="internal")
    [written] = build(project, [request], tmp_path / "out", ["text"])
    codes = [project.codes(profile).by_id["PER-001"] for profile in CODED]

    assert f"PER-001 | {codes[0]} | {codes[1]}" in written.path.read_text("utf-8")


def test_without_a_key_nothing_is_built_and_the_message_says_how_to_make_one(case: Path):
    vault = case / "vault.yaml"
    vault.write_text(vault.read_text("utf-8").replace(f'code_key: "{KEY}"\n', ""), "utf-8")
    with pytest.raises(InvalidCaseError, match="openssl rand -hex 32") as refused:
        load_case(case)
    assert ["codes-without-key"] == [d.rule for d in refused.value.diagnostics if d.is_error]
