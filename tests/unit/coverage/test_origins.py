"""Origins: repeats are followed to the ends, and what may come from one origin is counted as one."""

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referral.coverage.origins import OriginIndex, independent
from tests.unit.builder import case, item, source


def origins_of(first: str, **repeats: str) -> set[str]:
    """The origins of one source where each letter is a source of its own that repeats these others."""
    names = sorted({*repeats, *"".join(repeats.values()), first})
    entries = [source(_code(n), n, repeats=[_code(o) for o in repeats.get(n, "")]) for n in names]
    return set(OriginIndex(case(sources=entries)).of_source(_code(first)))


def _code(name: str) -> str:
    return f"SRC-{name.upper()}"


@pytest.mark.parametrize(
    ("origins", "repeats"),
    [
        ("a", {}),
        ("b", {"a": "b"}),
        ("c", {"a": "b", "b": "c"}),
        ("bc", {"a": "bc"}),
        ("d", {"a": "bc", "b": "d", "c": "d"}),
        ("a", {"a": "a"}),
        ("b", {"a": "ab"}),
        ("ab", {"a": "b", "b": "a"}),
        ("abc", {"a": "b", "b": "c", "c": "a"}),
        ("c", {"a": "b", "b": "ac"}),
    ],
)
def test_repeats_are_followed_to_the_ends(origins: str, repeats: dict[str, str]):
    assert set(origins) == origins_of("a", **repeats)


def test_two_sources_that_repeat_each_other_are_one_origin():
    assert 1 == independent([frozenset(origins_of(name, a="b", b="a")) for name in "ab"])


def origins_together(*items: dict[str, Any], sources: list[dict[str, Any]] | None = None) -> int:
    """How many origins these items have, numbered from `EV-0001`, of which each has a source of its own."""
    numbered = [item(f"EV-{n:04}", **{"source": f"SRC-0{n}", **fields}) for n, fields in enumerate(items, start=1)]
    index = OriginIndex(case(sources=sources or [source(f"SRC-0{n}") for n in range(1, 5)], evidence=numbered))
    return independent(index.of_evidence(entry["id"]) for entry in numbered)


def account(person: str = "PER-001", **fields: Any) -> dict[str, Any]:
    return {"account": {"person": person, "kind": "first_account", **fields}}


@pytest.mark.parametrize(
    "derived",
    [
        {"translation_of": "EV-0001"},
        {"transcript_of": "EV-0001"},
        {"excerpt_of": "EV-0001"},
        account(prior_accounts=["EV-0001"]),
    ],
)
def test_what_is_made_of_an_item_shares_its_origin(derived: dict[str, Any]):
    assert 1 == origins_together({}, derived)
    assert 2 == origins_together({}, derived, {})
    assert 1 == origins_together({}, derived, {"excerpt_of": "EV-0002"})


def test_two_accounts_of_one_person_are_one_origin_whoever_took_them():
    assert 1 == origins_together(account(), account())
    assert 2 == origins_together(account(), account("PER-002"))
    assert 2 == origins_together(account(), account(), {})


def test_an_account_of_one_who_is_a_source_himself_is_his():
    sources = [source("SRC-01", "his", kind="person", person="PER-001"), source("SRC-02", "taker")]

    assert 1 == origins_together({}, account(), sources=sources)


def test_two_sources_that_are_one_person_are_one_origin():
    one = [source("SRC-01", "a", person="PER-001"), source("SRC-02", "b", person="PER-001"), source("SRC-03", "b")]

    assert 1 == origins_together({}, {}, {}, sources=one)
    assert 2 == origins_together({}, {}, sources=[one[0], source("SRC-02", "b", person="PER-002")])
    assert 2 == origins_together({}, {}, sources=[one[0], {**one[1], "status": "withdrawn"}])


def test_many_layers_of_repeats_take_no_time():
    layers = [[f"SRC-{n}-{side}" for side in "AB"] for n in range(200)]
    entries = [
        source(code, f"o{number}", repeats=layers[number + 1] if number < 199 else [])
        for number, layer in enumerate(layers)
        for code in layer
    ]
    start = time.process_time()

    assert {"o199"} == OriginIndex(case(sources=entries)).of_source("SRC-0-A")
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("number", "origins"),
    [
        (0, []),
        (1, ["a"]),
        (1, ["a", "a"]),
        (2, ["a", "b"]),
        (2, ["a", "ab", "c"]),
        (2, ["a", "b", "ab"]),
        (1, ["ab"]),
        (1, ["ab", "bc"]),
        (2, ["ab", "cd"]),
        (2, ["ab", "bc", "cd"]),
        (3, ["ab", "cd", "e"]),
        (2, ["ab", "cd", "ef"]),
    ],
)
def test_origins_that_may_be_the_same_are_counted_as_one(number: int, origins: list[str]):
    assert number == independent(frozenset(one) for one in origins)


ORIGINS = st.lists(st.frozensets(st.sampled_from("abcdef"), min_size=1, max_size=3), max_size=6)


@settings(deadline=None)
@given(ORIGINS, ORIGINS)
def test_more_items_never_make_fewer_origins(some: list[frozenset[str]], more: list[frozenset[str]]):
    assert independent(some) <= independent([*some, *more])


@settings(deadline=None)
@given(ORIGINS)
def test_no_more_origins_are_counted_than_could_explain_all_items(origins: list[frozenset[str]]):
    names = {name for one in origins for name in one}
    fewest = min(len(chosen) for chosen in _subsets(sorted(names)) if all(one & chosen for one in origins))

    assert independent(origins) <= fewest


def _subsets(names: list[str]) -> list[frozenset[str]]:
    found = [frozenset[str]()]
    for name in names:
        found += [one | {name} for one in found]
    return found
