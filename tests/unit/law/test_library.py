"""What the library answers about ids, editions and lineage."""

from datetime import date

import pytest

from referral.law import Edition
from tests.unit.law.builder import PROVISION, library, provision

BEFORE, AFTER = date(2024, 10, 23), date(2024, 10, 24)
AMENDED = provision("""
    texts:
      - {lang: uk, until: 2024-10-23, text: Карається.}
      - {lang: uk, since: 2024-10-24, status: uncertain, text: null}
    sanctions:
      - {until: 2024-10-23, min_years: 8, max_years: 12}
      - {since: 2024-10-24, status: uncertain}
    """)
OWN_DIVISION = """
- id: x.1.f
  parent: x.1
  kind: offence
  number: {article: 1}
  title: {uk: Альтернатива, en: Alternative}
  status: known
  breakdown: {authority: own, status: working}
  elements:
    - {id: x.1.f/1, number: 1, kinds: [conduct], text: {en: The accused offended.}}
    - {id: x.1.f/2, number: 2, kinds: [mental], text: {en: The accused meant to.}, per_accused: true}
"""
LATER = """
- id: x.2
  kind: rule
  number: {article: 2}
  title: {uk: Нова, en: New}
  since: 2024-10-24
  status: known
- id: x.2.1
  parent: x.2
  kind: rule
  number: {article: 2, part: 1}
  title: {uk: Частина, en: Part}
  status: known
  texts:
    - {lang: uk, text: Нове.}
"""


def test_the_edition_in_force_on_the_day_governs() -> None:
    law = library(AMENDED)

    assert [("Карається.", "verified"), (None, "uncertain")] == [
        (text.text, text.status) for day in (BEFORE, AFTER) if (text := law.text_on("x.1", day, "uk"))
    ]


def test_a_language_without_entry_has_no_text() -> None:
    assert library(AMENDED).text_on("x.1", BEFORE, "en") is None


def test_nothing_is_in_force_before_the_instrument_is() -> None:
    law = library(AMENDED)

    assert not law.in_force_on("x.1", date(2001, 8, 31))
    assert law.text_on("x.1", date(2001, 8, 31), "uk") is None


def test_a_part_is_in_force_no_earlier_than_its_article() -> None:
    law = library(PROVISION + LATER)

    assert not law.in_force_on("x.2.1", BEFORE)
    assert law.text_on("x.2.1", BEFORE, "uk") is None
    assert law.in_force_on("x.2.1", AFTER)


def test_a_division_of_our_own_has_the_text_and_sanction_of_the_part_it_divides() -> None:
    law = library(AMENDED + OWN_DIVISION)
    text, sanction = law.text_on("x.1.f", BEFORE, "uk"), law.sanction_on("x.1.f", BEFORE)

    assert text is not None
    assert text.text == "Карається."
    assert sanction is not None
    assert (sanction.min_years, sanction.max_years) == (8, 12)


def test_a_part_does_not_take_the_text_of_its_article() -> None:
    law = library(AMENDED + LATER.replace("parent: x.2", "parent: x.1").replace("x.2.1", "x.3"))

    assert law.sanction_on("x.3", AFTER) is None


@pytest.mark.parametrize(
    ("expected", "first", "last"),
    [
        ([Edition(date(2001, 9, 1), BEFORE)], date(2022, 1, 1), BEFORE),
        ([Edition(AFTER, None)], AFTER, date(2025, 1, 1)),
        ([Edition(date(2001, 9, 1), BEFORE), Edition(AFTER, None)], date(2022, 1, 1), date(2025, 1, 1)),
        ([Edition(date(2001, 9, 1), BEFORE), Edition(AFTER, None)], None, None),
        ([], None, date(2001, 8, 31)),
    ],
)
def test_a_period_names_every_edition_that_it_touches(
    expected: list[Edition], first: date | None, last: date | None
) -> None:
    assert expected == list(library(AMENDED + OWN_DIVISION).editions_between("x.1.f", first, last))


def test_elements_belong_to_their_provision() -> None:
    law = library(AMENDED + OWN_DIVISION)

    assert [e.id for e in law.elements_of("x.1.f")] == ["x.1.f/1", "x.1.f/2"]
    assert law.provision_of("x.1.f/2").id == "x.1.f"


def test_elements_take_authority_and_status_from_their_breakdown() -> None:
    element = library(AMENDED + OWN_DIVISION).element("x.1.f/1")

    assert ("own", "working", False) == (element.authority, element.status, element.is_official)


def test_lineage_is_known_in_both_directions() -> None:
    law = library(AMENDED + OWN_DIVISION)

    assert [p.id for p in law.parents("x.1.f")] == ["x.1"]
    assert [p.id for p in law.children("x.1")] == ["x.1.f"]
    assert law.instrument_of("x.1.f").id == "x"


@pytest.mark.parametrize(("expected", "unknown"), [("x.1.f/1", "x.1.f.1"), ("x.1.f", "x.1f"), (None, "zzz")])
def test_a_misspelt_id_finds_its_nearest(expected: str | None, unknown: str) -> None:
    assert expected == library(AMENDED + OWN_DIVISION).nearest(unknown)


def test_an_unknown_id_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        library().provision("x.9")


def test_provisions_take_the_as_at_date_of_the_instrument_unless_they_have_one() -> None:
    law = library(PROVISION + LATER.replace("since: 2024-10-24", "as_at: 2025-01-31", 1))

    assert ("2026-03", "2025-01-31") == (law.provision("x.1").as_at, law.provision("x.2").as_at)
