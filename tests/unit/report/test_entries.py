"""What is told of an entry: what a case fills in freely is told in the word of the language, if there is one."""

from typing import Any

import pytest

from referral.case.model import EvidenceItem, Incident
from referral.report.entries import custody_line, evidence_rows, incident_rows
from tests.unit.builder import item
from tests.unit.report.tellers import small_case, teller, two_charges_of_one_raid


def of_item(lang: str, **fields: Any) -> tuple[dict[str, object], list[object]]:
    """The rows of an item by name, and its lines of custody."""
    tell = teller(small_case(evidence=[item(**fields), item("EV-0002")]), lang=lang)
    entry = tell.view.case.by_id["EV-0001"]
    assert isinstance(entry, EvidenceItem)
    return dict(evidence_rows(tell, entry)), [custody_line(tell, event) for event in entry.custody]


@pytest.mark.parametrize(
    ("lang", "subtype", "expected"),
    [
        ("uk", "interrogation_record", "документ (протокол допиту)"),
        ("en", "interrogation_record", "document (record of interrogation)"),
        ("en", "ngo_report", "document (NGO report)"),
        ("uk", "паперовий_носій", "документ (паперовий носій)"),
        ("en", "of.a.kind", "document (of.a.kind)"),
    ],
)
def test_a_subtype_is_told_in_the_language_or_as_it_was_entered_without_underscores(
    lang: str, subtype: str, expected: str
):
    assert expected == of_item(lang, subtype=subtype)[0]["kind"]


def test_an_item_without_a_subtype_has_its_kind_alone():
    assert "document" == of_item("en")[0]["kind"]


@pytest.mark.parametrize(
    ("lang", "kind", "expected"),
    [("uk", "sealing", "опечатування"), ("en", "sealing", "sealing"), ("uk", "in_der_post", "in der post")],
)
def test_an_event_of_custody_is_told_in_the_language_or_as_it_was_entered(lang: str, kind: str, expected: str):
    (line,) = of_item(lang, custody=[{"type": kind, "agent": "clerk-1", "at": "2022-03-06"}])[1]

    assert expected == str(line).split("; ")[1]


@pytest.mark.parametrize(("lang", "expected"), [("uk", "російська"), ("en", "Russian")])
def test_a_language_is_told_by_its_name(lang: str, expected: str):
    assert expected == of_item(lang, language="ru")[0]["language"]


def test_an_incident_tells_its_date_and_what_it_was():
    tell = teller(small_case(**two_charges_of_one_raid()))
    entry = tell.view.case.by_id["INC-01"]

    assert isinstance(entry, Incident)
    assert ["date", "kind"] == [name for name, _ in incident_rows(tell, entry)]
