"""What an office makes known to a person whom it cannot reach: he and the officials are named, and nobody else."""

from typing import Any

import pytest

from referral.coverage import assess
from referral.protection.profiles import PROFILES
from referral.protection.vault import Identity
from referral.protection.view import View, view_for
from tests.unit.builder import case, charge, citation, fact, item, law, person, source

VAULT = {
    code: Identity.model_validate(
        {
            "person": code,
            "names": [{"last": f"Surname{code[-1]}"}],
            "birth_date": "1980-01-02",
            "residence": f"Street {code[-1]}",
            "contacts": [f"{code}@example.org"],
            "family": [{"relation": "mother", "name": "A Mother"}],
        }
    )
    for code in ("PER-001", "PER-002", "PER-003", "PER-004")
}
PERSONS = [person(), person("PER-002", "investigator"), person("PER-003", "victim"), person("PER-004", "witness")]
PROCEEDING = {
    "id": "PR-01",
    "kind": "pre_trial",
    "title": "A proceeding",
    "persons": ["PER-001"],
    "investigator": "PER-002",
    "note": "Told by PER-004.",
    "damage": [{"person": "PER-003", "kind": "moral", "text": "Fear."}],
    "service": [{"what": "notice", "how": "post", "person": "PER-001", "citations": [citation()]}],
}


def seen(profile: str = "publication", **changes: Any) -> View:
    sections = {"persons": PERSONS, "sources": [source()], "evidence": [item()], "facts": [fact()]}
    charges = [charge(person="PER-001", conduct="harming PER-003", proceeding="PR-01")]
    whole = case(**{**sections, "charges": charges, "proceedings": [PROCEEDING], **changes})
    return view_for(whole, assess(whole, law()), VAULT, PROFILES[profile], None)


def test_nothing_is_seen_of_victims_witnesses_and_evidence():
    view = seen()
    text = view.case.model_dump_json() + str(view.identities)

    assert [] == [word for word in ("PER-003", "PER-004", "EV-0001", "F-001", "SRC-01", "Fear") if word in text]
    assert {"PER-001", "PER-002"} == {p.id for p in view.case.persons}


def test_the_proceeding_is_seen_with_its_steps_but_without_remark_and_proof():
    (proceeding,) = seen().case.proceedings

    assert (None, [], 1) == (proceeding.note, proceeding.damage, len(proceeding.service))
    assert [] == proceeding.service[0].citations


def test_of_the_suspect_name_and_residence_are_told_and_of_officials_the_name():
    told = seen().identities

    assert {"PER-001", "PER-002"} == told.keys()
    assert VAULT["PER-001"].residence == told["PER-001"].residence
    assert told["PER-002"].residence is None
    assert [(None, [], [])] * 2 == [(i.birth_date, i.contacts, i.family) for i in told.values()]


@pytest.mark.parametrize("mark", ["minor", "survivor_of_sexual_violence"])
def test_a_suspect_who_is_a_minor_or_a_survivor_is_not_named(mark: str):
    assert {"PER-002"} == seen(persons=[person(**{mark: "true"}), *PERSONS[1:]]).identities.keys()


def test_a_suspect_whose_entry_is_not_open_is_not_named():
    assert {"PER-002"} == seen(persons=[person(confidentiality="confidential"), *PERSONS[1:]]).identities.keys()


def test_the_prosecution_knows_the_whole_identity_of_those_whom_it_names():
    assert seen("prosecution").identities["PER-001"] == VAULT["PER-001"]
    assert {"PER-001", "PER-002"} == seen("prosecution").identities.keys()


def test_the_public_profile_names_nobody():
    assert {} == seen("public").identities


def test_who_files_a_document_himself_is_named_in_it_if_he_agreed():
    agreed = {"uses": {"national_authorities": "granted"}}
    persons = [*PERSONS[:2], person("PER-003", "victim", consent=agreed), PERSONS[3]]
    whole = case(persons=persons)

    def named(profile: str, filer: str | None) -> set[str]:
        view = view_for(whole, assess(whole, law()), VAULT, PROFILES[profile], "national_authorities", filer)
        return view.identities.keys() & {"PER-003", "PER-004"}

    assert {"PER-003"} == named("prosecution", "PER-003")
    assert set() == named("prosecution", "PER-004")
    assert set() == named("prosecution", None)
    assert set() == named("public", "PER-003")
