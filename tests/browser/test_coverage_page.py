"""The page of coverage, driven in Chromium: what a lawyer does with it, by mouse, by keyboard and without script."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict
from itertools import combinations, islice
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from referral.case.model import Case
from referral.coverage.exclusion import Exclusions
from referral.coverage.standard import holes
from referral.law import Law
from tests.browser.pages import DEMONSTRATIONS, ROOT, demonstration, large, page_of
from tests.unit.builder import charge, fact, item, mapping, source, write_case

AXE = ROOT / "tests/tools/node_modules/axe-core/axe.min.js"
Open = Callable[..., Page]
Written = Callable[[str, str], Path]

pytestmark = pytest.mark.browser
each_case = pytest.mark.parametrize("case", DEMONSTRATIONS)
each_language = pytest.mark.parametrize("lang", ["en", "uk"])


def shown(page: Page, selector: str) -> list[str]:
    """The ids of what is to be seen."""
    return page.eval_on_selector_all(selector, "found => found.filter(one => one.checkVisibility()).map(one => one.id)")  # type: ignore[no-any-return]


def exclude(page: Page, what: str) -> None:
    page.fill("#exclude-what", what)
    page.press("#exclude-what", "Enter")


@each_case
def test_gaps_only_shows_the_elements_with_a_gap_and_the_rest_comes_back(case: str, open_page: Open, written: Written):
    charges = demonstration(case).view("internal").coverage.charges
    gaps = [f"{c.charge.id}:{name}" for c in charges for name in holes(c)]
    page = open_page(written(case, "en"))
    everything = shown(page, "details.element")

    page.click("#only-gaps")
    assert gaps == shown(page, "details.element")
    expect(page.locator("#only-gaps")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#status")).to_have_text(
        f"Charges shown: {sum(bool(holes(c)) for c in charges)}; gaps: {len(gaps)}."
    )
    page.click("#only-gaps")
    assert everything == shown(page, "details.element")


def test_the_charges_of_one_accused_are_shown_alone(open_page: Open, written: Written):
    page = open_page(written("donbas-2022", "en"))
    page.select_option("#accused", "PER-002")

    assert ["CH-01", "CH-02", "CH-03"] == shown(page, "section.charge")
    assert ["CH-01", "CH-02", "CH-03"] == page.locator("table.matrix thead th[data-charge]:visible a").all_inner_texts()


def charges_told(page: Page) -> set[str]:
    """The charges named by whatever of the lists by charge is to be seen."""
    found: list[str] = page.eval_on_selector_all(
        "[data-charge]", "found => found.filter(one => one.checkVisibility()).map(one => one.dataset.charge)"
    )
    opposed = page.locator("[data-contradictions] > ul > li > p a").all_inner_texts()
    return {*found, *(text.partition(",")[0] for text in opposed)}


@each_case
def test_choosing_an_accused_leaves_nothing_of_the_charges_against_others(case: str, open_page: Open, written: Written):
    page = open_page(written(case, "en"))
    accused = page.locator("#accused option").evaluate_all("found => found.map(one => one.value).filter(Boolean)")
    charges = [c.charge for c in demonstration(case).view("internal").coverage.charges]
    page.evaluate("for (const one of document.querySelectorAll('#questions details, #steps details')) one.open = true")
    page.wait_for_timeout(500)
    page.evaluate("for (const one of document.querySelectorAll('#questions details')) one.open = true")
    page.wait_for_timeout(500)
    assert {c.id for c in charges} == charges_told(page)

    assert len(accused) > 1
    for code in accused:
        page.select_option("#accused", code)
        his = {c.id for c in charges if code in (c.person, c.unit, f"unknown-{c.id}")}
        assert his == charges_told(page)
    page.select_option("#accused", "")
    assert {c.id for c in charges} == charges_told(page)


def test_a_question_shows_its_provisions_and_the_facts_of_its_answer(open_page: Open, written: Written):
    project = demonstration("donbas-2022")
    given = next(a for a in project.view("internal").case.answers if a.facts)
    question = project.law.questions[given.question]
    page = open_page(written("donbas-2022", "en"))
    page.evaluate("for (const one of document.querySelectorAll('#questions > div > details')) one.open = true")
    card = page.locator("#questions details details.item", has_text=question.text["en"][:60])
    card.locator("summary").first.click()

    expect(card).to_contain_text("Provisions:")
    fact_card = card.locator("details.item", has_text=given.facts[0]).first
    fact_card.locator("summary").first.click()
    expect(fact_card).to_contain_text("Where it stands")


def test_a_reader_goes_down_from_the_matrix_to_the_custody_of_an_item(open_page: Open, written: Written):
    project = demonstration("donbas-2022")
    covered = project.coverage.charges[0].elements[0]
    support = covered.items[0].mapping
    cited = project.loaded.case.by_id[support.fact].citations[0].evidence  # type: ignore[index, attr-defined]
    page = open_page(written("donbas-2022", "en"))

    page.click(f'[data-cell="CH-01 {covered.element.id}"] a')
    element = page.locator(f'details.element[id="CH-01:{covered.element.id}"]')
    expect(element).to_have_attribute("open", "")
    mapped = element.locator(f'details[data-mapping="{support.id}"]')
    mapped.locator("summary").first.click()
    expect(mapped).to_contain_text(support.rationale.by_lang["en"])
    exhibit = mapped.locator(f'details[data-item="{cited}"]')
    exhibit.locator("summary").first.click()
    for heading in ("Source", "Files", "Custody"):
        expect(exhibit.locator(".label").get_by_text(heading, exact=True)).to_be_visible()
    expect(exhibit).to_contain_text(project.loaded.case.by_id[cited].source)  # type: ignore[attr-defined]


def test_search_finds_every_word_and_says_how_much_it_found(open_page: Open, written: Written):
    page = open_page(written("donbas-2022", "en"))
    page.fill("#search", "TRAINING list")
    expect(page.locator("#status")).to_have_text(re.compile("Found: [1-9]"))
    for found in page.locator("#found .items").first.locator("> li").all():
        assert "training" in (found.text_content() or "").lower()
    page.fill("#search", "training no-such-word")
    expect(page.locator("#status")).to_have_text("Found: 0.")
    page.fill("#search", "")
    expect(page.locator("#found")).to_be_hidden()


def sets_of(case: Case) -> Iterator[list[str]]:
    """Every item, pair and every seventh triple; the sources, and mappings as a class of knowledge excludes them."""
    items = [one.id for one in case.evidence]
    yield []
    yield from ([code] for code in (*items, *(s.id for s in case.sources), *(m.id for m in case.mappings)))
    yield from map(list, combinations(items, 2))
    yield from map(list, islice(combinations(items, 3), 0, None, 7))


def differing(page: Page, case: Case, law: Law, sets: list[list[str]]) -> list[Any]:
    """The sets for which the page does not answer as Python does."""
    ours = Exclusions(case, law)
    theirs = page.evaluate("sets => sets.map(lost => window.referral.without(lost))", sets)
    python = ([json.loads(json.dumps(asdict(c))) for c in ours.without(lost)] for lost in sets)
    return [(lost, a, b) for lost, a, b in zip(sets, python, theirs, strict=True) if a != b]


@each_case
def test_the_page_reckons_what_an_exclusion_changes_as_python_does(case: str, open_page: Open, written: Written):
    project = demonstration(case)
    seen = project.view("internal").case
    sets = list(sets_of(seen))

    assert len(sets) > 500
    assert [] == differing(open_page(written(case, "en")), seen, project.law, sets)


def test_an_excluded_item_shows_in_the_table_in_the_matrix_and_on_its_card_until_it_is_restored(
    open_page: Open, written: Written
):
    project = demonstration("donbas-2022")
    lost, changed = next(iter(Exclusions(project.view("internal").case, project.law).depended_upon().items()))
    page = open_page(written("donbas-2022", "en"))
    exclude(page, lost)

    expect(page.locator("#changes tbody tr")).to_have_count(len(changed))
    expect(page.locator(".then")).to_have_count(len(changed))
    expect(page.locator("#status")).to_contain_text(f"Without {lost}: elements that change: {len(changed)};")
    expect(page.locator(f'[data-evidence] details[data-item="{lost}"] > summary .gone')).to_have_text("lost")
    page.get_by_role("button", name=f"Restore {lost}").click()
    expect(page.locator("#changes table, .then, .gone")).to_have_count(0)
    expect(page.locator("#status")).to_have_text("Nothing is excluded.")


def test_what_is_not_there_cannot_be_excluded(open_page: Open, written: Written):
    page = open_page(written("donbas-2022", "en"))
    exclude(page, "EV-9999")

    expect(page.locator("#exclude-what")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#status")).to_have_text("There is nothing of this name to exclude: EV-9999")


def test_a_page_written_without_an_item_begins_with_it_excluded(open_page: Open, tmp_path: Path):
    path = tmp_path / "page.html"
    path.write_bytes(page_of(ROOT / "cases/donbas-2022", without=("EV-0010", "class:hearsay")))
    page = open_page(path)

    expect(page.locator("#excluded li")).to_have_count(2)
    assert page.locator(".then").count() > 0


def written_to(path: Path, **asked: Any) -> Path:
    page = path / "page.html"
    page.write_bytes(page_of(ROOT / "cases/donbas-2022", **asked))
    return page


def test_a_page_of_gaps_begins_with_them_and_shows_the_gap_that_a_loss_opens(open_page: Open, tmp_path: Path):
    project = demonstration("donbas-2022")
    gaps = [f"{c.charge.id}:{name}" for c in project.coverage.charges for name in holes(c)]
    lost, opened = next(
        (item, [f"{c.charge}:{c.element}" for c in changed if c.opens_hole])
        for item, changed in Exclusions(project.view("internal").case, project.law).depended_upon().items()
        if any(c.opens_hole for c in changed)
    )
    page = open_page(written_to(tmp_path, only_holes=True))

    expect(page.locator("#only-gaps")).to_have_attribute("aria-pressed", "true")
    assert gaps == shown(page, "details.element")
    exclude(page, lost)
    assert {*gaps, *opened} == set(shown(page, "details.element"))
    page.click("#only-gaps")
    assert len(shown(page, "details.element")) > len(gaps) + len(opened)


def test_a_loss_that_matters_outside_the_charge_shown_is_told(open_page: Open, tmp_path: Path):
    project = demonstration("donbas-2022")
    changes = Exclusions(project.view("internal").case, project.law).depended_upon()
    lost, n = next((item, len(found)) for item, found in changes.items() if all(c.charge != "CH-01" for c in found))
    page = open_page(written_to(tmp_path, charge="CH-01"))
    exclude(page, lost)

    expect(page.locator("#changes .elsewhere")).to_have_text(f"changes elements that are not reported here: {n}")
    expect(page.locator("#changes")).to_contain_text("No element that is reported here changes its state.")
    expect(page.locator(f'[data-losses] > ul > li > [data-item="{lost}"] > summary')).to_contain_text(
        f"changes elements that are not reported here: {n}"
    )


def test_a_page_for_the_prosecution_works_without_analysis(open_page: Open, tmp_path: Path):
    page = open_page(written_to(tmp_path, profile="prosecution", without=("EV-0010",)))

    expect(page.locator("#what-if, #losses, [data-losses], #steps, #questions")).to_have_count(0)
    expect(page.locator("#changes tbody tr").first).to_be_visible()
    page.locator("[data-evidence] summary").first.click()
    expect(page.locator("[data-evidence] .body").first).to_contain_text("Source")
    expect(page.locator("[data-exclude]")).to_have_count(0)


def test_a_fact_that_cannot_be_true_beside_the_support_is_told_at_the_item(open_page: Open, tmp_path: Path):
    facts = [fact(topics=["pattern"]), fact("F-002", topics=["pattern"], contradicts=["F-001"])]
    case = write_case(
        tmp_path,
        sources=[source(name="An office")],
        evidence=[item()],
        facts=facts,
        charges=[charge(provision="rs.8.2.a.v")],
        mappings=[mapping(element="rs.8.2.a.v/1", fact="F-001")],
    )
    path = tmp_path / "page.html"
    path.write_bytes(page_of(case))
    page = open_page(path)
    page.click('[data-cell="CH-01 rs.8.2.a.v/1"] a')
    page.locator('[data-items] [data-mapping="M-001"] > summary').click()

    expect(page.locator(".beside")).to_have_text("The case also records F-002, which cannot be true beside it.")


def test_an_address_that_names_nothing_does_no_harm(open_page: Open, written: Written):
    page = open_page(written("donbas-2022", "en"))
    page.evaluate("location.hash = '#%E0%A4%A'")
    page.wait_for_timeout(100)

    expect(page.locator("#tools")).to_be_visible()


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.id")  # type: ignore[no-any-return]


def press_until(page: Page, key: str, where: str, most: int = 60) -> None:
    """Press a key until the focus is where it is wanted."""
    for _ in range(most):
        if page.evaluate("where => document.activeElement.matches(where)", where):
            return
        page.keyboard.press(key)
    pytest.fail(f"{most} times {key} do not lead to {where}")


def test_everything_is_done_by_keyboard_alone(open_page: Open, written: Written):
    page = open_page(written("donbas-2022", "en"))
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    press_until(page, "Tab", "#only-gaps")
    page.keyboard.press("Space")
    expect(page.locator("#only-gaps")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Space")
    press_until(page, "Tab", "#search")
    page.keyboard.type("EV-0010")
    expect(page.locator("#status")).to_contain_text("Found:")
    press_until(page, "Tab", '#found details[data-item="EV-0010"] > summary')
    page.keyboard.press("Enter")
    expect(page.locator('#found [data-exclude="EV-0010"]').first).to_be_visible()
    press_until(page, "Tab", '#found [data-exclude="EV-0010"]')
    page.keyboard.press("Enter")
    expect(page.locator("#status")).to_contain_text("Without EV-0010")
    expect(page.locator('#found [data-exclude="EV-0010"]')).to_be_focused()


def test_a_link_of_the_matrix_takes_the_keyboard_to_the_element(open_page: Open, written: Written):
    page = open_page(written("donbas-2022", "en"))
    page.focus("[data-cell] a")
    page.keyboard.press("Enter")

    expect(page.locator("details.element > summary").first).to_be_focused()


def test_the_policy_blocks_a_script_that_is_put_into_the_page(open_page: Open, written: Written):
    page = open_page(written("donbas-2022", "en"))
    page.evaluate(
        """() => { const script = document.createElement("script");
        script.textContent = "window.intruded = 1"; document.body.append(script); }"""
    )

    assert page.evaluate("window.intruded") is None


HOSTILE = "</script><script>window.intruded = 1</script><!-- <img src=x onerror='window.intruded = 2'>&amp;"


def test_markup_in_the_words_of_a_case_stays_words(open_page: Open, tmp_path: Path):
    case = write_case(
        tmp_path,
        sources=[source(name=HOSTILE)],
        evidence=[item(title=HOSTILE, author=HOSTILE)],
        facts=[fact(text=HOSTILE, topics=["pattern"])],
        charges=[charge(provision="rs.8.2.a.v", unknown=HOSTILE, conduct=HOSTILE)],
        mappings=[mapping(element="rs.8.2.a.v/1", fact="F-001", rationale=HOSTILE)],
    )
    path = tmp_path / "page.html"
    path.write_bytes(page_of(case))
    page = open_page(path)
    page.click("#open-all")
    page.fill("#search", "intruded")
    expect(page.locator("#status")).to_have_text("Found: 3.")
    page.locator("#found summary").first.click()

    assert page.evaluate("window.intruded") is None
    assert 0 == page.locator("img").count()
    assert HOSTILE in page.locator("#found summary").first.inner_text()


def axe(page: Page) -> list[str]:
    page.add_script_tag(path=AXE)
    found = page.evaluate("axe.run().then(done => done.violations.map(v => [v.id, v.nodes.map(n => n.html)]))")
    return [str(one) for one in found]


@each_language
@each_case
def test_axe_finds_nothing_in_the_page_as_it_opens(case: str, lang: str, open_page: Open, written: Written):
    assert [] == axe(open_page(written(case, lang), bypass_csp=True))


def test_axe_finds_nothing_in_a_page_that_is_worked_in(open_page: Open, written: Written):
    page = open_page(written("donbas-2022", "en"), bypass_csp=True)
    exclude(page, "EV-0010 class:hearsay")
    page.fill("#search", "EV-0010")
    expect(page.locator("#found summary").first).to_be_visible()
    opened = "#found details, #CH-01 details, #losses details, #questions > div > details, #steps details"
    for _ in range(3):  # elements, their items, the items cited
        page.evaluate("which => document.querySelectorAll(which).forEach(one => { one.open = true; })", opened)
        page.wait_for_timeout(500)

    assert page.locator("[data-exclude]").count() > 20
    assert [] == axe(page)


@each_case
def test_the_page_is_read_without_its_script(case: str, open_page: Open, written: Written):
    page = open_page(written(case, "en"), java_script_enabled=False)
    seen = demonstration(case).view("internal").case

    expect(page.locator("#tools")).to_be_hidden()
    expect(page.locator("table.matrix").first).to_be_visible()
    first = page.locator("details.element").first
    first.locator("summary").click()
    expect(first.locator("noscript li").first).to_be_visible()
    told = page.locator("main").text_content() or ""
    assert [] == [one.id for one in (*seen.mappings, *seen.evidence, *seen.facts) if one.id not in told]


def test_on_paper_there_are_the_matrix_and_the_elements_and_no_controls(open_page: Open, written: Written):
    page = open_page(written("donbas-2022", "en"))
    page.emulate_media(media="print")

    for controls in ("#tools", "#what-if", "nav", ".skip"):
        expect(page.locator(controls)).to_be_hidden()
    expect(page.locator("table.matrix").first).to_be_visible()
    assert len(demonstration("donbas-2022").coverage.charges) == len(shown(page, "section.charge"))


@pytest.mark.slow
def test_a_case_of_ten_thousand_items_stays_usable(open_page: Open, tmp_path: Path):
    path = tmp_path / "large.html"
    path.write_bytes(large()[1])
    page = open_page(path, bypass_csp=True)

    assert page.evaluate("document.querySelectorAll('*').length") < 60_000
    page.click("#only-gaps")
    expect(page.locator("#status")).to_contain_text("Charges shown:")
    page.click("#only-gaps")
    page.fill("#search", "paper 7777")
    expect(page.locator("#found li")).to_have_count(1)
    page.locator("#found summary").first.click()
    expect(page.locator("#found")).to_contain_text("No custody event is recorded")
    page.fill("#search", "paper")
    expect(page.locator("#found .items").first.locator("> li")).to_have_count(50)
    exclude(page, "SRC-000007")
    expect(page.locator("#status")).to_contain_text("Without SRC-000007")
    assert [] == axe(page)


@pytest.mark.slow
def test_of_a_large_case_too_the_page_reckons_as_python_does(open_page: Open, tmp_path: Path):
    case, data = large()
    path = tmp_path / "large.html"
    path.write_bytes(data)
    sources, items = [one.id for one in case.sources], [one.id for one in case.evidence]
    sets = [[code] for code in sources[:20]] + [items[n : n + 3] for n in range(0, 300, 3)] + [sources[:40]]

    assert [] == differing(open_page(path), case, demonstration(DEMONSTRATIONS[0]).law, sets)
