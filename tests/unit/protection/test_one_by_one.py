"""Single rules of the view that the larger tests would not miss (`tests/mutation` says which those are)."""

from dataclasses import replace
from typing import Any

import pytest

from referral.case.model.people import Answer
from referral.coverage import Coverage, assess
from referral.protection.consent import agreed, answer_of, without_consent
from referral.protection.coverage_seen import plain_coverage
from referral.protection.cut_down import uses_made
from referral.protection.identities import as_seen, identities_shown
from referral.protection.pictures import pictures_seen
from referral.protection.profiles import PROFILES
from referral.protection.redaction import RedactionClass, class_of
from referral.protection.vault import Identity
from referral.protection.view import View, view_for
from tests.unit.builder import case, charge, citation, fact, item, law, mapping, person, source

GRANTED = {"icc": "granted", "national_authorities": "granted"}
NAMED = Identity.model_validate({"person": "PER-001", "names": [{"last": "Beispiel"}], "residence_unknown": "true"})
CLASSES = {
    "identity": ["label", "names", "citizenships"],
    "contact": ["contacts"],
    "family": ["family"],
    "location_current": ["residence"],
    "location_past": ["birth_place", "place", "places"],
    "source_or_intermediary": ["source", "citations", "custody", "received", "procedural_action"],
    "method": ["captures"],
    "third_party": ["persons"],
    "health_sexual_violence": ["survivor_of_sexual_violence"],
    "minor": ["minor"],
    "other": ["title", "note"],
}


def seen(profile: str, filer: str | None = None, **sections: Any) -> View:
    whole = case(**{"sources": [source()], "evidence": [item()], **sections})
    return view_for(whole, assess(whole, law()), {"PER-001": NAMED}, PROFILES[profile], None, filer)


@pytest.mark.parametrize(("kind", "field"), [(kind, field) for kind, fields in CLASSES.items() for field in fields])
def test_a_mark_names_the_class_of_what_is_not_shown(kind: str, field: str):
    assert RedactionClass(kind) == class_of(field)


def test_of_a_person_who_may_not_be_seen_it_stays_known_that_he_is_invented_or_withdrawn():
    (hidden,) = case(persons=[person(confidentiality="secret", invented="true", status="withdrawn")]).persons
    shown = as_seen(hidden, PROFILES["public"])

    assert (hidden.invented, hidden.status) == (shown.invented, shown.status)


@pytest.mark.parametrize("mark", ["minor", "survivor_of_sexual_violence"])
def test_a_suspect_whom_the_public_may_not_know_is_named_to_the_prosecution(mark: str):
    assert {"PER-001"} == seen("prosecution", persons=[person(**{mark: "true"})]).identities.keys()


@pytest.mark.parametrize("mark", ["minor", "survivor_of_sexual_violence"])
def test_a_wide_circle_is_not_told_his_name_even_if_it_might_see_his_entry(mark: str):
    whole = case(persons=[person(**{mark: "true"})])

    assert {} == identities_shown(whole, {"PER-001": NAMED}, PROFILES["publication"])


def test_what_anyone_may_read_is_published_and_what_one_body_reads_is_put_to_that_use_alone():
    assert {"icc", "publication"} == uses_made(PROFILES["public"], "icc")
    assert {"icc"} == uses_made(PROFILES["prosecution"], "icc")


def test_what_a_withdrawn_speaker_said_does_not_become_the_word_of_the_paper():
    speakers = [source(), source("SRC-02", status="withdrawn")]
    told = fact("F-001", citations=[citation(), citation(speaker="SRC-02")])
    (shown,) = seen("internal", sources=speakers, facts=[told]).case.facts

    assert 1 == len(shown.citations)


def test_that_a_suspect_was_looked_for_and_not_found_is_made_known_with_his_last_address():
    assert seen("publication", persons=[person()]).identities["PER-001"].residence_unknown


@pytest.mark.parametrize(
    ("consent", "use", "has_agreed"),
    [
        ({"uses": GRANTED}, "icc", True),
        ({"uses": {**GRANTED, "icc": "refused"}}, "icc", False),
        ({"uses": GRANTED, "withdrawn_on": "2023"}, "icc", False),
        (None, "icc", False),
        (None, None, True),
    ],
)
def test_who_files_himself_has_agreed_to_the_very_use_or_is_not_asked(
    consent: dict[str, Any] | None, use: str | None, has_agreed: bool
):
    told: dict[str, Any] = {"consent": consent} if consent else {}

    assert has_agreed == agreed("PER-001", case(persons=[person(role="victim", **told)]), use)


def test_nobody_agrees_who_is_not_in_the_case():
    assert not agreed("PER-009", case(persons=[person()]), None)
    assert not agreed(None, case(persons=[person()]), None)


def test_of_who_is_not_in_the_case_no_answer_is_known():
    assert Answer.NOT_ASKED is answer_of(None, "icc")


