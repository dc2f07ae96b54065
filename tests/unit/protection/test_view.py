"""What each recipient sees of a case, of its persons and of its coverage."""

from dataclasses import fields, replace
from typing import Any

import pytest

from referral.case.model import Case
from referral.coverage import State, assess
from referral.coverage.reviews import Reviewed, ReviewState
from referral.protection.codes import Codes
from referral.protection.profiles import PROFILES
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
    ("profile", "levels"),
    [
        ("public", LEVELS[:1]),
        ("prosecution", LEVELS[:4]),
        ("icc-confidential", LEVELS[:4]),
        ("internal", LEVELS),
    ],
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


def test_what_falls_with_a_withdrawn_source_is_left_out_and_named_to_those_who_work_on_the_case():
    sources = [source("SRC-01", "a"), source("SRC-02", "b", status="withdrawn")]
    relayed = fact("F-002", citations=[citation("EV-0001", speaker="SRC-02")])
    secret = item("EV-0003", "SRC-02", confidentiality="secret")
    fallen = whole(
        sources=sources, evidence=[item(), item("EV-0002", "SRC-02"), secret], facts=[fact("F-001", "EV-0002"), relayed]
    )

    assert (["EV-0001"], []) == (
        [e.id for e in seen(fallen, "internal").case.evidence],
        seen(fallen, "internal").case.facts,
    )
    assert ("EV-0002", "EV-0003", "F-001", "F-002") == seen(fallen, "internal").fallen
    assert ("EV-0002", "F-001", "F-002") == seen(fallen, "prosecution").fallen
    assert () == seen(fallen, "public").fallen


def test_mappings_that_fall_are_not_named_for_they_follow_what_they_map():
    fallen = whole(evidence=[item(status="withdrawn")], facts=[fact("F-001")], mappings=[mapping(fact="F-001")])

    assert ("F-001",) == seen(fallen, "internal").fallen


def test_a_field_that_lost_what_it_named_is_told_from_one_that_is_empty():
    secret = item("EV-0002", confidentiality="secret")
    facts = [fact("F-001", "EV-0001", "EV-0002"), fact("F-002")]
    assert frozenset({("F-001", "citations")}) == seen(whole(evidence=[item(), secret], facts=facts), "public").cut
    assert frozenset() == seen(whole(evidence=[item(), secret], facts=facts), "internal").cut


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
    assert {("CH-01", "ex.1/1")} == view.coverage.withheld


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


def test_a_public_interview_is_not_shown_to_those_to_whom_its_giver_refused_it():
    refused = {"uses": {"publication": "refused", "icc": "granted"}}
    told = whole(persons=[person(role="witness", consent=refused)], evidence=[account("public_interview")])

    assert [] == seen(told, "public").case.evidence
    assert seen(told, "icc-confidential", "icc").case.evidence


REFUSED = {"uses": {"publication": "refused", "national_authorities": "granted"}}


def told_by(role: str = "witness", consent: dict[str, Any] | None = None, **sections: Any) -> Case:
    """A case in which SRC-02 is a person."""
    people = [person(role=role, consent=consent or REFUSED)]
    return whole(sources=[source("SRC-01"), source("SRC-02", person="PER-001")], persons=people, **sections)


def test_what_was_made_of_a_refused_account_is_withheld_with_the_facts_that_cite_it():
    copy = item("EV-0002", transcript_of="EV-0001")
    told = told_by(evidence=[account(), copy], facts=[fact("F-001", "EV-0002")])

    assert {"sources": 1, "evidence": 2, "facts": 1} == seen(told, "public").withheld
    assert {} == seen(told, "prosecution").withheld


@pytest.mark.parametrize("name", ["translation_of", "transcript_of", "excerpt_of"])
def test_what_was_made_of_a_confidential_item_is_as_confidential(name: str):
    items = [item("EV-0001", confidentiality="confidential"), item("EV-0002", **{name: "EV-0001"})]

    assert [] == seen(whole(evidence=items), "public").case.evidence


