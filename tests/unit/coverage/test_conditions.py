"""When questions arise: each word of the vocabulary holds of one small thing, and not of the thing as it usually is."""

from typing import Any

import pytest

from referral.case.in_force import withdrawn
from referral.coverage import shown_by
from referral.coverage.circumstances import Circumstances
from referral.coverage.conditions import OF_CHARGE, OF_ITEM, arises
from referral.law.model import CONDITIONS, AskedOf, Condition, Question
from tests.unit.builder import Entry, case, charge, citation, fact, item, mapping, person, source

DIGEST = {"value": "0" * 64}
WHOLE = {"url": "https://example.org", "html_source": "true", "full_page": "true", "content_verified": "true"}
EVENT = {"type": "transfer"}
ACCOUNT: Entry = {"person": "PER-001", "kind": "interrogation_record", "recorded_on_video": "true"}
TRIED: Entry = {"id": "PR-01", "kind": "court", "title": "A trial", "persons": ["PER-001"], "decided_on": "2023"}


def question(*when: Condition, asked_of: AskedOf = AskedOf.ITEM, **fields: Any) -> Question:
    about = {"id": "ask.x", "text": {"en": "Is it so?"}, "status": "working", "forum": "national", "favourable": "yes"}
    return Question.model_validate({**about, "screen": "context", "asked_of": asked_of, "when": when, **fields})


def holds_of_item(word: str, entry: Entry, **sections: Any) -> bool:
    parts: dict[str, Any] = {"sources": [source()], "persons": [person("PER-001", "witness")], **sections}
    whole = case(evidence=[entry], **parts)
    return arises(question(Condition(word)), whole.evidence[0], Circumstances(whole, withdrawn(whole)))


def holds_of_charge(word: str, entry: Entry, citizenship: tuple[str, ...] = (), **sections: Any) -> bool:
    parts: dict[str, Any] = {"persons": [person()], **sections}
    whole = case(charges=[entry], **parts)
    asked = question(Condition(word), asked_of=AskedOf.CHARGE, citizenship=citizenship)
    return arises(asked, whole.charges[0], Circumstances(whole, withdrawn(whole)))


def test_every_word_of_the_vocabulary_has_a_meaning_for_what_it_may_be_said_of():
    assert CONDITIONS[AskedOf.ITEM] == OF_ITEM.keys()
    assert CONDITIONS[AskedOf.CHARGE] == OF_CHARGE.keys() | shown_by.OF_CHARGE.keys()
    assert CONDITIONS[AskedOf.CASE] == shown_by.OF_CASE.keys()
    assert set() == OF_CHARGE.keys() & shown_by.OF_CHARGE.keys()
    assert set(Condition) == {*OF_ITEM, *OF_CHARGE, *shown_by.OF_CHARGE, *shown_by.OF_CASE}


OF_ONE_ITEM: list[tuple[str, Entry, Entry]] = [
    ("testimony", item(kind="testimony"), item()),
    ("testimony", item(kind="video", account=ACCOUNT), item(kind="video")),
    ("interrogation", item(account=ACCOUNT), item(account={**ACCOUNT, "kind": "statement"})),
    ("not_on_video", item(account={**ACCOUNT, "recorded_on_video": "false"}), item(account=ACCOUNT)),
    ("not_on_video", item(account={"person": "PER-001", "kind": "statement"}), item()),
    ("informal_account", item(account={**ACCOUNT, "kind": "first_account"}), item(account=ACCOUNT)),
    ("informal_account", item(account={**ACCOUNT, "kind": "statement"}), item()),
    ("told_before", item(account={**ACCOUNT, "prior_accounts": ["EV-0002"]}), item(account=ACCOUNT)),
    ("in_custody", item(interviewee_in_custody="true"), item()),
    ("capture", item(kind="digital_open_source"), item()),
    ("capture", item(kind="video", captures=[WHOLE]), item(kind="video")),
    ("capture_incomplete", item(captures=[{"url": "https://example.org"}]), item(captures=[WHOLE])),
    ("capture_incomplete", item(kind="digital_open_source"), item()),
    ("capture_unverified", item(captures=[{**WHOLE, "content_verified": "false"}]), item(captures=[WHOLE])),
    ("recording", item(kind="audio"), item(kind="satellite")),
    ("copy", item(original_or_copy="copy"), item(original_or_copy="original")),
    ("original_not_stated", item(), item(original_or_copy="copy")),
    ("translation", item(translation_of="EV-0002"), item(transcript_of="EV-0002")),
    ("translation", item(files=[{"path": "a", "role": "translation", "derived_from": "b"}]), item()),
    ("no_digest", item(files=[{"path": "a"}]), item(files=[{"path": "a", "digest": DIGEST}])),
    ("no_custody", item(), item(custody=[EVENT])),
    ("no_procedural_action", item(), item(procedural_action={"name": "Inspection"})),
]


