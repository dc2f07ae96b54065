"""What rests on an exhibit, and what opposes what."""

from typing import Any

from referral.composition.functions.coverage import CoverageFunctions
from referral.composition.functions.uses import UseFunctions
from tests.unit.builder import citation, fact, mapping
from tests.unit.composition.scenes import scene


def ids(entries: list[dict[str, Any]]) -> list[str]:
    return [entry["id"] for entry in entries]


def code(entry: dict[str, Any] | None) -> str | None:
    return entry["id"] if entry else None


def test_facts_come_with_the_citations_of_the_item_at_hand_only():
    both = [citation("EV-0001"), citation("EV-0002"), citation("EV-0001", locator={"type": "page", "value": "2"})]
    uses = UseFunctions(scene(facts=[fact("F-001", citations=both), fact("F-002", "EV-0002")]))
    (found,) = uses.facts_citing("EV-0001")
    assert ["1", "2"] == [c["locator"]["value"] for c in found["here"]]
    assert ["F-001", "F-002"] == ids(uses.facts_citing("EV-0002"))


def test_an_item_that_nothing_cites_has_no_uses():
    uses = UseFunctions(scene())
    asked = (uses.facts_citing, uses.quantities_citing, uses.uses_of, uses.corrections_of)
    assert [[], [], [], []] == [function("EV-0002") for function in asked]


def test_uses_are_gathered_by_element():
    mappings = [mapping("M-001"), mapping("M-002", fact="F-001", bearing="context"), mapping("M-003", "ex.1/2")]
    uses = UseFunctions(scene(facts=[fact()], mappings=mappings))
    gathered = uses.uses_by_element("EV-0001")
    assert [("ex.1/1", ["M-001", "M-002"]), ("ex.1/2", ["M-003"])] == [
        (u["element"], ids(u["mappings"])) for u in gathered
    ]


def test_what_contradicts_or_qualifies_is_found_by_its_element():
    mappings = [mapping("M-001"), mapping("M-002", bearing="contradicts"), mapping("M-003", bearing="qualifies")]
    uses = UseFunctions(scene(mappings=mappings))
    assert ["M-002", "M-003"] == ids(uses.opposing_on("CH-01", "ex.1/1"))
    assert ["M-002", "M-003"] == ids(uses.opposing_items())
    assert [] == uses.opposing_on("CH-01", "ex.1/2")


def test_a_difference_is_known_to_both_sides_whoever_says_so():
    facts = [fact("F-001"), fact("F-002", contradicts=["F-001"])]
    uses = UseFunctions(scene(facts=facts))
    assert ["F-002"] == uses.opposed_to("F-001")
    assert ["F-001"] == uses.opposed_to("F-002")
    assert [] == uses.opposed_to("F-003")


def test_in_a_matrix_support_stands_beside_contradiction():
    mappings = [mapping("M-001"), mapping("M-002", evidence="EV-0002"), mapping("M-003", bearing="contradicts")]
    rows = CoverageFunctions(scene(mappings=mappings)).element_rows("CH-01")
    pairs = [(r["element"]["id"], r["is_first"], code(r["supporting"]), code(r["opposing"])) for r in rows[:3]]
    assert [("ex.1/1", True, "M-001", "M-003"), ("ex.1/1", False, "M-002", None), ("ex.1/2", True, None, None)] == pairs