@pytest.mark.parametrize(
    "entry",
    [
        item("EV-0001", "SRC-02", kind="testimony"),
        item("EV-0001", "SRC-01", kind="testimony", persons=["PER-001"]),
        item("EV-0001", "SRC-01", kind="testimony"),
        item("EV-0001", "SRC-02", kind="audio"),
        item("EV-0001", "SRC-02", published="2023"),
    ],
)
def test_words_without_an_account_are_shown_only_as_far_as_the_one_who_spoke_agreed(entry: dict[str, Any]):
    assert [] == seen(told_by(evidence=[entry]), "public").case.evidence


@pytest.mark.parametrize(
    ("role", "entry"),
    [
        ("witness", item("EV-0001", "SRC-01", persons=["PER-001"])),
        ("suspect", item("EV-0001", "SRC-02")),
        ("official", item("EV-0001", "SRC-02")),
    ],
)
def test_a_paper_about_somebody_and_the_papers_of_suspects_and_officials_need_no_consent(
    role: str, entry: dict[str, Any]
):
    assert seen(told_by(role, evidence=[entry]), "public").case.evidence


def test_a_fact_that_relays_the_words_of_one_who_refused_is_withheld():
    facts = [fact("F-001", citations=[citation(speaker="SRC-02")]), fact("F-002")]
    told = told_by(evidence=[item()], facts=facts)

    assert ["F-002"] == [f.id for f in seen(told, "public").case.facts]
    assert ["F-001", "F-002"] == [f.id for f in seen(told, "prosecution").case.facts]


def test_words_that_the_press_relays_are_shown_unless_the_speaker_refused():
    facts = [fact("F-001", citations=[citation(speaker="SRC-02")])]
    silent = told_by(consent={"uses": {}}, evidence=[item(published="2023")], facts=facts)
    refused = told_by(evidence=[item(published="2023")], facts=facts)

    assert {} == seen(silent, "public").withheld
    assert {"sources": 1, "facts": 1} == seen(refused, "public").withheld


def test_the_consent_of_one_whose_entry_is_withdrawn_is_still_asked_for():
    gone = person(role="witness", status="withdrawn", consent=REFUSED)

    assert [] == seen(whole(persons=[gone], evidence=[account()]), "public").case.evidence


def test_the_posts_of_a_person_who_may_not_be_seen_are_withheld():
    post = {"id": "POST-01", "person": "PER-001", "title": "Head of the section"}
    view = seen(whole(persons=[person(confidentiality="secret")], postings=[post]), "public")

    assert ([], {"persons": 1, "postings": 1}) == (view.case.postings, view.withheld)
    assert seen(whole(persons=[person()], postings=[post]), "public").case.postings


def internal_work() -> Case:
    gap = {"id": "GAP-01", "charge": "CH-01", "element": "ex.1/2", "reason": "It may stay.", "by": "a"}
    against = mapping("M-001", bearing="contradicts", answer="He was seen.")
    question = {"id": "OQ-01", "text": "Who?"}
    return whole(evidence=[item()], mappings=[against], justified_gaps=[gap], open_questions=[question])


def test_internal_work_is_no_part_of_a_wide_view():
    view = seen(internal_work(), "public")
    plain = view.case.model_dump_json()

    assert ([], []) == (view.case.open_questions, view.case.justified_gaps)
    assert not [words for words in ('Because."}},', "He was seen.", "Who?") if words in plain]
    assert view.coverage.charges[0].elements[0].items[0].mapping.answer is None
    assert {} == view.withheld
    assert view.digest == seen(internal_work().model_copy(update={"open_questions": []}), "public").digest


def test_that_there_is_an_answer_or_a_reason_is_told_where_it_is_not_shown():
    view = seen(internal_work(), "public")

    assert ("M-001", "answer") in view.cut
    assert frozenset() == view.coverage.withheld
    unsupported = view.coverage.charges[0].elements[1]
    assert (None, True, False) == (unsupported.justified, unsupported.is_reason_withheld, unsupported.is_hole)


