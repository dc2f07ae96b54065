"""What a template is told of the alternatives within an element."""

from typing import Any

from referral.composition.functions.coverage import CoverageFunctions
from tests.unit.builder import charge, mapping
from tests.unit.composition.scenes import scene


def functions() -> CoverageFunctions:
    """One mapping contradicts the threat, another does not say what it is about."""
    mappings = [
        mapping("M-001", "ex.4/1", limbs=["threat"], bearing="contradicts"),
        mapping("M-002", "ex.4/1"),
        mapping("M-003", charge="CH-02"),
    ]
    return CoverageFunctions(
        scene(charges=[charge(provision="ex.4", period="2010"), charge("CH-02")], mappings=mappings)
    )


def test_each_choice_lists_its_limbs_with_what_bears_on_them():
    assert {
        "choices": [
            [
                {"label": "force", "supports": (), "contradicts": (), "qualifies": ()},
                {"label": "threat", "supports": (), "contradicts": ("M-001",), "qualifies": ()},
            ]
        ],
        "unsaid": {"supports": ("M-002",), "contradicts": (), "qualifies": ()},
    } == functions().limbs("CH-01", "ex.4/1")


def test_an_element_without_alternatives_and_one_that_is_not_there_have_no_choice():
    nothing: dict[str, Any] = {"choices": [], "unsaid": None}

    assert nothing == functions().limbs("CH-02", "ex.1/1")
    assert nothing == functions().limbs("CH-09", "ex.4/1")
