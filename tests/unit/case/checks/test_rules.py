"""Where each rule draws its line. That it is broken at the right place is shown in `tests/broken/case`."""

from typing import Any

import pytest

from referral.case.checks import check_entries
from referral.case.checks.absent import gaps_in_ids
from referral.case.checks.evidence import stays_inside
from tests.unit.builder import case, charge, fact, header, item, loaded, mapping, person, source


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
    return {"id": "OCC-01", "place": code, "authority": "A body", "act": "A decree", "start": start, "end": end}


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
    gaps = list(gaps_in_ids(case(facts=facts)))

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


@pytest.mark.parametrize(
    "sections",
    [
        {"facts": [fact(contradicts=["F-001"])]},
        {"sources": [source(repeats=["SRC-01"])]},
        {"facts": [fact(inferred_from=["F-001"])]},
    ],
)
def test_what_names_itself_is_told_once(sections: dict[str, Any]):
    assert 1 == len(found("circular-reference", **sections))


def test_two_circles_are_told_both():
    pairs = [("PL-01", "PL-02"), ("PL-02", "PL-01"), ("PL-03", "PL-04"), ("PL-04", "PL-03")]

    assert 2 == len(found("circular-reference", places=[place(code, part_of=other) for code, other in pairs]))


def test_one_warning_of_an_entry_names_all_that_it_lacks():
    bare = item(author=None, created=None)

    assert ["EV-0001 does not give author, created or published, language; documents will print placeholders"] == found(
        "absent-detail", sources=[source(name="A body")], evidence=[bare]
    )


@pytest.mark.parametrize(
    ("lacking", "fields"),
    [
        ("", {"kind": "photo"}),
        ("language", {}),
        ("", {"language": "en", "published": "2022-03-06", "created": None}),
        ("publisher", {"language": "en", "kind": "digital_open_source"}),
        ("extent", {"language": "en", "procedural_action": {"name": "A search", "date": "2022"}}),
        (
            "custody.at",
            {"language": "en", "custody": [{"type": "x", "at": "2023", "agent": "A"}, {"type": "x", "agent": "A"}]},
        ),
        ("captures.tool", {"language": "en", "captures": [{"captured_at": "2023", "collector": "A"}]}),
        ("", {"language": "en", "account": {"person": "PER-001", "kind": "public_interview"}}),
        (
            "account.date, account.taken_by",
            {"language": "en", "account": {"person": "PER-001", "kind": "statement", "language": "en"}},
        ),
    ],
)
def test_an_item_lacks_what_is_printed_of_its_kind(lacking: str, fields: dict[str, Any]):
    messages = found("absent-detail", sources=[source(name="A body")], evidence=[item(**fields)])

    assert ([f"EV-0001 does not give {lacking}; documents will print placeholders"] if lacking else []) == messages


def test_a_fact_is_dated_if_it_tells_of_an_incident_and_a_number_always():
    assert [] == found("absent-detail", facts=[fact()])
    assert found("absent-detail", facts=[fact(incidents=["INC-01"])])
    number = {
        "id": "Q-01",
        "value": "5",
        "unit": "men",
        "category": "x",
        "scope": "all",
        "citations": fact()["citations"],
    }
    assert found("absent-detail", quantities=[number])
    assert [] == found("absent-detail", quantities=[{**number, "as_of": "2022"}])


def test_the_header_is_looked_at_where_documents_are_asked_for():
    assert [] == found("absent-detail")
    (message,) = found("absent-detail", documents=[{"id": "letter", "lang": "en", "profile": "public"}])
    assert "period, summary, methodology, filing_party.name, filing_party.kind" in message


def test_only_a_proceeding_in_which_somebody_is_charged_needs_parties():
    proceeding = {"id": "PR-01", "kind": "pre_trial", "title": "A proceeding"}

    assert [] == found("absent-from-notice", proceedings=[proceeding])
    (message,) = found("absent-from-notice", proceedings=[proceeding], charges=[charge(proceeding="PR-01")])
    assert "number, registered_on, authority, investigator, prosecutor;" in message
    assert [] == found(
        "absent-from-notice", proceedings=[{**proceeding, "kind": "court"}], charges=[charge(proceeding="PR-01")]
    )


def test_a_suspicion_against_a_person_names_its_conduct_incidents_and_proceeding():
    accused = charge(person="PER-001", stage="suspicion")

    assert ["conduct, incidents, proceeding;" in m for m in found("absent-from-notice", charges=[accused])] == [True]
    assert [] == found("absent-from-notice", charges=[{**accused, "stage": "communication"}])
    assert [] == found("absent-from-notice", charges=[charge(stage="suspicion")])


