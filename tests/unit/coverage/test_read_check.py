"""What a weighing that several charges read may be read for; each rule has a broken case, here is what it says."""

from typing import Any

import pytest

from referral.coverage.check import check_against_law
from tests.unit.builder import charge, header, item, law, loaded, mapping, source

INCIDENTS = [{"id": f"INC-0{n}", "title": "A raid", "type": "raid_detention"} for n in (1, 2)]
WEIGHED_ONCE = {"not-shared", "no-relation", "repeated-reading", "another-act", "unknown-element"}


def found(element: str, by: dict[str, Any], other: dict[str, Any] | None = None, *more: dict[str, Any]) -> list[Any]:
    """The findings if EV-0001 is set against an element of CH-01 (ex.1) and read by CH-02 (ex.7.a)."""
    charges = [
        charge(incidents=["INC-01"]),
        charge("CH-02", **{"provision": "ex.7.a", "incidents": ["INC-01"], **(other or {})}),
    ]
    read = mapping(element=element, read_by=[{"charge": "CH-02", **by}])
    case = loaded(sources=[source()], evidence=[item()], incidents=INCIDENTS, charges=charges, mappings=[read, *more])
    return [finding for finding in check_against_law(case, law()) if finding.rule in WEIGHED_ONCE]


def test_a_context_is_read_where_a_relation_leads():
    assert [] == found("ex.1/3", {"element": "ex.7.a/2"})
    assert [] == found("ex.1/3", {}, {"provision": "ex.1"})


def test_the_other_charge_must_have_the_element_and_its_contextual_ones_are_named():
    (finding,) = found("ex.1/3", {})

    assert ("unknown-element", "CH-02 (ex.7.a) has no element ex.1/3") == (finding.rule, finding.message)
    assert "its contextual elements: ex.7.a/2" == finding.hint


@pytest.mark.parametrize(("element", "provision"), [("ex.1/1", "ex.1"), ("ex.1/2", "ex.1")])
def test_conduct_and_mind_are_shown_for_each_charge_anew(element: str, provision: str):
    (finding,) = found(element, {}, {"provision": provision})

    assert ("not-shared", f"{element} is not contextual; it is shown for each charge anew") == (
        finding.rule,
        finding.message,
    )


def test_a_relation_that_does_not_carry_is_named():
    charges = [charge(provision="xs.1"), charge("CH-02", provision="ex.7.a")]
    reading = {"charge": "CH-02", "element": "ex.7.a/2"}
    back = {"charge": "CH-01", "element": "ex.1/3"}
    without = loaded(evidence=[item()], charges=charges, mappings=[mapping(element="xs.1/2", read_by=[reading])])
    backwards = loaded(
        evidence=[item()],
        charges=[charge(), charges[1]],
        mappings=[mapping(charge="CH-02", element="ex.7.a/2", read_by=[back])],
    )
    told = [f.message for c in (without, backwards) for f in check_against_law(c, law()) if f.rule == "no-relation"]

    turned = "the law library holds the first to be “superset” (cross.4) to the second; it takes “equal” or “subset”"

    assert [
        "xs.1/2 cannot be read for ex.7.a/2: the law library has no relation between them",
        f"ex.7.a/2 cannot be read for ex.1/3: {turned}",
    ] == told


def test_a_mapping_written_for_the_other_charge_makes_the_reading_a_repetition():
    by_hand = mapping("M-002", "ex.7.a/2", charge="CH-02")

    assert ["repeated-reading"] == [f.rule for f in found("ex.1/3", {"element": "ex.7.a/2"}, None, by_hand)]


def test_each_act_has_its_own_context_which_is_no_error():
    (finding,) = found("ex.1/3", {"element": "ex.7.a/2"}, {"incidents": ["INC-02"]})

    assert ("another-act", "warning") == (finding.rule, finding.severity.value)
    assert finding.message.startswith("CH-01 and CH-02 share no incident;")


def test_an_invented_item_is_never_read_for_a_real_charge():
    case = loaded(
        case=header(demonstration="true"),
        evidence=[item(invented="true")],
        charges=[charge(invented="true"), charge("CH-02")],
        mappings=[mapping(element="ex.1/3", invented="true", read_by=[{"charge": "CH-02"}])],
    )

    assert "invented-supports-real" in [finding.rule for finding in check_against_law(case, law())]
