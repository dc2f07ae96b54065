"""Sign-offs are work of those who draw up a case: no recipient is told of them, not even by a digest."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from referral.app.project import Project, Sources, load_case
from referral.protection.internal_work import without_reviews
from referral.protection.profiles import PROFILES
from tests.unit.builder import DATA, Entry, charge, fact, header, item, mapping, source, write_case

SOURCES = Sources((DATA / "law",), (DATA / "templates",))
OTHERS = sorted(PROFILES.keys() - {"internal"})
DIGEST = "ab" * 32
REVIEWER = "reviewer-of-the-night-shift"


def project(folder: Path, *reviews: Entry, **fields: str) -> Project:
    folder.mkdir()
    entries = {
        "sources": [source()],
        "evidence": [item()],
        "facts": [fact(reviews=_pasted(reviews))],
        "charges": [charge(), charge("CH-02")],
        "mappings": [mapping(element="ex.1/3", fact="F-001", read_by=[{"charge": "CH-02"}], reviews=_pasted(reviews))],
    }
    return load_case(write_case(folder, case=header(**fields), **entries), SOURCES)


def _pasted(reviews: Sequence[Entry]) -> list[Entry]:
    return [{**one, "fingerprint": {"entry": DIGEST, "evidence": DIGEST}} for one in reviews]


def signed(folder: Path) -> Project:
    review = {"by": REVIEWER, "on": "2024-01-30", "note": "Seen at night."}
    return project(folder, review, second_reviewer="true")


@pytest.mark.parametrize("profile", OTHERS)
def test_a_sign_off_leaves_the_view_of_every_recipient_as_it_was(profile: str, tmp_path: Path):
    with_it, without_it = signed(tmp_path / "a").view(profile), project(tmp_path / "b").view(profile)

    assert without_it.digest == with_it.digest
    assert () == with_it.reviews
    assert not with_it.case.case.second_reviewer


@pytest.mark.parametrize("profile", OTHERS)
def test_no_word_of_a_sign_off_is_in_the_view_of_a_recipient(profile: str, tmp_path: Path):
    view = signed(tmp_path / "a").view(profile)
    told = json.dumps(view.case.model_dump(mode="json")) + repr(view.coverage)

    assert [] == [words for words in (REVIEWER, DIGEST, "Seen at night.") if words in told]


def test_those_who_draw_up_the_case_are_told_in_working_papers_alone(tmp_path: Path):
    view = signed(tmp_path / "a").view("internal")

    assert ["F-001", "M-001"] == [one.id for one in view.reviews]
    assert REVIEWER in json.dumps(view.case.model_dump(mode="json"))
    assert () == view.for_filing().reviews
    assert REVIEWER not in json.dumps(view.for_filing().case.model_dump(mode="json"))


def test_what_is_filed_from_the_whole_case_does_not_hang_on_sign_offs(tmp_path: Path):
    with_it, without_it = signed(tmp_path / "a").view("internal"), project(tmp_path / "b").view("internal")

    assert without_it.digest != with_it.digest
    assert without_it.for_filing().digest == with_it.for_filing().digest


def test_how_entries_stand_is_part_of_the_digest_of_those_who_are_told(tmp_path: Path):
    view = signed(tmp_path / "a").view("internal")

    assert view.digest != replace(view, reviews=()).digest


def test_entries_that_nobody_signed_off_are_the_very_same(tmp_path: Path):
    case = project(tmp_path / "a").loaded.case

    assert case.facts[0] is without_reviews(case).facts[0]
