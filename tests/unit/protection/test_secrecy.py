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


def permission(*recipients: str, **terms: str) -> dict[str, Any]:
    return {"by": "A prosecutor", "given_on": "2023-02-01", "recipients": list(recipients), **terms}


def secret(*recipients: str, **fields: Any) -> dict[str, Any]:
    permissions = [permission(*recipients)]
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


PICTURE = {"path": "files/a.png", "role": "original", "shows_nobody": "true", "digest": {"value": "0" * 64}}


def limited(allows: str, code: str = "EV-0001", **fields: Any) -> dict[str, Any]:
    to_all = [permission(*OUTSIDE, "court", allows=allows)]
    return item(code, files=[PICTURE | {"path": f"files/{code}.png"}], release_permissions=to_all, **fields)


@pytest.mark.parametrize("profile", [*OUTSIDE, "court"])
@pytest.mark.parametrize("need", ["true", "false"])
def test_where_the_text_alone_may_go_no_file_and_no_picture_goes(profile: str, need: str):
    view = seen(profile, evidence=[limited("text_only", needs_release_permission=need)], facts=[fact()])
    (shown,) = view.case.evidence

    assert (["F-001"], []) == ([each.id for each in view.case.facts], shown.files)
    assert frozenset() == view.pictures
    assert ("EV-0001", "files") in view.cut


def test_nor_does_a_file_of_what_was_made_of_it():
    items = [limited("text_only"), limited("whole", "EV-0002", excerpt_of="EV-0001"), limited("whole", "EV-0003")]

    assert [0, 0, 1] == [len(each.files) for each in seen("public", evidence=items).case.evidence]


@pytest.mark.parametrize("profile", [*OUTSIDE, "court"])
def test_where_only_the_existence_may_be_told_the_item_is_counted_and_no_more(profile: str):
    view = seen(profile, evidence=[limited("existence_only"), item("EV-0002")], facts=[fact()])

    assert ["EV-0002"] == [each.id for each in view.case.evidence]
    assert {"evidence": 1, "facts": 1} == view.withheld


def test_of_several_permissions_the_widest_holds():
    several = [permission("public", allows=allows) for allows in ("existence_only", "text_only")]
    (one,) = seen("public", evidence=[limited("whole") | {"release_permissions": several}]).case.evidence
    (other,) = seen(
        "public", evidence=[limited("whole") | {"release_permissions": [*several, permission("public")]}]
    ).case.evidence

    assert [0, 1] == [len(one.files), len(other.files)]


@pytest.mark.parametrize(("profile", "files"), [("internal", 1), ("defence", 1)])
def test_who_draws_up_the_case_and_who_is_not_named_in_a_permission_is_not_limited_by_it(profile: str, files: int):
    assert [files] == [len(each.files) for each in seen(profile, evidence=[limited("text_only")]).case.evidence]


def test_a_permission_that_names_those_who_draw_up_the_case_takes_nothing_from_them():
    terms = permission("internal", allows="existence_only")

    assert 1 == len(seen("internal", evidence=[item(release_permissions=[terms])]).case.evidence)
