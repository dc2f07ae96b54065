"""Minors, survivors of sexual violence and persons in custody are protected even where nobody wrote it down."""

from typing import Any

import pytest

from referral.case.model import Confidentiality
from referral.coverage import assess
from referral.protection.profiles import PROFILES
from referral.protection.view import View, view_for
from tests.unit.builder import case, item, law, person, source

SENSITIVE = {
    "a minor": {"minor": "true"},
    "a survivor": {"survivor_of_sexual_violence": "true"},
    "a captive": {"in_custody": "yes"},
}
WORDS = {"label": "a girl of the village", "sex": "f"}
SPOKE = {"account": {"person": "PER-001", "kind": "public_interview"}, "kind": "testimony"}
PICTURE = {"kind": "photo", "persons": ["PER-001"]}


def granted(**more: str) -> dict[str, Any]:
    return {"consent": {"uses": {"publication": "granted", "icc": "granted"}, **more}}


def seen(profile: str, *persons: dict[str, Any], **evidence: Any) -> View:
    whole = case(sources=[source()], persons=list(persons), evidence=[item(**evidence)])
    return view_for(whole, assess(whole, law()), {}, PROFILES[profile], None)


def items(view: View) -> list[str]:
    return [each.id for each in view.case.evidence]


@pytest.mark.parametrize("what", SENSITIVE)
def test_a_wide_circle_reads_the_code_alone(what: str):
    view = seen("public", person("PER-001", "witness", **WORDS, **SENSITIVE[what]), persons=["PER-001"])
    shown = view.case.persons[0] if view.case.persons else None

    assert shown is None or (shown.label, shown.sex) == (None, None)
    assert "a girl" not in view.case.model_dump_json()


@pytest.mark.parametrize("what", SENSITIVE)
def test_who_may_see_confidential_entries_sees_them(what: str):
    view = seen("prosecution", person("PER-001", "witness", **WORDS, **SENSITIVE[what]), persons=["PER-001"])

    assert ["f"] == [each.sex for each in view.case.persons]
    assert [Confidentiality.CONFIDENTIAL] == [each.confidentiality for each in view.case.persons]


def test_a_level_that_was_written_is_never_lowered():
    minor = person("PER-001", "witness", minor="true", confidentiality="secret")

    assert [Confidentiality.SECRET] == [each.confidentiality for each in seen("internal", minor).case.persons]


def test_that_a_suspect_is_held_does_not_hide_him():
    held = person("PER-001", "suspect", in_custody="yes", **WORDS)

    assert ["f"] == [each.sex for each in seen("public", held, persons=["PER-001"]).case.persons]


def test_what_others_told_the_press_is_used_without_asking_and_what_they_told_is_not():
    for profile in ("public", "icc-confidential"):
        assert ["EV-0001"] == items(seen(profile, person("PER-001", "witness"), **SPOKE))
        for what, fields in SENSITIVE.items():
            assert [] == items(seen(profile, person("PER-001", "witness", **fields), **SPOKE)), (profile, what)


def test_their_own_word_opens_it():
    for what in ("a survivor", "a captive"):
        asked = person("PER-001", "witness", **SENSITIVE[what], **granted())
        assert ["EV-0001"] == items(seen("icc-confidential", asked, **SPOKE)), what


def test_a_minor_agrees_with_a_guardian_or_not_at_all():
    alone, together = (person("PER-001", "witness", minor="true", **granted(**by)) for by in ({}, {"guardian": "G-1"}))

    assert [] == items(seen("icc-confidential", alone, **SPOKE))
    assert ["EV-0001"] == items(seen("icc-confidential", together, **SPOKE))


@pytest.mark.parametrize("what", SENSITIVE)
def test_nothing_that_shows_them_is_published_unless_they_agreed(what: str):
    agreed = granted(guardian="G-1")

    assert [] == items(seen("public", person("PER-001", "victim", **SENSITIVE[what]), **PICTURE))
    assert ["EV-0001"] == items(seen("public", person("PER-001", "victim", **SENSITIVE[what], **agreed), **PICTURE))
    assert ["EV-0001"] == items(seen("prosecution", person("PER-001", "victim", **SENSITIVE[what]), **PICTURE))
    assert ["EV-0001"] == items(seen("public", person("PER-001", "victim"), **PICTURE))


def test_not_asked_is_never_read_as_consent():
    for answer in ("not_asked", "refused"):
        consent = {"consent": {"uses": {"icc": answer}}}
        told = {"kind": "testimony", "account": {"person": "PER-001", "kind": "statement"}}
        assert [] == items(seen("icc-confidential", person("PER-001", "witness", **consent), **told)), answer
