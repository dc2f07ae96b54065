"""Each file here breaks one rule, on the lines marked `# expect: rule-id`; nothing else is found in it.

It is called by the rule, or RULE.WHAT.yaml where a rule is broken in several ways.
"""

import re
from pathlib import Path

import pytest

from referral.law import rule_manuals
from referral.law.load import RawFile, read_raw

HERE = Path(__file__).parent
STATUTE = RawFile("x.yaml", (HERE / "sound" / "x.yaml").read_bytes())  # what a broken companion file speaks of
PINS = RawFile("pins.yaml", (HERE / "sound" / "pins.yaml").read_bytes())  # of the sound statute
FILES = sorted(HERE.glob("*.yaml"))
RULES_OF_SHAPE = {"missing-key", "unknown-key", "wrong-shape", "wrong-value"}  # found before the library is one


def _rule(path: Path) -> str:
    return path.name.partition(".")[0]


def _expected(text: str) -> list[tuple[int, str]]:
    marks = ((n, re.search(r"# expect: (\S+)", line)) for n, line in enumerate(text.splitlines(), start=1))
    return [(n, mark[1]) for n, mark in marks if mark]


def _found(text: str) -> list[tuple[int, str]]:
    beside = any(f"\n{head}:" in text for head in ("companion", "pins"))
    stands_in = re.search(r"# file: (\S+)", text)
    file = RawFile(stands_in[1] if stands_in else "y.yaml" if beside else "x.yaml", text.encode())
    others = [STATUTE] if beside else [PINS] if "# pinned" in text else []
    return [(d.position.line, d.rule) for d in read_raw([*others, file])[1]]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_file_is_blamed_at_its_guilty_line_and_nowhere_else(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert _expected(text) == _found(text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_file_is_named_after_the_rule_it_breaks(path: Path) -> None:
    assert {_rule(path)} == {rule for _, rule in _expected(path.read_text(encoding="utf-8"))}


def test_every_rule_has_a_broken_file_and_a_manual() -> None:
    manuals = rule_manuals()

    assert RULES_OF_SHAPE | set(manuals) == {_rule(path) for path in FILES}
    assert all(manuals.values())
