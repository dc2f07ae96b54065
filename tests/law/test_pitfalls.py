"""Pitfalls of charging: each that data can show is found where a case shows it, and only there (`pitfalls.yaml`)."""

from pathlib import Path
from typing import Any

import pytest

from referral.app.manual import rules
from referral.app.project import Sources
from referral.case.model import Case
from referral.composition.kinds import load_templates
from referral.composition.wording import check_wording
from referral.coverage.charge_check import check_charges
from referral.coverage.questions import Asked, questions_of
from referral.law.model import Pitfall
from referral.yaml_reader import read_yaml
from tests.unit.builder import Entry, case, charge, fact, header, item, loaded, mapping, person, shipped_law, source

LAW = shipped_law()
TEMPLATES = load_templates(Sources.of().templates)
TABLE: list[dict[str, Any]] = read_yaml((Path(__file__).parent / "pitfalls.yaml").read_bytes(), "pitfalls.yaml").data
ROWS = {row["id"]: row for row in TABLE}
COVER = ("questions", "rules", "words", "printed")


def test_the_table_names_every_pitfall_of_charging_once_and_in_order() -> None:
    assert [f"pf.{n:02}" for n in range(1, 25)] == [row["id"] for row in TABLE]
    assert [] == [name for name in ROWS if not isinstance(LAW.remarks.get(name), Pitfall)]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["id"])
def test_whatever_data_can_show_is_covered_and_the_rest_says_why_not(row: dict[str, Any]) -> None:
    is_covered = any(row.get(key) for key in COVER)

    assert is_covered or row["not_shown"]
    assert bool(row.get("shown_by")) == any(row.get(key) for key in COVER[:3])
    assert set(row) <= {"id", "shown_by", "not_shown", *COVER}


def test_the_questions_of_the_table_are_those_that_name_the_pitfall() -> None:
    by_law = {(q.pitfall, q.id) for q in LAW.questions.values() if q.pitfall}

    assert by_law == {(name, question) for name, row in ROWS.items() for question in row.get("questions", ())}


def test_the_rules_and_word_lists_of_the_table_exist() -> None:
    named = {rule for row in TABLE for rule in row.get("rules", ())}
    words = {(row["id"], lang, w) for row in TABLE for lang, found in row.get("words", {}).items() for w in found}
    listed = {(g.pitfall, lang, w) for lang, found in TEMPLATES.unfit_words.items() for w, g in found.items()}

    assert set() == named - rules().keys()
    assert words == {entry for entry in listed if entry[0]}


def test_words_that_a_question_seeks_in_a_case_are_in_the_word_lists_of_every_language() -> None:
    lists = {"acquired": "how_acquired", "service": "service", "incidents": "incident_type", "topics": "topic"}
    lists |= {"earlier": "incident_type", "counted": "quantity_category"}
    known = {lang: TEMPLATES.words(lang) for lang in TEMPLATES.word_languages}
    sought = [(key, word) for q in LAW.questions.values() for key in lists for word in getattr(q.sought, key)]

    assert [] == [(key, word) for key, word in sought for words in known.values() if word not in words[lists[key]]]


# What is so in every small case: a person harmed in one incident, at a place occupied since 2014.
VICTIM, OTHER = "PER-002", "PER-003"
UA, RU = {"state": "UA", "how": "birth"}, {"state": "RU", "how": "imposed", "since": "2021"}
FREE: Entry = {"id": "OCC-01", "place": "PL-01", "authority": "A body", "start": "2014-02-20"}


def victim(*citizenships: Entry, **fields: Any) -> Entry:
    return person(VICTIM, "victim", citizenships=list(citizenships or (UA,)), **fields)


def incident(code: str = "INC-01", kind: str = "raid_detention", **fields: Any) -> Entry:
    entry = {"id": code, "title": "What happened", "type": kind, "date": "2023-05", "places": ["PL-01"]}
    return {**entry, "victims": [VICTIM], **fields}


def under(provision: str, code: str = "CH-01", **fields: Any) -> Entry:
    return charge(code, provision=provision, incidents=["INC-01"], period="2023", stage="communication", **fields)


