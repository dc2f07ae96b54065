"""What stands beside the law: mistakes to avoid and policies, by the provisions that they are about."""

from dataclasses import replace

from referral.composition.functions.remarks import RemarkFunctions
from referral.language.phrases import Phrases
from tests.unit.builder import shipped_law
from tests.unit.composition.scenes import scene

WORDS = {
    "law_status": {"known": "known", "verified": "verified"},
    "law_note": {"secondary": "{status}, second hand"},
}
TREASON = "ua.cc.111"


def functions() -> RemarkFunctions:
    return RemarkFunctions(replace(scene(), law=shipped_law(), phrases=Phrases(WORDS, "en")))


def test_each_position_is_told_once_in_the_order_of_the_library():
    found = [p["id"] for p in functions().positions(["ua.cc.111-1.7", TREASON, TREASON])]

    assert found == [name for name in shipped_law().remarks if name in found]
    assert len(found) == len(set(found))


def test_a_position_says_who_says_it_when_and_where_it_was_read():
    found = next(p for p in functions().positions([TREASON]) if p["id"] == "ua.pos.crimea-head")

    assert "head of the Prosecutor’s Office of Crimea and Sevastopol" == found["speaker"]
    assert ("statement", "2022-07-27", "known, second hand") == (found["kind"], found["date"].text, found["status"])
    assert "Interfax-Ukraine, 27 July 2022 (Ukrainian)" == found["sources"][0]


def test_a_position_of_unknown_day_has_none():
    assert None is next(p for p in functions().positions([TREASON]) if p["id"] == "ua.pos.convictions")["date"]


def test_positions_and_cautions_are_never_mixed():
    made = functions()
    positions, cautions = ({p["id"] for p in told(["ua.cpc.55", TREASON])} for told in (made.positions, made.cautions))

    assert positions
    assert cautions
    assert set() == positions & cautions
    assert "ua.pf.11" in cautions


def test_provisions_that_nothing_stands_beside_have_nothing():
    assert [] == functions().positions(["ua.cpc.224"])
