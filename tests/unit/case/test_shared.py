"""A weighing that holds for several charges becomes a mapping of each, which falls with the one it repeats."""

from typing import Any

import pytest
from pydantic import ValidationError

from referral.case.falling import Falling
from referral.case.in_force import withdrawn
from referral.case.model import Case, ReadMapping
from referral.case.shared import read_by_all
from tests.unit.builder import case, charge, fact, header, item, mapping, source


def read_by(*others: str | tuple[str, str], **fields: Any) -> Case:
    readings = [
        {"charge": other} if isinstance(other, str) else dict(zip(("charge", "element"), other, strict=True))
        for other in others
    ]
    return case(
        sources=[source()],
        evidence=[item()],
        facts=[fact()],
        charges=[charge(), charge("CH-02"), charge("CH-03", provision="xs.1")],
        mappings=[mapping(element="ex.1/3", fact="F-001", read_by=readings, **fields), mapping("M-002", "ex.1/1")],
    )


def written(whole: Case) -> list[tuple[str, str, str]]:
    return [(m.id, m.charge, m.element) for m in read_by_all(whole).mappings]


def test_each_reading_stands_behind_the_mapping_that_it_repeats():
    expected = [
        ("M-001", "CH-01", "ex.1/3"),
        ("M-001+CH-02", "CH-02", "ex.1/3"),
        ("M-001+CH-03", "CH-03", "xs.1/2"),
        ("M-002", "CH-01", "ex.1/1"),
    ]

    assert expected == written(read_by("CH-02", ("CH-03", "xs.1/2")))


def test_two_readings_for_one_charge_have_two_ids():
    ids = [code for code, _, _ in written(read_by(("CH-03", "xs.1/1"), ("CH-03", "xs.1/2")))]

    assert ["M-001", "M-001+CH-03", "M-001+CH-03+2", "M-002"] == ids


def test_what_was_weighed_is_repeated_and_where_it_was_weighed_is_told():
    first, second = read_by_all(read_by("CH-02", strength="weak", note="Look again.")).mappings[:2]
    told = {"id", "charge", "read_from", "weighed_under", "weighed_as"}

    assert isinstance(second, ReadMapping)
    assert ("M-001", "CH-01", "ex.1/3") == (second.read_from, second.weighed_under, second.weighed_as)
    assert first.model_dump(exclude=told) == second.model_dump(exclude=told)


def test_limbs_are_those_of_one_element():
    same, other = read_by_all(read_by("CH-02", ("CH-03", "xs.1/2"), limbs=["threat"])).mappings[1:3]

    assert (["threat"], []) == (same.limbs, other.limbs)


def test_a_case_that_shares_nothing_is_the_very_same_and_one_written_out_too():
    alone, shared = read_by(), read_by_all(read_by("CH-02"))

    assert alone is read_by_all(alone)
    assert shared is read_by_all(shared)
    assert shared.by_id["M-001+CH-02"]


@pytest.mark.parametrize(
    ("item_is", "charges", "expected"),
    [
        ("false", ("false", "true"), [False, True]),
        ("false", ("true", "false"), [True, False]),
        ("true", ("true", "true"), [True, True]),
    ],
)
def test_a_reading_is_invented_if_the_item_or_the_charge_that_reads_it_is(
    item_is: str, charges: tuple[str, str], expected: list[bool]
):
    first, second = charges
    whole = case(
        case=header(demonstration="true"),
        sources=[source()],
        evidence=[item(invented=item_is)],
        charges=[charge(invented=first), charge("CH-02", invented=second)],
        mappings=[mapping(invented=str(expected[0]).lower(), read_by=[{"charge": "CH-02"}])],
    )

    assert expected == [m.invented for m in read_by_all(whole).mappings]


@pytest.mark.parametrize("lost", ["M-001", "F-001", "EV-0001", "SRC-01"])
def test_a_reading_falls_with_the_mapping_that_it_repeats_and_with_what_that_rests_on(lost: str):
    whole = read_by_all(read_by("CH-02"))

    assert {"M-001", "M-001+CH-02"} <= withdrawn(whole, {lost})
    assert {"M-001", "M-001+CH-02"} <= Falling(whole).reached([lost])


def test_a_reading_can_be_lost_alone():
    gone = withdrawn(read_by_all(read_by("CH-02")), {"M-001+CH-02"})

    assert {"M-001+CH-02"} == gone


def test_a_withdrawn_mapping_is_read_by_nobody():
    assert {"M-001", "M-001+CH-02"} == withdrawn(read_by_all(read_by("CH-02", status="withdrawn")))


def test_a_reading_goes_with_the_charge_under_which_it_was_weighed():
    assert "M-001+CH-02" in withdrawn(read_by_all(read_by("CH-02")), {"CH-01"})


def test_where_a_weighing_was_made_is_not_for_people_to_write():
    with pytest.raises(ValidationError, match="extra_forbidden"):
        read_by("CH-02", read_from="M-009")
