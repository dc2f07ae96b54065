"""Every record of the law library that ships with the program."""

import re
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
import yaml

from referral.law import Status, Wording, provision_wording, title_wording
from referral.law.load import read_folders, type_files
from referral.law.model import ElementKind, Provision, ProvisionKind
from referral.law.pins import pinned
from tests.unit.builder import LEGAL_REFS, shipped_law

FILES = sorted(LEGAL_REFS.glob("*.yaml"))
LAW = shipped_law()
BEFORE, AFTER = date(2024, 10, 23), date(2024, 10, 24)
ROMAN = {"i": 1, "v": 5, "x": 10}
CASES = ("nom", "gen", "dat", "acc", "ins", "loc")


def _ids(kind: ProvisionKind) -> list[str]:
    return [p.id for p in LAW.provisions.values() if p.kind is kind]


def _value(part: str | None) -> tuple[int, ...]:
    """The rank of one part of a number: digits, an index (31-1), a letter, a Roman number."""
    if part is None:
        return (-1,)
    if part[0].isdigit():
        return tuple(int(n) for n in part.split("-"))
    if set(part) <= set(ROMAN) and part != "i":
        values = [ROMAN[c] for c in part]
        return (sum(v if v >= following else -v for v, following in zip(values, [*values[1:], 0], strict=True)),)
    return (1,) if part == "i" else (ord(part),)


def _rank(provision: Provision) -> tuple[tuple[int, ...], ...]:
    number = provision.number
    return tuple(_value(part) for part in (number.article, number.part, number.point, number.subpoint))


def test_the_library_has_neither_errors_nor_warnings() -> None:
    assert LAW.warnings == ()


