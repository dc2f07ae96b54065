"""Template folders: the words of a later folder join those of an earlier one, and all that count change the digest."""

from pathlib import Path

import pytest

from referral.composition.kinds import Library, load_templates
from referral.errors import TemplateError


def folder(path: Path, **files: str) -> Path:
    """A folder of templates with these shared files; `__` in a name stands for a dot."""
    shared = path / "_shared"
    shared.mkdir(parents=True)
    for name, text in files.items():
        (shared / name.replace("__", ".")).write_text(text, "utf-8")
    return path


def library(tmp_path: Path, first: str, second: str) -> Library:
    folders = folder(tmp_path / "a", words__en__yaml=first), folder(tmp_path / "b", words__en__yaml=second)
    return load_templates(folders)


def test_words_of_a_later_folder_are_added_at_every_depth(tmp_path: Path):
    words = library(tmp_path, "a: {b: {c: one}}\nd: two", "a: {b: {e: three}, f: four}").words("en")

    assert {"a": {"b": {"c": "one", "e": "three"}, "f": "four"}, "d": "two"} == words


def test_a_later_word_goes_before_an_earlier_one(tmp_path: Path):
    words = library(tmp_path, "a: {b: one, c: two}", "a: {b: three}").words("en")

    assert {"a": {"b": "three", "c": "two"}} == words


def test_languages_are_those_of_every_folder(tmp_path: Path):
    folders = folder(tmp_path / "a", words__en__yaml="a: b"), folder(tmp_path / "b", words__fr__yaml="a: b")

    assert ["en", "fr"] == load_templates(folders).word_languages


def test_the_words_of_both_folders_change_the_digest(tmp_path: Path):
    digests = {
        library(tmp_path / name, first, second).digest
        for name, first, second in (("1", "a: b", "c: d"), ("2", "a: x", "c: d"), ("3", "a: b", "c: x"))
    }

    assert 3 == len(digests)


def test_the_form_of_a_place_code_is_read(tmp_path: Path):
    only = folder(tmp_path, place_codes__yaml="gazetteer: {pattern: 'G[0-9]', words: G and a digit}")

    assert load_templates([only]).place_codes["gazetteer"].pattern.fullmatch("G1")


@pytest.mark.parametrize("form", ["{pattern: '[', words: x}", "{pattern: x}", "x", "{pattern: x, words: x, y: z}"])
def test_a_form_that_is_none_is_refused_with_the_name_of_its_file(form: str, tmp_path: Path):
    only = folder(tmp_path, place_codes__yaml=f"gazetteer: {form}")

    with pytest.raises(TemplateError, match=r"place_codes\.yaml"):
        _ = load_templates([only]).place_codes


def test_the_words_of_a_header_are_for_a_profile_that_exists(tmp_path: Path):
    only = folder(tmp_path, words__en__yaml="a: b")
    (only / "letter").mkdir()
    text = "title: {en: x}\nprofiles: [public]\nclassification: {publik: {en: x}}\n"
    (only / "letter" / "document.yaml").write_text(text, "utf-8")

    with pytest.raises(TemplateError, match='there is no profile "publik"; nearest: public'):
        load_templates([only])