def whole(*charges: Entry, **sections: Any) -> Case:
    parts: dict[str, Any] = {
        "sources": [source()],
        "evidence": [item()],
        "places": [{"id": "PL-01", "name": "A town"}],
        "occupation": [FREE],
        "persons": [victim()],
        "incidents": [incident()],
        "charges": list(charges),
    }
    return case(**{**parts, **sections})


def asked(found: Case) -> dict[str, Asked]:
    return {a.question.id: a for a in questions_of(found, LAW) if a.question.pitfall}


def supported(*elements: str, **told: Any) -> dict[str, Any]:
    """One fact set against each of these elements."""
    mappings = [mapping(f"M-{n:03}", element, fact="F-001") for n, element in enumerate(elements)]
    return {"facts": [fact(incidents=["INC-01"], **told)], "mappings": mappings}


COMPELLED, OPERATIONS, TORTURE = "rs.8.2.a.v", "rs.8.2.b.xv", "rs.8.2.a.ii-1"
BY_HIM = {"person": "PER-001", "mode": "rs.28.a"}
COMMANDER = {"persons": [person(), victim()]}
ACCUSED = under(COMPELLED, person="PER-001")
TRIAL: Entry = {"id": "PR-01", "kind": "court", "title": "A trial", "persons": ["PER-001"], "decided_on": "2023"}
FINAL = {**TRIAL, "finality": "final"}
NUMBER: Entry = {"id": "Q-01", "value": "5", "unit": "persons", "category": "mobilised", "scope": "A district"}
COUNTED: Entry = {**NUMBER, "citations": [{"evidence": "EV-0001", "locator": {"type": "page", "value": "1"}}]}
AGREED = {"given_on": "2023", "uses": {"icc": "granted"}}
DONETSK = {"places": [{"id": "PL-01", "name": "A town", "part_of": "PL-02"}, {"id": "PL-02", "name": "Donetsk region"}]}
KNEW = ("rs.28.a/4", "rs.28.a/5", "rs.28.a/6")
SEVERE = ("rs.8.2.a.ii-1/1", "rs.8.2.a.ii-1/2")

