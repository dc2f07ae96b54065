"""New support opens no gap, a new contradiction closes none, and neither order nor repetition changes a count."""

from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from referral.case.model import Case
from referral.coverage import Coverage, assess
from tests.property.any_case import CODES, ELEMENTS, FACTS, cases
from tests.unit.builder import case, charge, item, law, mapping, source

# Nine items; the third repeats the first, the fourth one of the first two, the next two come from one origin, the
# seventh is a transcript of the first, the last two are accounts of one person taken down by two others.
SOURCES = [
    source("SRC-01", "a"),
    source("SRC-02", "b"),
    source("SRC-03", "c", repeats=["SRC-01"]),
    source("SRC-04", "d", repeats=["SRC-01", "SRC-02"]),
    source("SRC-05", "e"),
    source("SRC-06", "e"),
    source("SRC-07", "f"),
    source("SRC-08", "g"),
]
ACCOUNT = {"account": {"person": "PER-001", "kind": "statement"}}
ITEMS = [
    *(item(f"EV-000{n}", f"SRC-0{n}") for n in range(1, 7)),
    item("EV-0007", "SRC-07", transcript_of="EV-0001"),
    item("EV-0008", "SRC-07", **ACCOUNT),
    item("EV-0009", "SRC-08", **ACCOUNT),
]
TWINS = {
    "EV-0001": "EV-0007",
    "EV-0003": "EV-0001",
    "EV-0005": "EV-0006",
    "EV-0006": "EV-0005",
    "EV-0007": "EV-0003",
}

Entry = dict[str, Any]


def entries(**fields: Any) -> st.SearchStrategy[Entry]:
    """Mappings to an element of either charge, with these fields fixed."""
    free: dict[str, Any] = {
        "evidence": [entry["id"] for entry in ITEMS],
        "charge": ["CH-01", "CH-02"],
        "element": ["ex.1/1", "ex.1/2"],
        "bearing": ["supports", "contradicts", "qualifies", "context"],
        "tier": ["primary", "secondary"],
        "strength": ["strong", "moderate", "weak"],
        "answer": [None, "It was not so."],
    }
    chosen = {name: st.sampled_from(values) for name, values in free.items()}
    return st.fixed_dictionaries({**chosen, **{name: st.just(value) for name, value in fields.items()}})


def assessed(some: Sequence[Entry]) -> Coverage:
    mappings = [mapping(f"M-{n:03}", **fields) for n, fields in enumerate(some, start=1)]
    return assess(case(sources=SOURCES, evidence=ITEMS, charges=[charge(), charge("CH-02")], mappings=mappings), law())


def holes(some: Sequence[Entry]) -> set[tuple[str, str]]:
    return {(c.charge.id, e.element.id) for c in assessed(some).charges for e in c.elements if e.is_hole}


def counts(some: Sequence[Entry]) -> list[tuple[str, str, str, int]]:
    return [(c.charge.id, e.element.id, e.state, e.origins) for c in assessed(some).charges for e in c.elements]


MANY = st.lists(entries(), max_size=6)


@settings(deadline=None)
@given(MANY, entries(bearing="supports"))
def test_new_support_opens_no_gap_and_loses_no_origin(some: list[Entry], support: Entry):
    assert holes([*some, support]) <= holes(some)
    assert all(before[3] <= after[3] for before, after in zip(counts(some), counts([*some, support]), strict=True))


@settings(deadline=None)
@given(MANY, entries(bearing="contradicts"))
def test_a_new_contradiction_closes_no_gap_and_adds_no_origin(some: list[Entry], against: Entry):
    assert holes(some) == holes([*some, against])
    assert [row[3] for row in counts(some)] == [row[3] for row in counts([*some, against])]


@settings(deadline=None)
@given(MANY.flatmap(lambda some: st.tuples(st.just(some), st.permutations(some))))
def test_order_changes_nothing(pair: tuple[list[Entry], list[Entry]]):
    some, shuffled = pair

    assert counts(some) == counts(shuffled)


@settings(deadline=None)
@given(MANY)
def test_repetition_changes_nothing(some: list[Entry]):
    assert counts(some) == counts([*some, *some])


@settings(deadline=None)
@given(MANY, st.sampled_from(sorted(TWINS)))
def test_a_second_item_of_the_same_origin_changes_no_count(some: list[Entry], evidence: str):
    twins = [{**entry, "evidence": TWINS[evidence]} for entry in some if entry["evidence"] == evidence]

    assert counts(some) == counts([*some, *twins])


def holes_of(whole: Case) -> set[tuple[str, str]]:
    return {(c.charge.id, e.element.id) for c in assess(whole, law()).charges for e in c.elements if e.is_hole}


def counts_of(whole: Case) -> dict[tuple[str, str], tuple[str, int]]:
    elements = ((c.charge.id, e) for c in assess(whole, law()).charges for e in c.elements)
    return {(accused, e.element.id): (e.state, e.origins) for accused, e in elements}


def with_entries(whole: Case, **more: list[Entry]) -> Case:
    """The case with these entries at the end of its sections."""
    data = whole.model_dump(mode="json", exclude_none=True)
    return Case.model_validate({**data, **{name: [*data[name], *entries] for name, entries in more.items()}})


def new_mappings(bearing: str) -> st.SearchStrategy[Entry]:
    """One more mapping of any item or fact, to any element of the two charges."""
    against = [("fact", code) for code in FACTS] + [("evidence", code) for code in CODES]
    pairs = st.tuples(st.sampled_from(ELEMENTS), st.sampled_from(against), st.sampled_from(["strong", "weak"]))
    return pairs.map(
        lambda found: mapping(
            "M-999", found[0][1], charge=found[0][0], bearing=bearing, strength=found[2], **{found[1][0]: found[1][1]}
        )
    )


@settings(deadline=None)
@given(cases(), new_mappings("supports"))
def test_in_any_case_new_support_opens_no_gap(whole: Case, support: Entry):
    assert holes_of(with_entries(whole, mappings=[support])) <= holes_of(whole)


@settings(deadline=None)
@given(cases(), new_mappings("contradicts"))
def test_in_any_case_a_new_contradiction_closes_no_gap(whole: Case, against: Entry):
    assert holes_of(whole) == holes_of(with_entries(whole, mappings=[against]))


@settings(deadline=None)
@given(cases(circles=True), st.randoms(use_true_random=False))
def test_in_any_case_the_order_of_entries_changes_nothing(whole: Case, chance: Any):
    sections = ("sources", "evidence", "facts", "mappings", "charges")
    shuffled = {name: chance.sample(whole.section(name), len(whole.section(name))) for name in sections}

    assert counts_of(whole) == counts_of(whole.model_copy(update=shuffled))


@settings(deadline=None)
@given(cases())
def test_in_any_case_repeated_mappings_change_nothing(whole: Case):
    again = [entry.model_copy(update={"id": f"{entry.id}-2"}) for entry in whole.mappings]

    assert counts_of(whole) == counts_of(whole.model_copy(update={"mappings": [*whole.mappings, *again]}))


@settings(deadline=None)
@given(cases(), st.sampled_from(CODES))
def test_in_any_case_a_second_item_of_the_same_origin_changes_no_count(whole: Case, first: str):
    twin = whole.by_id[first].model_copy(update={"id": "EV-0099"})
    twins = [
        m.model_copy(update={"id": f"{m.id}-2", "evidence": twin.id}) for m in whole.mappings if m.evidence == first
    ]
    doubled = {"evidence": [*whole.evidence, twin], "mappings": [*whole.mappings, *twins]}

    assert counts_of(whole) == counts_of(whole.model_copy(update=doubled))
