"""Origins: repeats are followed to the ends, and what may come from one origin is counted as one."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referral.coverage.origins import OriginIndex, independent
from tests.unit.builder import case, source


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
