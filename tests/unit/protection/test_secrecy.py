"""What is secret in the proceedings leaves them by written permission alone, for the recipients that it names."""

from typing import Any

import pytest

from referral.coverage import assess
from referral.protection.profiles import PROFILES
from referral.protection.view import View, view_for
from tests.unit.builder import case, fact, item, law, source

OUTSIDE = ("icc-confidential", "icc-public", "public")
INSIDE = ("internal", "prosecution", "court", "defence")
ALL = [*OUTSIDE, "publication"]


def seen(profile: str, **sections: Any) -> View:
    whole = case(sources=[source()], **sections)
    return view_for(whole, assess(whole, law()), {}, PROFILES[profile], None)


def secret(*recipients: str, **fields: Any) -> dict[str, Any]:
    permissions = [{"by": "A prosecutor", "given_on": "2023-02-01", "recipients": list(recipients)}]
    return item("EV-0001", needs_release_permission="true", **fields) | (
        {"release_permissions": permissions} if recipients else {}
    )


@pytest.mark.parametrize("profile", OUTSIDE)
def test_without_permission_an_item_and_what_rests_on_it_leave_for_nobody_outside(profile: str):
    view = seen(profile, evidence=[secret(), item("EV-0002")], facts=[fact(), fact("F-002", "EV-0002")])

    assert ["EV-0002"] == [each.id for each in view.case.evidence]
    assert ["F-002"] == [each.id for each in view.case.facts]
    assert {"evidence": 1, "facts": 1} == view.withheld


@pytest.mark.parametrize("profile", INSIDE)
def test_within_the_proceedings_no_permission_is_needed(profile: str):
    assert ["EV-0001"] == [each.id for each in seen(profile, evidence=[secret()]).case.evidence]


def test_a_permission_holds_for_the_recipients_that_it_names_and_for_nobody_else():
    kept = {
        profile: [e.id for e in seen(profile, evidence=[secret("icc-confidential")]).case.evidence]
        for profile in OUTSIDE
    }

    assert {"icc-confidential": ["EV-0001"], "icc-public": [], "public": []} == kept


def test_what_needs_no_permission_leaves_freely():
    assert ["EV-0001"] == [each.id for each in seen("public", evidence=[item()]).case.evidence]


def test_a_translation_of_what_is_secret_is_secret_too():
    translated = item("EV-0002", translation_of="EV-0001")

    assert [] == seen("icc-confidential", evidence=[secret(), translated]).case.evidence


def test_nobody_outside_is_told_of_permissions_for_others():
    open_to_all = item("EV-0001", release_permissions=secret("icc-confidential")["release_permissions"])

    assert [1, 0] == [
        len(seen(name, evidence=[open_to_all]).case.evidence[0].release_permissions) for name in ("internal", "public")
    ]


def test_every_profile_is_within_the_proceedings_or_outside():
    assert sorted(ALL) == sorted(name for name, profile in PROFILES.items() if profile.is_outside)
