"""What each recipient sees of a case, of its persons and of its coverage."""

from typing import Any

import pytest

from referral.case.model import Case
from referral.coverage import State, assess
from referral.protection.profiles import PROFILES, Profile
from referral.protection.vault import Identity
from referral.protection.view import View, view_for
from tests.unit.builder import case, charge, citation, fact, item, law, mapping, person, source

LEVELS = ("public", "confidential", "confidential_ex_parte", "under_seal", "secret")
GRANTED = {"uses": {"national_authorities": "granted", "icc": "refused"}}


def whole(**sections: Any) -> Case:
    entries: dict[str, Any] = {"sources": [source("SRC-01", "a"), source("SRC-02", "b")], "charges": [charge()]}
    return case(**{**entries, **sections})


def seen(case: Case, profile: str, use: str | None = None) -> View:
    """The view of a recipient; the vault has an identity for the first person."""
    return view_for(case, assess(case, law()), {"PER-001": identity("PER-001")}, PROFILES[profile], use)


def identity(code: str) -> Identity:
    return Identity.model_validate(
        {"person": code, "names": [{"last": "Beispiel", "first": "Anna"}], "residence": "A town", "contacts": ["a@b.c"]}
    )


@pytest.mark.parametrize(
    ("profile", "levels"), [("public", LEVELS[:1]), ("prosecution", LEVELS[:4]), ("internal", LEVELS)]
)
def test_a_recipient_sees_entries_up_to_his_level(profile: str, levels: tuple[str, ...]):
    items = [item(f"EV-{n}", confidentiality=level) for n, level in enumerate(LEVELS)]
    view = seen(whole(evidence=items), profile)

    assert levels == tuple(e.confidentiality for e in view.case.evidence)
    assert len(LEVELS) - len(levels) == view.withheld.get("evidence", 0)


def test_what_rests_on_a_withheld_entry_is_withheld_and_counted_with_it():
    secret = item("EV-0002", confidentiality="secret")
    facts = [fact("F-001"), fact("F-002", "EV-0002"), fact("F-003", "EV-0001", "EV-0002")]
    view = seen(whole(evidence=[item(), secret], facts=facts, mappings=[mapping(fact="F-002")]), "public")

    assert {"evidence": 1, "facts": 1, "mappings": 1} == view.withheld
    assert ["F-001", "F-003"] == [f.id for f in view.case.facts]
    assert "EV-0002" not in view.case.model_dump_json()


def test_withdrawn_entries_are_in_no_view_and_are_not_counted_as_withheld():
    view = seen(whole(evidence=[item(status="withdrawn")], facts=[fact("F-001")]), "internal")

    assert ([], [], {}) == (view.case.evidence, view.case.facts, view.withheld)


def test_the_whole_case_is_assessed_before_anything_is_withheld():
    items = [item(), item("EV-0002", "SRC-02", confidentiality="secret")]
    mappings = [mapping(), mapping("M-002", evidence="EV-0002")]
    view = seen(whole(evidence=items, mappings=mappings), "public")
    element = view.coverage.charges[0].elements[0]

    assert (State.CORROBORATED, 2) == (element.state, element.origins)
    assert ["M-001"] == [i.mapping.id for i in element.items]
    assert {("CH-01", "ex.1/1"): 1} == view.coverage.withheld


def test_the_coverage_names_no_evidence_that_is_withheld():
    items = [item(), item("EV-0002", confidentiality="secret"), item("EV-0003", confidentiality="secret")]
    facts = [fact("F-001", "EV-0001", "EV-0002")]
    view = seen(whole(evidence=items, facts=facts, mappings=[mapping(fact="F-001")]), "public")

    assert ("EV-0001",) == view.coverage.charges[0].elements[0].items[0].evidence
    assert () == view.coverage.orphans
    assert ("EV-0003",) == seen(
        whole(evidence=items, facts=facts, mappings=[mapping(fact="F-001")]), "internal"
    ).coverage.orphans


def test_a_withheld_charge_and_a_withheld_reason_are_not_in_the_coverage():
    gap = {"id": "GAP-01", "charge": "CH-01", "element": "ex.1/1", "reason": "Secret.", "by": "a"}
    charges = [charge(), charge("CH-02", confidentiality="secret")]
    view = seen(whole(charges=charges, justified_gaps=[{**gap, "confidentiality": "secret"}]), "public")

    assert ["CH-01"] == [c.charge.id for c in view.coverage.charges]
    assert view.coverage.charges[0].elements[0].justified is None


def account(kind: str = "statement") -> dict[str, Any]:
    return item("EV-0001", account={"person": "PER-001", "kind": kind})


@pytest.mark.parametrize(
    ("profile", "use", "consent", "is_shown"),
    [
        ("internal", None, None, True),
        ("internal", "icc", GRANTED, False),
        ("prosecution", None, None, False),
        ("prosecution", None, GRANTED, True),
        ("prosecution", "icc", GRANTED, False),
        ("prosecution", None, {**GRANTED, "withdrawn_on": "2023"}, False),
        ("public", None, GRANTED, False),
        ("public", None, {"uses": {"publication": "granted"}}, True),
        ("public", None, {"uses": {"publication": "not_asked"}}, False),
    ],
)
def test_an_account_is_shown_only_for_a_use_that_its_person_agreed_to(
    profile: str, use: str | None, consent: dict[str, Any] | None, is_shown: bool
):
    view = seen(whole(persons=[person(role="witness", consent=consent)], evidence=[account()]), profile, use)

    assert is_shown == bool(view.case.evidence)
    assert is_shown == ("evidence" not in view.withheld)