@pytest.mark.parametrize(("word", "so", "not_so"), OF_ONE_ITEM)
def test_a_word_about_an_item_holds_of_what_is_recorded_of_it(word: str, so: Entry, not_so: Entry):
    assert (True, False) == (holds_of_item(word, so), holds_of_item(word, not_so))


@pytest.mark.parametrize(
    ("entry", "party", "expected"),
    [
        (item(account=ACCOUNT, taken_by_party_to_conflict="true"), False, True),
        (item(account=ACCOUNT), True, True),
        (item(interviewee_in_custody="true"), True, True),
        (item(), True, False),
        (item(account=ACCOUNT), False, False),
    ],
)
def test_an_interview_by_a_party_is_one_that_a_side_of_the_conflict_took_or_passes_on(
    entry: Entry, party: bool, expected: bool
):
    assert expected is holds_of_item("party_interview", entry, sources=[source(party_to_conflict=party)])


@pytest.mark.parametrize(("role", "expected"), [("suspect", True), ("convicted", True), ("witness", False)])
def test_a_witness_under_suspicion_is_found_through_the_account_and_through_the_source(role: str, expected: bool):
    one = [person("PER-001", role)]

    assert expected is holds_of_item("witness_is_suspect", item(account=ACCOUNT), persons=one)
    assert expected is holds_of_item("witness_is_suspect", item(), persons=one, sources=[source(person="PER-001")])
    assert expected is holds_of_item("shows_accused", item(persons=["PER-001"]), persons=one)


@pytest.mark.parametrize("kind", ["named", "anonymous"])
def test_hearsay_is_what_the_facts_and_mappings_on_an_item_say(kind: str):
    said = f"hearsay_{kind}"
    by_fact = {"facts": [fact(knowledge=said)]}
    by_mapping = {"charges": [charge()], "mappings": [mapping(knowledge=said)]}

    assert holds_of_item(f"{kind}_hearsay", item(), **by_fact)
    assert holds_of_item(f"{kind}_hearsay", item(), **by_mapping)
    assert not holds_of_item(f"{kind}_hearsay", item(), facts=[fact()])


def test_what_is_withdrawn_makes_no_question_arise():
    withdrawn_fact = fact(knowledge="hearsay_named", status="withdrawn")

    assert not holds_of_item("named_hearsay", item(), facts=[withdrawn_fact])


@pytest.mark.parametrize(("kind", "expected"), [("occupying_body", True), ("state_body", False)])
def test_a_paper_of_an_occupying_body_is_known_by_its_source(kind: str, expected: bool):
    assert expected is holds_of_item("from_occupying_body", item(), sources=[source(kind=kind)])


