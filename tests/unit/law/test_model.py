"""What a law file may say, and how entries inherit from the entry above."""

import pytest

from referral.law import LawFile
from referral.law.load import read_raw
from tests.unit.law.builder import PROVISION, library, provision, raw, rules


def test_an_edition_takes_status_and_source_from_its_provision() -> None:
    text = library(provision("texts:\n  - {lang: uk, text: Карається.}\n")).provision("x.1").texts[0]

    assert ("verified", ("S01",)) == (text.status, text.source)


def test_an_edition_with_a_status_of_its_own_does_not_take_the_sources_of_its_provision() -> None:
    text = library(provision("texts:\n  - {lang: uk, status: known, text: Карається.}\n")).provision("x.1").texts[0]

    assert ("known", ("recalled",)) == (text.status, text.source)


def test_what_was_not_read_takes_the_source_of_the_file_that_says_so() -> None:
    law = library(
        provision("""
            sanctions:
              - {status: uncertain}
            breakdown: {authority: own, status: working}
            elements:
              - {id: x.1/1, number: 1, kinds: [conduct], text: {en: One.}}
            """)
    )
    entry = law.provision("x.1")

    assert entry.breakdown is not None
    assert [("S01",), ("recalled",), ("own",), ("own",)] == [
        claim.source for claim in (entry, entry.sanctions[0], entry.breakdown, law.element("x.1/1"))
    ]


ENTRIES = """
    texts:
      - {lang: uk, text: Карається.}
    breakdown: {authority: own, status: working}
    elements:
      - {id: x.1/1, number: 1, kinds: [conduct], text: {en: One.}}
    """


@pytest.mark.parametrize(("expected", "own_day"), [("2026-03", ""), ("2025", "    as_at: 2025\n")])
def test_every_edition_and_element_has_the_day_of_its_provision(expected: str, own_day: str) -> None:
    entry = library(provision(own_day + ENTRIES)).provision("x.1")

    assert {expected} == {claim.as_at for claim in (entry, *entry.texts, entry.breakdown, *entry.elements) if claim}


@pytest.mark.parametrize("day", ["2024-1-2", "24.10.2024", "2024-02-30", "20241024"])
def test_a_day_is_written_in_full(day: str) -> None:
    findings = read_raw([raw(provision(f"since: {day}"))])[1]

    assert rules(findings) == ["wrong-value"]


@pytest.mark.parametrize("as_at", ["2026", "2026-03", "2026-03-31"])
def test_an_as_at_date_may_be_a_month_or_a_year(as_at: str) -> None:
    assert as_at == library(provision(f"as_at: {as_at}")).provision("x.1").as_at


def test_a_provision_needs_some_number() -> None:
    findings = read_raw([raw(PROVISION.replace("{article: 1}", "{}"))])[1]

    assert rules(findings) == ["wrong-value"]


def test_an_alternative_shares_the_number_of_its_group() -> None:
    law = library(
        provision("""
            breakdown: {authority: own, status: working}
            elements:
              - {id: x.1/1.a, number: 1.a, kinds: [conduct], text: {en: One.}, alternatives_group: limb}
              - {id: x.1/1.b, number: 1.b, kinds: [conduct], text: {en: Other.}, alternatives_group: limb}
              - {id: x.1/2, number: 2, kinds: [mental], text: {en: Intent.}}
              - {id: x.1/3.a, number: 3.a, kinds: [mental], text: {en: Known.}, alternatives_group: mind}
              - {id: x.1/3.b, number: 3.b, kinds: [mental], text: {en: Meant.}, alternatives_group: mind}
            """)
    )

    assert [e.number for e in law.elements_of("x.1")] == ["1.a", "1.b", "2", "3.a", "3.b"]


def test_the_manual_of_the_files_is_a_json_schema_for_editors() -> None:
    schema = LawFile.model_json_schema()

    assert sorted(schema["properties"]) == ["instrument", "means_of_proof", "provisions", "schema_version"]
    assert schema["$defs"]["Provision"]["properties"]["notes"]["description"] == "our own remarks, never law"
