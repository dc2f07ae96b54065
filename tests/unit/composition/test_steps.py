"""What a template may ask of steps: gaps by step of proceedings, tasks, limits. Laws of `tests/data/law`."""

from dataclasses import replace
from typing import Any

from referral.composition.functions.steps import StepFunctions
from referral.law import Law
from referral.law.model import ElementKind, Forum, Standard
from tests.unit.builder import charge, header, mapping, person
from tests.unit.composition.scenes import scene

KINDS = (ElementKind.CONDUCT, ElementKind.CONTEXT)


def with_standard(law: Law, forum: Forum) -> Law:
    """The law with one step of proceedings, which asks about conduct and context."""
    words = {"title": {"en": "Notice"}, "text": {"en": "Enough to suspect."}}
    step = Standard.model_validate(
        {"id": "std.x", "status": "working", "forum": forum, "asks": [kind.value for kind in KINDS], **words}
    )
    return replace(law, remarks={**law.remarks, step.id: step})


def functions(forum: Forum = Forum.NATIONAL, party: str = "civil_society", **sections: Any) -> StepFunctions:
    made = scene(case=header(filing_party={"kind": party}), **sections)
    made.law = with_standard(made.law, forum)
    return StepFunctions(made)


def test_a_step_names_what_it_asks_about_and_where_there_is_a_gap():
    (step,) = functions(mappings=[mapping()]).standards("CH-01")

    assert ("std.x", "Notice", "Enough to suspect.", "working") == (
        step["id"],
        step["title"],
        step["text"],
        step["status"],
    )
    assert (["conduct", "context"], ["ex.1/1", "ex.1/3"], ["ex.1/3"]) == (step["asks"], step["elements"], step["gaps"])


def test_a_justified_gap_is_none_at_any_step():
    gap = {"id": "JG-01", "charge": "CH-01", "element": "ex.1/3", "reason": "Known.", "by": "analyst-1"}
    (step,) = functions(mappings=[mapping()], justified_gaps=[gap]).standards("CH-01")

    assert [] == step["gaps"]


def test_steps_of_another_forum_are_not_told():
    assert [] == functions(Forum.ICC).standards("CH-01")
    assert [] == functions().standards("CH-99")


def test_a_task_tells_what_is_open_and_what_is_left_to_others():
    letter, seen, register = functions().tasks("CH-01", "ex.1/1")

    assert ("The letter itself", True, ["interview", "document"], []) == _told(letter)
    assert ("Whoever saw it", True, ["interview"], []) == _told(seen)
    assert ("The register", False, [], ["official_request"]) == _told(register)
    assert ("propose the request", "The prosecutor asks registers.") == (register["instead"], register["why_not"])


def _told(task: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(task[name] for name in ("text", "allowed", "methods", "left"))


def test_an_element_without_means_has_no_task():
    assert [] == functions().tasks("CH-01", "ex.1/2")


def test_limits_for_every_charge_are_told_apart_from_those_for_some_persons():
    asked = functions(charges=[charge()], persons=[person("PER-002", "victim", minor="true")])

    assert ["cross.lim.first", "cross.lim.requests"] == [limit["id"] for limit in asked.collecting()]
    assert [("cross.lim.minors", ["PER-002"])] == [
        (one["id"], one["persons"]) for one in asked.hearing("CH-01")["left"]
    ]


def test_nothing_is_left_to_others_by_who_conducts_the_proceedings():
    asked = functions(party="prosecution", persons=[person("PER-002", "victim", minor="true")])

    assert [] == asked.collecting()
    assert (["PER-002"], []) == (asked.hearing("CH-01")["open"], asked.hearing("CH-01")["left"])