ABROAD = person(citizenships=[{"state": "XA"}])
POST = {"id": "POST-01", "person": "PER-001", "title": "Chief"}
INCIDENT: Entry = {"id": "INC-01", "title": "A raid", "type": "raid_detention", "victims": ["PER-002"]}
AGAINST_HIM = charge(person="PER-001", incidents=["INC-01"])
TWO_STATES = person("PER-002", "victim", citizenships=[{"state": "XA"}, {"state": "XB"}])
OF_ONE_CHARGE: list[tuple[str, bool, Entry, dict[str, Any]]] = [
    ("accused_is_person", True, AGAINST_HIM, {}),
    ("accused_is_person", False, charge(), {}),
    ("accused_is_unknown", True, charge(), {}),
    ("accused_is_unknown", False, AGAINST_HIM, {}),
    ("accused_is_national", True, AGAINST_HIM, {"persons": [ABROAD], "citizenship": ("XA",)}),
    ("accused_is_national", False, AGAINST_HIM, {"persons": [ABROAD], "citizenship": ("XB",)}),
    ("accused_is_national", False, charge(), {"persons": [ABROAD], "citizenship": ("XA",)}),
    ("accused_holds_post", True, AGAINST_HIM, {"postings": [POST]}),
    ("accused_holds_post", False, AGAINST_HIM, {}),
    ("accused_was_tried", True, AGAINST_HIM, {"proceedings": [TRIED]}),
    ("accused_was_tried", False, AGAINST_HIM, {"proceedings": [{**TRIED, "persons": ["PER-002"]}]}),
    ("accused_was_tried", False, AGAINST_HIM, {"proceedings": [{**TRIED, "kind": "pre_trial"}]}),
    ("accused_was_tried", False, charge(), {"proceedings": [{**TRIED, "persons": []}]}),
    ("finality_not_shown", True, AGAINST_HIM, {"proceedings": [TRIED]}),
    ("finality_not_shown", True, charge(), {"proceedings": [{**TRIED, "persons": []}]}),
    ("finality_not_shown", False, AGAINST_HIM, {"proceedings": [{**TRIED, "finality": "final"}]}),
    ("has_proceedings", True, AGAINST_HIM, {"proceedings": [{**TRIED, "kind": "pre_trial"}]}),
    ("has_proceedings", False, AGAINST_HIM, {"proceedings": [{**TRIED, "kind": "icc_situation"}]}),
    ("has_proceedings", False, AGAINST_HIM, {"proceedings": [{**TRIED, "invented": "true"}]}),
    ("in_proceeding", True, charge(proceeding="PR-01"), {"proceedings": [TRIED]}),
    ("in_proceeding", False, charge(), {"proceedings": [TRIED]}),
    ("victims_named", True, AGAINST_HIM, {"persons": [TWO_STATES], "incidents": [INCIDENT]}),
    ("victims_named", False, AGAINST_HIM, {"persons": [TWO_STATES], "incidents": [{**INCIDENT, "victims": []}]}),
    ("victims_not_named", True, charge(), {}),
    ("victims_not_named", False, AGAINST_HIM, {"persons": [TWO_STATES], "incidents": [INCIDENT]}),
    ("several_citizenships", True, AGAINST_HIM, {"persons": [TWO_STATES], "incidents": [INCIDENT]}),
    ("several_citizenships", False, AGAINST_HIM, {"persons": [person("PER-002", "victim")], "incidents": [INCIDENT]}),
]


@pytest.mark.parametrize(("word", "expected", "entry", "sections"), OF_ONE_CHARGE)
def test_a_word_about_a_charge_holds_of_its_accused_its_proceedings_and_its_victims(
    word: str, expected: bool, entry: Entry, sections: dict[str, Any]
):
    assert expected is holds_of_charge(word, entry, **sections)


@pytest.mark.parametrize("word", ["accused_is_person", "accused_is_unknown", "accused_is_national"])
def test_what_is_asked_of_persons_or_of_unknown_men_is_not_asked_of_a_unit(word: str):
    sections: dict[str, Any] = {"persons": [ABROAD], "units": [{"id": "UNIT-01", "name": "A unit"}]}

    assert not holds_of_charge(word, charge(unit="UNIT-01"), citizenship=("XA",), **sections)


def both(code: str) -> Entry:
    return person(code, roles=[{"role": "victim"}, {"role": "suspect"}])


@pytest.mark.parametrize(("people", "expected"), [([both("PER-001")], True), ([both("PER-002")], True), ([], False)])
def test_a_double_role_is_that_of_the_accused_or_of_somebody_harmed(people: list[Entry], expected: bool):
    others = [person(code, "witness") for code in ("PER-001", "PER-002") if code not in [p["id"] for p in people]]

    assert expected is holds_of_charge("double_role", AGAINST_HIM, persons=[*people, *others], incidents=[INCIDENT])


@pytest.mark.parametrize(("people", "expected"), [([both("PER-001")], True), ([person(), person("PER-002")], False)])
def test_in_a_case_anybody_may_have_a_double_role(people: list[Entry], expected: bool):
    whole = case(persons=people)
    asked = question(Condition.DOUBLE_ROLE, asked_of=AskedOf.CASE)

    assert expected is arises(asked, None, Circumstances(whole, withdrawn(whole)))


def test_all_conditions_of_a_question_must_hold():
    whole = case(sources=[source()], evidence=[item(original_or_copy="copy")], facts=[fact(citations=[citation()])])
    about = Circumstances(whole, withdrawn(whole))

    assert arises(question(Condition.COPY, Condition.NO_CUSTODY), whole.evidence[0], about)
    assert not arises(question(Condition.COPY, Condition.TRANSLATION), whole.evidence[0], about)
    assert arises(question(), whole.evidence[0], about)