# The question; a case with the trap; what shows it; the same case without the trap.
TRAPS: list[tuple[str, Case, tuple[str, ...], Case]] = [
    (
        "scr.icc.pf.01-national",
        whole(under(OPERATIONS), persons=[victim({"state": "PL", "how": "birth"})]),
        (VICTIM,),
        whole(under(OPERATIONS)),
    ),
    (
        "scr.icc.pf.01-unrecorded",
        whole(under(OPERATIONS), persons=[person(VICTIM, "victim")]),
        (VICTIM,),
        whole(under(OPERATIONS)),
    ),
    (
        "scr.icc.pf.01-operations",
        whole(
            under(OPERATIONS),
            persons=[victim(), person(OTHER, "victim", citizenships=[UA])],
            incidents=[incident(), incident("INC-02", victims=[OTHER])],
            facts=[fact(incidents=["INC-02"])],
            mappings=[mapping(element="rs.8.2.b.xv/1", fact="F-001")],
        ),
        (VICTIM,),
        whole(under(OPERATIONS), **supported("rs.8.2.b.xv/1")),
    ),
    (
        "scr.icc.pf.02-birth",
        whole(under(COMPELLED), persons=[victim({"state": "RU", "how": "birth"})]),
        (VICTIM,),
        whole(under(COMPELLED), persons=[victim(UA, RU)]),
    ),
    (
        "scr.icc.pf.02-before",
        whole(under(COMPELLED), persons=[victim(UA, {**RU, "how": "voluntary", "since": "2013"})]),
        (VICTIM,),
        whole(under(COMPELLED), persons=[victim(UA, {**RU, "how": "voluntary"})]),
    ),
    (
        "scr.icc.pf.02-when",
        whole(under(COMPELLED), persons=[victim(UA, {"state": "RU", "how": "imposed"})]),
        (VICTIM,),
        whole(under(COMPELLED), persons=[victim(UA, RU)]),
    ),
    (
        "scr.icc.pf.02-how",
        whole(under(COMPELLED), persons=[victim(UA, {"state": "RU", "since": "2021"})]),
        (VICTIM,),
        whole(under(COMPELLED), persons=[victim(UA, RU)]),
    ),
    (
        "scr.icc.pf.03-third",
        whole(under(COMPELLED), persons=[victim({"state": "BY"})]),
        (VICTIM,),
        whole(under(COMPELLED), persons=[victim(UA, {"state": "BY"})]),
    ),
    (
        "scr.icc.pf.03-unrecorded",
        whole(under(COMPELLED), persons=[person(VICTIM, "victim")]),
        (VICTIM,),
        whole(under(COMPELLED)),
    ),
    (
        "scr.icc.pf.04-induction",
        whole(
            under("rs.8.2.a.ii-2"),
            incidents=[incident(kind="ill_treatment"), incident("INC-02", "mobilisation", date="2023-01")],
        ),
        ("INC-01",),
        whole(
            under("rs.8.2.a.ii-2"),
            incidents=[incident(kind="ill_treatment"), incident("INC-02", "mobilisation", date="2023-07")],
        ),
    ),
    (
        "scr.icc.pf.04-induction",
        whole(under("rs.8.2.a.ii-2"), **supported(topics=["service"])),
        ("INC-01",),
        whole(under(COMPELLED), **supported(topics=["service"])),
    ),
    (
        "scr.icc.prot.double-role",
        whole(under(COMPELLED), persons=[victim(roles=[{"role": "victim"}, {"role": "suspect"}])]),
        (VICTIM,),
        whole(under(COMPELLED)),
    ),
    (
        "scr.icc.pf.06-serving",
        whole(under("rs.8.2.b.xxiii"), persons=[victim(service="mobilised")]),
        (VICTIM,),
        whole(under("rs.8.2.b.xxiii")),
    ),
    (
        "scr.icc.pf.07-own",
        whole(under("rs.7.1.k"), incidents=[incident(kind="mobilisation")]),
        ("INC-01",),
        whole(under("rs.7.1.k"), incidents=[incident(kind="ill_treatment")]),
    ),
    (
        "scr.icc.pf.07-connection",
        whole(under("rs.7.1.h")),
        (),
        whole(under("rs.7.1.h"), under(COMPELLED, "CH-02")),
    ),
    (
        "scr.icc.pf.08-pressure",
        whole(under(COMPELLED), incidents=[incident(title={"uk": "Урок «Юнармії» в школі"})]),
        ("INC-01",),
        whole(under(COMPELLED), incidents=[incident(title={"uk": "Обшук у школі"})]),
    ),
    (
        "scr.icc.pf.08-minor",
        whole(under(COMPELLED), persons=[victim(minor="true", confidentiality="confidential")]),
        (VICTIM,),
        whole(under(COMPELLED)),
    ),
    (
        "scr.icc.pf.09-cumulative",
        whole(under("rs.8.2.a.vii-1"), under("rs.8.2.b.viii", "CH-02")),
        ("CH-01",),
        whole(under("rs.8.2.a.vii-1"), under("rs.8.2.b.viii", "CH-02", alternative_to="CH-01")),
    ),
    (
        "scr.icc.pf.10-labour",
        whole(under(COMPELLED), incidents=[incident(kind="forced_labour")]),
        ("INC-01",),
        whole(
            under(COMPELLED),
            under(OPERATIONS, "CH-02", alternative_to="CH-01"),
            incidents=[incident(kind="forced_labour")],
        ),
    ),
    (
        "scr.icc.pf.10-unenlisted",
        whole(under(COMPELLED), persons=[victim(service="labour")]),
        (VICTIM,),
        whole(under(COMPELLED), persons=[victim(service="mobilised")]),
    ),
    (
        "scr.icc.pf.11-control",
        whole(under(COMPELLED), incidents=[incident(date="2021-05/2022-02")], **DONETSK),
        ("INC-01",),
        whole(under(COMPELLED), **DONETSK),
    ),
    (
        "scr.icc.pf.11-control",
        whole(under(COMPELLED), incidents=[incident(date=None)], **DONETSK),
        ("INC-01",),
        whole(under(COMPELLED), incidents=[incident(date="2021")]),
    ),
    (
        "scr.icc.pf.12-before",
        whole(under(COMPELLED), occupation=[{**FREE, "start": "2023-06-01"}]),
        ("INC-01",),
        whole(under(COMPELLED), occupation=[{**FREE, "start": "2023-05-01"}]),
    ),
    (
        "scr.icc.jur.art-124",
        whole(ACCUSED, persons=[person(citizenships=[UA]), victim()]),
        ("PER-001",),
        whole(ACCUSED, persons=[person(citizenships=[RU]), victim()]),
    ),
    ("scr.icc.comp.genuine", whole(ACCUSED, proceedings=[TRIAL], **COMMANDER), ("PR-01",), whole(ACCUSED, **COMMANDER)),
    ("scr.icc.comp.tried", whole(ACCUSED, proceedings=[TRIAL], **COMMANDER), ("PR-01",), whole(ACCUSED, **COMMANDER)),
    (
        "scr.icc.comp.tried",
        whole(ACCUSED, persons=[person(role="convicted"), victim()]),
        ("PER-001",),
        whole(ACCUSED, **COMMANDER),
    ),
    (
        "scr.icc.comp.final",
        whole(ACCUSED, proceedings=[TRIAL], **COMMANDER),
        ("PR-01",),
        whole(ACCUSED, proceedings=[FINAL], **COMMANDER),
    ),
    (
        "scr.icc.pf.18-guarantee",
        whole(under("rs.8.2.a.vi")),
        (),
        whole(under("rs.8.2.a.vi", breaches=["gciv.66"])),
    ),
    ("scr.icc.pf.19-severity", whole(under(TORTURE)), SEVERE, whole(under(TORTURE), **supported(*SEVERE))),
    (
        "scr.icc.pf.20-superior",
        whole(under(COMPELLED, **BY_HIM), **COMMANDER),
        KNEW,
        whole(under(COMPELLED, **BY_HIM), **COMMANDER, **supported(*KNEW)),
    ),
    (
        "scr.icc.pf.22-volunteers",
        whole(under(COMPELLED), quantities=[COUNTED]),
        ("Q-01",),
        whole(under(COMPELLED), quantities=[{**COUNTED, "service": "mobilised"}]),
    ),
    (
        "scr.icc.pf.23-captive",
        whole(under(COMPELLED), persons=[victim(in_custody="yes", consent=AGREED)]),
        (VICTIM,),
        whole(under(COMPELLED), persons=[victim(in_custody="no", consent=AGREED)]),
    ),
]


