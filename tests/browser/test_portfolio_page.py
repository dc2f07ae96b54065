"""The page of a portfolio in a browser: it filters, stands without its script, and prints every row."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from referral.portfolio.report import Asked, report, written
from tests.unit.builder import charge
from tests.unit.portfolio.folders import SOURCES, file_of, put, refreshed

Open = Callable[..., Page]

pytestmark = pytest.mark.browser
TITLE = {"uk": "Об’єкт у місті Умовному", "en": "An object"}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("portfolio")
    put(folder, "north", proceedings=[{"id": "PR-01", "kind": "court", "title": TITLE}])
    put(folder, "south", charges=[charge("CH-07")], mappings=[])
    refreshed(folder)
    asked = Asked(built=folder)
    page = folder / "page.html"
    page.write_bytes(written(report(file_of(folder), SOURCES, asked), SOURCES, "internal", asked, "html"))
    return page


def test_rows_are_shown_that_hold_all_the_words(path: Path, open_page: Open):
    page = open_page(path)
    page.fill("#filter", "Обєкт УМОВНОМУ")

    expect(page.locator("#proceedings tbody tr:visible")).to_have_count(1)
    expect(page.locator("#cases tbody tr:visible")).to_have_count(0)
    expect(page.locator("#status")).to_contain_text("Показано рядків: 1 з")
    page.press("#filter", "Escape")
    expect(page.locator("#cases tbody tr:visible")).to_have_count(2)
    expect(page.locator("#status")).to_be_empty()


def test_without_the_script_it_is_whole_and_offers_no_filter(path: Path, open_page: Open):
    page = open_page(path, java_script_enabled=False)

    expect(page.locator("#cases tbody tr:visible")).to_have_count(2)
    expect(page.locator("#filter")).to_be_hidden()


def test_no_filter_holds_on_paper(path: Path, open_page: Open, tmp_path: Path):
    page = open_page(path)
    page.fill("#filter", "nothing of this kind")
    page.pdf(path=str(tmp_path / "printed.pdf"))
    told = subprocess.run(["pdftotext", "-raw", str(tmp_path / "printed.pdf"), "-"], capture_output=True, check=True)

    assert [True, True] == [name in told.stdout.decode() for name in ("north", "CH-07")]


def test_who_uses_the_keyboard_or_a_reader_of_screens_finds_his_way(path: Path, open_page: Open):
    page = open_page(path)
    page.keyboard.press("Tab")

    expect(page.locator(".skip")).to_be_focused()
    assert (
        []
        == page.locator("table:not(:has(caption)), th:not([scope]), section:not([aria-labelledby], [aria-label])").all()
    )
    assert [] == page.locator("a[href^='#']").evaluate_all(
        "found => found.map(one => one.hash.slice(1)).filter(id => !document.getElementById(id))"
    )
    assert 1 == page.get_by_role("searchbox").count()