@pytest.mark.parametrize("profile", ["prosecution", "internal"])
def test_internal_work_stays_where_the_circle_is_not_wide(profile: str):
    case = internal_work()
    view = seen(case, profile)

    assert (case.open_questions, case.justified_gaps) == (view.case.open_questions, view.case.justified_gaps)
    assert case.mappings == view.case.mappings


def test_gaps_in_ids_are_told_of_sections_that_the_recipient_sees_whole():
    items = [item("EV-0001"), item("EV-0003")]
    hidden = fact("F-005", confidentiality="secret")
    told = whole(evidence=items, facts=[fact("F-001"), fact("F-002", status="withdrawn"), hidden])

    assert ("EV-0002",) == seen(told, "public").missing_ids
    assert ("EV-0002", "F-003…F-004") == seen(told, "internal").missing_ids


def test_the_id_of_a_hidden_entry_changes_nothing_in_the_view():
    one, other = (
        seen(whole(evidence=[item()], facts=[fact("F-001"), fact(code, confidentiality="secret")]), "public")
        for code in ("F-002", "F-012")
    )

    assert (one.digest, one.missing_ids) == (other.digest, other.missing_ids)


def test_of_sections_seen_in_part_the_ids_not_there_are_counted_and_not_named():
    facts = [fact("F-001"), fact("F-003", confidentiality="secret"), fact("F-005")]

    assert {"facts": 3} == seen(whole(evidence=[item()], facts=facts), "public").unseen


def test_answers_seen_in_part_count_no_ids_that_are_not_there():
    given = [
        {"id": f"AN-00{n}", "question": f"ask.{n}", "answer": "no", "text": "No.", "by": "a", "confidentiality": level}
        for n, level in ((1, "public"), (3, "public"), (5, "secret"))
    ]
    view = seen(whole(answers=given), "prosecution")

    assert ({"answers": 1}, {}) == (view.withheld, view.unseen)


def test_readings_of_a_weighing_are_no_gaps_of_ids():
    shared = mapping(element="ex.1/3", read_by=[{"charge": "CH-02"}])
    view = seen(whole(evidence=[item()], charges=[charge(), charge("CH-02")], mappings=[shared]), "internal")

    assert (("M-001", "M-001+CH-02"), ()) == (tuple(m.id for m in view.case.mappings), view.missing_ids)


def test_a_gap_in_ids_is_part_of_the_digest():
    one, other = (seen(whole(evidence=[item(code, status=status)]), "public") for code, status in STATUSES)

    assert one.case == other.case
    assert one.digest != other.digest


STATUSES = (("EV-0001", "withdrawn"), ("EV-0002", "withdrawn"))


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
        ("icc-confidential", ["suspect"], True),
        ("icc-confidential", ["prosecutor"], True),
        ("icc-confidential", ["victim"], False),
        ("icc-confidential", ["witness"], False),
        ("icc-confidential", ["counsel"], False),
        ("public", ["suspect"], False),
        ("internal", ["suspect"], False),
    ],
)
def test_identities_are_shown_for_the_roles_a_recipient_must_name(profile: str, roles: list[str], is_named: bool):
    someone = person("PER-001", roles=[{"role": role} for role in roles])
    view = seen(whole(persons=[someone]), profile)

    assert is_named == ("PER-001" in view.identities)


def test_a_victim_who_is_charged_in_this_case_is_named_but_to_nobody_who_never_learns_of_victims():
    both = person("PER-001", roles=[{"role": "victim"}, {"role": "suspect"}])
    charged = whole(persons=[both], charges=[charge(person="PER-001")])

    assert {"PER-001"} == seen(charged, "prosecution").identities.keys()
    assert {} == seen(charged, "icc-confidential").identities


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
    view = seen(whole(persons=people, evidence=[item(kind="official_act", **act)]), "public")

    assert {} == view.identities


