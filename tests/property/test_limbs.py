"""What a mapping says of the alternatives within its element changes no state, and no mapping is lost by it."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from referral.coverage import ElementCoverage, assess
from referral.coverage.limbs import choices_of, unsaid_of
from tests.unit.builder import case, charge, item, law, mapping, source

SOURCES = [source("SRC-01", "a"), source("SRC-02", "b"), source("SRC-03", "c", repeats=["SRC-01"])]
ITEMS = [item(f"EV-000{n}", f"SRC-0{n}") for n in (1, 2, 3)]
BEARINGS = ("supports", "contradicts", "qualifies")
Entry = dict[str, Any]


@st.composite
def weighed(draw: st.DrawFn) -> list[Entry]:
    """Mappings to the one element of `ex.4`, which says «by force or by threat»."""
    free: dict[str, list[Any]] = {
        "evidence": [entry["id"] for entry in ITEMS],
        "bearing": [*BEARINGS, "context"],
        "tier": ["primary", "secondary"],
        "strength": ["strong", "moderate", "weak"],
        "answer": [None, "It was not so."],
        "limbs": [[], ["force"], ["threat"], ["force", "threat"]],
    }
    count = draw(st.integers(0, 6))
    chosen = [{name: draw(st.sampled_from(values)) for name, values in free.items()} for _ in range(count)]
    return [mapping(f"M-{n:03}", "ex.4/1", **fields) for n, fields in enumerate(chosen, start=1)]


def covered(mappings: list[Entry]) -> ElementCoverage:
    charges = [charge(provision="ex.4", period="2010")]
    whole = case(sources=SOURCES, evidence=ITEMS, charges=charges, mappings=mappings)
    return assess(whole, law()).charges[0].elements[0]


@settings(deadline=None)
@given(weighed())
def test_naming_limbs_changes_no_state(some: list[Entry]):
    named, silent = covered(some), covered([{**entry, "limbs": []} for entry in some])

    assert (silent.state, silent.origins, silent.is_hole) == (named.state, named.origins, named.is_hole)


@settings(deadline=None)
@given(weighed())
def test_whatever_is_more_than_context_stands_under_its_limbs_or_under_none(some: list[Entry]):
    element = covered(some)
    shown = [one.bears for choice in choices_of(element) for one in choice.limbs]
    for bearing in BEARINGS:
        named = [code for bears in shown for code in getattr(bears, bearing)]
        silent = list(getattr(unsaid_of(element), bearing))

        assert sorted(m["id"] for m in some if m["bearing"] == bearing for _ in m["limbs"]) == sorted(named)
        assert [m["id"] for m in some if m["bearing"] == bearing and not m["limbs"]] == silent
