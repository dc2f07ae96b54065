"""Chains of command: every unit once, below a superior it has; circles and gaps are drawn and told, never followed."""

from hypothesis import given
from hypothesis import strategies as st

from referral.document.line_drawing import Dash, Line, Rectangle
from referral.figures import ChainUnit, Tie, chain, circular
from referral.figures.tree import nodes
from tests.unit.figures.geometry import CHAIN, PAPER, faults, words_of

CODES = [f"UNIT-{n:02}" for n in range(12)]
TIES = st.builds(Tie, st.sampled_from([*CODES, "UNIT-99"]), st.booleans())


@st.composite
def units(draw: st.DrawFn) -> list[ChainUnit]:
    lines = st.lists(st.text(st.sampled_from("абвїґщ Wwm.-–"), max_size=160), max_size=5).map(tuple)
    ties = st.lists(TIES, max_size=3).map(tuple)
    return [ChainUnit(code, f"полк ({code})", draw(lines), draw(ties), draw(st.booleans())) for code in CODES]


@given(units())
def test_no_words_touch_or_leave_the_page_and_no_unit_is_lost(found: list[ChainUnit]):
    plates = chain(found, CHAIN, PAPER)

    assert [] == faults(plates)
    assert sorted(CODES) == sorted(code for plate in plates for code in plate.codes)


@given(units())
def test_a_unit_stands_after_a_superior_of_its_own_or_at_the_top(found: list[ChainUnit]):
    placed: set[str] = set()
    for node in nodes(found):
        assert node.tie is None or (node.tie in node.unit.ties and node.tie.superior in placed)
        assert (node.path[-1] if node.path else None) == (node.tie.superior if node.tie else None)
        placed.add(node.unit.code)


def line_of_command(count: int) -> list[ChainUnit]:
    return [ChainUnit(f"U-{n:02}", f"Unit {n}", (), (Tie(f"U-{n - 1:02}"),) if n else ()) for n in range(count)]


def test_forty_units_in_one_line_are_set_in_and_still_have_room():
    plates = chain(line_of_command(40), CHAIN, PAPER)

    assert [] == faults(plates)
    assert 40 == sum(len(plate.codes) for plate in plates)


def test_the_next_plate_begins_with_what_stands_above():
    plates = chain(
        [*line_of_command(1), *(ChainUnit(f"V-{n}", "x", ("y",) * 4, (Tie("U-00"),)) for n in range(14))], CHAIN, PAPER
    )

    assert len(plates) > 1
    assert words_of(plates[1:2]).startswith("U-00 ›")


def test_a_circle_is_cut_where_it_closes_and_told():
    found = [ChainUnit("A", "A", (), (Tie("B"),)), ChainUnit("B", "B", (), (Tie("A"),)), ChainUnit("C", "C")]

    assert [("B", ()), ("A", ("B",)), ("C", ())] == [(node.unit.code, node.path) for node in nodes(found)]
    assert ("A", "B") == circular(found)
    assert () == circular(line_of_command(3))


def test_a_unit_that_is_its_own_superior_stands_at_the_top():
    (node,) = nodes([ChainUnit("A", "A", (), (Tie("A"),))])
    assert None is node.tie


def test_a_second_superior_is_a_tie_at_the_side():
    found = [ChainUnit("A", "A"), ChainUnit("B", "B"), ChainUnit("C", "C", (), (Tie("A"), Tie("B")))]
    plates = chain(found, CHAIN, PAPER)

    assert CHAIN["further_tie"] in words_of(plates)
    assert [Tie("B")] == [tie for node in nodes(found) for tie in node.further]


def test_a_gap_has_a_broken_edge_and_a_tie_in_fact_only_a_broken_line():
    found = [ChainUnit("A", "A", is_gap=True), ChainUnit("B", "B", (), (Tie("A", is_dashed=True),))]
    shapes = chain(found, CHAIN, PAPER)[0].drawing.shapes

    assert Dash.DASHED in {shape.dash for shape in shapes if isinstance(shape, Rectangle)}
    assert Dash.DASHED in {shape.dash for shape in shapes if isinstance(shape, Line)}
