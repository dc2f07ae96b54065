"""ex.7 has the forms ex.7.a, ex.7.b and ex.7.c, of which one suffices; ex.7.c is tied to one of the others."""

from typing import Any

from referral.coverage import assess
from referral.coverage.forms import Forms, forms_of
from tests.unit.builder import case, charge, item, law, mapping, person, source

RAID, OTHER = ["INC-01"], ["INC-02"]


def forms(*charges: dict[str, Any], **sections: Any) -> tuple[Forms, ...]:
    incidents = [{"id": code, "title": "A raid", "type": "raid_detention"} for code in ("INC-01", "INC-02", "INC-03")]
    whole = case(
        sources=[source()],
        evidence=[item()],
        persons=[person(), person("PER-002")],
        incidents=incidents,
        charges=list(charges),
        **sections,
    )
    return forms_of(assess(whole, law()).charges, law())


def one(code: str, form: str, incidents: list[str], **fields: Any) -> dict[str, Any]:
    return charge(code, **{"provision": f"ex.7.{form}", "incidents": incidents, "person": "PER-001", **fields})


def together(found: tuple[Forms, ...]) -> list[list[str]]:
    return [[form.charge.id for form in one.charged] for one in found]


def test_charges_of_other_offences_are_no_forms():
    assert () == forms(charge())


def test_forms_of_one_accused_and_one_act_stand_together():
    found = forms(
        one("CH-01", "a", RAID),
        one("CH-02", "b", [*RAID, *OTHER]),
        one("CH-03", "b", RAID, person="PER-002"),
        one("CH-04", "a", ["INC-03"]),
    )

    assert [["CH-01", "CH-02"], ["CH-03"], ["CH-04"]] == together(found)
    assert {"ex.7"} == {one.provision for one in found}


def test_a_charge_that_links_two_acts_makes_them_one():
    found = forms(one("CH-01", "a", RAID), one("CH-02", "a", OTHER), one("CH-03", "b", [*RAID, *OTHER]))

    assert [["CH-01", "CH-02", "CH-03"]] == together(found)


def test_the_form_without_a_recorded_gap_is_named_and_gaps_are_told():
    (found,) = forms(
        one("CH-01", "a", RAID), one("CH-02", "b", RAID), mappings=[mapping(charge="CH-02", element="ex.7.b/1")]
    )

    assert ["CH-02"] == [form.charge.id for form in found.without_gap]
    assert [("ex.7.a/1", "ex.7.a/2"), ()] == [form.gaps for form in found.charged]


def test_what_is_contested_is_told_even_without_a_gap():
    against = mapping("M-002", "ex.7.b/1", charge="CH-01", bearing="contradicts")
    (found,) = forms(one("CH-01", "b", RAID), mappings=[mapping(charge="CH-01", element="ex.7.b/1"), against])

    assert [((), True)] == [(form.gaps, form.is_contested) for form in found.charged]


def test_an_order_is_tied_to_what_anybody_is_charged_with_for_the_same_act():
    order = one("CH-01", "c", RAID)
    ordered = mapping(charge="CH-01", element="ex.7.c/1")

    (tied, _) = forms(order, one("CH-02", "a", RAID, person="PER-002"), mappings=[ordered])
    (alone, _) = forms(order, one("CH-02", "a", OTHER), mappings=[ordered])

    assert ([False], ["CH-01"]) == ([f.is_alone for f in tied.charged], [f.charge.id for f in tied.without_gap])
    assert ([True], []) == ([f.is_alone for f in alone.charged], [f.charge.id for f in alone.without_gap])
