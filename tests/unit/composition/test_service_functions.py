"""Functions of templates on service: which proceeding is meant, which call lies ahead, what is required."""

from dataclasses import replace
from typing import Any

from referral.case.model import DocumentRequest
from referral.composition.functions.service import ServiceFunctions
from tests.unit.builder import Entry, person
from tests.unit.composition.scenes import scene

STEP: Entry = {"what": "call", "how": "post", "person": "PER-001", "date": "2022-03-05"}


def functions(*proceedings: Entry, date: str | None = None) -> ServiceFunctions:
    made = [
        {"id": f"PR-0{n}", "kind": "pre_trial", "title": "P", **entry} for n, entry in enumerate(proceedings, start=1)
    ]
    whole = scene(persons=[person(), person("PER-002")], proceedings=made)
    request = DocumentRequest.model_validate({"id": "x", "lang": "en", "profile": "internal", "date": date})
    return ServiceFunctions(replace(whole, request=request))


def call(date: str | None, **fields: Any) -> Entry:
    return {"person": "PER-001", "date": date, **fields}


def test_the_proceeding_is_that_in_which_something_was_served_else_one_that_concerns_the_person():
    concerned, served = {"persons": ["PER-001"]}, {"service": [STEP]}

    assert "PR-02" == (functions(concerned, served).proceeding_on("PER-001") or {})["id"]
    assert "PR-01" == (functions(concerned).proceeding_on("PER-001") or {})["id"]
    assert functions(served).proceeding_on("PER-002") is None
    assert functions({"persons": ["PER-001"], "kind": "court"}).proceeding_on("PER-001") is None


def test_steps_are_numbered_in_the_order_of_time():
    steps = [{**STEP, "date": None}, {**STEP, "time": "12:00"}, {**STEP, "time": "09:00"}, {**STEP, "date": "2022-02"}]
    found = functions({"service": steps}).service_steps("PER-001")

    assert [(1, None), (2, "09:00"), (3, "12:00"), (4, None)] == [(s["position"], s["time"]) for s in found]


def test_steps_of_others_are_not_counted():
    found = functions({"service": [{**STEP, "person": "PER-002"}, STEP]})

    assert [1] == [s["position"] for s in found.service_steps("PER-001")]


def test_the_call_ahead_is_the_first_not_before_the_day_of_the_document():
    calls = [call("2022-05-01"), call("2022-03-01"), call("2022-04-01"), call(None)]

    def ahead(date: str | None) -> str | None:
        found = functions({"calls": calls}, date=date).call_ahead("PER-001")
        return str(found["date"]) if found else None

    assert ["2022-04-01", "2022-04-01", "2022-03-01", None] == [
        ahead(date) for date in ("2022-03-02", "2022-04-01", None, "2022-06-01")
    ]


def test_absence_is_that_of_the_person():
    found = functions({"absences": [{"person": "PER-002", "ground": "He left."}]})

    assert found.absence("PER-001") is None
    assert {"": "He left."} == (found.absence("PER-002") or {})["ground"]


def test_a_library_without_requirements_asks_for_nothing():
    assert [] == functions({"service": [STEP]}).service_requirements("PER-001")
