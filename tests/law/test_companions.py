"""Every companion file that ships with the program: what stands beside the statutes, and who says so."""

import re
from itertools import combinations, pairwise

import pytest

from referral.edtf import certainly_before, parse_edtf
from referral.law import Status
from referral.law.files import LoadedCompanion
from referral.law.load import read_folders, type_files
from referral.law.model import ElementKind, Event, Extent, FactPattern, Pitfall, Precedent, Relation
from tests.unit.builder import LEGAL_REFS, shipped_law

LAW = shipped_law()
COMPANIONS = {file.header.id: file for file in type_files(read_folders([LEGAL_REFS])[0])[0].companions}
COUNTS = {
    "collection": {"limits": 6},
    "communication": {"pitfalls": 17},
    "crosswalk": {"relations": 54},
    "crosswalk.same": {"relation_groups": 11},
    "glossary": {"pitfalls": 1, "terms": 84},
    "patterns": {"fact_patterns": 15},
    "pitfalls": {"pitfalls": 39},
    "positions.ukraine": {"positions": 7},
    "precedents": {"precedents": 26},
    "precedents.ukraine": {"precedents": 8},
    "questions.admissibility": {"questions": 32},
    "questions.screens": {"questions": 50},
    "service.ukraine": {"requirements": 27},
    "situation.ukraine": {"precedents": 1, "events": 28},
    "standards": {"standards": 6},
}
KINDS = (
    "pitfalls",
    "precedents",
    "positions",
    "events",
    "fact_patterns",
    "relations",
    "relation_groups",
    "standards",
    "questions",
    "limits",
    "requirements",
    "terms",
)
RELATIONS = {frozenset({r.first, r.second}): r for r in LAW.relations}
OWN_ANALYSIS = {"ua.jur", "ua.jur.time", "ua.jur.124"}
SECONDARY_EVENTS = {f"ua.tl.{n}" for n in ("06", "09", "10", "14", "19", "20", "25")}


def _of(kind: type, prefix: str = "") -> list[str]:
    return [r.id for r in LAW.remarks.values() if isinstance(r, kind) and r.id.startswith(prefix)]


def _numbered(prefix: str, last: int) -> list[str]:
    return [f"{prefix}.{n:02d}" for n in range(1, last + 1)]


@pytest.mark.parametrize("name", COUNTS)
def test_a_companion_file_has_as_many_entries_of_each_kind_as_the_research_behind_it(name: str) -> None:
    content = COMPANIONS[name].content

    assert COUNTS[name] == {kind: len(getattr(content, kind)) for kind in KINDS if getattr(content, kind)}


@pytest.mark.parametrize("file", COMPANIONS.values(), ids=lambda file: file.header.id)
def test_a_companion_file_speaks_both_languages_and_never_the_same_sentence_twice(file: LoadedCompanion) -> None:
    said = [getattr(claim, name, {}) for _, claim in file.claims() for name in ("text", "reason")]

    assert {"en", "uk"} <= set(file.header.languages)
    assert [] == [texts for texts in said if texts and texts["en"] == texts["uk"]]


def test_every_pitfall_of_charging_and_of_a_notice_is_there_in_its_order() -> None:
    assert _numbered("pf", 24) == _of(Pitfall, "pf.")
    assert _numbered("ua.pf", 15) == _of(Pitfall, "ua.pf.")


def test_every_pitfall_of_charging_says_which_provisions_or_elements_it_is_about() -> None:
    numbered = [LAW.remarks[name] for name in (*_of(Pitfall, "pf."), *_of(Pitfall, "ua.pf."))]

    assert [] == [p.id for p in numbered if not p.about]


def test_a_pitfall_on_one_element_is_found_at_that_element_only() -> None:
    assert "pf.02" in [p.id for p in LAW.remarks_on("rs.8.2.a.v/2", Pitfall)]
    assert "pf.02" not in [p.id for p in LAW.remarks_on("rs.8.2.a.v/1", Pitfall)]


def test_every_fact_pattern_leads_to_provisions_or_elements_of_the_library() -> None:
    patterns = [LAW.remarks[name] for name in _of(FactPattern)]
    leads = {p.id: p.lead for p in patterns if isinstance(p, FactPattern)}

    assert _numbered("fact", 15) == list(leads)
    assert [] == [name for name, lead in leads.items() if not lead]
    assert {n for lead in leads.values() for n in lead} <= {*LAW.provisions, *LAW.elements}


def test_a_fact_pattern_warns_of_pitfalls_and_of_nothing_else() -> None:
    patterns = [p for p in LAW.remarks.values() if isinstance(p, FactPattern)]

    assert {name for p in patterns for name in p.watch} <= set(_of(Pitfall))


def test_the_timeline_is_complete_and_in_the_order_of_time() -> None:
    events = [e for e in LAW.remarks.values() if isinstance(e, Event) and e.id.startswith("ua.tl.")]
    dates = [parse_edtf(e.date) for e in events if e.date]

    assert _numbered("ua.tl", 25) == [e.id for e in events]
    assert [] == [(one, next_one) for one, next_one in pairwise(dates) if certainly_before(next_one, one)]


