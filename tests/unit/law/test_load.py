"""Reading folders of law files: everything is collected, later folders replace files, the digest is of the bytes."""

from pathlib import Path

import pytest

from referral.errors import InvalidLawError
from referral.law import check_law, load_law
from tests.unit.law.builder import PROVISION, raw, rules


def _folder(path: Path, **files: str) -> Path:
    path.mkdir()
    for name, provisions in files.items():
        (path / f"{name}.yaml").write_bytes(raw(provisions).raw)
    return path


def test_a_folder_of_files_is_a_library(tmp_path: Path) -> None:
    law = load_law([_folder(tmp_path / "law", x=PROVISION)])

    assert list(law.provisions) == ["x.1"]


def test_a_later_folder_replaces_the_file_of_the_same_name(tmp_path: Path) -> None:
    ours = _folder(tmp_path / "ours", x=PROVISION)
    theirs = _folder(tmp_path / "theirs", x=PROVISION.replace("Offence", "Crime"))

    assert {"uk": "Злочин", "en": "Crime"} == load_law([ours, theirs]).provision("x.1").title


def test_the_same_bytes_are_read_once_and_changed_ones_anew(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "law", x=PROVISION)
    first = load_law([folder])
    assert first is load_law([folder])

    (folder / "x.yaml").write_bytes(raw(PROVISION.replace("Offence", "Crime")).raw)

    assert ["Offence", "Crime"] == [law.provision("x.1").title["en"] for law in (first, load_law([folder]))]


def test_every_finding_of_every_file_is_raised_at_once(tmp_path: Path) -> None:
    folder = _folder(
        tmp_path / "law", x=PROVISION.replace("offence", "crime"), y=PROVISION.replace("id: x.1", "ident: x.1")
    )

    with pytest.raises(InvalidLawError) as caught:
        load_law([folder])

    assert ["wrong-value", "missing-key", "unknown-key"] == rules(caught.value.diagnostics)
    assert check_law([folder]) == list(caught.value.diagnostics)


def test_rules_over_the_library_wait_until_every_file_can_be_read(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "law", x=PROVISION.replace("source: [S01]", "source: [S09]"), y=PROVISION)
    (folder / "y.yaml").write_text("a: [", encoding="utf-8")

    assert rules(check_law([folder])) == ["yaml-syntax"]


def test_warnings_do_not_stop_the_library_and_stay_with_it(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "law", x=PROVISION)
    path = folder / "x.yaml"
    path.write_bytes(path.read_bytes().replace(b"title: Gazette}", b"title: Gazette}\n    - {id: S02, title: Unused}"))

    assert rules(load_law([folder]).warnings) == ["unused-source"]


def test_a_finding_names_the_file_as_it_was_given_with_line_and_column(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "law", x=PROVISION.replace("kind: offence", "kind: crime"))
    (finding,) = check_law([folder])

    assert (f"{folder.as_posix()}/x.yaml", 37, 11) == (
        finding.position.path,
        finding.position.line,
        finding.position.column,
    )


@pytest.mark.parametrize(("expected", "made"), [("no-such-folder", False), ("no-law-files", True)])
def test_a_library_without_files_is_an_error(tmp_path: Path, expected: str, made: bool) -> None:
    folder = tmp_path / "law"
    if made:
        folder.mkdir()

    assert rules(check_law([folder])) == [expected]


def test_the_digest_depends_on_names_and_bytes_and_not_on_the_place(tmp_path: Path) -> None:
    here, there = _folder(tmp_path / "a", x=PROVISION), _folder(tmp_path / "b", x=PROVISION)
    changed = _folder(tmp_path / "c", x=PROVISION.replace("Offence", "Crime"))

    assert load_law([here]).digest == load_law([there]).digest
    assert load_law([here]).digest != load_law([changed]).digest
