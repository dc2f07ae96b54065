"""`referral scan`: exit codes, both formats; and no word of the vault in what it says, paths included."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from referral.cli.scan import command
from referral.errors import UsageError
from tests.unit.builder import DATA
from tests.unit.scan.in_other_files import ZIP
from tests.unit.scan.in_word import body, with_part

CASE = """\
schema_version: "1"
case: {id: x, title: Справа, language: uk, as_at: 2024-01-31}
persons:
  - {id: PER-001, sex: m, roles: [{role: suspect}], confidentiality: public}
  - {id: PER-002, sex: f, roles: [{role: victim}], confidentiality: confidential}
places:
  - {id: PL-01, name: Вигаданівка}
"""
VAULT = """\
schema_version: "1"
identities:
  - person: PER-001
    names: [{last: Щербаченко, first: Олег, patronymic: Юрійович}]
    birth_place: село Вигаданівка
  - person: PER-002
    names: [{last: Уявна, first: Олена, patronymic: Іллівна}]
    contacts: ["+380 67 345-81-92"]
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "case").mkdir()
    (tmp_path / "case/case.yaml").write_text(CASE, "utf-8")
    (tmp_path / "case/vault.yaml").write_text(VAULT, "utf-8")
    (tmp_path / "out").mkdir()
    return tmp_path / "case"


def run(case: Path, *arguments: str | Path) -> Result:
    given = [*map(str, arguments), "--case", str(case), "--law", str(DATA / "law")]
    return CliRunner().invoke(command, given, catch_exceptions=False)


def put(case: Path, name: str, content: bytes | str) -> Path:
    path = case.parent / "out" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_clean_files_end_well_and_standard_output_is_empty(case: Path):
    put(case, "a.txt", "Звичайні слова.")
    put(case, "b.docx", body("PER-001 і PER-002"))
    done = run(case, case.parent / "out")

    assert (0, "") == (done.exit_code, done.stdout)
    assert "2 files searched for public: nothing found\n" == done.stderr


def test_a_leak_is_told_by_code_and_place_alone(case: Path):
    path = put(case, "a.txt", "Перший рядок.\nПрийшла Уявна.\n")
    done = run(case, path)

    assert 5 == done.exit_code
    assert f"{path}: text, line 2: tells who PER-002 is [protected-data]\n" == done.stdout
    assert "1 file searched for public: 1 place tells of somebody\n" == done.stderr


def test_as_json_a_leak_says_the_same(case: Path):
    path = put(case, "a.docx", body("Прийшла Уявна."))
    done = run(case, path, "--format", "json")
    leak = {"file": str(path), "place": "word/document.xml, text", "person": "PER-002"}

    assert 5 == done.exit_code
    assert {"schema_version": "1", "profile": "public", "files": 1, "leaks": [leak], "not_searched": []} == json.loads(
        done.stdout
    )


def test_whom_the_recipient_may_know_is_no_leak(case: Path):
    path = put(case, "a.txt", "Підозрюваний Щербаченко Олег Юрійович, PER-001, родом із Вигаданівки.")

    assert 0 == run(case, path, "--profile", "prosecution").exit_code
    assert 5 == run(case, path).exit_code


def test_the_victim_is_told_to_nobody(case: Path):
    path = put(case, "a.txt", "Уявна")

    assert [5] * 5 == [
        run(case, path, "--profile", profile).exit_code
        for profile in ("internal", "prosecution", "publication", "icc-confidential", "public")
    ]


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"PK\x03\x04", b"Rar!\x1a\x07\0", bytes(range(256))])
def test_what_cannot_be_searched_fails_the_command(case: Path, content: bytes):
    done = run(case, put(case, "a.bin", content))

    assert 3 == done.exit_code
    assert "could not be searched: " in done.stdout


def test_a_leak_weighs_more_than_what_cannot_be_searched(case: Path):
    put(case, "a.bin", b"Rar!")
    put(case, "b.txt", "Уявна")

    assert 5 == run(case, case.parent / "out").exit_code


