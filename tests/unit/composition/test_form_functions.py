"""What a template may ask of forms of an offence, and of items that were weighed under another charge."""

from typing import Any

from referral.composition.functions.coverage import CoverageFunctions
from referral.composition.functions.forms import FormFunctions
from referral.composition.scene import Scene
from tests.unit.builder import charge, mapping, person
from tests.unit.composition.scenes import scene


def small() -> Scene:
    same: dict[str, Any] = {"person": "PER-001", "incidents": ["INC-01"]}
    charges = [charge(**same), charge("CH-02", **{"provision": "ex.7.a", **same})]
    incidents = [{"id": "INC-01", "title": "A raid", "type": "raid_detention"}]
    read = mapping(element="ex.1/3", read_by=[{"charge": "CH-02", "element": "ex.7.a/2"}])
    return scene(persons=[person()], incidents=incidents, charges=charges, mappings=[read])


def test_an_item_says_where_it_was_weighed():
    context = CoverageFunctions(small()).elements("CH-02")[1]

    assert ["M-001+CH-02"] == [item["id"] for item in context["supports"]]
    assert {
        "charge": "CH-01",
        "element": "ex.1/3",
        "extent": "subset",
        "reason": "An occupation is an occupation.",
        "confirm": True,
        "relation": "cross.4",
    } == context["supports"][0]["read_from"]


def test_an_item_that_was_weighed_here_says_nothing_of_the_kind():
    assert CoverageFunctions(small()).elements("CH-01")[2]["supports"][0]["read_from"] is None


def test_each_charged_form_tells_its_gaps():
    form = {"id": "CH-02", "gaps": ["ex.7.a/1"], "is_contested": False, "is_alone": False}

    assert [{"provision": "ex.7", "charges": [form], "without_gap": []}] == FormFunctions(small()).forms()