def test_what_was_said_in_public_is_not_asked_for_again():
    assert seen(whole(persons=[person(role="witness")], evidence=[account("public_interview")]), "public").case.evidence


@pytest.mark.parametrize("role", ["suspect", "convicted"])
def test_what_a_man_under_suspicion_said_in_public_is_asked_for_all_the_same(role: str):
    interview = account("public_interview")
    consent = {"uses": {"publication": "granted"}}
    silent, willing = person(role=role), person(role=role, consent=consent)

    assert [] == seen(whole(persons=[silent], evidence=[interview]), "public").case.evidence
    assert seen(whole(persons=[willing], evidence=[interview]), "public").case.evidence


def test_a_person_is_never_left_out_but_reduced_to_code_and_roles():
    told = {"label": "A teacher of 45", "sex": "m", "minor": True, "survivor_of_sexual_violence": True}
    told |= {"in_custody": "yes", "service": "conscript", "citizenships": [{"state": "UA"}], "named_by": "EV-0001"}
    told |= {"protected_person_basis": "A resident.", "note": "A note.", "consent": GRANTED}
    hidden = person("PER-001", "victim", confidentiality="confidential", **told)
    view = seen(whole(persons=[hidden], evidence=[item()]), "public")

    assert "PER-001 victim" == f"{view.case.persons[0].id} {view.case.persons[0].roles[0].role}"
    bare = person("PER-001", "victim", confidentiality="confidential")
    assert case(persons=[bare]).persons == view.case.persons
    assert {} == view.withheld


@pytest.mark.parametrize(
    ("profile", "roles", "is_named"),
    [
        ("prosecution", ["suspect"], True),
        ("prosecution", ["investigator"], True),
        ("prosecution", ["prosecutor"], True),
        ("prosecution", ["victim"], False),
        ("prosecution", ["witness"], False),
        ("prosecution", ["victim", "suspect"], False),
        ("public", ["suspect"], False),
        ("internal", ["suspect"], False),
    ],
)
def test_identities_are_shown_for_the_roles_a_recipient_must_name(profile: str, roles: list[str], is_named: bool):
    someone = person("PER-001", roles=[{"role": role} for role in roles])
    view = seen(whole(persons=[someone]), profile)

    assert is_named == ("PER-001" in view.identities)


def test_a_victim_who_is_charged_in_this_case_is_named():
    both = person("PER-001", roles=[{"role": "victim"}, {"role": "suspect"}])
    view = seen(whole(persons=[both], charges=[charge(person="PER-001")]), "prosecution")

    assert {"PER-001"} == view.identities.keys()


def test_nobody_is_named_to_a_recipient_who_may_not_see_him():
    hidden = person("PER-001", confidentiality="secret", named_by="EV-0001")
    view = seen(whole(persons=[hidden], evidence=[item()]), "prosecution")

    assert {} == view.identities


def test_a_person_named_by_an_official_act_is_shown_with_his_names_alone():
    act = item("EV-0001", kind="official_act")
    view = seen(whole(persons=[person(named_by="EV-0001")], evidence=[act]), "public")

    assert Identity(person="PER-001", names=identity("PER-001").names) == view.identities["PER-001"]


@pytest.mark.parametrize("act", [{"confidentiality": "confidential"}, {"status": "withdrawn"}])
def test_an_act_that_the_recipient_does_not_see_names_nobody(act: dict[str, str]):
    people = [person(named_by="EV-0001")]
    view = seen(whole(persons=people, evidence=[item(**act)]), "public")

    assert {} == view.identities


def test_the_digest_is_of_what_the_recipient_sees_and_of_nothing_else():
    secret = item("EV-0002", confidentiality="secret")
    one = seen(whole(evidence=[item(), secret]), "public").digest

    assert one == seen(whole(evidence=[item(), {**secret, "title": "Another"}]), "public").digest
    assert one != seen(whole(evidence=[item()]), "public").digest
    assert one != seen(whole(evidence=[item(title="Another"), secret]), "public").digest
    assert one != seen(whole(evidence=[item(), secret]), "internal").digest


def test_the_digest_tells_a_state_that_changed_behind_what_is_withheld():
    items = [item(), item("EV-0002", "SRC-02", confidentiality="secret")]
    against = mapping("M-002", evidence="EV-0002", bearing="contradicts")
    one = seen(whole(evidence=items, mappings=[mapping(), against]), "public")
    other = seen(whole(evidence=items, mappings=[mapping(), {**against, "bearing": "supports"}]), "public")

    assert one.case == other.case
    assert one.digest != other.digest


def test_a_citation_of_a_withheld_speaker_is_left_to_its_item():
    speakers = [source("SRC-01", "a"), source("SRC-02", "b", confidentiality="secret")]
    facts = [fact("F-001", citations=[citation("EV-0001", speaker="SRC-02")])]
    view = seen(whole(sources=speakers, evidence=[item()], facts=facts), "public")

    assert [None] == [c.speaker for c in view.case.facts[0].citations]


def test_the_profiles_are_those_of_the_table():
    assert {"internal", "prosecution", "public"} == PROFILES.keys()
    assert all(isinstance(profile, Profile) and name == profile.name for name, profile in PROFILES.items())
