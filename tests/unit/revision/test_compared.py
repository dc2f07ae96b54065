"""What differs between two values: nothing is passed over, and nothing is told of an identity but whose it is."""

from typing import Any

import pytest

from referral.case.model import SECTIONS, Case
from referral.coverage import State, assess
from referral.protection.vault import Identity
from referral.revision import Compared, DocumentChange, EntryChange, How, StateChange
from referral.revision.compared import entry_changes, identity_changes, state_changes
from referral.revision.told import compared_to_json, compared_to_text
from tests.unit.builder import case, charge, fact, header, item, law, mapping, person, source
from tests.unit.everything import everything


def small(**sections: Any) -> Case:
    entries = {"sources": [source()], "evidence": [item()], "facts": [fact()], "charges": [charge()]}
    return case(**{**entries, "mappings": [mapping(fact="F-001")], **sections})


def entries(**sections: Any) -> list[EntryChange]:
    return list(entry_changes(small(), small(**sections)))


def states(before: Case, after: Case) -> list[StateChange]:
    return list(state_changes(assess(before, law()), assess(after, law())))


def test_a_case_does_not_differ_from_itself():
    assert [] == list(entry_changes(small(), small()))
    assert [] == states(small(), small())


def test_what_is_new_gone_or_another_is_told_with_its_keys():
    told = entries(facts=[fact(text="It was otherwise.", date="2022"), fact("F-002")], evidence=[])

    expected = [
        EntryChange("evidence", "EV-0001", How.REMOVED),
        EntryChange("facts", "F-001", How.CHANGED, ("text", "date")),
        EntryChange("facts", "F-002", How.ADDED),
    ]
    assert expected == told


def test_the_order_of_entries_is_no_difference():
    facts = [fact(), fact("F-002")]

    assert [] == list(entry_changes(small(facts=facts), small(facts=facts[::-1])))


def test_the_header_is_compared_too():
    assert [EntryChange("case", "x", How.CHANGED, ("title",))] == entries(case=header(title="Another title"))


@pytest.mark.parametrize("section", SECTIONS)
def test_no_section_is_passed_over(section: str):
    whole = Case.model_validate(everything())
    without = whole.model_copy(update={section: []})

    assert {section} == {one.section for one in entry_changes(whole, without)}
    assert {How.REMOVED} == {one.how for one in entry_changes(whole, without)}


def test_an_identity_that_changed_is_told_by_code_alone():
    old = {"PER-001": Identity.model_validate({"person": "PER-001", "residence": "A town"})}
    new = {"PER-001": Identity.model_validate({"person": "PER-001", "residence": "A village"})}

    assert [EntryChange("vault", "PER-001", How.CHANGED)] == list(identity_changes(old, new))
    assert [EntryChange("vault", "PER-001", How.REMOVED)] == list(identity_changes(old, {}))


def test_an_element_that_stands_otherwise_is_told_with_both_states():
    after = small(mappings=[])

    assert [StateChange("CH-01", "ex.1/1", State.UNCORROBORATED, State.GAP, (False, True))] == states(small(), after)


def test_a_gap_that_somebody_justified_is_a_difference_though_the_state_is_the_same():
    reason = {"id": "GAP-01", "charge": "CH-01", "element": "ex.1/2", "reason": "Nobody was there.", "by": "a lawyer"}
    after = small(justified_gaps=[reason])

    assert [StateChange("CH-01", "ex.1/2", State.GAP, State.GAP, (True, False))] == states(small(), after)


def test_of_a_charge_that_is_new_or_gone_each_element_is_told():
    after = small(charges=[charge(), charge("CH-02", provision="ex.4")])
    added, removed = states(small(), after), states(after, small())

    assert {("CH-02", None)} == {(one.charge, one.before) for one in added}
    assert {("CH-02", None)} == {(one.charge, one.after) for one in removed}
    assert len(law().elements_of("ex.4")) == len(added) == len(removed)


FOUND = Compared(
    (
        EntryChange("facts", "F-001", How.CHANGED, ("text", "date")),
        EntryChange("facts", "F-002", How.ADDED),
        EntryChange("vault", "PER-001", How.CHANGED),
    ),
    (
        StateChange("CH-01", "ex.1/1", State.UNCORROBORATED, State.GAP, (False, True)),
        StateChange("CH-01", "ex.1/2", State.GAP, State.CONTESTED, (True, False)),
        StateChange("CH-02", "ex.1/1", None, State.GAP, (False, True)),
        StateChange("CH-03", "ex.1/1", State.GAP, None, (True, False)),
    ),
    (DocumentChange("public/letter.en", How.CHANGED), DocumentChange("court/memo.en", How.RESTAMPED)),
)


def test_the_differences_are_told_in_words_section_by_section():
    expected = """\
facts:
  F-001 changed: text, date
  F-002 added
vault:
  PER-001 changed
elements:
  CH-01 ex.1/1: supported_uncorroborated -> gap  (a gap opens)
  CH-01 ex.1/2: gap -> contested  (a gap is closed)
  CH-02 ex.1/1: not there -> gap  (a gap opens)
  CH-03 ex.1/1: gap -> not there
documents:
  public/letter.en reads otherwise
  court/memo.en says the same; only the stamp of its provenance differs
"""

    assert expected.splitlines() == list(compared_to_text(FOUND))


def test_that_nothing_differs_is_said():
    assert ["nothing differs"] == list(compared_to_text(Compared((), (), ())))


def test_the_same_is_told_to_other_programs():
    told = compared_to_json(FOUND, "internal", "a", "b")
    last = {"charge": "CH-03", "element": "ex.1/1", "before": "gap", "after": None}

    assert {"section": "facts", "id": "F-001", "how": "changed", "fields": ["text", "date"]} == told["entries"][0]
    assert {**last, "gap_before": True, "gap_after": False} == told["elements"][-1]
    assert {"name": "court/memo.en", "how": "restamped"} == told["documents"][-1]
    assert ("internal", "a", "b") == (told["profile"], told["before"], told["after"])


def test_persons_are_codes():
    told = entries(persons=[person()])

    assert [EntryChange("persons", "PER-001", How.ADDED)] == told
