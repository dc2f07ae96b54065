"""A file of evidence goes to who may see all that is in it; nobody else gets more than the pixels of a picture."""

from typing import Any

import pytest

from referral.case.model import Case
from referral.coverage import assess
from referral.protection.files_seen import Form, HandedFile, files_seen, manifests_seen
from referral.protection.profiles import PROFILES
from referral.protection.vault import Identity, Name
from referral.protection.view import View, view_for
from tests.unit.builder import case, header, item, law, person, source

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


def seen(told: Case, profile: str) -> View:
    return view_for(told, assess(told, law()), IDENTITIES, PROFILES[profile], None)


def handed(told: Case, profile: str) -> list[HandedFile]:
    return list(files_seen(seen(told, profile), IDENTITIES))


def forms(told: Case, profile: str) -> list[Form]:
    return [one.form for one in handed(told, profile)]


def of_items(*entries: dict[str, Any]) -> Case:
    """A case with public items and, in a secret one, a witness of whom nothing else tells."""
    hidden = item("EV-0009", persons=[WITNESS], confidentiality="secret")
    people = [person(SUSPECT, confidentiality="public"), person(WITNESS, "witness", confidentiality="secret")]
    public = [{**entry, "confidentiality": "public"} for entry in entries]
    return case(persons=people, sources=[source(confidentiality="public")], evidence=[*public, hidden])


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


def test_a_file_that_tells_of_somebody_of_whom_the_vault_says_nothing_goes():
    unknown = told(PAPER, persons=["PER-003"])
    people = [*unknown.persons, *case(persons=[person("PER-003", "witness")]).persons]
    assert [WHOLE] == forms(unknown.model_copy(update={"persons": people}), "court")


def test_a_file_of_an_item_of_which_a_part_is_withheld_stays_and_those_of_other_items_go():
    cut = item(files=[PAPER], date_basis="As EV-0009 shows.")
    assert [NOTHING, WHOLE] == forms(of_items(cut, item("EV-0002", files=[{"path": "files/b.pdf"}])), "court")


def test_a_file_of_which_it_may_not_be_told_what_is_seen_in_it_stays():
    assert [NOTHING] == forms(of_items(item(files=[{**PAPER, "depicts": "PER-002 at the gate."}])), "court")


def test_a_remark_of_ours_that_is_withheld_keeps_no_file_back():
    assert [WHOLE] == forms(of_items(item(files=[PAPER], note="As EV-0009 shows.")), "court")


def test_a_permission_to_hand_an_item_to_others_keeps_no_file_back():
    permitted = [{"by": "A judge", "given_on": "2023", "recipients": ["icc-public", "icc-confidential"]}]
    permitted += [{"by": "A judge", "given_on": "2023", "recipients": ["publication"]}]
    assert [WHOLE] == forms(of_items(item(files=[PAPER], release_permissions=permitted)), "icc-confidential")


def test_of_versions_of_versions_all_originals_are_asked():
    first = item(files=[PAPER], persons=[WITNESS])
    second = item("EV-0002", files=[{"path": "files/b.pdf"}], transcript_of="EV-0001")
    third = item("EV-0003", files=[{"path": "files/c.pdf"}], translation_of="EV-0002", excerpt_of="EV-0001")
    assert [NOTHING] * 3 == forms(of_items(first, second, third), "court")


STAMP = {"kind": "rfc3161", "path": "files/paper.tsr", "certificates": "files/authority.pem"}
STAMPED = {**PAPER, "timestamps": [STAMP]}


def test_timestamps_go_with_the_file_that_they_prove_if_it_goes_as_it_is():
    paths = [(one.file.path, one.file.role, one.form) for one in handed(told(STAMPED), "court")]
    proofs = [("files/paper.tsr", "sidecar", WHOLE), ("files/authority.pem", "sidecar", WHOLE)]

    assert [("files/paper.pdf", "original", WHOLE), *proofs] == paths
    assert [NOTHING] == forms(told(STAMPED, persons=[WITNESS]), "court")


def test_a_proof_that_is_a_file_of_the_item_goes_once():
    listed = {"path": "files/authority.pem", "role": "sidecar"}

    assert 3 == len(handed(told(STAMPED, listed), "court"))


@pytest.mark.parametrize(("profile", "expected"), [("prosecution", ["files/own.sha256"]), ("public", [])])
def test_a_list_of_digests_goes_if_every_file_that_it_names_goes_as_it_is(profile: str, expected: list[str]):
    listed = {"files/own.sha256": ["files/paper.pdf"], "files/all.sha256": ["files/paper.pdf", "files/photo.jpg"]}
    whole = told(PAPER)
    whole = whole.model_copy(update={"case": case(case=header(manifests=[{"path": path} for path in listed])).case})
    view = seen(whole, profile)

    assert expected == [kept.path for kept in manifests_seen(view, handed(whole, profile), listed.__getitem__)]


def test_a_list_of_digests_that_names_a_withheld_file_stays():
    whole = told(PAPER, only_as_lead=True)
    whole = whole.model_copy(update={"case": case(case=header(manifests=[{"path": "files/own.sha256"}])).case})

    assert [] == manifests_seen(seen(whole, "prosecution"), handed(whole, "prosecution"), lambda _: ["files/paper.pdf"])


@pytest.mark.parametrize(("profile", "known"), [("internal", 1), ("prosecution", 1), ("court", 0), ("public", 0)])
def test_lists_of_all_files_are_for_those_who_work_on_the_case(profile: str, known: int):
    whole = case(case=header(manifests=[{"path": "files/all.sha256"}]))

    assert known == len(seen(whole, profile).case.case.manifests)
