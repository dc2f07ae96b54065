"""What is said of a quotation of law: its edition by its days, its source by title, its status."""

from datetime import date

import pytest

from referral.composition.functions.law_notes import LawNoteFunctions
from referral.language.phrases import Phrases
from tests.unit.composition.scenes import PHRASES, scene

WORDS = {
    "law_note": {
        "wording": "{edition}; {source}; {status}",
        "elements": "{authority}; {source}; {status}",
        "edition": "edition {days}",
        "one_edition": "only edition",
    },
    "law_status": {"verified": "verified", "working": "working"},
}


@pytest.mark.parametrize(
    ("provision", "day", "note"),
    [
        ("ex.1", date(2020, 6, 1), "edition until 31 December 2020; Gazette of Example; verified"),
        ("ex.1", date(2021, 6, 1), "edition since 1 January 2021; Gazette of Example; verified"),
        ("ex.2", date(2021, 6, 1), "only edition; Gazette of Example; verified"),
        ("ex.2", date(1990, 6, 1), ""),
    ],
)
def test_a_wording_is_followed_by_the_edition_of_the_day(provision: str, day: date, note: str):
    entered = scene()
    entered.phrases = Phrases({**PHRASES, **WORDS}, "en")
    told = LawNoteFunctions(entered).law_note(provision, day, "en")
    assert note == told.replace("\u00a0", " ")


def test_a_breakdown_of_our_own_has_no_authority_to_name():
    assert "" == LawNoteFunctions(scene()).elements_note(["ex.1/1", "ex.1/2"])
