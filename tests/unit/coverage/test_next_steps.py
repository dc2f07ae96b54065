"""What to collect next. Of ex.1/1 the library names a letter, whoever saw it, and the register (`tests/data/law`)."""

from typing import Any

import pytest

from referral.case.model import PartyKind
from referral.coverage import assess
from referral.coverage.hearing import Hearing, hearing_of
from referral.coverage.next_steps import Step, next_steps
from referral.law.model import Method, Party
from tests.unit.builder import Entry, case, charge, header, item, law, mapping, person, source

NGO = {"kind": "civil_society"}
OFFICE = {"kind": "prosecution"}
VICTIM = person("PER-002", "victim")


def whole(party: Entry, **sections: Any) -> Any:
    entries: Entry = {"sources": [source()], "evidence": [item()], "charges": [charge()], "persons": [person()]}
    return case(**{**entries, "case": header(filing_party=party), **sections})


def steps(party: Entry = OFFICE, **sections: Any) -> dict[str, Step]:
    """The steps for ex.1/1 by the means they name."""
    built = whole(party, **sections)
    found = next_steps(assess(built, law()), law(), built)
    return {step.means: step for step in found if step.element == "ex.1/1"}


def hearing(party: Entry, **sections: Any) -> Hearing:
    built = whole(party, **sections)
    return hearing_of(built.charges[0], law(), built)


def account(of: str, **fields: Any) -> Entry:
    return item("EV-0002", kind="testimony", account={"person": of, "kind": "statement"}, **fields)


def test_every_usual_means_is_a_step_where_nothing_is_there():
    assert ["ex.mp.1", "ex.mp.3", "ex.mp.4"] == list(steps())


def test_a_means_is_there_if_an_item_of_its_kind_supports_the_element():
    photo: Entry = {"evidence": [item(kind="photo")]}

    assert ["ex.mp.3", "ex.mp.4"] == list(steps(mappings=[mapping()], **photo))
    assert ["ex.mp.1", "ex.mp.3", "ex.mp.4"] == list(steps(**photo))
    assert ["ex.mp.1", "ex.mp.3", "ex.mp.4"] == list(steps(mappings=[mapping(bearing="context")], **photo))


def test_a_subtype_shows_it_too():
    assert ["ex.mp.1", "ex.mp.3"] == list(steps(mappings=[mapping()], evidence=[item(subtype="register")]))


def test_what_is_corroborated_needs_no_step_and_what_is_contested_does():
    sources = [source(), source("SRC-02")]
    two: Entry = {"sources": sources, "evidence": [item(), item("EV-0002", "SRC-02")]}
    both = [mapping(), mapping("M-002", evidence="EV-0002")]

    assert {} == steps(mappings=both, **two)
    assert steps(mappings=[*both, mapping("M-003", evidence="EV-0002", bearing="contradicts")], **two)


def test_the_prosecution_may_do_everything():
    assert all(step.allowed and not step.left for step in steps(persons=[VICTIM]).values())


def test_what_only_an_authority_may_ask_is_left_to_it():
    step = steps(NGO)["ex.mp.4"]

    assert (False, (), (Method.OFFICIAL_REQUEST,)) == (step.allowed, step.methods, step.left)
    assert ({"en": "The prosecutor asks registers."}, {"en": "propose the request"}) == (step.why_not, step.instead)


@pytest.mark.parametrize(
    "protected", [{"minor": "true"}, {"in_custody": "yes"}, {"survivor_of_sexual_violence": "true"}]
)
def test_an_organisation_is_not_sent_to_whom_a_limit_protects(protected: Entry):
    step = steps(NGO, persons=[{**VICTIM, **protected}])["ex.mp.3"]

    assert (False, {"en": "refer to the prosecutor"}) == (step.allowed, step.instead)
    assert steps(OFFICE, persons=[{**VICTIM, **protected}])["ex.mp.3"].allowed


def test_an_organisation_does_not_hear_a_person_again():
    told = {"persons": [VICTIM], "evidence": [item(), account("PER-002")]}
    step = steps(NGO, **told)["ex.mp.3"]

    assert (False, {"en": "Nobody is asked twice."}) == (step.allowed, step.why_not)
    assert hearing(NGO, **told).is_repetition


def test_other_ways_to_the_same_material_stay_open():
    step = steps(NGO, persons=[{**VICTIM, "minor": "true"}])["ex.mp.1"]

    assert (True, (Method.DOCUMENT,), (Method.INTERVIEW,)) == (step.allowed, step.methods, step.left)


def test_one_person_who_may_be_heard_is_enough():
    assert steps(NGO, persons=[{**VICTIM, "minor": "true"}, person("PER-003", "witness")])["ex.mp.3"].allowed


def test_where_nobody_is_known_somebody_may_be_found():
    assert steps(NGO)["ex.mp.3"].allowed


def test_the_strictest_rule_holds_where_the_case_does_not_say_who_files():
    assert not steps({}, persons=[{**VICTIM, "minor": "true"}])["ex.mp.3"].allowed
    assert not steps({})["ex.mp.4"].allowed


def test_limits_name_the_persons_they_protect():
    found = hearing(NGO, persons=[VICTIM, person("PER-003", "witness", minor="true"), person("PER-004", "official")])

    assert (("PER-002", "PER-003"), ("PER-002",)) == (found.known, found.open)
    assert [("cross.lim.minors", ("PER-003",))] == [(one.limit.id, one.persons) for one in found.left]


def test_only_those_of_the_incidents_charged_are_heard():
    incidents = [{"id": f"INC-0{n}", "title": "A raid", "type": "raid_detention"} for n in (1, 2)]
    other = {"id": "PER-003", "roles": [{"role": "witness", "incidents": ["INC-02"]}]}
    victim = {"id": "PER-004", "roles": [{"role": "official"}]}
    found = hearing(
        OFFICE,
        incidents=[{**incidents[0], "victims": ["PER-004"]}, incidents[1]],
        charges=[charge(incidents=["INC-01"])],
        persons=[VICTIM, other, victim],
    )

    assert ("PER-002", "PER-004") == found.known


def test_invented_persons_are_not_heard_about_what_is_real():
    assert () == hearing(OFFICE, persons=[{**VICTIM, "invented": "true"}]).known


def test_whose_words_a_source_of_testimony_passes_on_was_heard():
    own = {"sources": [source(person="PER-002")], "evidence": [item(kind="testimony")], "persons": [VICTIM]}

    assert ("PER-002",) == hearing(OFFICE, **own).heard
    assert () == hearing(OFFICE, **{**own, "evidence": [item(kind="document")]}).heard


def test_a_withdrawn_account_is_none():
    withdrawn = account("PER-002", status="withdrawn")

    assert () == hearing(OFFICE, persons=[VICTIM], evidence=[item(), withdrawn]).heard


def test_case_and_library_know_the_same_kinds_of_parties():
    assert [kind.value for kind in PartyKind] == [party.value for party in Party]
