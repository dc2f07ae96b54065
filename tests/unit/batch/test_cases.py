"""Which cases are found, and what they are called."""

from collections.abc import Callable
from pathlib import Path

import pytest

from referral.batch.cases import listed, named_cases
from referral.errors import UsageError


def case(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "case.yaml").touch()
    return folder


def names(*given: Path | str) -> list[str]:
    return [found.name for found in named_cases(map(str, given))]


def test_a_case_is_called_after_its_folder_and_a_file_after_itself(tmp_path: Path):
    case(tmp_path / "one")
    (tmp_path / "two.yaml").touch()

    assert ["one", "two"] == names(tmp_path / "two.yaml", tmp_path / "one")


def test_cases_below_a_folder_are_called_by_the_way_to_them(tmp_path: Path):
    case(tmp_path / "all/b")
    case(tmp_path / "all/a/deep")

    assert ["a/deep", "b"] == names(tmp_path / "all")


def test_a_folder_that_is_named_twice_is_one_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    one = case(tmp_path / "one")
    monkeypatch.chdir(one)

    assert ["one"] == names(one, "../one", ".")


@pytest.mark.parametrize("inside", ["files", ".git", "annex"])
def test_what_lies_in_a_case_is_no_case_of_the_batch(inside: str, tmp_path: Path):
    case(case(tmp_path / "all/one") / inside / "old")
    case(tmp_path / "all/two")

    assert ["one", "two"] == names(tmp_path / "all")


def test_a_pattern_that_the_shell_left_alone_is_filled_in(tmp_path: Path):
    for name in ("a-2022", "a-2024", "b-2024"):
        case(tmp_path / name)

    assert ["a-2024", "b-2024"] == names(tmp_path / "*-2024")


def test_a_path_that_is_not_there_is_a_case_of_which_the_check_will_speak(tmp_path: Path):
    assert ["gone"] == names(tmp_path / "gone")


def test_a_list_has_a_path_on_each_line_from_its_own_folder(tmp_path: Path):
    (tmp_path / "list.txt").write_text("# ours\na\n\n  b/c  \n/d\n", "utf-8")

    assert [str(tmp_path / "a"), str(tmp_path / "b/c"), "/d"] == listed(tmp_path / "list.txt")


def twice(tmp_path: Path) -> list[Path]:
    return [case(tmp_path / "north/one"), case(tmp_path / "south/one")]


def in_other_letters(tmp_path: Path) -> list[Path]:
    return [case(tmp_path / "north/one"), case(tmp_path / "south/ONE")]


def one_in_the_other(tmp_path: Path) -> list[Path]:
    case(tmp_path / "south/one/two")
    return [case(tmp_path / "north/one"), tmp_path / "south"]


@pytest.mark.parametrize("clashing", [twice, in_other_letters, one_in_the_other])
def test_results_of_two_cases_never_lie_in_one_place(clashing: Callable[[Path], list[Path]], tmp_path: Path):
    with pytest.raises(UsageError, match="would both be written below") as caught:
        names(*clashing(tmp_path))

    assert "name the folder above both" in str(caught.value)


def test_no_case_at_all_is_wrong_usage():
    with pytest.raises(UsageError, match="no case was found"):
        names()
