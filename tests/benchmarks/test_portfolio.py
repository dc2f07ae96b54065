"""The benchmark of the portfolio measures what it says, on cases that can be read. Nothing here is timed."""

from pathlib import Path

import pytest

from benchmarks import portfolio
from benchmarks.frame import Cost
from benchmarks.portfolio import QUESTION, write_cases
from referral.portfolio.refresh import Refreshed
from referral.portfolio.report import Report


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("portfolio") / "cases"
    write_cases(folder, 2)
    return folder


def done(maker: str, folder: Path) -> object:
    index = folder.with_name("index.sqlite")
    if not index.exists():
        portfolio._refreshed(folder, index)
    return getattr(portfolio, maker)(str(folder), str(index))()


@pytest.mark.parametrize(
    ("maker", "read", "unchanged"), [("made", 2, 0), ("one_changed", 1, 1), ("nothing_changed", 0, 2)]
)
def test_cases_that_are_made_are_read_as_the_name_of_the_work_says(maker: str, read: int, unchanged: int, folder: Path):
    found = done(maker, folder)

    assert isinstance(found, Refreshed)
    assert (read, unchanged, ()) == (len(found.read), found.unchanged, found.not_read)


def test_the_question_finds_something_and_not_all(folder: Path):
    found = done("searched", folder)

    assert isinstance(found, Report)
    assert {"EV-000016", "EV-000017"} == {row[2] for row in found.answers[0].rows}, QUESTION


def test_the_page_is_a_page(folder: Path):
    assert b"<!DOCTYPE html>" == bytes(done("page", folder))[:15]  # type: ignore[call-overload]


def test_figures_say_whether_they_keep_what_was_promised():
    def costs(made: float, changed: float) -> dict[str, Cost]:
        return {"made": Cost(made, 0, 0, 0), "one case changed": Cost(changed, 0, 0, 0)}

    linear = list(portfolio._figures({10: costs(1, 0.2), 100: costs(10, 0.5)}))
    worse = list(portfolio._figures({10: costs(1, 0.2), 100: costs(100, 50)}))

    assert ([True, True], [False, False]) == ([one.met for one in linear], [one.met for one in worse])
    assert ["0.050 ×", "1.00"] == [one.measured for one in linear]
