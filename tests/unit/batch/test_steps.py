"""The work on one case: each step, what is known already, and what goes wrong."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from referral.app.build import check_output
from referral.app.project import load_case
from referral.batch import record, steps
from referral.batch.cases import NamedCase
from referral.batch.result import Result, State
from referral.batch.steps import work_on
from tests.unit.app.small_bundles import WITNESS
from tests.unit.batch.batches import cases_in, entitle, folder_of_cases, real_terms

ALL = ("check", "coverage", "build", "bundle")


class Desk:
    """One case, worked on as often as one likes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.case = folder_of_cases(folder, "one") / "one"
        self.out = folder / "out/one"

    def work(self, **fields: Any) -> Result:
        (named,) = cases_in(self.folder)
        return work_on(named, real_terms(self.folder, **fields))

    def files(self) -> dict[str, bytes]:
        root = self.folder / "out"
        return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_case_is_checked_assessed_and_its_documents_are_written(desk: Desk):
    result = desk.work()

    assert (State.DONE, 0, False, 4) == (result.state, result.code, result.unchanged, result.files)
    assert "A case" in (desk.out / "small/prosecution/slip.en.txt").read_text("utf-8")
    assert "diagnostics" in json.loads((desk.out / "check.json").read_bytes())
    assert "charges" in json.loads((desk.out / "coverage.json").read_bytes())


def test_what_is_written_is_what_build_would_write(desk: Desk):
    desk.work()
    project = load_case(desk.case, real_terms(desk.folder).sources)

    built = check_output(project, project.loaded.case.documents, desk.out, ["text"])
    assert [True, True] == [file.is_current for file in built]


def test_a_step_that_is_not_asked_for_is_left_out(desk: Desk):
    desk.work(steps=("check",))

    assert {"check.json", ".referral.json"} == {path.name for path in desk.out.iterdir()}


def test_a_bundle_is_made_for_the_recipient(desk: Desk):
    result = desk.work(steps=ALL, profile="prosecution")

    assert State.DONE is result.state, result.message
    assert (desk.out / "small-prosecution/verify.py").is_file()
    assert not (desk.out / "small/internal").exists()


def test_errors_of_a_case_are_its_report_and_not_a_failure(desk: Desk):
    (desk.case / "files/post.txt").write_bytes(b"changed")
    result = desk.work()
    (told,) = [d for d in json.loads((desk.out / "check.json").read_bytes())["diagnostics"] if d["severity"] == "error"]

    assert (State.ERRORS, 1, 1) == (result.state, result.code, result.errors)
    assert "digest-differs" == told["rule"]
    assert "check.json" in result.message


def test_the_same_case_is_not_worked_on_again(desk: Desk):
    first = desk.work(steps=ALL, profile="prosecution")
    before = {path: path.stat().st_mtime_ns for path in desk.out.rglob("*")}
    again = desk.work(steps=ALL, profile="prosecution")

    assert replace(first, unchanged=True) == again
    assert before == {path: path.stat().st_mtime_ns for path in desk.out.rglob("*")}


def test_errors_are_not_found_again_either_and_keep_their_code(desk: Desk):
    (desk.case / "files/post.txt").write_bytes(b"changed")
    first, again = desk.work(), desk.work()

    assert replace(first, unchanged=True) == again
    assert (1, 1) == (again.code, again.errors)


def title(desk: Desk) -> None:
    entitle(desk.case, "Another")


def vault(desk: Desk) -> None:
    path = desk.case / "vault.yaml"
    path.write_text(path.read_text("utf-8").replace("Олег", "Остап"), "utf-8")


def a_file_more(desk: Desk) -> None:
    (desk.case / "files/more.txt").write_text("more")


def template(desk: Desk) -> None:
    path = desk.folder / "templates/slip/en.xml.j2"
    path.write_text(path.read_text("utf-8").replace("</p>", "!</p>"), "utf-8")


@pytest.mark.parametrize("change", [title, vault, a_file_more, template])
def test_whatever_a_result_hangs_on_is_a_reason_to_work_again(change: Any, desk: Desk):
    desk.work()
    change(desk)

    assert not desk.work().unchanged
    assert desk.work().unchanged


@pytest.mark.parametrize(
    "fields",
    [{"formats": ("html",)}, {"steps": ("check",)}, {"profile": "internal"}, {"lang": "en"}, {"document": "slip"}],
)
def test_other_terms_are_other_work(fields: dict[str, Any], desk: Desk):
    desk.work()

    assert not desk.work(**fields).unchanged


@pytest.mark.parametrize("fields", [{"seconds": 5}, {"rehash": True}])
def test_terms_on_which_no_result_hangs_change_nothing(fields: dict[str, Any], desk: Desk):
    desk.work()

    assert desk.work(**fields).unchanged


def test_force_does_all_again(desk: Desk):
    desk.work()

    assert not desk.work(force=True).unchanged