@pytest.mark.parametrize(
    ("question", "trap", "shown", "free"), TRAPS, ids=[f"{n}-{q}" for n, (q, *_) in enumerate(TRAPS)]
)
def test_a_pitfall_is_found_in_a_case_with_the_trap_and_not_in_the_same_case_without_it(
    question: str, trap: Case, shown: tuple[str, ...], free: Case
) -> None:
    assert shown == asked(trap)[question].shown_by
    assert question not in asked(free)


def test_every_question_on_a_pitfall_has_its_trap() -> None:
    assert {q.id for q in LAW.questions.values() if q.pitfall} == {question for question, *_ in TRAPS}


def test_an_ordinary_charge_shows_no_pitfall() -> None:
    assert {} == asked(whole(under(COMPELLED), **supported("rs.8.2.a.v/1")))


def test_charges_in_the_place_of_the_same_one_are_not_brought_together() -> None:
    instead = [under(name, f"CH-0{n}", alternative_to="CH-01") for n, name in ((2, "rs.8.2.b.viii"), (3, "rs.7.1.d"))]
    found = whole(under("rs.8.2.a.vii-1"), *instead)

    assert "scr.icc.pf.09-cumulative" not in asked(found)


def test_charges_of_two_accused_are_not_cumulative() -> None:
    found = whole(under("rs.8.2.a.vii-1"), under("rs.8.2.b.viii", "CH-02", person="PER-001"), **COMMANDER)

    assert "scr.icc.pf.09-cumulative" not in asked(found)


def test_the_occupation_of_what_a_place_lies_in_counts() -> None:
    region = [{"id": "PL-01", "name": "A town", "part_of": "PL-02"}, {"id": "PL-02", "name": "A region"}]
    later = [{**FREE, "place": "PL-02", "start": "2023-06-01"}]

    assert ("INC-01",) == asked(whole(under(COMPELLED), places=region, occupation=later))[
        "scr.icc.pf.12-before"
    ].shown_by