def entries_of(section: str, **fields: Any) -> dict[str, Any]:
    """One entry of a section, with these fields."""
    made = {
        "evidence": item,
        "persons": person,
        "postings": lambda **f: {"id": "POST-01", "person": "PER-001", "title": "A clerk", **f},
        "occupation": lambda **f: {"id": "OCC-01", "place": "PL-01", "authority": "A body", **f},
        "charges": charge,
        "mappings": mapping,
    }
    return {section: [made[section](**fields)]}


@pytest.mark.parametrize(
    ("section", "fields", "is_impossible"),
    [
        ("persons", {"roles": [{"role": "official", "start": "2023", "end": "2022"}]}, True),
        ("persons", {"roles": [{"role": "official", "end": "2030"}]}, False),
        ("persons", {"consent": {"given_on": "2023-05", "withdrawn_on": "2023-04"}}, True),
        ("persons", {"consent": {"given_on": "2039"}}, True),
        ("postings", {"start": "2044"}, True),
        ("postings", {"start": "2020", "end": "2030"}, False),
        ("occupation", {"start": "2044"}, True),
        ("charges", {"period": "2044"}, True),
        ("charges", {"period": "2022/.."}, False),
        ("mappings", {"reviewed_on": "2039"}, True),
        ("evidence", {"procedural_action": {"name": "A search", "date": "2039"}}, True),
        ("evidence", {"account": {"person": "PER-001", "kind": "statement", "date": "2022-03-06"}}, True),
        ("evidence", {"account": {"person": "PER-001", "kind": "statement", "date": "2022-03-05/2022-03-06"}}, False),
        ("evidence", {"captures": [{"captured_at": "2022-03-04"}]}, True),
        ("evidence", {"custody": [{"type": "x", "at": "2022-03-04"}]}, True),
        ("evidence", {"custody": [{"type": "x", "at": "2024-01"}, {"type": "x"}, {"type": "x", "at": "2023"}]}, True),
        ("evidence", {"kind": "digital_open_source", "published": "2023-02", "received": "2023-01"}, True),
        ("evidence", {"published": "2023-02", "received": "2023-01"}, False),
        ("evidence", {"status": "withdrawn", "created": "2044"}, False),
    ],
)
def test_each_kind_of_entry_has_its_order_of_dates(section: str, fields: dict[str, Any], is_impossible: bool):
    assert is_impossible == bool(found("impossible-chronology", **entries_of(section, **fields)))


def test_the_period_of_the_case_begins_before_the_day_it_speaks_of():
    assert found("impossible-chronology", case=header(period="2044"))
    assert [] == found("impossible-chronology", case=header(period="2023/2044"))


@pytest.mark.parametrize(
    ("fields", "is_told"),
    [
        ({"created": "2001"}, True),
        ({"created": "2001", "published": "2022-03"}, False),
        ({"created": "2001/.."}, False),
        ({"created": None}, False),
        ({"created": "2001", "kind": "official_act"}, False),
    ],
)
def test_what_was_made_before_an_event_cannot_tell_of_it_unless_it_orders_it(fields: dict[str, Any], is_told: bool):
    older = item(**{"kind": "audio", **fields})

    assert is_told == bool(found("told-before-event", evidence=[older], facts=[fact(date="2022-03")]))


def test_a_period_without_act_or_citation_covers_nothing():
    claim = {**occupied("PL-01", "2014"), "act": None}
    whole: dict[str, Any] = {"places": [place("PL-01")], "incidents": [incident()]}

    assert found("occupation-not-evidenced", **whole, occupation=[claim])
    assert [] == found("occupation-not-evidenced", **whole, occupation=[{**claim, "citations": fact()["citations"]}])


def test_an_exculpatory_fact_is_set_against_an_element():
    whole: dict[str, Any] = {"facts": [fact(topics=["exculpatory"])], "charges": [charge()]}

    assert found("exculpatory-unmapped", **whole)
    assert found("exculpatory-unmapped", **whole, mappings=[mapping(fact="F-001")])
    assert [] == found("exculpatory-unmapped", **whole, mappings=[mapping(fact="F-001", bearing="qualifies")])


@pytest.mark.parametrize(
    ("kind", "fields", "is_online"),
    [
        ("photo", {}, False),
        ("photo", {"publisher": "A page"}, True),
        ("video", {"source": "SRC-02"}, True),
        ("audio", {"captures": [{}]}, True),
        ("document", {"source": "SRC-02"}, False),
    ],
)
def test_a_recording_from_an_online_source_is_captured_like_a_page(kind: str, fields: dict[str, Any], is_online: bool):
    sources = [source(), source("SRC-02", kind="social_account")]

    assert is_online == bool(found("incomplete-capture", sources=sources, evidence=[item(kind=kind, **fields)]))


