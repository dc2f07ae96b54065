"""Small cases of every kind: items made of others, words of others, inferred facts, circles, what is withdrawn."""

from typing import Any

from hypothesis import strategies as st

from referral.case.model import Case
from tests.unit.builder import case, charge, citation, fact, item, mapping, source

SOURCES = [f"SRC-0{n}" for n in range(1, 6)]
CODES = [f"EV-000{n}" for n in range(1, 7)]
FACTS = [f"F-00{n}" for n in range(1, 6)]
MAPPINGS = [f"M-00{n}" for n in range(1, 8)]
ELEMENTS = [("CH-01", "ex.1/1"), ("CH-01", "ex.1/2"), ("CH-02", "ex.2.a/1.a"), ("CH-02", "ex.2.a/1.b")]
DERIVED = ("translation_of", "transcript_of", "excerpt_of", "told_again")
Entry = dict[str, Any]


@st.composite
def sources(draw: st.DrawFn) -> list[Entry]:
    """Some repeat others, in circles too; some share an origin."""
    origins = st.sampled_from("abcd")
    repeats = st.lists(st.sampled_from(SOURCES), max_size=2, unique=True)
    return [source(code, draw(origins), repeats=[r for r in draw(repeats) if r != code]) for code in SOURCES]


@st.composite
def items(draw: st.DrawFn) -> list[Entry]:
    found = []
    for n, code in enumerate(CODES):
        parent = draw(st.none() | st.sampled_from(CODES[:n])) if n else None
        found.append(item(code, draw(st.sampled_from(SOURCES)), **(draw(derived(parent)) if parent else {})))
    return found


def derived(parent: str) -> st.SearchStrategy[Entry]:
    again = {"account": {"person": "PER-001", "kind": "statement", "prior_accounts": [parent]}}
    return st.sampled_from(DERIVED).map(lambda how: again if how == "told_again" else {how: parent})


@st.composite
def facts(draw: st.DrawFn, circles: bool) -> list[Entry]:
    """Each cites some items, perhaps in the words of somebody else, and may be inferred from others."""
    speakers = st.none() | st.sampled_from(SOURCES)
    cited = st.lists(st.tuples(st.sampled_from(CODES), speakers), min_size=1, max_size=3)
    found = []
    for n, code in enumerate(FACTS):
        premises = st.lists(st.sampled_from(FACTS if circles else FACTS[:n] or FACTS[:1]), max_size=2, unique=True)
        inferred = [f for f in draw(premises) if f != code]
        citations = [citation(e, **({"speaker": s} if s else {})) for e, s in draw(cited)]
        found.append(fact(code, citations=citations, inferred_from=inferred))
    return found


@st.composite
def mappings(draw: st.DrawFn) -> list[Entry]:
    found = []
    for code in MAPPINGS[: draw(st.integers(1, len(MAPPINGS)))]:
        accused, element = draw(st.sampled_from(ELEMENTS))
        kind, codes = draw(st.sampled_from([("fact", FACTS), ("evidence", CODES)]))
        weighed: Entry = {
            "bearing": draw(st.sampled_from(["supports"] * 4 + ["contradicts", "qualifies", "context"])),
            "tier": draw(st.sampled_from(["primary", "secondary"])),
            "strength": draw(st.sampled_from(["strong", "weak"])),
            kind: draw(st.sampled_from(codes)),
        }
        found.append(mapping(code, element, charge=accused, **weighed))
    return found


@st.composite
def cases(draw: st.DrawFn, circles: bool = False) -> Case:
    """Two charges, one of them with alternatives; some entries withdrawn, some holes justified."""
    entries = {
        "sources": draw(sources()),
        "evidence": draw(items()),
        "facts": draw(facts(circles)),
        "mappings": draw(mappings()),
    }
    everything = [entry for section in entries.values() for entry in section]
    for gone in draw(st.lists(st.sampled_from(range(len(everything))), max_size=2)):
        everything[gone]["status"] = "withdrawn"
    justified = draw(st.none() | st.sampled_from(ELEMENTS))
    return case(
        **entries,
        charges=[charge("CH-01"), charge("CH-02", provision="ex.2.a")],
        justified_gaps=[gap(*justified)] if justified else [],
    )


def gap(accused: str, element: str) -> Entry:
    return {"id": "JG-01", "charge": accused, "element": element, "reason": "Because.", "by": "analyst-1"}
