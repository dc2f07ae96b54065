"""The table of recipients: who is wide, who gets internal work, whom each of them learns of by name."""

from itertools import product

import pytest

from referral.case.model import Confidentiality, RoleName
from referral.case.naming import PROTECTED_ROLES
from referral.protection.profiles import NARROWEST, PROFILES, Profile, also_read_by
from tests.unit.builder import charge, item, person
from tests.unit.protection.test_view import seen, whole

NAMES = {"internal", "prosecution", "court", "defence", "publication", "icc-confidential", "icc-public", "public"}


def test_the_profiles_are_those_of_the_table():
    assert NAMES == PROFILES.keys()
    assert all(isinstance(profile, Profile) and name == profile.name for name, profile in PROFILES.items())


def test_the_narrowest_profile_sees_no_more_than_any_other():
    narrowest = PROFILES[NARROWEST]

    assert (Confidentiality.PUBLIC, frozenset(), True, False) == (
        narrowest.highest,
        narrowest.named,
        narrowest.is_wide,
        narrowest.sees_work,
    )


def test_internal_work_is_for_those_who_draw_up_the_case_and_for_whom_they_work():
    assert {"internal", "prosecution", "icc-confidential"} == {p.name for p in PROFILES.values() if p.sees_work}


@pytest.mark.parametrize("profile", ["court", "defence", "public", "icc-public", "publication"])
def test_a_remark_stays_with_those_who_wrote_it(profile: str):
    remark = {"uk": "Запитати ще раз.", "en": "Ask again."}
    view = seen(whole(persons=[person("PER-001", "suspect", note=remark)]), profile)

    assert [None] == [p.note for p in view.case.persons]


@pytest.mark.parametrize("profile", ["court", "defence"])
def test_a_court_and_the_defence_see_nothing_under_seal_or_for_one_side(profile: str):
    items = [item(f"EV-000{n}", confidentiality=level) for n, level in enumerate(Confidentiality, start=1)]
    view = seen(whole(evidence=items), profile)

    assert ["public", "confidential"] == [found.confidentiality.value for found in view.case.evidence]


@pytest.mark.parametrize(("profile", "role"), list(product(["court", "defence"], RoleName)))
def test_a_court_and_the_defence_learn_the_names_of_parties_and_officials_alone(profile: str, role: RoleName):
    view = seen(whole(persons=[person("PER-001", role.value)]), profile)

    assert (role.value in ("suspect", "investigator", "prosecutor", "counsel")) == ("PER-001" in view.identities)


@pytest.mark.parametrize(("profile", "role"), list(product(["court", "defence", "icc-confidential"], PROTECTED_ROLES)))
def test_a_victim_or_witness_is_a_code_to_court_and_defence_even_if_charged(profile: str, role: RoleName):
    both = person("PER-001", roles=[{"role": role.value}, {"role": "suspect"}])

    assert {} == seen(whole(persons=[both], charges=[charge(person="PER-001")]), profile).identities


@pytest.mark.parametrize("profile", ["public", "icc-public"])
@pytest.mark.parametrize("role", ["suspect", "convicted"])
def test_a_wide_circle_learns_of_a_suspect_by_code_until_an_act_names_him(profile: str, role: str):
    act = item("EV-0001", kind="official_act")
    unnamed = seen(whole(persons=[person("PER-001", role)], evidence=[act]), profile)
    named = seen(whole(persons=[person("PER-001", role, named_by="EV-0001")], evidence=[act]), profile)

    assert ([], ["PER-001"]) == (list(unnamed.identities), list(named.identities))


@pytest.mark.parametrize(("profile", "shown"), [("icc-confidential", 1), ("icc-public", 0), ("public", 0)])
def test_words_that_may_go_to_a_court_alone_are_not_published_by_a_document_made_for_that_court(
    profile: str, shown: int
):
    agreed = {"given_on": "2023-01-01", "uses": {"icc": "granted", "publication": "refused"}}
    account = {"person": "PER-001", "kind": "statement"}
    told = item("EV-0001", kind="testimony", account=account)
    view = seen(whole(persons=[person("PER-001", "witness", consent=agreed)], evidence=[told]), profile, "icc")

    assert shown == len(view.case.evidence)


def test_what_somebody_else_reads_too_holds_nothing_that_he_may_not_see():
    prosecution, defence = PROFILES["prosecution"], PROFILES["defence"]

    assert defence.highest == also_read_by(prosecution, defence).highest
    assert prosecution.named == also_read_by(prosecution, defence).named
    assert defence == also_read_by(defence, prosecution)
    assert PROFILES["public"] == also_read_by(PROFILES["public"], defence)


def test_only_those_who_draw_up_the_case_are_own():
    assert ["internal"] == [name for name, profile in PROFILES.items() if profile.is_own]
