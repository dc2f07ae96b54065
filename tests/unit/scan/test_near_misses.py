"""What only comes near gives hardly ever an alarm: under two in a hundred, of each kind and of all together."""

from functools import cache

import pytest

from referral.protection.sought import Sought
from referral.protection.vault import Identity
from tests.unit.scan.near_misses import FIGURES, LINES, SIGNS, VAULT, WORDS
from tests.unit.scan.persons import IDENTITIES

MOST = 0.02


@cache
def sought() -> Sought:
    return Sought([*IDENTITIES, *map(Identity.model_validate, VAULT)])


def alarms(lines: list[str]) -> list[str]:
    return [line for line in lines if sought().found_in(line)]


def test_the_corpus_is_large_and_says_nothing_twice():
    assert 150 <= len(LINES) == len(set(LINES))


@pytest.mark.parametrize("lines", [WORDS, FIGURES, SIGNS, "\n".join(LINES)], ids=["words", "figures", "signs", "all"])
def test_fewer_than_two_in_a_hundred_give_an_alarm(lines: str):
    tried = lines.strip().splitlines()

    assert len(alarms(tried)) < MOST * len(tried), alarms(tried)


@pytest.mark.parametrize(
    "text", ["Мороз прийшов", "бачили Сову", "Kovalia saw them", "files/moroz.pdf", "лис@example.org"]
)
def test_the_same_vault_gives_alarm_where_it_must(text: str):
    assert [text] == alarms([text])