def test_the_library_reads_the_same_without_the_c_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    files, _ = read_folders([LEGAL_REFS])
    read = type_files(files)
    monkeypatch.setattr(import_module("referral.yaml_reader.parser"), "Parser", yaml.SafeLoader)

    assert read == type_files(files)
    assert [] == read[1]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_tells_editors_its_schema(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    heads = {"companion:": "companion", "pins:": "pins"}
    schema = next((heads[head] for head in heads if f"\n{head}" in text), "law")

    assert f"# yaml-language-server: $schema=../schemas/{schema}.schema.json" == text.splitlines()[0]


@pytest.mark.parametrize("instrument", LAW.instruments)
def test_provisions_stand_in_the_order_of_the_statute(instrument: str) -> None:
    articles = [p for p in LAW.provisions.values() if p.id.startswith(f"{instrument}.")]

    assert [p.id for p in sorted(articles, key=_rank)] == [p.id for p in articles]


def test_every_provision_says_as_at_when_and_where_it_was_read_or_that_it_was_not() -> None:
    unsourced = [p.id for p in LAW.provisions.values() if not p.source]

    assert unsourced == []
    assert all(re.fullmatch(r"20\d\d-\d\d", p.as_at) for p in LAW.provisions.values())


def test_every_instrument_pins_its_citations_by_examples_in_each_language() -> None:
    assert {(i.id, lang) for i in LAW.instruments.values() for lang in i.citation} == {
        (i.id, example.lang) for i in LAW.instruments.values() for example in i.examples
    }


@pytest.mark.parametrize("provision_id", LAW.provisions)
def test_every_provision_is_cited_in_both_languages_and_in_every_grammatical_case(provision_id: str) -> None:
    cited = [LAW.cite(provision_id, "en"), LAW.cite(provision_id, "en", "long")]
    cited += [LAW.cite(provision_id, "uk", form) for form in ("short", "number", *CASES)]

    assert not [text for text in cited if not text or "{" in text or "  " in text]


def test_every_provision_has_a_title_in_both_languages() -> None:
    assert [p.id for p in LAW.provisions.values() if not {"uk", "en"} <= set(p.title)] == []


def test_every_element_can_be_printed_in_both_languages() -> None:
    assert [e.id for e in LAW.elements.values() if not {"uk", "en"} <= {*e.text, *e.label}] == []


def test_official_elements_are_english_and_verified_and_own_ones_are_never() -> None:
    kinds = {(e.authority, e.status.value, *sorted(e.text)) for e in LAW.elements.values()}

    assert {("eoc", "verified", "en"), ("own", "working", "en", "uk"), ("own", "known", "en", "uk")} == kinds


def test_official_elements_end_with_the_context_and_the_awareness_of_it() -> None:
    endings = {tuple(e.kinds for e in LAW.elements_of(p)[-2:]) for p in _ids(ProvisionKind.OFFENCE) if _is_official(p)}

    assert {((ElementKind.CONTEXT,), (ElementKind.MENTAL,))} == endings


def _is_official(provision_id: str) -> bool:
    return any(e.is_official for e in LAW.elements_of(provision_id))


def test_mental_elements_are_shown_for_each_accused() -> None:
    assert [] == [e.id for e in LAW.elements.values() if ElementKind.MENTAL in e.kinds and not e.per_accused]


@pytest.mark.parametrize(
    ("expected", "provision_id"),
    [
        (5, "rs.7.chapeau"),
        (3, "rs.7.1.a"),
        (3, "rs.7.1.c"),
        (5, "rs.7.1.d"),
        (5, "rs.7.1.e"),
        (5, "rs.7.1.f"),
        (6, "rs.7.1.h"),
        (5, "rs.7.1.k"),
        (5, "rs.8.2.a.i"),
        (6, "rs.8.2.a.ii-1"),
        (5, "rs.8.2.a.ii-2"),
        (5, "rs.8.2.a.iii"),
        (5, "rs.8.2.a.v"),
        (5, "rs.8.2.a.vi"),
        (5, "rs.8.2.a.vii-1"),
        (5, "rs.8.2.a.vii-2"),
        (4, "rs.8.2.b.viii"),
        (5, "rs.8.2.b.xiv"),
        (4, "rs.8.2.b.xv"),
        (4, "rs.8.2.b.xxi"),
        (4, "rs.8.2.b.xxiii"),
        (5, "rs.8.2.b.xxvi"),
        (6, "rs.28.a"),
        (7, "rs.28.b"),
        (6, "rs.17"),
        (11, "ua.cc.438.1.f"),
    ],
)
def test_a_provision_has_as_many_elements_as_its_authority_gives(expected: int, provision_id: str) -> None:
    assert expected == len(LAW.elements_of(provision_id))


@pytest.mark.parametrize(
    ("expected", "parent"),
    [
        (7, "ua.cc.438.1"),
        (8, "ua.cpc.277.1"),
        (18, "ua.cpc.42.3"),
        (3, "ua.cpc.276.1"),
        (4, "ua.cpc.278"),
        (2, "gciv.2"),
        (4, "gciv.4"),
        (4, "gciv.51"),
        (2, "gciv.64"),
        (4, "gciv.146"),
        (3, "ap1.75"),
        (3, "ap1.85"),
        (3, "ap1.85.4"),
        (3, "rs.25.3.a"),
        (6, "rs.25.3"),
        (3, "eoc.7"),
    ],
)
def test_a_list_of_the_statute_is_complete(expected: int, parent: str) -> None:
    assert expected == len(LAW.children(parent))


@pytest.mark.parametrize(("expected", "instrument"), [(50, "gciv"), (3, "gciii"), (7, "hr"), (25, "ap1"), (18, "cihl")])
def test_an_instrument_of_humanitarian_law_has_all_its_provisions(expected: int, instrument: str) -> None:
    assert expected == len([p for p in LAW.provisions if p.startswith(f"{instrument}.")])


def test_a_customary_rule_is_as_well_known_as_the_page_it_was_read_on() -> None:
    rules = [p for p in LAW.provisions.values() if p.id.startswith("cihl.")]

    assert {"97", "100", "104", "136", "152"} == {p.number.article for p in rules if p.source == ("recalled",)}
    assert {"129", "157", "158", "160"} == {p.number.article for p in rules if p.secondary}
    assert {Status.KNOWN} == {p.status for p in rules if p.secondary or p.source == ("recalled",)}


def test_conflicting_dates_of_being_bound_stand_side_by_side() -> None:
    day = date(1955, 6, 1)

    for provision in ("gciv.51", "gciii.130"):
        bonds = [bond for bond in LAW.bound_on(provision, day) if bond.state == "UA"]
        assert [(date(1955, 1, 3), Status.UNCERTAIN), (date(1955, 2, 3), Status.UNCERTAIN)] == [
            (bond.since, bond.status) for bond in bonds
        ]


@pytest.mark.parametrize(
    ("expected", "instrument"),
    [
        (79, "ua.cc"),
        (118, "ua.cpc"),
        (4, "ua.law.1207"),
        (2, "ua.law.3782"),
        (0, "ua.pub.outlet"),
        (0, "ua.tot.list"),
        (0, "ua.treaty.limitation"),
    ],
)
def test_an_instrument_has_as_many_provisions_as_were_counted(expected: int, instrument: str) -> None:
    assert expected == sum(LAW.instrument_of(p).id == instrument for p in LAW.provisions)


def test_every_form_of_the_amended_article_must_be_charged_with_a_rule_that_binds_both_sides() -> None:
    forms = (*(p.id for p in LAW.children("ua.cc.438.1")), "ua.cc.438.2")

    assert {("UA", "RU")} == {p.blanket.bound if (p := LAW.provision(form)).blanket else () for form in forms}


@pytest.mark.parametrize("form", ["b", "c", "f", "g"])
def test_a_form_that_can_be_charged_says_when_each_rule_is_named(form: str) -> None:
    breaches = LAW.provision(f"ua.cc.438.1.{form}").breaches

    assert breaches
    assert [] == [b.provision for b in breaches if {"uk", "en"} != set(b.when)]


def test_every_mode_of_liability_has_a_breakdown_that_is_marked_as_our_own() -> None:
    modes = {"a-i", "a-ii", "a-iii", "b-order", "b-solicit", "b-induce", "c", "d-i", "d-ii", "e", "f"}

    assert {f"rs.25.3.{mode}" for mode in modes} == {
        p for p in LAW.provisions if p.startswith("rs.25.3.") and LAW.elements_of(p)
    }
    assert {Status.WORKING} == {e.status for mode in modes for e in LAW.elements_of(f"rs.25.3.{mode}")}


@pytest.mark.parametrize("provision_id", ["ua.cc.438.1", "ua.cc.438.1.f", "ua.cc.438.1.b", "ua.cc.438.2"])
def test_the_amended_article_prints_its_wording_before_and_its_number_only_after(provision_id: str) -> None:
    assert Status.VERIFIED == provision_wording(LAW, provision_id, BEFORE, "uk").status
    assert provision_wording(LAW, provision_id, AFTER, "uk").text is None
    assert len(LAW.editions_between(provision_id, BEFORE, AFTER)) == 2
    assert [Status.VERIFIED, Status.UNCERTAIN] == [
        sanction.status for day in (BEFORE, AFTER) if (sanction := LAW.sanction_on(provision_id, day))
    ]


def test_the_amended_article_bears_the_title_of_its_day() -> None:
    old, new = (title_wording(LAW, "ua.cc.438", day, "uk") for day in (BEFORE, AFTER))

    assert Wording("Порушення законів та звичаїв війни", Status.VERIFIED, False) == old
    assert ("Воєнні злочини", Status.KNOWN, True) == (new.text, new.status, new.needs_check)


def test_the_words_of_a_form_are_not_printed_for_acts_after_the_amendment() -> None:
    words = [title_wording(LAW, "ua.cc.438.1.f", day, "uk").text for day in (BEFORE, AFTER)]

    assert words[0] is not None
    assert words[0].startswith("інші порушення законів та звичаїв війни")
    assert words[1] is None


def test_superior_responsibility_is_not_in_force_for_earlier_acts() -> None:
    assert (False, True) == (LAW.in_force_on("ua.cc.31-1", BEFORE), LAW.in_force_on("ua.cc.31-1", AFTER))


@pytest.mark.parametrize("instrument", ["rs", "gciv", "gciii", "hr", "ap1", "cihl"])
def test_treaties_print_no_ukrainian_wording_because_none_was_read(instrument: str) -> None:
    provisions = [p for p in LAW.provisions if LAW.instrument_of(p).id == instrument]

    assert {None} == {provision_wording(LAW, p, AFTER, "uk").text for p in provisions}


def test_the_lead_charge_knows_the_rules_it_breaches() -> None:
    breached = {breach.provision for breach in LAW.provision("ua.cc.438.1.f").breaches}

    assert {"gciv.51.1", "gciv.147", "hr.23.h", "hr.45", "hr.52"} <= breached
    assert not [b for b in breached if b.startswith("ap1.")]


def test_no_provision_of_the_additional_protocol_is_named_as_breached() -> None:
    named = {b.provision for p in LAW.provisions.values() for b in p.breaches}

    assert [] == [b for b in named if LAW.instrument_of(b).id == "ap1"]


def test_everything_verified_is_pinned() -> None:
    loaded, findings = type_files(read_folders([LEGAL_REFS])[0])
    pins = {name for file in loaded.pins for name in file.content.pins}

    assert findings == []
    assert pins == {one.name for file in loaded.files for one in pinned(file)}