def test_what_is_withdrawn_shows_no_pitfall_and_supports_none() -> None:
    told = supported(*SEVERE)
    gone = {**told, "facts": [{**told["facts"][0], "status": "withdrawn"}]}

    assert SEVERE == asked(whole(under(TORTURE), **gone))["scr.icc.pf.19-severity"].shown_by
    assert "scr.icc.pf.12-before" not in asked(whole(under(COMPELLED), incidents=[incident(status="withdrawn")]))


def test_what_people_left_open_with_a_reason_is_not_asked_again() -> None:
    gap = {"id": "GAP-01", "charge": "CH-01", "element": "rs.8.2.a.ii-1/2", "reason": "Not yet.", "by": "lawyer-1"}
    found = whole(under(TORTURE), justified_gaps=[gap], **supported("rs.8.2.a.ii-1/1"))

    assert "scr.icc.pf.19-severity" not in asked(found)


# Rules that a charge names as breached, and why a lawyer would look at them again.
@pytest.mark.parametrize("provision", [COMPELLED, OPERATIONS, "ua.cc.438.1.f", "ua.cc.438.1.g"])
@pytest.mark.parametrize(
    ("rule", "fit"), [("gciv.40.1", "gciv.51.1.a"), ("hr.44", "hr.23.h"), ("ap1.75", "gciv.51.1.a")]
)
def test_a_rule_that_is_another_one_s_namesake_or_no_basis_is_doubted(provision: str, rule: str, fit: str) -> None:
    found, free = (loaded(charges=[charge(provision=provision, breaches=[name])]) for name in (rule, fit))

    assert ["doubtful-breach"] == [d.rule for d in check_charges(found, LAW) if d.rule == "doubtful-breach"]
    assert [] == [d.rule for d in check_charges(free, LAW) if d.rule == "doubtful-breach"]


SERVED = [person(VICTIM, "victim", service="mobilised"), person(OTHER, "victim")]


def wording(text: str, lang: str, **fields: Any) -> list[str]:
    """The lists that find a word in one fact about a man who was made to serve."""
    facts = [fact(text={lang: text}, **{"persons": [VICTIM], **fields})]
    found = loaded(sources=[source()], evidence=[item()], persons=SERVED, facts=facts)
    return [d.message.rpartition("(")[2].rstrip(")") for d in check_wording(found, TEMPLATES.unfit_words)]


@pytest.mark.parametrize(
    ("lang", "trap", "found", "free"),
    [
        ("en", "It is proved that he was taken.", "proof, pf.15", "It remains to be proved that he was taken."),
        ("en", "PER-001 is guilty of it.", "proof, pf.15", "“PER-001 is guilty of it”, the paper wrote."),
        ("uk", "Доведено, що його забрали.", "proof, pf.15", "Не доведено, що його забрали."),
        ("uk", "PER-001 є винним.", "guilt, pf.15", "PER-001 підозрюється."),
        ("en", "He committed no crime.", "innocence, pf.05", "He told of no crime."),
        ("uk", "Він не вчинив жодного злочину.", "innocence, pf.05", "Він не розповів про жоден злочин."),
        ("en", "He is a prisoner of war.", "captive, pf.24", "He was captured."),
        ("uk", "Він є військовополоненим.", "captive, pf.24", "Він потрапив у полон."),
    ],
)
def test_a_word_that_says_too_much_is_found_in_our_own_texts(lang: str, trap: str, found: str, free: str) -> None:
    assert found in wording(trap, lang)
    assert [] == wording(free, lang)


def test_a_label_for_a_captive_is_looked_for_where_somebody_was_made_to_serve() -> None:
    assert [] == wording("He is a prisoner of war.", "en", persons=[OTHER])


def test_what_a_court_found_may_be_told_as_found() -> None:
    assert [] == wording("PER-001 was guilty of it.", "en", standing="judicially_established")


def test_the_summary_of_a_case_and_the_reasons_that_it_prints_are_our_own_words_too() -> None:
    considered = [{"id": "CON-01", "provision": OPERATIONS, "reason": "It is proved that it is another thing."}]
    found = loaded(case=header(summary="What he did is proven."), considered=considered)

    assert 2 == len(list(check_wording(found, {"en": TEMPLATES.unfit_words["en"]})))
