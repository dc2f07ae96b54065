"""What is read quickly is what the careful reading gives, and whatever that refuses is not read quickly."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referral.yaml_reader.events import read_marked
from referral.yaml_reader.plain import NotPlainError, plain_data

FILES = sorted(
    path for folder in ("broken", "data/law") for path in (Path(__file__).parents[2] / folder).rglob("*.yaml")
)
REFUSED = [
    "a: !t b", "a: !t {b: c}", "a: &x b", "a: &x [b]", "a: *x", "<<: {a: b}", "a: 1\na: 2", "[a]: b", "{a: b}: c",
    '"\\u202e": a', 'a: "\\u202e"', "a: b\n---\nc: d", "a: [b", "*x : b", "a: b: c", '? &x a\n: b',
]  # fmt: skip


def quickly(text: str, max_depth: int = 5) -> object:
    try:
        return plain_data(text, max_depth)
    except NotPlainError:
        return NotPlainError


def carefully(text: str, max_depth: int = 5) -> object:
    marked, findings = read_marked(text, "x.yaml", max_depth)
    return NotPlainError if findings else marked.data


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_refused_is_not_read_quickly(text: str):
    assert quickly(text) is NotPlainError
    assert carefully(text) is NotPlainError


@pytest.mark.parametrize(
    "text", ["", "# nothing", "---\n...\n", "a", "~", "'~'", "- a\n- [b, {c: ~}]", "<: a", '"<<": a']
)
def test_what_is_plain_is_read_quickly(text: str):
    assert carefully(text) == quickly(text)
    assert quickly(text) is not NotPlainError


@pytest.mark.parametrize("levels", [4, 5, 6])
def test_both_count_levels_alike(levels: int):
    text = "[" * levels + "]" * levels

    assert carefully(text) == quickly(text)


@settings(deadline=None)
@given(st.text(alphabet="ab:-?[]{},&*!|>'\"%@`# \n\\<~0u", max_size=40))
def test_both_give_the_same_for_any_text(text: str):
    assert carefully(text) == quickly(text)


def test_both_give_the_same_for_files():
    assert [carefully(path.read_text("utf-8"), 40) for path in FILES] == [
        quickly(path.read_text("utf-8"), 40) for path in FILES
    ]
