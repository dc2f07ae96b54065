"""Alternatives within elements: only where the words of the element show them."""

import pytest

from referral.law.model import Element
from tests.unit.builder import shipped_law

LAW = shipped_law()
CHOSEN = [element for element in LAW.elements.values() if element.choices]


def limbs(element: str) -> list[list[str]]:
    return [[limb.id for limb in choice.limbs] for choice in LAW.element(element).choices]


@pytest.mark.parametrize(
    ("expected", "element"),
    [
        ([["act", "threat"], ["operations", "service"]], "rs.8.2.a.v/1"),
        ([["act", "threat"]], "rs.8.2.b.xv/1"),
        ([["widespread", "systematic"]], "rs.7.ctx/4"),
        ([["widespread", "systematic"]], "rs.7.1.h/5"),
        ([["knowledge", "intent"]], "rs.7.1.h/6"),
        ([["call-up", "raid", "detention", "threat", "dismissal", "violence"]], "ua.elem.conscr.5"),
        ([["armed", "auxiliary", "operations"]], "ua.elem.conscr.6"),
        ([], "rs.8.2.a.v/2"),
    ],
)
def test_the_alternatives_of_an_element(expected: list[list[str]], element: str):
    assert expected == limbs(element)


@pytest.mark.parametrize("element", CHOSEN, ids=lambda element: element.id)
def test_each_alternative_stands_in_the_words_of_its_element(element: Element):
    found = [limb for choice in element.choices for limb in choice.limbs]

    assert [] == [limb.id for limb in found if not limb.words]


@pytest.mark.parametrize("element", CHOSEN, ids=lambda element: element.id)
def test_the_quotations_of_a_choice_stand_in_the_order_of_the_text(element: Element):
    text = element.text["en"]
    places = [[text.index(limb.words["en"]) for limb in choice.limbs] for choice in element.choices]

    assert [sorted(found) for found in places] == places
    assert all(len(set(found)) == len(found) for found in places)


def test_there_are_such_elements():
    assert 30 < len(CHOSEN)