def test_a_minor_who_refused_has_refused_without_a_guardian_too():
    (minor,) = case(persons=[person(minor="true", consent={"uses": {"icc": "refused"}})]).persons

    assert Answer.REFUSED is answer_of(minor, "icc")


@pytest.mark.parametrize("profile", ["icc-confidential", "public"])
def test_what_names_a_person_whom_the_case_has_not_is_no_reason_to_stumble(profile: str):
    """Such a case has an error, and never comes so far; but what decides on protection must not be what breaks."""
    told = item("EV-0001", account={"person": "PER-009", "kind": "public_interview"}, persons=["PER-009"])

    assert isinstance(without_consent(case(sources=[source()], evidence=[told]), PROFILES[profile].use), set)


def test_testimony_of_nobody_that_was_made_of_a_shown_item_is_shown_with_it():
    """Whom the first item needs to ask it has asked; a second answer is not to be had."""
    items = [item(), item("EV-0002", kind="testimony", transcript_of="EV-0001")]

    assert ["EV-0001", "EV-0002"] == [e.id for e in seen("public", evidence=items).case.evidence]


def test_a_file_beside_a_picture_is_no_picture_whatever_it_shows():
    files = [
        {"path": f"files/{name}.png", "role": role, "shows_nobody": "true", "digest": {"value": "0" * 64}}
        for name, role in (("a", "original"), ("b", "sidecar"))
    ]

    assert {"files/a.png"} == pictures_seen(case(evidence=[item(files=files)]), PROFILES["public"])


def gap(**fields: Any) -> dict[str, Any]:
    return {"id": "GAP-01", "charge": "CH-01", "element": "ex.1/2", "reason": "It may stay.", "by": "a", **fields}


@pytest.mark.parametrize(
    ("level", "is_shown", "is_withheld"), [("public", True, False), ("secret", False, True), (None, False, False)]
)
def test_of_a_reason_why_a_gap_may_stay_it_is_told_that_it_is_withheld_if_it_is(
    level: str | None, is_shown: bool, is_withheld: bool
):
    gaps = [gap(confidentiality=level)] if level else []
    view = seen("prosecution", charges=[charge()], mappings=[mapping()], justified_gaps=gaps)
    element = next(e for e in view.coverage.charges[0].elements if e.element.id == "ex.1/2")

    assert (is_shown, is_withheld) == (element.justified is not None, element.is_reason_withheld)


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    whole = case(
        sources=[source()],
        evidence=[item(), item("EV-0002")],
        facts=[fact(), fact("F-002", "EV-0002")],
        charges=[charge()],
        mappings=[mapping(), mapping("M-002", "ex.1/2", fact="F-001")],
    )
    return assess(whole, law())


@pytest.mark.parametrize("field", ["state", "origins", "alternatives", "items"])
def test_no_part_of_an_element_is_left_out_of_what_a_stamp_digests(coverage: Coverage, field: str):
    (covered,) = coverage.charges
    first, second = covered.elements[:2]
    other: Any = {"state": object(), "origins": first.origins + 7, "alternatives": ("x",), "items": second.items}[field]
    changed = replace(covered, elements=(replace(first, **{field: other}), *covered.elements[1:]))

    assert plain_coverage(coverage) != plain_coverage(replace(coverage, charges=(changed,)))


@pytest.mark.parametrize("field", ["mapping", "evidence"])
def test_no_part_of_an_item_is_left_out_of_it(coverage: Coverage, field: str):
    (covered,) = coverage.charges
    first, second = covered.elements[:2]
    own = first.items[0]
    other: Any = {"mapping": second.items[0].mapping, "evidence": ("EV-0002",)}[field]
    changed = replace(
        covered, elements=(replace(first, items=(replace(own, **{field: other}),)), *covered.elements[1:])
    )

    assert plain_coverage(coverage) != plain_coverage(replace(coverage, charges=(changed,)))


def test_nor_are_charges_elements_orphans_and_what_is_withheld(coverage: Coverage):
    (covered,) = coverage.charges
    first, second = covered.elements[:2]
    swapped = (replace(first, element=second.element), *covered.elements[1:])
    variants = [
        coverage,
        replace(coverage, charges=(replace(covered, elements=swapped),)),
        replace(coverage, charges=(replace(covered, charge=covered.charge.model_copy(update={"id": "CH-09"})),)),
        replace(coverage, orphans=("F-009",)),
        *(replace(coverage, withheld=frozenset({pair})) for pair in PAIRS),
    ]
    told = [repr(plain_coverage(variant)) for variant in variants]

    assert len(variants) == len(set(told))


PAIRS = [("CH-01", "ex.1/1"), ("CH-01", "ex.1/2"), ("CH-02", "ex.1/1")]


def test_within_the_proceedings_it_is_known_to_whom_else_an_item_may_go():
    permission = {"by": "A prosecutor", "given_on": "2023-02-01", "recipients": ["icc-confidential"]}
    (shown,) = seen("prosecution", evidence=[item(release_permissions=[permission])]).case.evidence

    assert 1 == len(shown.release_permissions)
