"""Standards of capture as a document tells them: together by standard, what is shown and what is not."""

from typing import Any

from referral.composition.functions.captures import CaptureFunctions
from tests.unit.builder import item, shipped_law
from tests.unit.composition.scenes import scene

SHIPPED = shipped_law()
BERKELEY = "the Berkeley Protocol"
ITEM = item(
    kind="digital_open_source",
    captures=[{"url": "https://example.org", "content_verified": "true"}],
    custody=[{"type": "capture", "agent": "A-1"}],
)


def told(profile: str = "internal", **fields: Any) -> dict[str, tuple[set[str], set[str]]]:
    """By standard the places and texts of what is shown and of what is not."""
    made = scene(evidence=[{**ITEM, **fields}], profile=profile)
    made.law = SHIPPED
    found = CaptureFunctions(made).capture_standards("EV-0001")
    return {one["standard"]: (_texts(one["shown"]), _texts(one["lacking"])) for one in found}


def _texts(asked: list[dict[str, str]]) -> set[str]:
    return {one["text"] for one in asked}


def test_what_is_shown_and_what_is_not_stand_together_by_standard():
    shown, lacking = told()[BERKELEY]

    assert {"the web address that was captured", "the chain of custody"} == shown
    assert {"the source code of the page", "the whole page as an image", "a digest of the file"} < lacking


def test_each_thing_bears_its_place_in_the_standard_where_that_is_known():
    made = scene(evidence=[ITEM])
    made.law = SHIPPED
    (berkeley, own) = CaptureFunctions(made).capture_standards("EV-0001")

    assert {"155(a)", "167"} == {one["place"] for one in berkeley["shown"]}
    assert "" in {one["place"] for one in berkeley["lacking"]}
    assert (False, True) == (berkeley["is_read"], own["is_read"])


def test_a_wide_circle_is_not_told_whether_there_is_a_chain_of_custody():
    shown, lacking = told("public")[BERKELEY]

    assert "the web address that was captured" in shown
    assert "the chain of custody" not in shown | lacking


def below_minimum(profile: str) -> list[tuple[str, str, list[str]]]:
    made = scene(evidence=[ITEM], profile=profile)
    made.law = SHIPPED
    return [(one["standard"], one["place"], one["items"]) for one in CaptureFunctions(made).unmet_minimums()]


def test_what_an_item_lacks_of_a_minimum_stands_with_its_place_in_the_standard():
    places = ["155(b)", "155(c)", "155(c)"]

    assert [(BERKELEY, place, ["EV-0001"]) for place in places] == below_minimum("internal")


def test_nobody_else_is_told_what_falls_short_of_a_minimum():
    assert [] == below_minimum("prosecution")


def test_of_what_no_standard_is_about_nothing_is_told():
    assert {} == told(kind="document", captures=[])


def test_a_recording_is_set_against_the_standards_on_recordings():
    standards = told(kind="video", captures=[])

    assert BERKELEY not in standards
    assert {"the Leiden Guidelines"} < set(standards)
