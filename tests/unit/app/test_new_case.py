"""A first case folder is made of the skeletons of all template folders."""

from pathlib import Path

import pytest

from referral.app.new_case import start_case
from referral.app.project import Sources
from referral.errors import TemplateError, UsageError, WriteError


def own(folder: Path, lang: str, text: str | bytes) -> Sources:
    """Sources with a skeleton of the user's own."""
    (folder / "_new" / lang).mkdir(parents=True)
    (folder / "_new" / lang / "case.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return Sources.of(templates=folder)


def test_slots_are_filled_with_the_name_of_the_folder_and_the_day(tmp_path: Path):
    start_case(tmp_path / "My case", "xx", "2024-05-31", own(tmp_path / "own", "xx", "@CASE@ of @AS-AT@"))

    assert "my-case of 2024-05-31" == (tmp_path / "My case/case.yaml").read_text("utf-8")


def test_an_editor_is_sent_to_the_schemas_that_there_are(tmp_path: Path):
    sources = own(tmp_path / "own", "xx", "@SCHEMAS@")
    start_case(tmp_path / "work/alone", "xx", "2024-05-31", sources)
    (tmp_path / "work/schemas").mkdir()
    (tmp_path / "work/schemas/case.schema.json").write_text("{}")
    start_case(tmp_path / "work/cases/mine", "xx", "2024-05-31", sources)

    assert ["schemas", "../../schemas"] == [
        (tmp_path / "work" / name / "case.yaml").read_text("utf-8") for name in ("alone", "cases/mine")
    ]


def test_an_own_file_replaces_ours_and_the_others_stay(tmp_path: Path):
    made = start_case(tmp_path / "mine", "en", "2024-05-31", own(tmp_path / "own", "en", "mine"))

    assert ["case.yaml", "vault.yaml"] == [path.name for path in made]
    assert "mine" == made[0].read_text("utf-8")


@pytest.mark.parametrize("lang", ["..", ".", "", "EN", "en/../uk", "/"])
def test_a_language_is_one_of_the_skeletons(lang: str, tmp_path: Path):
    with pytest.raises(UsageError, match=r'no skeleton in ".*"; there are: en, fr, uk$'):
        start_case(tmp_path / "mine", lang, "2024-05-31")
    assert not (tmp_path / "mine").exists()


@pytest.mark.parametrize("day", ["2014/..", "2024-05", "2024-05-XX", "2024-05-31~", "tomorrow", "2024-02-30"])
def test_a_case_speaks_of_one_day(day: str, tmp_path: Path):
    with pytest.raises(UsageError, match="is not one day; write it as 2024-05-31"):
        start_case(tmp_path / "mine", "en", day)


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path):
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(WriteError, match="the folder is not empty"):
        start_case(tmp_path, "en", "2024-05-31")


def test_a_skeleton_that_is_no_text_is_named_and_nothing_is_written(tmp_path: Path):
    with pytest.raises(TemplateError, match=r"case\.yaml: the file is not UTF-8 text"):
        start_case(tmp_path / "mine", "en", "2024-05-31", own(tmp_path / "own", "en", b"\xff"))
    assert not (tmp_path / "mine").exists()