@pytest.mark.parametrize(("created", "is_same"), [("2022-03-05~", True), ("2022-03-05", True), ("2022-03", False)])
def test_a_recording_date_equals_a_publication_date_however_it_is_written(created: str, is_same: bool):
    film = item(kind="video", created=created, published="2022-03-05")

    assert is_same == bool(found("publication-date-as-recording-date", evidence=[film]))


def test_an_interview_by_a_source_that_is_a_party_is_an_interview_by_a_party():
    told = item(account={"person": "PER-001", "kind": "public_interview"})

    assert found("party-interview", sources=[source(party_to_conflict="true")], evidence=[told])
    assert [] == found("party-interview", sources=[source()], evidence=[told])
    assert [] == found("party-interview", sources=[source(party_to_conflict="true")], evidence=[item()])


def test_a_derived_file_names_its_parent_unless_its_item_does():
    file = {"path": "files/x.txt", "role": "translation"}
    parent = item("EV-0002", files=[{"path": "files/y.txt"}])

    assert found("derivative-without-parent", evidence=[item(files=[file]), parent])
    for fields in ({}, {"derived_from": "files/y.txt"}):
        made = item(translation_of="EV-0002", files=[{**file, **fields}])
        assert [] == found("derivative-without-parent", evidence=[made, parent])
    assert found("derivative-without-parent", evidence=[item(files=[{**file, "derived_from": "files/y.txt"}]), parent])


def test_a_file_stands_once_in_an_item_and_may_stand_in_two_items():
    file = {"path": "files/x.txt"}

    assert found("duplicate-file", evidence=[item(files=[file, {"path": "./files//x.txt"}])])
    assert [] == found("duplicate-file", evidence=[item(files=[file]), item("EV-0002", files=[file])])


def test_a_gap_is_justified_once_for_each_charge():
    gap = {"id": "GAP-01", "charge": "CH-01", "element": "ex.1/1", "reason": "Not needed.", "by": "analyst-1"}

    assert found("repeated-gap", justified_gaps=[gap, {**gap, "id": "GAP-02"}])
    assert [] == found("repeated-gap", justified_gaps=[gap, {**gap, "id": "GAP-02", "charge": "CH-02"}])
    assert [] == found("repeated-gap", justified_gaps=[gap, {**gap, "id": "GAP-02", "status": "withdrawn"}])


@pytest.mark.parametrize(
    ("item_is", "charge_is", "mapping_is", "is_right"),
    [
        ("false", "false", "false", True),
        ("true", "true", "true", True),
        ("false", "true", "true", True),
        ("false", "true", "false", False),
        ("true", "true", "false", False),
        ("false", "false", "true", False),
    ],
)
def test_a_mapping_is_invented_if_what_it_maps_is(item_is: str, charge_is: str, mapping_is: str, is_right: bool):
    messages = found(
        "invented-supports-real",
        case=header(demonstration="true"),
        sources=[source(invented=item_is)],
        evidence=[item(invented=item_is)],
        charges=[charge(invented=charge_is)],
        mappings=[mapping(invented=mapping_is)],
    )

    assert is_right == (messages == [])


@pytest.mark.parametrize(("section", "key"), [("considered", "facts"), ("open_questions", "about")])
def test_what_is_considered_or_asked_is_as_real_as_what_it_is_about(section: str, key: str):
    words = {"considered": {"provision": "ex.1", "reason": "No."}, "open_questions": {"text": "Why?"}}[section]
    entry = {"id": "X-01", **words, key: ["F-001"]}
    whole: dict[str, Any] = {"case": header(demonstration="true"), "facts": [fact(invented="true")]}
    whole.update(sources=[source(invented="true")], evidence=[item(invented="true")])

    assert found("invented-supports-real", **whole, **{section: [entry]})
    assert [] == found("invented-supports-real", **whole, **{section: [{**entry, "invented": "true"}]})


def test_many_unknown_references_are_told_without_searching_for_the_nearest_each_time():
    facts = [fact(f"F-{n:05}", f"EV-{n:05}") for n in range(1, 2001)]
    items = [item(f"EW-{n:05}") for n in range(1, 2001)]
    findings = [
        f
        for f in check_entries(loaded(sources=[source()], facts=facts, evidence=items))
        if f.rule == "unknown-evidence"
    ]

    assert (2000, 50) == (len(findings), sum(f.hint is not None for f in findings))
