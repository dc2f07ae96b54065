"""Sign-offs: what a fingerprint holds, what makes it stale, and who has to be named where two must look."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from referral.case.model import Case, Fingerprint
from referral.coverage.fingerprints import Fingerprints
from referral.coverage.review_check import check_reviews
from referral.coverage.reviews import Reviewed, ReviewState, counted, reviews_of, stale
from referral.law import Law
from tests.unit.builder import Entry, case, charge, fact, header, item, law, loaded, mapping, source

FILE: Entry = {"path": "files/a.txt", "digest": {"value": "0" * 64}}


def sections(**changed: Any) -> Entry:
    """A fact concluded from another one, and set against an element."""
    entries = {
        "sources": [source()],
        "evidence": [item(files=[FILE]), item("EV-0002")],
        "facts": [fact(), fact("F-002", "EV-0002", inferred_from=["F-001"])],
        "charges": [charge()],
        "mappings": [mapping(fact="F-002")],
    }
    return {**entries, **changed}


def prints(of: Entry, entry: str, under: Law | None = None) -> Fingerprint:
    made: Any = case(**of)
    return Fingerprints(made, under or law()).of(made.by_id[entry])


def changed(entry: str, under: Law | None = None, **sections_changed: Any) -> list[str]:
    """The parts of the fingerprint of an entry that differ once these sections are changed."""
    before, after = prints(sections(), entry), prints(sections(**sections_changed), entry, under)
    return [part for part in Fingerprint.model_fields if getattr(before, part) != getattr(after, part)]


def signed(entry: Entry, of: Entry, *by: str, **fields: Any) -> Entry:
    """The entry, signed off as it stands by these."""
    seen = prints(of, entry["id"]).model_dump(exclude_none=True)
    return {**entry, "reviews": [{"by": role, "on": "2024-01-30", "fingerprint": seen} for role in by], **fields}


def amended(element: str, **fields: Any) -> Law:
    """The library with an element that reads otherwise."""
    own = law()
    return replace(own, elements={**own.elements, element: own.element(element).model_copy(update=fields)})


def test_nothing_has_changed_while_everything_is_the_same():
    assert [] == changed("F-002")
    assert [] == changed("M-001")


def test_a_change_of_the_entry_itself_is_told():
    assert ["entry"] == changed("F-001", facts=[fact(text="It was otherwise."), sections()["facts"][1]])
    assert ["entry"] == changed("M-001", mappings=[mapping(fact="F-002", strength="weak")])


def test_a_change_of_a_fact_reaches_what_was_concluded_from_it_and_what_is_mapped():
    told = [fact(text="It was otherwise."), sections()["facts"][1]]

    assert ["facts"] == changed("F-002", facts=told)
    assert ["facts"] == changed("M-001", facts=told)


@pytest.mark.parametrize(
    "items",
    [
        [item(files=[{**FILE, "digest": {"value": "1" * 64}}]), item("EV-0002")],
        [item(files=[FILE], title="Another paper"), item("EV-0002")],
        [item(files=[FILE], status="withdrawn"), item("EV-0002")],
    ],
    ids=["digest of a file", "title", "withdrawn"],
)
def test_a_change_of_evidence_is_told_of_all_that_rests_on_it(items: list[Entry]):
    assert ["evidence"] == changed("F-001", evidence=items)
    assert ["evidence"] == changed("F-002", evidence=items)
    assert ["evidence"] == changed("M-001", evidence=items)


def test_evidence_on_which_an_entry_does_not_rest_does_not_touch_it():
    assert [] == changed("F-001", evidence=[item(files=[FILE]), item("EV-0002", title="Another paper")])


@pytest.mark.parametrize("tie", ["translation_of", "transcript_of", "excerpt_of"])
def test_a_change_of_an_original_is_told_of_what_rests_on_what_was_made_of_it(tie: str):
    other = {**FILE, "digest": {"value": "1" * 64}}

    def rests_on(file: Entry) -> list[Entry]:
        made = item("EV-0001", **{tie: "EV-0003"})
        return [made, item("EV-0002"), item("EV-0003", translation_of="EV-0004"), item("EV-0004", files=[file])]

    before = prints(sections(evidence=rests_on(FILE)), "F-001")
    after = prints(sections(evidence=rests_on(other)), "F-001")

    assert before.evidence != after.evidence
    assert before.entry == after.entry


def test_a_change_of_a_translation_is_none_of_what_rests_on_the_original():
    made = [item(files=[FILE]), item("EV-0002"), item("EV-0003", translation_of="EV-0001")]
    anew = [*made[:2], item("EV-0003", translation_of="EV-0001", title="Another paper")]

    assert prints(sections(evidence=made), "F-001") == prints(sections(evidence=anew), "F-001")


def test_through_whose_hands_an_item_went_makes_nothing_stale():
    file = {**FILE, "size": "12", "second_digest": {"algorithm": "sha512", "value": "1" * 128}}
    handed = item(files=[file], custody=[{"type": "transfer", "at": "2024-01-01"}])

    assert [] == changed("F-001", evidence=[handed, item("EV-0002")])


def test_a_change_of_the_law_is_told_of_mappings_alone():
    under = amended("ex.1/1", text={"en": "It reads otherwise."})

    assert ["law"] == changed("M-001", under)
    assert [] == changed("F-002", under)


def test_a_change_of_another_element_is_none():
    assert [] == changed("M-001", amended("ex.1/2", text={"en": "It reads otherwise."}))


def test_that_the_law_was_checked_again_is_no_change():
    assert [] == changed("M-001", amended("ex.1/1", as_at=date(2030, 1, 1)))


def test_another_edition_of_the_law_is_a_change():
    assert ["law"] == changed("M-001", charges=[charge(period="2020")])
    assert [] == changed("M-001", charges=[charge(period="2023")])


def test_a_weighing_read_by_another_charge_is_signed_with_the_law_of_both():
    several = [charge(), charge("CH-02")]
    of = sections(charges=several)
    read = sections(charges=several, mappings=[mapping(element="ex.1/3", read_by=[{"charge": "CH-02"}], fact="F-002")])

    assert prints(of, "M-001").law != prints(read, "M-001").law


def test_sign_offs_themselves_are_not_signed():
    of = sections()
    again = {**of, "facts": [signed(of["facts"][0], of, "a"), of["facts"][1]]}

    assert prints(of, "F-001") == prints(again, "F-001")
    assert prints(of, "F-002") == prints(again, "F-002")


def stands(of: Entry) -> dict[str, Reviewed]:
    return {one.id: one for one in reviews_of(case(**of), law())}


def test_what_was_signed_off_as_it_stands_is_reviewed_and_the_rest_is_counted_as_not():
    of = sections()
    found = reviews_of(case(**{**of, "facts": [signed(of["facts"][0], of, "a"), of["facts"][1]]}), law())

    expected = {
        "facts": {"reviewed": 1, "stale": 0, "unreviewed": 1},
        "mappings": {"reviewed": 0, "stale": 0, "unreviewed": 1},
    }
    assert expected == counted(found)


def test_what_changed_since_is_stale_until_somebody_signs_it_off_again():
    of = sections()
    old = signed(of["facts"][0], of, "a")
    changed_since = {**old, "text": "It was otherwise."}
    now = {**of, "facts": [changed_since, of["facts"][1]]}
    again = signed(changed_since, now, "b")
    cleared = {**now, "facts": [{**changed_since, "reviews": old["reviews"] + again["reviews"]}, of["facts"][1]]}

    assert Reviewed("facts", "F-001", ReviewState.STALE, ("entry",)) == stands(now)["F-001"]
    assert ["F-001"] == [one.id for one in stale(stands(now).values())]
    assert ReviewState.REVIEWED is stands(cleared)["F-001"].state


def test_withdrawn_entries_are_not_counted():
    of = sections(mappings=[mapping(fact="F-002", status="withdrawn")])

    assert {"F-001", "F-002"} == set(stands(of))


def test_facts_concluded_from_each_other_in_a_circle_have_a_fingerprint():
    facts = [fact(inferred_from=["F-002"]), fact("F-002", inferred_from=["F-001"])]

    assert prints(sections(facts=facts), "F-001").facts


def findings(of: Entry, **fields: Any) -> list[tuple[str, str]]:
    return [(one.rule, one.message) for one in check_reviews(loaded(**of, case=header(**fields)), law())]


def test_a_stale_sign_off_says_whose_it_is_and_what_has_changed():
    of = sections()
    now = {**of, "mappings": [signed(of["mappings"][0], of, "lawyer-1", strength="weak", element="ex.1/2")]}
    changed_since = "the entry itself; the law it is set against, or the edition that governs"

    message = f"M-001 is not what lawyer-1 signed off; changed since: {changed_since}"
    assert [("sign-off-stale", message)] == findings(now)


def _by(*roles: str) -> Callable[[Entry], Entry]:
    return lambda of: {**of, "mappings": [signed(of["mappings"][0], of, *roles)], "facts": of["facts"]}


@pytest.mark.parametrize(
    ("roles", "has"),
    [
        ((), "nobody"),
        (("lawyer-1",), "lawyer-1"),
        (("lawyer-1", "lawyer-1"), "lawyer-1"),
        (("lawyer-1", "analyst-1"), "lawyer-1"),
    ],
)
def test_where_two_must_look_one_or_whoever_weighed_it_does_not_do(roles: tuple[str, ...], has: str):
    told = dict(findings(_by(*roles)(_signed_facts()), second_reviewer="true"))

    needs = "M-001 needs the sign-off of two reviewers beside analyst-1, who weighed it; it has that of"
    assert {"second-review-missing": f"{needs} {has}"} == told


def _signed_facts() -> Entry:
    of = sections()
    return {**of, "facts": [signed(entry, of, "lawyer-1", "lawyer-2") for entry in of["facts"]]}


def test_two_others_do():
    assert [] == findings(_by("lawyer-1", "lawyer-2")(_signed_facts()), second_reviewer="true")


def test_a_stale_sign_off_is_none_of_the_two():
    of = _by("lawyer-1", "lawyer-2")(_signed_facts())
    weighed = {**of["mappings"][0], "strength": "weak"}

    assert ["sign-off-stale", "second-review-missing"] == [
        rule for rule, _ in findings({**of, "mappings": [weighed]}, second_reviewer="true")
    ]


def test_nobody_is_asked_for_where_the_case_does_not_ask():
    assert [] == findings(sections())
    assert isinstance(case(**sections()), Case)
