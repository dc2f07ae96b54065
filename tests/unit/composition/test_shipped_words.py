"""The word lists and sources of the shipped templates: languages say the same, no provision is named twice."""

import re
from collections import Counter
from typing import Any

import pytest

from referral import resources
from referral.composition.kinds import load_templates
from referral.language import known_languages, load_language
from referral.yaml_reader import read_yaml_file

FOLDER = resources.folders(resources.TEMPLATES, None)[0]
PROVISION = re.compile(r'"((?:ua|rs|gciv|gciii|hr)\.[a-z0-9./-]+)"')
OF_OFFICIALS = ("_shared", "notice-of-suspicion", "summons", "service-record", "criminal-complaint")


def paths(words: Any, before: str = "") -> set[str]:
    """The path of every phrase."""
    if not isinstance(words, dict):
        return {before}
    return {path for key, below in words.items() for path in paths(below, f"{before}.{key}")}


OF_ONE_LANGUAGE = ("abbreviations", "glossary")  # its own terms, in its own order
LANGUAGES = load_templates([FOLDER]).word_languages
NAMES = re.compile(r"\{\w+\}")


def phrases(lang: str) -> dict[str, str]:
    """Every phrase that the code and the shared templates ask for, by its path."""
    words = read_yaml_file(FOLDER / "_shared" / f"words.{lang}.yaml").data
    common = {key: below for key, below in words.items() if key not in OF_ONE_LANGUAGE}
    return {path: reached(common, path) for path in paths(common)}


def reached(words: Any, path: str) -> str:
    for key in path.removeprefix(".").split("."):
        words = words[key]
    return str(words)


def test_the_words_are_there_in_every_language_of_the_program():
    assert list(known_languages()) == LANGUAGES


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_phrase_is_there_in_every_language_and_is_filled_with_the_same(lang: str):
    told, ours = phrases(lang), phrases(LANGUAGES[0])

    assert ours.keys() == told.keys()
    assert {} == {path: told[path] for path in told if set(NAMES.findall(ours[path])) != set(NAMES.findall(told[path]))}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_noun_has_as_many_forms_as_its_language_has_plurals(lang: str):
    forms = {path: words.count("|") for path, words in phrases(lang).items() if ".nouns." in path}

    assert {len(load_language(lang).plural_rule)} == set(forms.values())


def test_no_provision_is_named_twice_in_the_sources_of_official_documents():
    sources = (path.read_text("utf-8") for folder in OF_OFFICIALS for path in (FOLDER / folder).glob("*.j2"))
    named = Counter(provision for source in sources for provision in PROVISION.findall(source))
    assert {} == {provision: n for provision, n in named.items() if n > 1}