def test_a_file_that_is_gone_is_made_again(desk: Desk):
    desk.work()
    before = desk.files()
    (desk.out / "small/prosecution/slip.en.txt").unlink()

    assert not desk.work().unchanged
    assert before == desk.files()


def test_a_file_that_was_changed_is_not_overwritten_unless_it_is_asked_for(desk: Desk):
    desk.work()
    before = desk.files()
    (desk.out / "small/prosecution/slip.en.txt").write_text("somebody's own")
    result = desk.work()

    assert (State.FAILED, 3) == (result.state, result.code)
    assert "was changed after it was written" in result.message
    assert State.DONE is desk.work(force=True).state
    assert before == desk.files()


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"key": 1}', b'{"result": {}, "files": {}}'])
def test_a_record_that_is_not_as_we_write_it_is_none(data: bytes, desk: Desk):
    desk.work()
    path = desk.folder / "out" / record.FOLDER / "one.json"
    whole = path.read_bytes()
    path.write_bytes(data)

    assert not desk.work().unchanged
    assert whole == path.read_bytes()


def test_a_case_of_one_file_is_always_worked_on(desk: Desk):
    alone = desk.folder / "alone.yaml"
    alone.write_bytes((desk.case / "case.yaml").read_bytes())
    results = [work_on(NamedCase("alone", str(alone)), real_terms(desk.folder)) for _ in range(2)]

    assert [False, False] == [result.unchanged for result in results]


def test_what_was_built_before_consent_was_taken_back_is_named_once(desk: Desk):
    desk.work()
    path = desk.case / "case.yaml"
    path.write_text(path.read_text("utf-8").replace("consent: {", "consent: {withdrawn_on: 2023-05-05, "), "utf-8")
    first, again = desk.work(), desk.work()

    assert "who took consent back" in first.message
    assert ("", True) == (again.message, again.unchanged)


def test_what_cannot_be_had_of_a_case_is_its_failure(desk: Desk):
    result = desk.work(profile="court")

    assert (State.FAILED, 2) == (result.state, result.code)
    assert "no document to build" in result.message


def test_a_name_that_may_not_go_out_stops_the_case_and_is_not_repeated(desk: Desk):
    template_path = desk.folder / "templates/slip/en.xml.j2"
    template_path.write_text(f"<document><p>{WITNESS}</p></document>", "utf-8")
    kind = desk.folder / "templates/slip/document.yaml"
    kind.write_text(kind.read_text("utf-8").replace("[prosecution", "[prosecution, court"), "utf-8")
    result = desk.work(document="slip", profile="court")

    assert (State.FAILED, 5) == (result.state, result.code)
    assert WITNESS not in result.message
    assert "PER-002" in result.message


def test_a_fault_of_the_program_is_told_without_words_of_the_case(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    def broken(*given: object) -> None:
        raise KeyError(WITNESS)

    monkeypatch.setattr(steps, "load_case", broken)
    result = desk.work()

    assert (State.FAILED, 70) == (result.state, result.code)
    assert "KeyError in test_steps.py, line" in result.message
    assert WITNESS not in result.message


@pytest.mark.parametrize("failure", [MemoryError(), RecursionError("deep")])
def test_a_case_that_is_too_large_is_told_so(failure: Exception, desk: Desk, monkeypatch: pytest.MonkeyPatch):
    def exhausted(*given: object) -> None:
        raise failure

    monkeypatch.setattr(steps, "load_case", exhausted)

    assert (State.FAILED, 3) == ((result := desk.work()).state, result.code)
    assert "memory" in result.message


def test_what_failed_is_tried_again_by_the_next_run(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    def full(*given: object, **named: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(steps, "build_each", full)
        assert (State.FAILED, 3) == ((result := desk.work()).state, result.code)

    assert (State.DONE, False) == ((result := desk.work()).state, result.unchanged)


def test_a_result_holds_codes_and_counts_but_no_name(desk: Desk):
    desk.work(steps=ALL, profile="prosecution")
    kept = (desk.folder / "out" / record.FOLDER / "one.json").read_text("utf-8")

    assert [] == [name for name in (WITNESS, "Уявний", "Олена") if name in kept]


@pytest.mark.parametrize("other", ["law", "templates", "version"])
def test_what_the_batch_was_not_started_with_is_refused(other: str, desk: Desk):
    result = desk.work(**{other if other == "version" else f"{other}_digest": "another"})

    assert (State.FAILED, 3) == (result.state, result.code)
    assert f"{other}: here it is not what the batch was started with" in result.message
    assert not (desk.out / "check.json").exists()


def test_law_is_not_read_for_a_case_of_which_nothing_has_changed(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    def read_again(*given: object) -> None:
        raise AssertionError

    terms, (case,) = real_terms(desk.folder), cases_in(desk.folder)
    work_on(case, terms)
    monkeypatch.setattr("referral.app.project.read_law", read_again)

    assert work_on(case, terms).unchanged
