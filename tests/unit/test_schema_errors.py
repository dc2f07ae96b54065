"""What a model refuses is told in plain words, at the place where the user wrote it."""

from enum import StrEnum
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from referral.case.model import LocalText
from referral.case.model.scalars import EdtfDate, Flag, LanguageCode, WholeNumber
from referral.diagnostics import Diagnostic
from referral.schema_errors import explain, nearest
from referral.yaml_reader import Loc, read_yaml


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str
    colour: Colour = Colour.RED


class Whole(BaseModel):
    model_config = ConfigDict(extra="forbid")
    parts: list[Part] = Field([], min_length=1)
    main: Part | None = None
    text: LocalText | None = None
    when: EdtfDate | None = None
    is_old: Flag = False
    count: WholeNumber = 0
    lang: LanguageCode = "uk"
    by_name: dict[str, Part] = {}
    words: Annotated[str, Field(min_length=1)] = "x"


def explained(text: str) -> list[Diagnostic]:
    file = read_yaml(text.encode(), "x.yaml")
    assert () == file.findings

    def locate(loc: Loc, of_key: bool) -> Any:
        return file.key_position(loc) if of_key else file.position(loc)

    with pytest.raises(ValidationError) as failure:
        Whole.model_validate(file.data)
    return list(explain(failure.value, Whole, locate))


@pytest.mark.parametrize(
    ("text", "place", "rule", "words"),
    [
        ("parts:\n  - {nam: x, name: y}", "2:6", "unknown-key", 'there is no key "nam" here'),
        ("main: {name: x, 5: y}", "1:17", "unknown-key", 'there is no key "5" here'),
        ("parts:\n  - colour: red", "2:5", "missing-key", '"name" is missing; write it'),
        ("main: {}", "1:7", "missing-key", '"name" is missing; write it'),
        ("parts:\n  -\n  - name: x", "2:4", "missing-value", "this entry is empty; write it, or leave it out"),
        ("main: {name: }", "1:8", "missing-value", '"name" is empty; write it, or leave it out'),
        ("parts:", "1:1", "missing-value", '"parts" is empty; write it, or leave it out'),
        ("count: ~", "1:1", "missing-value", '"count" is empty; write it, or leave it out'),
        ("parts: x", "1:8", "wrong-shape", '"parts": a list is expected (lines that begin with “- ”)'),
        ("parts: {name: x}", "1:8", "wrong-shape", '"parts": a list is expected (lines that begin with “- ”)'),
        ("parts: [x]", "1:9", "wrong-shape", "a mapping is expected (lines “key: value”)"),
        ("main: x", "1:7", "wrong-shape", '"main": a mapping is expected (lines “key: value”)'),
        ("main: {name: [x]}", "1:14", "wrong-shape", '"name": plain text is expected here'),
        ("main: {name: x, colour: {}}", "1:25", "wrong-shape", '"colour": plain text is expected here'),
        ("by_name: x", "1:10", "wrong-shape", '"by_name": a mapping is expected (lines “key: value”)'),
        ("when: [2022]", "1:7", "wrong-shape", '"when": plain text is expected here'),
        ("text: [x]", "1:7", "wrong-shape", '"text": text is expected, or one text per language ({uk: …, en: …})'),
        ("text: {uk: [x]}", "1:12", "wrong-shape", '"uk": plain text is expected here'),
        ("text: {uk: }", "1:8", "missing-value", '"uk" is empty; write it, or leave it out'),
        ('text: ""', "1:7", "wrong-value", '"text": the text is empty; write it'),
        ("text: {}", "1:7", "wrong-value", '"text": at least one is needed; this is empty'),
        ('text: {uk: x, en: " "}', "1:19", "wrong-value", '"en": the text is empty; write it'),
        (
            "text:\n  English: x",
            "2:3",
            "wrong-value",
            '"English": “English” is not right: a language is its code in small letters, as in uk or en',
        ),
        ("parts: []", "1:8", "wrong-value", '"parts": at least one is needed; this is empty'),
        ("main: {name: x, colour: blue}", "1:25", "wrong-value", "\"colour\": “blue” is not one of 'red' or 'green'"),
        ("is_old: yes", "1:9", "wrong-value", '"is_old": write true or false'),
        ("count: -1", "1:8", "wrong-value", '"count": write a whole number in digits only'),
        (
            "lang: UK",
            "1:7",
            "wrong-value",
            '"lang": “UK” is not right: a language is its code in small letters, as in uk or en',
        ),
        ("when: 2022-02-30", "1:7", "wrong-value", '"when": "2022-02-30": there is no such day, month or year'),
        ('words: ""', "1:8", "wrong-value", '"words": the text is empty; write it'),
        ("by_name: {a: {nam: x, name: y}}", "1:15", "unknown-key", 'there is no key "nam" here'),
    ],
)
def test_a_refusal_has_its_place_its_rule_and_plain_words(text: str, place: str, rule: str, words: str):
    (finding,) = explained(text)

    assert (f"x.yaml:{place}", rule, words) == (str(finding.position), finding.rule, finding.message)


def test_all_refusals_come_at_once():
    assert ["unknown-key", "wrong-value", "wrong-value"] == sorted(
        d.rule for d in explained("is_old: yes\ncount: x\nextra: 1\n")
    )


def test_a_misspelt_key_is_told_the_nearest_or_all_that_may_stand_there():
    assert ["nearest: colour"] == [d.hint for d in explained("main: {name: x, color: red}")]
    assert ["keys here: colour, name"] == [d.hint for d in explained("main: {name: x, zzz: red}")]


def test_long_values_are_not_repeated_whole():
    (finding,) = explained(f"lang: {'x' * 100_000}")

    assert len(finding.message) < 300


def test_the_nearest_word_is_given_only_if_one_comes_close():
    assert "nearest: EV-0018" == nearest("EV-0019", ["EV-0018", "F-001"])
    assert nearest("zzz", ["EV-0018"]) is None
    assert nearest("zzz", []) is None
