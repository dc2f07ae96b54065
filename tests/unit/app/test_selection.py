"""Which documents are asked for: those of the list, narrowed, or one by name."""

from pathlib import Path
from typing import Any

import pytest

from referral.app.project import Project
from referral.app.selection import Wanted, one_request, selected
from referral.errors import UsageError
from tests.unit.app.test_build import project

DOCUMENTS = [
    {"id": "letter", "lang": "en", "profile": "internal", "addressee": "Office 1"},
    {"id": "letter", "lang": "en", "profile": "public", "addressee": "Office 2"},
    {"id": "notice", "lang": "en", "profile": "prosecution", "person": "PER-001", "place": "A town", "date": "2024"},
]


@pytest.fixture
def two_accused(tmp_path: Path) -> Project:
    return project(tmp_path, "PER-001", "PER-002", documents=DOCUMENTS)


def found(made: Project, **wanted: Any) -> list[tuple[str, str, str | None]]:
    return [(r.id, r.profile, r.person) for r in selected(made, Wanted(**wanted))]


def test_without_wishes_it_is_the_list(two_accused: Project):
    assert two_accused.loaded.case.documents == selected(two_accused, Wanted())


def test_the_list_is_narrowed(two_accused: Project):
    assert [("letter", "public", None)] == found(two_accused, lang="en", profile="public")


def test_a_named_document_is_for_the_public_unless_somebody_else_is_named(two_accused: Project):
    assert [("letter", "public", None)] == found(two_accused, document="letter")
    assert [("letter", "prosecution", None)] == found(two_accused, document="letter", profile="prosecution")


def test_of_a_named_document_the_entry_for_that_recipient_counts(two_accused: Project):
    addressees = [
        selected(two_accused, Wanted("letter", profile=profile))[0].addressee for profile in ("internal", "public")
    ]

    assert ["Office 1", "Office 2"] == [a.by_lang[""] if a else "" for a in addressees]


def test_a_suspect_narrows_to_the_documents_about_him(two_accused: Project):
    assert [("notice", "prosecution", "PER-001")] == found(two_accused, person="PER-001")


def test_the_notice_to_one_suspect_does_not_bear_the_date_of_anothers(two_accused: Project):
    (own,), (others,) = (selected(two_accused, Wanted(person=code)) for code in ("PER-001", "PER-002"))

    assert ("2024", None) == (own.date and own.date.text, others.date)
    assert own.place == others.place


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ({"document": "leter"}, 'no document "leter"; nearest: letter'),
        ({"document": "letter", "lang": "EN"}, '"letter" has no source in "EN"; languages: en'),
        ({"document": "letter", "profile": "P Q"}, 'no profile "P Q"; profiles: '),
        ({"document": "letter", "person": "PER-001"}, "for a document about one person"),
        ({"lang": "fr"}, "the case lists none that fits"),
    ],
)
def test_a_wish_that_nothing_fits_is_wrong_usage(two_accused: Project, wanted: dict[str, Any], words: str):
    with pytest.raises(UsageError, match=words):
        selected(two_accused, Wanted(**wanted))


def test_a_listed_document_is_found_by_its_recipient(two_accused: Project):
    assert DOCUMENTS[1]["profile"] == one_request(two_accused, Wanted("letter", profile="public")).profile


def test_a_document_that_the_list_lacks_is_made_as_build_would_make_it(two_accused: Project):
    asked = Wanted("letter", profile="prosecution")

    assert selected(two_accused, asked)[0] == one_request(two_accused, asked)