def test_the_timeline_keeps_how_well_each_date_is_known() -> None:
    events = [e for e in LAW.remarks.values() if isinstance(e, Event) and e.id.startswith(("ua.tl.", "ua.jur"))]

    assert {e.id for e in events if e.status is Status.WORKING} == OWN_ANALYSIS
    assert {e.id for e in events if e.secondary} == SECONDARY_EVENTS
    assert {e.id for e in events if e.status is Status.KNOWN} == SECONDARY_EVENTS


def test_no_ukrainian_case_number_is_given_but_the_one_that_was_read() -> None:
    precedents = [LAW.remarks[name] for name in _of(Precedent, "ua.")]
    said = " ".join(str(p) for p in precedents)

    assert {"415/2182/20"} == set(re.findall(r"\b[0-9]{3}/[0-9]+/[0-9]{2}\b", said))


def test_precedents_that_were_not_read_are_not_verified() -> None:
    not_read = ("jur.1919", "jur.icty.2e", "jur.icc.none", "jur.icc.ntaganda", "jur.mh17", "jur.icc.warrants", "un.coi")

    assert {Status.KNOWN} == {LAW.remarks[name].status for name in not_read}
    assert Status.UNCERTAIN is LAW.remarks["jur.nmt.11"].status


def test_every_term_has_words_in_both_languages() -> None:
    terms = [t for t in LAW.terms if t.id.startswith("ua.gloss.")]

    assert _numbered("ua.gloss", 84) == [t.id for t in terms]
    assert {frozenset({"uk", "en"})} == {frozenset(t.words) for t in terms}


def test_every_relation_gives_a_reason_in_both_languages() -> None:
    assert [] == [r.id for r in LAW.relations if not {"en", "uk"} <= set(r.reason)]


def test_what_we_hold_ourselves_is_working_and_waits_for_a_lawyer() -> None:
    own = [r for r in LAW.relations if r.author == "own"]

    assert [] == [r.id for r in own if not r.confirm or r.status is not Status.WORKING]


@pytest.mark.parametrize(
    ("expected", "first", "second"),
    [
        (Extent.INTERSECTS, "rs.8.2.a.v", "rs.8.2.b.xv"),
        (Extent.SUPERSET, "rs.8.2.a.v/1", "rs.8.2.b.xv/1"),
        (Extent.INTERSECTS, "rs.8.2.a.v/2", "rs.8.2.b.xv/2"),
        (Extent.SUPERSET, "rs.8.2.a.v/4", "rs.8.2.b.xv/3"),
        (Extent.EQUAL, "rs.8.2.a.v/5", "rs.8.2.b.xv/4"),
        (Extent.INTERSECTS, "rs.8.2.a.v", "ua.cc.438.1.f"),
        (Extent.SUPERSET, "rs.8.2.a.v/2", "ua.elem.conscr.3"),
        (Extent.INTERSECTS, "rs.8.2.a.v", "gciv.51.1"),
        (Extent.INTERSECTS, "rs.8.2.a.v", "gciv.147"),
        (Extent.SUBSET, "rs.7.1.d/1", "rs.8.2.a.vii-1/1"),
        (Extent.INTERSECTS, "rs.28.a", "ua.cc.31-1"),
        (Extent.INTERSECTS, "rs.28.a", "cihl.153"),
    ],
)
def test_how_two_provisions_or_elements_stand_to_each_other(expected: Extent, first: str, second: str) -> None:
    assert [expected] == [r.extent for r in LAW.relations_of(first) if r.second == second]


@pytest.mark.parametrize("number", range(1, 12))
def test_every_element_of_the_conscription_matrix_is_compared_with_the_statute(number: int) -> None:
    related = [r.second for r in LAW.relations_of(f"ua.elem.conscr.{number}")]

    assert [name for name in related if name.startswith("rs.")]


def test_elements_are_called_equal_only_if_their_official_wording_is() -> None:
    equal = [(LAW.elements[r.first], LAW.elements[r.second]) for r in LAW.relations if r.extent is Extent.EQUAL]
    official = [(a, b) for a, b in equal if a.is_official and b.is_official]

    assert official != []
    assert [] == [(a.id, b.id) for a, b in official if a.text != b.text]


@pytest.mark.parametrize("kind", [ElementKind.CONTEXT, ElementKind.MENTAL])
def test_official_elements_of_context_and_awareness_in_the_same_words_can_be_read_for_each_other(
    kind: ElementKind,
) -> None:
    elements = [e for e in LAW.elements.values() if e.is_official and kind in e.kinds]
    pairs = [frozenset({a.id, b.id}) for a, b in combinations(elements, 2) if a.text == b.text]
    missing = [sorted(pair) for pair in pairs if not _carries(RELATIONS.get(pair))]

    assert pairs != []
    assert missing == []


def _carries(relation: Relation | None) -> bool:
    return relation is not None and (relation.carries or relation.turned().carries)
