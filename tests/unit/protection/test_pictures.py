"""Which pictures a recipient may be shown: of items that he sees, and in a wide circle of none that names a face."""

from typing import Any

from referral.coverage import assess
from referral.protection.profiles import PROFILES
from referral.protection.view import View, view_for
from tests.unit.builder import case, item, law, source

OPEN, SAFE = "files/open.png", "files/safe.png"


def view(profile: str, **more: Any) -> View:
    files = [{"path": OPEN}, {"path": SAFE, "shows_nobody": "true"}]
    whole = case(sources=[source()], evidence=[item(kind="photo", files=files, **more)])
    return view_for(whole, assess(whole, law()), {}, PROFILES[profile], None)


def seen(profile: str, **more: Any) -> frozenset[str]:
    return view(profile, **more).pictures


def test_those_who_work_on_the_case_see_every_picture():
    assert {OPEN, SAFE} == seen("internal")
    assert {OPEN, SAFE} == seen("prosecution")


def test_a_wide_circle_sees_only_what_was_looked_through():
    assert {SAFE} == seen("public")


def test_a_picture_of_an_item_that_is_withheld_is_shown_to_nobody():
    assert frozenset() == seen("public", confidentiality="confidential")
    assert frozenset() == seen("prosecution", confidentiality="secret")


def test_what_has_no_evidence_has_no_picture():
    assert frozenset() == seen("publication")
