"""A file of evidence goes to who may see all that is in it; nobody else gets more than the pixels of a picture."""

from typing import Any

import pytest

from referral.case.model import Case
from referral.coverage import assess
from referral.protection.files_seen import Form, files_seen
from referral.protection.profiles import PROFILES
from referral.protection.vault import Identity, Name
from referral.protection.view import view_for
from tests.unit.builder import case, item, law, person, source

SUSPECT, WITNESS = "PER-001", "PER-002"
GRANTED = {
    "given_on": "2022-01-01",
    "form": "written",
    "uses": dict.fromkeys(("storage", "national_authorities", "icc", "publication"), "granted"),
}
IDENTITIES = {
    code: Identity(person=code, names=[Name(last=name, first="X")]) for code, name in ((SUSPECT, "Aa"), (WITNESS, "Bb"))
}
WHOLE, PIXELS, NOTHING = Form.AS_RECORDED, Form.PICTURE, Form.WITHHELD


def told(*files: dict[str, Any], sources: list[dict[str, Any]] | None = None, **fields: Any) -> Case:
    """A case with one public item that has these files."""
    people = [
        person(SUSPECT, confidentiality="public"),
        person(WITNESS, "witness", confidentiality="public", consent=GRANTED),
    ]
    one = item(confidentiality="public", files=list(files), **fields)
    return case(persons=people, sources=sources or [source(confidentiality="public")], evidence=[one], charges=[])


def forms(told: Case, profile: str) -> list[Form]:
    view = view_for(told, assess(told, law()), IDENTITIES, PROFILES[profile], None)
    return [handed.form for handed in files_seen(view, IDENTITIES)]


PAPER: dict[str, Any] = {"path": "files/paper.pdf"}
PHOTO: dict[str, Any] = {"path": "files/photo.jpg", "depicts": "A gate"}
EMPTY_STREET: dict[str, Any] = {**PHOTO, "shows_nobody": True}
REDACTED: dict[str, Any] = {"path": "files/public.pdf", "role": "redacted", "derived_from": "files/paper.pdf"}


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ("internal", WHOLE),
        ("prosecution", WHOLE),
        ("defence", WHOLE),
        ("icc-confidential", WHOLE),
        ("public", NOTHING),
        ("icc-public", NOTHING),
    ],
)
def test_a_file_of_which_nothing_is_hidden_goes_as_it_is_but_never_to_all(profile: str, expected: Form):
    assert [expected] == forms(told(PAPER), profile)


@pytest.mark.parametrize(
    "field", [{"persons": [WITNESS]}, {"account": {"person": WITNESS, "kind": "statement"}, "kind": "testimony"}]
)
def test_a_file_that_tells_of_a_person_by_code_stays(field: dict[str, Any]):
    assert [NOTHING] == forms(told(PAPER, **field), "court")


def test_a_file_in_which_a_person_by_code_speaks_stays():
    speaks = source(confidentiality="public", kind="person", person=WITNESS)
    assert [NOTHING] == forms(told(PAPER, sources=[speaks]), "court")


def test_a_file_that_tells_of_whom_the_recipient_may_know_goes():
    assert [WHOLE] == forms(told(PAPER, persons=[SUSPECT]).model_copy(update={"charges": []}), "prosecution")


def test_what_was_redacted_to_be_shown_goes_where_the_original_does_not():
    assert [NOTHING, WHOLE] == forms(told(PAPER, REDACTED, persons=[WITNESS]), "court")
    assert [NOTHING, NOTHING] == forms(told(PAPER, REDACTED), "public")


@pytest.mark.parametrize(
    ("photo", "profile", "expected"),
    [(PHOTO, "court", PIXELS), (PHOTO, "public", NOTHING), (EMPTY_STREET, "public", PIXELS)],
)
def test_of_a_picture_go_the_pixels_as_in_documents(photo: dict[str, Any], profile: str, expected: Form):
    people = [WITNESS] if profile == "court" else []
    assert [expected] == forms(told(photo, persons=people), profile)


@pytest.mark.parametrize(("profile", "expected"), [("internal", WHOLE), ("prosecution", NOTHING)])
def test_what_was_given_as_a_lead_alone_goes_to_nobody_else(profile: str, expected: Form):
    assert [expected] == forms(told(PAPER, only_as_lead=True), profile)


def test_a_translation_of_what_a_person_by_code_told_stays_as_well():
    whole = told(PAPER, persons=[WITNESS])
    second = item("EV-0002", confidentiality="public", files=[{"path": "files/b.pdf"}], translation_of="EV-0001")
    both = case(
        persons=[p.model_dump() for p in whole.persons],
        sources=[source(confidentiality="public")],
        evidence=[item(confidentiality="public", files=[PAPER], persons=[WITNESS]), second],
    )
    assert [NOTHING, NOTHING] == forms(both, "court")
