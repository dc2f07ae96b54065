"""Where each rule draws its line. That it is broken at the right place is shown in `tests/broken/case`."""

from typing import Any

import pytest

from referral.case.checks import check_entries
from referral.case.checks.absent import gaps_in_ids
from referral.case.checks.evidence import stays_inside
from tests.unit.builder import charge, fact, header, item, loaded, mapping, person, source


def found(rule: str, **sections: Any) -> list[str]:
    """The messages of one rule about a case of these sections."""
    return [finding.message for finding in check_entries(loaded(**sections)) if finding.rule == rule]


def place(code: str, **fields: Any) -> dict[str, Any]:
    return {"id": code, "name": "A place", **fields}


def incident(**fields: Any) -> dict[str, Any]:
    return {
        "id": "INC-01",
        "title": "A raid",
        "type": "raid_detention",
        "date": "2022-03",
        "places": ["PL-01"],
        **fields,
    }


def occupied(code: str, start: str | None, end: str | None = None) -> dict[str, Any]:
    return {"id": "OCC-01", "place": code, "authority": "A body", "start": start, "end": end}


def test_a_place_in_an_occupied_area_is_occupied_too():
    places = [place("PL-01", part_of="PL-02"), place("PL-02", part_of="PL-03"), place("PL-03")]

    assert [] == found(
        "occupation-not-evidenced", places=places, incidents=[incident()], occupation=[occupied("PL-03", "2014")]
    )
    assert found(
        "occupation-not-evidenced",
        places=places[::-1],
        incidents=[incident(places=["PL-03"])],
        occupation=[occupied("PL-01", "2014")],
    )


@pytest.mark.parametrize(
    ("start", "end", "is_covered"),
    [
        ("2022-03-01", "2022-03-31", True),
        ("2022-03-01", None, True),
        ("2022", "2022", True),
        ("2022-03-02", None, False),
        ("2022-04", None, False),
        ("2022-01", "2022-03-30", False),
        ("2014", "../2022", True),
        ("2014", "2022/..", True),
        ("../2014", None, False),
        (None, None, False),
    ],
)
def test_an_occupation_period_covers_a_date_from_its_first_day_to_its_last(
    start: str | None, end: str | None, is_covered: bool
):
    missing = found(
        "occupation-not-evidenced",
        places=[place("PL-01")],
        incidents=[incident()],
        occupation=[occupied("PL-01", start, end)],
    )

    assert is_covered == (missing == [])


def test_a_withdrawn_period_covers_nothing():
    period = {**occupied("PL-01", "2014"), "status": "withdrawn"}

    assert found("occupation-not-evidenced", places=[place("PL-01")], incidents=[incident()], occupation=[period])


@pytest.mark.parametrize(
    ("fields", "is_impossible"),
    [
        ({"created": "2022-03-05", "published": "2022-03-05"}, False),
        ({"created": "2022-03-XX", "published": "2022-03-01"}, False),
        ({"created": "2022-04", "published": "2022-03-XX"}, True),
        ({"created": "2022?", "published": "2021"}, True),
        ({"created": "2022/..", "published": "2021"}, True),
        ({"created": "../2022", "published": "1999"}, False),
        ({"created": "2025", "published": None}, True),
        ({"created": "2024", "published": None}, False),
        ({"captures": [{"captured_at": "2022-03-01"}], "published": "2022-03-02"}, True),
        ({"captures": [{"captured_at": "2024-02"}]}, True),
    ],
)
def test_only_what_is_certainly_out_of_order_is_impossible(fields: dict[str, Any], is_impossible: bool):
    assert is_impossible == bool(
        found("impossible-chronology", sources=[source()], evidence=[item(**{"created": None, **fields})])
    )


@pytest.mark.parametrize(("period", "is_outside"), [("2022", False), ("2022-03-31/2022-05", False), ("2022-04", True)])
def test_an_incident_is_outside_a_period_only_if_it_certainly_is(period: str, is_outside: bool):
    charged = charge(period=period, incidents=["INC-01"])

    assert is_outside == bool(found("incident-outside-period", incidents=[incident()], charges=[charged]))


@pytest.mark.parametrize("path", ["files/x.txt", "a/b/c", "x", "./x", "a..b/c", "файл.txt", "a b"])
def test_a_path_below_the_folder_stays_inside(path: str):
    assert stays_inside(path)


@pytest.mark.parametrize(
    "path",
    ["/x", "../x", "a/../../x", "..", "C:/x", "C:x", "\\x", "a\\b", "\\\\server\\share\\x", "//server/share/x", "a/.."],
)
def test_a_path_that_climbs_or_is_absolute_on_any_system_does_not(path: str):
    assert not stays_inside(path)


def test_ids_run_on_per_section_prefix_and_width():
    facts = [fact(code) for code in ("F-001", "F-002", "F-004", "F-008", "F-0001", "G-002", "F-X")]
    gaps = list(gaps_in_ids(loaded(facts=facts)))

    assert [("facts", 2, "F-003"), ("facts", 3, "F-005…F-007"), ("facts", 5, "G-001")] == sorted(
        gaps, key=lambda g: g[1]
    )


def test_a_withdrawn_entry_keeps_its_id_and_makes_no_gap():
    assert [] == found("id-gap", facts=[fact("F-001", status="withdrawn"), fact("F-002")])


def test_an_exculpatory_item_is_set_against_an_element_directly_or_by_a_fact():
    whole: dict[str, Any] = {"sources": [source()], "charges": [charge()], "facts": [fact("F-001")]}
    whole["evidence"] = [item(disclosure="exculpatory")]

    for subject in ({"evidence": "EV-0001"}, {"fact": "F-001"}):
        assert found("exculpatory-unmapped", **whole, mappings=[mapping(**subject)])
        assert [] == found("exculpatory-unmapped", **whole, mappings=[mapping(bearing="contradicts", **subject)])
        assert [] == found("exculpatory-unmapped", **whole, mappings=[mapping(bearing="qualifies", **subject)])