def test_a_link_that_leads_nowhere_could_not_be_searched(case: Path):
    (case.parent / "out/link").symlink_to(case.parent / "nowhere")

    assert 3 == run(case, case.parent / "out").exit_code


def test_a_link_to_a_folder_is_not_followed(case: Path):
    (case.parent / "out/link").symlink_to(case.parent / "out")

    assert 3 == run(case, case.parent / "out").exit_code


NAMES = ("Щербаченко", "shcherbachenko", "Щербаченком", "oleh_shcherbachenko", "Олег", "Oleh", "Уявна")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("shape", ["{}.txt", "{}/a.txt", "x/{}/y/Уявна.txt", "{}/{}/{}.txt"])
def test_a_path_below_the_one_asked_for_is_never_repeated_if_it_tells(case: Path, name: str, shape: str):
    put(case, shape.replace("{}", name), "Прийшла Уявна.")
    done = run(case, case.parent / "out")

    assert 5 == done.exit_code
    assert [] == [word for word in ("Щербач", "hcherb", "Олег", "leh", "Уявн") if word in done.stdout + done.stderr]


def test_a_folder_without_files_tells_by_its_name(case: Path):
    (case.parent / "out/Уявна").mkdir()
    done = run(case, case.parent / "out")

    assert f"{case.parent}/out/folder 1: its name: tells who PER-002 is [protected-data]\n" == done.stdout


@pytest.mark.parametrize("root", ["Щербаченко", "Щербаченко/a.txt", "Щербаченко/missing"])
def test_a_path_that_was_asked_for_is_not_repeated_either(case: Path, root: str):
    put(case, "Щербаченко/a.txt", "Уявна")
    try:
        done = run(case, case.parent / "out" / root)
        said = done.stdout + done.stderr
    except UsageError as failure:
        said = str(failure)

    assert "Щербач" not in said
    assert "path 1" in said


@pytest.mark.parametrize(
    "content",
    [
        ZIP["zip name of an entry"]("Щербаченко"),
        ZIP["zip name of an entry"]("Олег"),
        with_part("word/Shcherbachenko.xml", lambda _: "<a>Уявна</a>")(""),
        with_part("word/Shcherbachenko.xml", lambda _: "<a>")(""),
        b"<html Shcherbachenko='\xd0\xa3\xd1\x8f\xd0\xb2\xd0\xbd\xd0\xb0'><p>x</p></html>",
    ],
)
def test_names_of_parts_are_not_repeated(case: Path, content: bytes):
    done = run(case, put(case, "a.bin", content))

    assert 0 != done.exit_code or "Олег".encode() in content
    assert [] == [word for word in ("Щербач", "hcherb", "Олег") if word in done.stdout + done.stderr]


def test_a_path_that_does_not_exist_is_wrong_usage(case: Path):
    with pytest.raises(UsageError, match="nowhere does not exist"):
        run(case, case.parent / "nowhere")


APPLIES = "roles: [{role: applicant}], consent: {uses: {national_authorities: granted}}"
FILED = CASE.replace("roles: [{role: victim}]", APPLIES)


def test_who_files_a_document_himself_is_named_in_his_own_and_in_no_other(case: Path):
    (case / "case.yaml").write_text(FILED, "utf-8")
    own = put(case, "criminal-complaint-per-002.uk.txt", "Заявниця: Уявна Олена Іллівна")
    other = put(case, "criminal-complaint-per-001.uk.txt", "Свідок: Уявна Олена Іллівна")

    assert 0 == run(case, own, "--profile", "prosecution").exit_code
    assert 5 == run(case, other, "--profile", "prosecution").exit_code
    assert 5 == run(case, own, "--profile", "public").exit_code


def test_who_has_not_agreed_is_named_in_his_own_neither(case: Path):
    (case / "case.yaml").write_text(FILED.replace("granted", "refused"), "utf-8")
    own = put(case, "criminal-complaint-per-002.uk.txt", "Заявниця: Уявна Олена Іллівна")

    assert 5 == run(case, own, "--profile", "prosecution").exit_code
