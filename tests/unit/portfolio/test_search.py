"""Search: all words of a question in one entry, in any form; codes and phrases as they stand; no commands."""

from pathlib import Path

import pytest

from referral.errors import UsageError
from referral.portfolio.search import search
from referral.portfolio.store import reading, store
from tests.unit.portfolio.records import head, record, text

TEXTS = {
    "north": (
        text("Повісток вручено триста. Об’єкт охороняли в Сєвєродонецьку.", "F-001"),
        text("Йому вручили повістку\nHe was handed a paper; see EV-0012, ІСС-01/22.", "F-002"),
        text("Мій дім. Мии дим.", "F-003"),
        text("примусо\u0301вий набір; Ґудзь", "F-004"),
    ),
    "south": (text("Prisoners were taken to the camp near EV-0013.", "F-001"),),
}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("index") / "index.sqlite"
    with store(path, {}) as index:
        for name, texts in TEXTS.items():
            index.put(record(name, case=head(name), texts=texts))
    return path


def entries(path: Path, asked: str) -> list[str]:
    with reading(path) as opened:
        return [f"{one.case.path}:{one.entry}" for one in search(opened, asked)]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("повістка", ["north:F-001", "north:F-002"]),
        ("ПОВІСТКОЮ", ["north:F-001", "north:F-002"]),
        ("повістка вручили", ["north:F-002"]),
        ("повістка paper", ["north:F-002"]),
        ("об'єктами", ["north:F-001"]),
        ("обʼєкт", ["north:F-001"]),
        ("Северодонецьк", ["north:F-001"]),
        ("мій", ["north:F-003"]),
        ("мии", ["north:F-003"]),
        ("ми", []),
        ("дим", ["north:F-003"]),
        ("примусового", ["north:F-004"]),
        ("Гудзя", ["north:F-004"]),
        ("EV-0012", ["north:F-002"]),
        ("ev-0013", ["south:F-001"]),
        ("0012", ["north:F-002"]),
        ("prisoner", ["south:F-001"]),
        ("camps", ["south:F-001"]),
        ("prison*", ["south:F-001"]),
        ("пов*", ["north:F-001", "north:F-002"]),
        ('"вручили повістку"', ["north:F-002"]),
        ("«повістку вручили»", []),
        ("the camp", ["south:F-001"]),
        ("nothing", []),
        ("camp OR повістка", []),
        ("camp) OR (words : x", []),
        ("camp NOT near", []),
        ('"camp', ["south:F-001"]),
    ],
)
def test_entries_that_hold_all_the_words(path: Path, asked: str, expected: list[str]):
    assert expected == entries(path, asked)


@pytest.mark.parametrize("asked", ["", "  ", "…", '""', "*", "«»"])
def test_without_a_word_there_is_nothing_to_search_for(path: Path, asked: str):
    with pytest.raises(UsageError, match="no word to search for"):
        entries(path, asked)


@pytest.mark.parametrize(
    ("asked", "word", "line"),
    [
        ("повістка paper", "повістку", "Йому вручили повістку"),
        ("обєкта", "Об’єкт", "Повісток вручено триста. Об’єкт охороняли в Сєвєродонецьку."),
        ("EV-0012", "EV", "He was handed a paper; see EV-0012, ІСС-01/22."),
    ],
)
def test_the_passage_shows_the_word_as_it_is_written(path: Path, asked: str, word: str, line: str):
    with reading(path) as opened:
        found = next(iter(search(opened, asked)))
    assert (line, word) == (found.passage, found.passage[found.at : found.end])


def test_of_a_long_text_the_words_around_are_shown(tmp_path: Path):
    with store(tmp_path / "index", {}) as index:
        index.put(record("a", "слово " * 50 + "повістка" + " слово" * 50))
    with reading(tmp_path / "index") as opened:
        found = next(iter(search(opened, "повісток")))
    assert (found.passage.startswith("…слово"), found.passage.endswith("слово…")) == (True, True)
    assert "повістка" == found.passage[found.at : found.end]
    assert 180 > len(found.passage)


def test_many_words_in_all_their_forms_can_be_asked_for_at_once(path: Path):
    assert [] == entries(path, " ".join(["повістками", "військовими", "мобілізованими"] * 8))
