"""The record in absentia names each thing that is missing, and says of which rule the wording is in no file of ours."""

from functools import cache
from typing import Any

import pytest

from referral.law.model import Trace
from tests.golden.service import demonstration, written
from tests.golden.test_in_absentia import changed, composed, spaced
from tests.unit.builder import shipped_law

ABSENT = {"person": "PER-001", "special_trial": {}}
FROM_THE_VAULT = (Trace.LAST_ADDRESS, Trace.OF_AGE)  # recorded there, whatever the proceeding holds
REQUIREMENTS = {one.id: one for one in shipped_law().requirements}
SHOWN_BY_A_CASE = [k for k, one in REQUIREMENTS.items() if one.shown_by not in (Trace.NOTHING, *FROM_THE_VAULT)]
LOOKED_UP = [k for k, one in REQUIREMENTS.items() if one.shown_by is Trace.NOTHING]
PLAIN = {ord(raised): f"-{figure}" for raised, figure in zip("¹²³⁴⁵", "12345", strict=True)}
CHAIN = ("135", "ч. 6 ст. 193", "278", "281", "297-1", "297-2", "297-3", "297-4", "297-5", "323")


@cache
def bare() -> str:
    """The record of a suspect of whom nothing is recorded but that he is absent, and that he is to be tried so."""
    return composed("service-record", "prosecution", changed(service=[], calls=[], absences=[ABSENT]))


def list_of_the_missing(text: str) -> str:
    return text.partition("Чого бракує\n")[2].partition("Відкриті питання\n")[0]


def in_words(requirement: str) -> str:
    return spaced(REQUIREMENTS[requirement].text["uk"]).rstrip(".")


@pytest.mark.parametrize("requirement", SHOWN_BY_A_CASE)
def test_what_the_case_does_not_show_is_named(requirement: str):
    assert f"що виконано вимогу «{in_words(requirement)}»" in list_of_the_missing(bare())


@pytest.mark.parametrize("requirement", LOOKED_UP)
def test_what_no_case_can_show_is_named_with_what_was_not_read(requirement: str):
    unread = spaced(REQUIREMENTS[requirement].open.get("uk", "")).rstrip(".")[1:]
    alike = [other for other in LOOKED_UP if in_words(other) == in_words(requirement)]
    lines = [line for line in list_of_the_missing(bare()).splitlines() if in_words(requirement) in line]

    assert len(alike) == len(lines)
    assert [] == [line for line in lines if unread not in line]


@pytest.mark.parametrize("number", CHAIN)
def test_every_link_of_the_chain_is_named_in_the_record(number: str):
    assert number in bare().partition("Що має бути підтверджено матеріалами\n")[2].translate(PLAIN)


@pytest.mark.parametrize("number", ["193", "281", "323"])
def test_of_a_rule_that_is_in_no_file_the_placeholder_says_so(number: str):
    lines = [line for line in list_of_the_missing(bare()).splitlines() if f" {number}" in line]
    assert any("тексту цієї норми правова бібліотека не містить" in line for line in lines)


@pytest.mark.parametrize("item", ["8", "9"])
def test_the_summons_says_of_which_items_the_wording_is_in_no_file(item: str):
    (line,) = [
        line for line in spaced(written("summons")).splitlines() if f"(пункт {item} відомостей статті 137)" in line
    ]
    assert "правова бібліотека не містить: унести його за чинною редакцією" in line


LACKS: dict[str, tuple[str, dict[str, Any]]] = {
    "a day that was left without a good reason": ("svc.ua.absence.missed", {"calls": []}),
    "whether a reason was made known": ("svc.ua.absence.reason", {"calls": []}),
    "whatever was done about the notice": ("svc.ua.notice.step", {"service": []}),
    "a summons in print": ("svc.ua.call.printed", {"service": []}),
    "a summons on the site": ("svc.ua.call.site", {"service": []}),
    "a summons to the address": ("svc.ua.call.sent", {"service": []}),
}


@pytest.mark.parametrize("name", LACKS)
def test_one_thing_taken_away_is_the_one_named(name: str):
    requirement, fields = LACKS[name]
    text = composed("service-record", "prosecution", changed(**fields))

    assert f"що виконано вимогу «{in_words(requirement)}»" in list_of_the_missing(text)


@pytest.mark.parametrize(
    ("field", "requirement"),
    [("ground", "svc.ua.absence.ground"), ("counsel", "svc.ua.absence.counsel"), ("applied_on", "svc.ua.absence.days")],
)
def test_one_field_of_the_absence_taken_away_is_the_one_named(field: str, requirement: str):
    (absence,) = demonstration().loaded.case.by_id["PR-01"].absences  # type: ignore[attr-defined]
    text = composed("service-record", "prosecution", changed(absences=[absence.model_copy(update={field: None})]))

    assert f"що виконано вимогу «{in_words(requirement)}»" in list_of_the_missing(text)
