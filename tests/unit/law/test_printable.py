"""Law is printed only as well as it is known."""

from datetime import date

import pytest

from referral.law import (
    Law,
    Status,
    Wording,
    bound_wording,
    element_wording,
    provision_wording,
    title_wording,
)
from referral.law.load import RawFile
from tests.unit.law.builder import library, library_from, provision, raw

DAY = date(2024, 1, 1)


def _law(text: str) -> Law:
    return library(provision(f"texts:\n  - {{lang: uk, {text}}}\n"))


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (Wording("Карається.", Status.VERIFIED, False), "text: Карається."),
        (Wording("Карається.", Status.KNOWN, True, "check"), "status: known, note: check, text: Карається."),
        (Wording(None, Status.UNCERTAIN, True, "changed"), "status: uncertain, note: changed, text: null"),
    ],
)
def test_status_decides_whether_wording_is_printed_and_checked(expected: Wording, text: str) -> None:
    assert expected == provision_wording(_law(text), "x.1", DAY, "uk")


def test_a_language_that_was_not_read_prints_no_wording_and_says_why() -> None:
    expected = Wording(None, Status.UNCERTAIN, True, "no English text was read")

    assert expected == provision_wording(_law("text: Карається."), "x.1", DAY, "en")


def test_a_translation_of_our_own_is_marked() -> None:
    law = library(provision("texts:\n  - {lang: en, translation: own, text: Is punished.}\n"))

    assert Wording("Is punished.", Status.VERIFIED, False, "", True) == provision_wording(law, "x.1", DAY, "en")


def test_a_provision_without_dated_title_has_its_short_name() -> None:
    assert Wording("Злочин", Status.VERIFIED, False) == title_wording(library(), "x.1", DAY, "uk")


def test_a_dated_title_governs_on_its_days() -> None:
    law = library(
        provision("""
            titles:
              - {lang: uk, until: 2024-10-23, text: Стара назва}
              - {lang: uk, since: 2024-10-24, status: known, secondary: true, source: [S01], text: Нова назва}
            """)
    )

    assert [Wording("Стара назва", Status.VERIFIED, False), Wording("Нова назва", Status.KNOWN, True)] == [
        title_wording(law, "x.1", day, "uk") for day in (DAY, date(2024, 10, 24))
    ]


def test_an_element_prints_its_wording_and_elsewhere_our_own_label() -> None:
    law = library(
        provision("""
            breakdown: {authority: own, status: known, own_translation: true}
            elements:
              - {id: x.1/1, number: 1, kinds: [conduct], text: {uk: Діяння.}, label: {en: Conduct.}}
            """)
    )
    element = law.element("x.1/1")

    assert Wording("Діяння.", Status.KNOWN, True) == element_wording(element, "uk")
    assert Wording("Conduct.", Status.KNOWN, True, "", True) == element_wording(element, "en")
    assert Wording(None, Status.KNOWN, True) == element_wording(element, "fr")


def test_an_uncertain_act_of_consent_is_not_printed() -> None:
    bound = "  bound:\n    - {state: XX, party: {uk: Ікс, en: X}, act: {uk: закон}, status: uncertain}\n"
    text = raw().raw.decode().replace("  citation:\n", f"{bound}  citation:\n")
    law = library_from(RawFile("x.yaml", text.encode()))

    assert Wording(None, Status.UNCERTAIN, True) == bound_wording(law.instruments["x"].bound[0], "uk")
