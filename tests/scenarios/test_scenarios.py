"""Each file in `cases/` is a sentence that a lawyer can read, a small case, and what the coverage must say of it."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from pydantic import ValidationError

from referral.coverage import State
from tests.scenarios.scenario import FILES, HERE, Expected, Outcome, Scenario, Short, differences, law, outcome, read

AT_LEAST = 40
NAMES = [path.stem for path in FILES]


@cache
def scenario(name: str) -> Scenario:
    return read((HERE / "cases" / f"{name}.yaml").read_text("utf-8"))


@cache
def found(name: str) -> Outcome:
    return outcome(scenario(name))


@pytest.mark.parametrize("name", NAMES)
def test_the_program_says_what_the_scenario_expects(name: str):
    assert [] == differences(scenario(name).expect, found(name))


@pytest.mark.parametrize("name", NAMES)
def test_a_scenario_fails_if_it_expects_anything_else(name: str):
    expected = scenario(name).expect
    others = [(where, Expected.model_validate(data)) for where, data in _otherwise(expected.model_dump())]

    assert others
    assert [] == [where for where, other in others if not differences(other, found(name))]


def _otherwise(data: Any) -> list[tuple[str, Any]]:
    """The expectation, each time with one thing turned into its opposite."""
    turned = list(_other_states(data, "states")) + list(_other_states(data, "without"))
    for name in ("gaps", "opens", "breaks", "forms"):
        if data[name] is not None:
            more = {**data[name], "CH-01": [*data[name].get("CH-01", []), ["EV-9999"] if name == "breaks" else "x.1/1"]}
            turned.append((name, {**data, name: more}))
    for name in ("depended_upon", "orphans", "alone", "refused"):
        if data[name] is not None and (name != "refused" or data[name]):
            turned.append((name, {**data, name: [*data[name], "EV-9999"]}))
    if data["fails_on_gaps"] is not None:
        turned.append(("fails_on_gaps", {**data, "fails_on_gaps": not data["fails_on_gaps"]}))
    for step, charges in data["steps"].items():
        turned.append((step, {**data, "steps": {**data["steps"], step: {**charges, "CH-02": ["x.1/1"]}}}))
    for one, elements in data["readings"].items():
        more = {element: [*said, "CH-09 x.1/1 equal"] for element, said in elements.items()}
        turned.append((f"readings of {one}", {**data, "readings": {**data["readings"], one: more}}))
    for one, elements in data["limbs"].items():
        for element, limbs in elements.items():
            other = {**limbs, "unsaid": [*limbs["unsaid"], "EV-9999"]}
            turned.append((f"limbs of {element}", {**data, "limbs": {one: {**elements, element: other}}}))
    return turned


def _other_states(data: Any, name: str) -> Iterator[tuple[str, Any]]:
    for one, elements in (data[name] or {}).items():
        yield f"{name} of {one}", {**data, name: {**data[name], one: {**elements, "x.1/1": "contested"}}}
        yield from ((f"{name}: {one} {element}", _with(data, name, one, element)) for element in elements)


def _with(data: Any, name: str, charge: str, element: str) -> Any:
    """The same with another state for one element."""
    own = data[name][charge]
    state = own[element].partition(",")[0]
    other = next(one.value for one in State if one.value != state)
    return {**data, name: {**data[name], charge: {**own, element: other}}}


def test_there_are_enough_of_them():
    assert AT_LEAST <= len(FILES)


def test_every_state_and_every_step_of_proceedings_occurs():
    states = {
        w.partition(",")[0] for name in NAMES for es in scenario(name).expect.states.values() for w in es.values()
    }
    steps = {step for name in NAMES for step in scenario(name).expect.steps}

    assert {state.value for state in State} == states
    assert set(law().standards) == steps


def test_one_two_and_three_items_are_excluded_and_classes_sources_and_origins_too():
    named = [scenario(name).without for name in NAMES]

    assert {1, 2, 3} <= {len(what) for what in named}
    assert {"class", "source", "origin"} <= {one.partition(":")[0] for what in named for one in what if ":" in one}


def test_no_two_scenarios_bear_the_same_sentence():
    sentences = [scenario(name).scenario for name in NAMES]

    assert len(sentences) == len(set(sentences))


@pytest.mark.parametrize(
    "place",
    [
        "{whole}",
        "expect: {{{whole}}}",
        "charges: {{CH-01: {{provision: x.1, {whole}}}}}",
        "items: {{EV-0001: {{source: SRC-01, {whole}}}}}",
        "weighed: [{{by: EV-0001, supports: x.1/1, {whole}}}]",
    ],
)
def test_a_key_that_the_manual_does_not_have_is_refused(place: str):
    text = "scenario: A sentence that is long enough.\ncharges: {CH-01: {provision: x.1}}\nitems: {}\nexpect: {}\n"
    text = "\n".join(line for line in text.splitlines() if line.partition(":")[0] != place.partition(":")[0])

    with pytest.raises(ValidationError, match="extra_forbidden"):
        read(f"{text}\n{place.format(whole='weigt: 1')}\n")


@pytest.mark.parametrize("states", ["corroborated", "gap, many origins", "supported_corroborated, 2"])
def test_a_state_that_does_not_exist_is_refused(states: str):
    with pytest.raises(ValidationError, match="string_pattern_mismatch"):
        Expected(states={"CH-01": {"x.1/1": states}})


def test_the_manual_names_every_key():
    manual = (HERE / "README.md").read_text("utf-8")
    keys = {key for model in Short.__subclasses__() for key in model.model_fields}

    assert [] == sorted(key for key in keys if f"`{key}`" not in manual)


def test_a_key_that_stands_twice_is_refused():
    with pytest.raises(ValueError, match="duplicate-key"):
        read("scenario: A sentence that is long enough.\nscenario: Another sentence that is long enough.\n")
