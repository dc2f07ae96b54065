"""The table of coverage on a terminal: below an element stands what the defence must see, with its class."""

from typing import Any

import pytest

from referral.report.as_text import coverage_to_text
from tests.unit.builder import item, law, mapping
from tests.unit.report.tellers import small_case, teller, whole


def lines(**sections: Any) -> list[str]:
    tell = teller(small_case(**sections))
    return [" ".join(line.split()) for line in coverage_to_text(tell.view, whole(tell), law())]


def below(element: str, **sections: Any) -> list[str]:
    """The lines of an element, but for its own."""
    found = lines(**sections)
    start = next(n for n, line in enumerate(found) if line.startswith(f"{element} ")) + 1
    ends = (n for n, line in enumerate(found[start:], start) if line.startswith(("ex.1/", "gaps:", "no gap")))
    return found[start : next(ends)]


def against(**fields: Any) -> dict[str, Any]:
    return mapping("M-002", evidence="EV-0002", bearing="contradicts", **fields)


def paper(disclosure: str) -> list[dict[str, Any]]:
    return [item(), item("EV-0002", disclosure=disclosure)]


@pytest.mark.parametrize("disclosure", ["incriminating", "exculpatory", "material_to_defence", "undetermined"])
def test_a_contradicting_item_tells_its_class_of_disclosure_and_that_nobody_answered(disclosure: str):
    told = below("ex.1/1", evidence=paper(disclosure), mappings=[mapping(), against()])

    assert [f"M-002 contradicts strong EV-0002: {disclosure} no answer"] == told


def test_an_answer_is_told():
    told = below("ex.1/1", evidence=paper("exculpatory"), mappings=[against(answer="Not so.")])

    assert ["M-002 contradicts strong EV-0002: exculpatory answered"] == told


def test_a_qualifying_item_is_told_and_asks_for_no_answer():
    qualifies = mapping("M-002", evidence="EV-0002", bearing="qualifies", strength="weak")

    assert ["M-002 qualifies weak EV-0002: undetermined"] == below("ex.1/1", mappings=[qualifies])


def test_of_what_supports_only_what_speaks_for_the_accused_is_told():
    mappings = [mapping(), mapping("M-002", evidence="EV-0002")]

    assert ["M-002 supports strong EV-0002: exculpatory"] == below(
        "ex.1/1", evidence=paper("exculpatory"), mappings=mappings
    )
    assert [] == below("ex.1/1", evidence=paper("incriminating"), mappings=mappings)