@pytest.mark.parametrize(
    ("kind", "named"),
    [
        ("digital_open_source", person(named_by="EV-0001")),
        ("court_decision", person(role="victim", named_by="EV-0001")),
        ("court_decision", person(role="witness", named_by="EV-0001")),
        ("court_decision", person(roles=[{"role": "suspect"}, {"role": "victim"}], named_by="EV-0001")),
        ("court_decision", person(minor=True, named_by="EV-0001")),
        ("court_decision", person(survivor_of_sexual_violence=True, named_by="EV-0001")),
    ],
)
def test_nobody_is_named_but_an_adult_under_suspicion_and_by_an_act_alone(kind: str, named: dict[str, Any]):
    view = seen(whole(persons=[named], evidence=[item("EV-0001", kind=kind)]), "public")

    assert {} == view.identities


def test_the_digest_is_of_what_the_recipient_sees_and_of_nothing_else():
    secret = item("EV-0002", confidentiality="secret")
    one = seen(whole(evidence=[item(), secret]), "public").digest

    assert one == seen(whole(evidence=[item(), {**secret, "title": "Another"}]), "public").digest
    assert one != seen(whole(evidence=[item()]), "public").digest
    assert one != seen(whole(evidence=[item(title="Another"), secret]), "public").digest
    assert one != seen(whole(evidence=[item(), secret]), "internal").digest


REVIEWED = Reviewed("facts", "F-001", ReviewState.STALE, ("text",))
OTHERS: dict[str, list[Any]] = {
    "profile": [PROFILES["defence"]],
    "case": [case()],
    "coverage": [assess(case(charges=[charge()]), law())],
    "identities": [{}, {"PER-001": Identity(person="PER-001")}],
    "withheld": [{"facts": 1}, {"facts": 2}, {"evidence": 1}],
    "cut": [frozenset({("F-001", "text")}), frozenset({("F-001", "note")}), frozenset({("F-002", "text")})],
    "missing_ids": [("F-002",)],
    "unseen": [{"facts": 1}],
    "fallen": [("F-001",)],
    "pictures": [frozenset({"files/a.png"})],
    "codes_of_others": [{"public": Codes({"F-001": "F-2B"})}, {"icc-public": Codes({"F-001": "F-2B"})}],
    "reviews": [
        (REVIEWED,),
        (replace(REVIEWED, section="mappings"),),
        (replace(REVIEWED, id="F-002"),),
        (replace(REVIEWED, state=ReviewState.UNREVIEWED),),
        (replace(REVIEWED, changed=("citations",)),),
    ],
}


def test_every_part_of_a_view_is_in_its_digest_but_the_codes_in_which_its_case_is_written():
    plain = seen(case(persons=[person()]), "court")
    others = [replace(plain, **{name: value}) for name, values in OTHERS.items() for value in values]

    assert {field.name for field in fields(View)} - {"codes"} == OTHERS.keys()
    assert 1 + len(others) == len({view.digest for view in (plain, *others)})


def test_the_order_in_which_a_view_was_put_together_changes_no_digest():
    one, other = ({"facts": 1, "evidence": 2}, {"evidence": 2, "facts": 1})
    plain = seen(case(), "court")

    assert replace(plain, withheld=one).digest == replace(plain, withheld=other).digest


def test_who_files_a_document_is_named_for_the_use_that_it_makes_and_else_for_that_of_its_reader():
    def named(use: str | None, **uses: str) -> bool:
        filing = whole(persons=[person(role="victim", consent={"uses": uses})])
        view = view_for(
            filing, assess(filing, law()), {"PER-001": identity("PER-001")}, PROFILES["court"], use, "PER-001"
        )
        return "PER-001" in view.identities

    assert (True, False) == (named("icc", icc="granted"), named("icc", national_authorities="granted"))
    assert (False, True) == (named(None, icc="granted"), named(None, national_authorities="granted"))


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
