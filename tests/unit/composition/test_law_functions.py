"""The law in templates: several provisions in a row, and the open points about them."""

from datetime import date

import pytest

from referral.composition.functions.law import LawFunctions
from referral.composition.functions.law_in_time import LawInTimeFunctions
from referral.composition.functions.law_wording import LawWordingFunctions
from referral.edtf import parse_edtf
from tests.unit.composition.scenes import scene


@pytest.mark.parametrize(
    ("provisions", "cited"),
    [
        ([], ""),
        (["ex.1"], "article 1 EC"),
        (["ex.1", "ex.2", "ex.3", "ex.5"], "articles 1–3 EC; article 5 EC"),
        (["ex.5", "ex.1"], "article 5 EC; article 1 EC"),
    ],
)
def test_provisions_that_follow_one_another_are_cited_as_a_range(provisions: list[str], cited: str):
    assert cited == LawFunctions(scene()).cite_laws(provisions)


def test_wordings_to_check_are_one_open_point_that_names_a_range():
    entered = scene()
    for cited in ("article 1 EC", "article 2 EC", "article 9 EC"):
        entered.check_law("open.law_check", cited)
    assert ["check articles 1–2 EC; article 9 EC"] == [point.text for point in entered.gathered_points()]


def test_editions_that_a_period_touches_are_named_by_their_days():
    entered = scene()
    LawInTimeFunctions(entered).editions("ex.1", parse_edtf("2020/2022"))
    (point,) = entered.points
    assert "article 1 EC: 1 January 2001 – 31 December 2020; since 1 January 2021" == point.text.replace("\u00a0", " ")


def test_wording_that_changed_in_the_period_is_not_taken_from_its_first_day():
    entered = scene()
    given = LawWordingFunctions(entered).law_text("ex.1", parse_edtf("2020/2022"))

    assert (None, "uncertain") == (given["text"], given["status"])
    assert ["article 1 EC: 1 January 2001 – 31 December 2020; since 1 January 2021"] == [
        point.text.replace("\u00a0", " ") for point in entered.points
    ]


def test_each_edition_of_a_wording_that_changed_is_printed_with_its_day():
    entered = scene()
    given = LawWordingFunctions(entered).law_paragraphs("ex.1", parse_edtf("2020-06/2022"))

    assert [(date(2020, 6, 1), "another away"), (date(2021, 1, 1), "another person away")] == [
        (norm["day"], norm["text"].removeprefix("Whoever takes ").removesuffix(" is punished.")) for norm in given
    ]
    assert 1 == len(entered.points)


def test_wording_that_did_not_change_in_the_period_is_printed():
    entered = scene()
    law_text = LawWordingFunctions(entered).law_text

    assert "Whoever takes another person away is punished." == law_text("ex.1", parse_edtf("2021/.."))["text"]
    assert "Whoever keeps" in law_text("ex.2", parse_edtf("2020/2022"))["text"]
    assert [] == entered.points


def test_a_period_within_one_edition_is_no_open_point():
    entered = scene()
    LawInTimeFunctions(entered).editions("ex.1", parse_edtf("2021/2022"))
    assert [] == entered.points


def test_an_instrument_is_named_and_a_form_that_the_library_lacks_is_empty():
    functions = LawFunctions(scene())
    assert ("Example Code", "") == (functions.instrument_name("ex.1"), functions.instrument_name("ex.1", "gen"))


def test_wording_that_is_whole_is_not_cut():
    assert not LawWordingFunctions(scene()).law_text("ex.1", parse_edtf("2020-06"))["is_cut"]


def test_what_a_charge_under_a_provision_must_give_is_told():
    given = {code: LawFunctions(scene()).provision_info(code) for code in ("ex.1", "ex.7.c", "ex.6")}
    assert {"ex.1": [], "ex.7.c": ["orders"], "ex.6": []} == {
        code: info["charge_names"] for code, info in given.items()
    }
    assert ["ex.6"] == [code for code, info in given.items() if info["joint_needs_group"]]
