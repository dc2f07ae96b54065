"""The page on paper: every card is unfolded and no filter holds, with its script and without; then all is as it was."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import DEMONSTRATIONS, demonstration, large, page_of
from tests.unit.builder import charge, citation, fact, item, mapping, source, write_case

Open = Callable[..., Page]
Written = Callable[[str, str], Path]

pytestmark = pytest.mark.browser
each_case = pytest.mark.parametrize("case", DEMONSTRATIONS)


def printed(page: Page, folder: Path) -> str:
    """The text of the page as Chromium prints it, without its blanks and line ends."""
    path = folder / "printed.pdf"
    page.pdf(path=str(path))
    text = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True, text=True).stdout
    return "".join(text.split())


def in_closed_cards(case: str) -> list[str]:
    """What stands in the body of a card and nowhere else: mappings, digests of files, the hands of custody."""
    seen = demonstration(case).view("internal").case
    digests = [file.digest.value for one in seen.evidence for file in one.files if file.digest]
    mappings = [m.id for m in seen.mappings if not m.is_withdrawn]
    return [*mappings, *digests, *(event.agent for one in seen.evidence for event in one.custody if event.agent)]


@each_case
def test_what_closed_cards_hold_is_printed(case: str, open_page: Open, written: Written, tmp_path: Path):
    page = open_page(written(case, "en"))
    assert 0 == page.locator("details[open]").count()
    told = printed(page, tmp_path)

    assert [] == [code for code in in_closed_cards(case) if "".join(code.split()) not in told]


@each_case
def test_it_is_printed_without_the_script_too(case: str, open_page: Open, written: Written, tmp_path: Path):
    page = open_page(written(case, "en"), java_script_enabled=False)
    told = printed(page, tmp_path)

    assert [] == [code for code in in_closed_cards(case) if "".join(code.split()) not in told]


def test_no_filter_holds_on_paper_and_both_are_set_again_afterwards(open_page: Open, written: Written, tmp_path: Path):
    page = open_page(written("donbas-2022", "en"))
    whole = printed(page, tmp_path)
    page.click("#only-gaps")
    page.select_option("#accused", "PER-002")
    visible = page.locator("details.element:visible").count()
    told = printed(page, tmp_path)

    assert all(c.charge.id in told for c in demonstration("donbas-2022").coverage.charges)
    assert [whole.count(f"M-{n:03}") for n in range(1, 100)] == [told.count(f"M-{n:03}") for n in range(1, 100)]
    assert visible == page.locator("details.element:visible").count()
    expect(page.locator("#only-gaps")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#accused")).to_have_value("PER-002")


def test_what_was_open_stays_open_and_what_was_closed_is_closed_again(
    open_page: Open, written: Written, tmp_path: Path
):
    page = open_page(written("donbas-2022", "en"))
    page.locator("#CH-01 details.element > summary").first.click()
    printed(page, tmp_path)

    assert [True, *[False] * 9] == page.locator("details.element").evaluate_all(
        "found => found.slice(0, 10).map(one => one.open)"
    )
    assert 1 == page.locator("details[open]").count()


def test_of_a_long_list_every_page_is_printed_and_one_is_left_on_the_screen(open_page: Open, tmp_path: Path):
    codes = [f"EV-{n:04}" for n in range(1, 121)]
    case = write_case(
        tmp_path,
        sources=[source(name="An office")],
        evidence=[item(code, author=f"clerk-of-{code}") for code in codes],
        charges=[charge(provision="rs.8.2.a.v")],
        mappings=[mapping(element="rs.8.2.a.v/1")],
    )
    path = tmp_path / "page.html"
    path.write_bytes(page_of(case))
    page = open_page(path)
    page.locator("#evidence .pages button").nth(1).click()
    told = printed(page, tmp_path)

    assert [] == [code for code in codes if f"clerk-of-{code}" not in told]
    assert codes[50:100] == page.locator("[data-evidence] > ul > li > details").evaluate_all(
        "found => found.map(one => one.dataset.item)"
    )


def test_a_quotation_is_printed_where_it_is_cited_and_the_item_once_in_its_section(open_page: Open, tmp_path: Path):
    cited = [citation(quote="a-word-of-the-paper")]
    case = write_case(
        tmp_path,
        sources=[source(name="An office")],
        evidence=[item(author="clerk-of-the-paper")],
        facts=[fact(topics=["pattern"], citations=cited)],
        charges=[charge(provision="rs.8.2.a.v")],
        mappings=[mapping(element="rs.8.2.a.v/1", fact="F-001")],
    )
    path = tmp_path / "page.html"
    path.write_bytes(page_of(case))
    told = printed(open_page(path), tmp_path)

    assert (2, 1) == (told.count("a-word-of-the-paper"), told.count("clerk-of-the-paper"))


@pytest.mark.slow
def test_of_a_case_too_large_for_paper_the_elements_are_unfolded_and_the_page_says_so(open_page: Open, tmp_path: Path):
    path = tmp_path / "large.html"
    path.write_bytes(large()[1])
    page = open_page(path)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")

    expect(page.locator("#print-limit")).to_be_visible()
    assert 0 == page.locator("details.element:not([open])").count()
    assert 0 == page.locator("[data-evidence] details[open]").count()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert 0 == page.locator("details[open]").count()
    expect(page.locator("#print-limit")).to_be_hidden()
