"""Which alternatives within an element the case shows, and what nobody said of them."""

from typing import Any

import pytest

from referral.coverage import ElementCoverage, State, assess
from referral.coverage.limb_check import limbs_belong_to_the_element
from referral.coverage.limbs import LimbCoverage, choices_of, unsaid_of
from tests.unit.builder import case, charge, item, law, loaded, mapping, source

MEANS = ["force", "threat"]
Entry = dict[str, Any]


def weighed(*limbs: str, **fields: Any) -> Entry:
    return mapping(**{"element": "ex.4/1", "limbs": list(limbs), **fields})


def covered(*mappings: Entry) -> ElementCoverage:
    """The one element of `ex.4`, which says «by force or by threat»."""
    numbered = [{**entry, "id": f"M-{n:03}"} for n, entry in enumerate(mappings, start=1)]
    whole = case(
        sources=[source()], evidence=[item()], charges=[charge(provision="ex.4", period="2010")], mappings=numbered
    )
    found = assess(whole, law()).of("CH-01")
    assert found
    return found.elements[0]


def limbs(*mappings: Entry) -> tuple[LimbCoverage, ...]:
    (choice,) = choices_of(covered(*mappings))
    return choice.limbs


def supports(*mappings: Entry) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
    """The supporting mappings by limb, and those that name none."""
    return {one.limb.id: one.bears.supports for one in limbs(*mappings)}, unsaid_of(covered(*mappings)).supports


def test_each_limb_has_the_mappings_that_name_it_and_the_rest_say_none():
    assert ({"force": (), "threat": ("M-001",)}, ("M-002",)) == supports(weighed("threat"), weighed())


def test_a_mapping_may_bear_on_several_limbs():
    assert ({"force": ("M-001",), "threat": ("M-001",)}, ()) == supports(weighed(*MEANS))


def test_what_contradicts_and_what_qualifies_stands_apart():
    force, threat = limbs(
        weighed("force", bearing="contradicts"), weighed("threat", bearing="qualifies"), weighed("force")
    )

    assert (("M-003",), ("M-001",), ()) == (force.bears.supports, force.bears.contradicts, force.bears.qualifies)
    assert (("M-002",), False) == (threat.bears.qualifies, threat.bears.is_empty)


def test_what_gives_context_shows_no_limb():
    entries = weighed("force", bearing="context"), weighed(bearing="context")
    found = [*(one.bears for one in limbs(*entries)), unsaid_of(covered(*entries))]

    assert [True] * 3 == [bears.is_empty for bears in found]


def test_an_element_without_alternatives_has_no_choice():
    found = assess(case(sources=[source()], evidence=[item()], charges=[charge()], mappings=[mapping()]), law())

    assert [((), True)] * 3 == [(choices_of(e), unsaid_of(e).is_empty) for e in found.charges[0].elements]


def test_one_limb_suffices():
    assert [(State.UNCORROBORATED, False)] * 3 == [
        (one.state, one.is_hole) for one in map(covered, (weighed(), weighed("force"), weighed("threat")))
    ]


def test_a_contradiction_of_weight_contests_the_element_whichever_limb_it_is_about():
    assert State.CONTESTED is covered(weighed("force"), weighed("threat", bearing="contradicts")).state


@pytest.mark.parametrize(
    ("hint", "element", "limbs"),
    [
        ("limbs: force or threat", "ex.4/1", ["force", "fear"]),
        ("it has no alternatives; leave out `limbs`", "ex.1/1", ["force"]),
    ],
)
def test_a_limb_that_is_not_there_is_named_beside_those_that_are(hint: str, element: str, limbs: list[str]):
    (finding,) = limbs_belong_to_the_element(loaded(mappings=[mapping(element=element, limbs=limbs)]), law())

    assert ("unknown-limb", f'{element} has no limb "{limbs[-1]}"', hint) == (
        finding.rule,
        finding.message,
        finding.hint,
    )


def test_an_element_that_is_not_there_is_left_to_another_rule():
    assert [] == list(limbs_belong_to_the_element(loaded(mappings=[weighed("fear", element="ex.99/1")]), law()))