def test_a_contradiction_is_set_against_some_element_of_each_charge_that_the_other_supports():
    whole: dict[str, Any] = {"charges": [charge(), charge("CH-02")]}
    whole["facts"] = [fact("F-001"), fact("F-002", contradicts=["F-001"])]
    support = [mapping("M-001", fact="F-001"), mapping("M-002", fact="F-001", charge="CH-02")]
    against = mapping("M-003", "ex.1/2", fact="F-002", bearing="qualifies")

    assert [] == found("contradiction-unmapped", **whole)
    assert ["CH-01, CH-02" in m for m in found("contradiction-unmapped", **whole, mappings=support)] == [True]
    assert ["supports CH-02;" in m for m in found("contradiction-unmapped", **whole, mappings=[*support, against])] == [
        True
    ]


def test_an_item_may_go_to_one_element_with_two_bearings():
    assert [] == found("repeated-mapping", mappings=[mapping("M-001"), mapping("M-002", bearing="qualifies")])
    assert [] == found("repeated-mapping", mappings=[mapping("M-001"), mapping("M-002", status="withdrawn")])
    assert found("repeated-mapping", mappings=[mapping("M-001"), mapping("M-002", tier="secondary")])


def test_invented_and_real_may_share_a_place_and_nothing_that_speaks_or_acts():
    demonstration: dict[str, Any] = {"case": header(demonstration="true"), "places": [place("PL-01")]}

    assert [] == found("invented-supports-real", **demonstration, incidents=[incident(invented="true")])
    people = {"persons": [person()], "incidents": [incident(invented="true", victims=["PER-001"])]}
    assert found("invented-supports-real", **demonstration, **people)


def test_the_same_rule_holds_for_entries_of_both_kinds():
    invented = {"sources": [source(invented="true")], "evidence": [item(invented="true")]}

    assert [] == found("invented-supports-real", case=header(demonstration="true"), **invented)
    assert found("invented-not-allowed", **invented)


@pytest.mark.parametrize(("captured", "is_late"), [("2024-03-04", False), ("2024-03-06", True), ("2024", False)])
def test_a_capture_is_late_two_years_after_publication(captured: str, is_late: bool):
    page = item(published="2022-03-05", captures=[{"captured_at": captured}])

    assert is_late == bool(found("late-capture", case=header(as_at="2025"), sources=[source()], evidence=[page]))


def test_several_captures_together_may_be_complete():
    page = item(
        kind="digital_open_source",
        captures=[{"url": "https://example.org", "html_source": "true"}, {"full_page": "true"}],
    )
    lacking = item(kind="digital_open_source", captures=[{"html_source": "true"}])

    assert [] == found("incomplete-capture", evidence=[page])
    assert ["EV-0001 has no address, no full-page capture; documents will print a placeholder"] == found(
        "incomplete-capture", evidence=[lacking]
    )
    assert [] == found("incomplete-capture", evidence=[item()])


def test_a_circle_is_told_once_and_a_ladder_is_none():
    ladder = [place("PL-01", part_of="PL-02"), place("PL-02", part_of="PL-03"), place("PL-03")]
    circle = [*ladder[:2], place("PL-03", part_of="PL-01"), place("PL-04", part_of="PL-01")]

    assert [] == found("circular-reference", places=ladder)
    assert ["PL-01, PL-02, PL-03 lead back to themselves; break the circle"] == found(
        "circular-reference", places=circle
    )
    assert found("circular-reference", facts=[fact("F-001", inferred_from=["F-001"])])
    assert found("circular-reference", evidence=[item(translation_of="EV-0002"), item("EV-0002", excerpt_of="EV-0001")])


def test_two_circles_are_told_both():
    pairs = [("PL-01", "PL-02"), ("PL-02", "PL-01"), ("PL-03", "PL-04"), ("PL-04", "PL-03")]

    assert 2 == len(found("circular-reference", places=[place(code, part_of=other) for code, other in pairs]))


def test_only_a_proceeding_in_which_somebody_is_charged_needs_parties():
    proceeding = {"id": "PR-01", "kind": "pre_trial", "title": "A proceeding"}

    assert [] == found("absent-party", proceedings=[proceeding])
    named = found("absent-party", proceedings=[proceeding], charges=[charge(proceeding="PR-01")])
    assert ["investigator", "prosecutor"] == [message.split()[3].rstrip(";") for message in named]
    assert [] == found(
        "absent-party", proceedings=[{**proceeding, "kind": "court"}], charges=[charge(proceeding="PR-01")]
    )


def test_a_suspicion_against_a_person_names_its_proceeding():
    assert found("absent-party", persons=[person()], charges=[charge(person="PER-001", stage="suspicion")])
    assert [] == found("absent-party", persons=[person()], charges=[charge(person="PER-001")])
    assert [] == found("absent-party", charges=[charge(stage="suspicion")])


def test_many_unknown_references_are_told_without_searching_for_the_nearest_each_time():
    facts = [fact(f"F-{n:05}", f"EV-{n:05}") for n in range(1, 2001)]
    items = [item(f"EW-{n:05}") for n in range(1, 2001)]
    findings = [
        f
        for f in check_entries(loaded(sources=[source()], facts=facts, evidence=items))
        if f.rule == "unknown-evidence"
    ]

    assert (2000, 50) == (len(findings), sum(f.hint is not None for f in findings))
