"""The page as a file: it asks for nothing, holds nothing withheld, and its data cannot become markup."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from typing import Any

import pytest

from referral.app.coverage import Asked, report, shown_of
from referral.coverage.exclusion import Exclusions
from referral.coverage.standard import holes
from referral.report.page import write_page
from referral.report.page.write import island
from tests.browser.pages import DEMONSTRATIONS, demonstration
from tests.unit import builder
from tests.unit.builder import charge, fact, item, mapping, person, source
from tests.unit.report.tellers import answer, gap, small_case, teller, two_charges_of_one_raid, whole

each_case = pytest.mark.parametrize("name", DEMONSTRATIONS)


def page(profile: str = "internal", lang: str = "en", **sections: Any) -> str:
    tell = teller(small_case(**sections), profile, lang)
    return write_page(tell, whole(tell), "a stamp").decode()


def of_demonstration(name: str, profile: str = "internal", lang: str = "en", **more: Any) -> str:
    asked = Asked(profile=profile, lang=lang, **more)
    project = demonstration(name)
    return report(project, asked, shown_of(project, asked), "html").decode()


def data(html: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(re.findall(r'<script type="application/json" id="data">(.*?)</script>', html)[0])
    return found


def digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_its_policy_lets_its_own_script_and_style_run_and_nothing_else():
    html = page()
    script = html.rpartition("<script>")[2].partition("</script>")[0]
    style = html.partition("<style>")[2].partition("</style>")[0]
    policy = unescape(re.findall(r'Content-Security-Policy" content="([^"]*)"', html)[0])

    assert f"default-src 'none'; script-src {digest(script)}; style-src {digest(style)}" in policy
    assert "unsafe" not in policy
    assert 2 == html.count("<script")


def test_every_link_stays_on_the_page():
    addresses = re.findall(r'(?:href|src|action)="([^"]*)"', page())

    assert addresses
    assert not [address for address in addresses if not address.startswith("#")]


def test_data_cannot_end_the_element_it_stands_in():
    told = island({"x": "</script><!--\u2028\u2029&"})

    assert not set("<>&\u2028\u2029") & set(told)
    assert {"x": "</script><!--\u2028\u2029&"} == json.loads(told)


def test_words_that_look_like_markup_are_escaped_in_every_place():
    hostile = "</script><b onclick='x'>"
    html = page(evidence=[item(title=hostile, author=hostile), item("EV-0002")], charges=[charge(unknown=hostile)])

    assert "<b onclick" not in html
    assert hostile == data(html)["evidence"]["EV-0001"]["text"]


def test_the_same_case_gives_the_same_bytes():
    assert page() == page()


def test_a_charge_without_a_gap_has_none_recorded_and_no_verdict():
    elements = [e.id for e in builder.law().elements_of("ex.1")]
    html = page(mappings=[mapping(f"M-{n:03}", e) for n, e in enumerate(elements, start=1)])

    assert '<p class="calm">No gap recorded.</p>' in html
    assert '<p class="calm">No gap recorded.</p>' not in page()
    assert not re.search(r"\bproven\b|\bguilty\b|%</|likelihood", html, re.IGNORECASE)


@each_case
@pytest.mark.parametrize("lang", ["en", "uk"])
def test_each_gap_of_a_demonstration_is_named_in_each_language(name: str, lang: str):
    told = data(of_demonstration(name, lang=lang))
    charges = demonstration(name).coverage.charges

    assert [(c.charge.id, list(holes(c))) for c in charges] == [(c["id"], c["gaps"]) for c in told["charges"]]


@each_case
def test_nothing_withheld_from_the_public_is_in_its_page(name: str):
    project = demonstration(name)
    html = of_demonstration(name, "public")
    seen = project.view("public").case.by_id
    told = json.dumps(project.view("public").case.model_dump(mode="json"), ensure_ascii=False)  # remarks may name an id
    hidden = [entry.id for _, _, entry in project.loaded.case.entities() if entry.id not in seen]
    names = {
        part
        for identity in project.vault.identities.values()
        for one in identity.names
        for part in (one.last, one.first, one.patronymic)
        if part and len(part) > 3
    }

    assert hidden
    assert names
    assert not [word for word in (*hidden, *names) if word in html and word not in told]


@each_case
def test_no_name_of_the_vault_is_in_the_internal_page(name: str):
    html = of_demonstration(name)
    identities = demonstration(name).vault.identities.values()
    lasts = {one.last for identity in identities for one in identity.names if one.last}

    assert lasts
    assert not [last for last in lasts if last in html]


ANALYSIS = {"questions", "steps", "captures", "hearing", "losses", "breaks", "chains", "circles", "offers", "model"}


@pytest.mark.parametrize("profile", ["prosecution", "public"])
def test_analysis_is_for_those_who_draw_up_the_case(profile: str):
    internal, other = page(), page(profile)

    assert data(internal).keys() >= ANALYSIS
    assert not ANALYSIS & data(other).keys()
    for section in ("exclusion", "questions", "steps"):
        assert (True, False) == tuple(f'<section id="{section}"' in html for html in (internal, other))


def test_others_are_shown_what_is_left_without_an_item_and_what_changed():
    html = of_demonstration("donbas-2022", "prosecution", without=("EV-0010",))
    project = demonstration("donbas-2022")
    asked = Asked(profile="prosecution", without=("EV-0010",))
    left = shown_of(project, asked).coverage.charges

    assert '<div id="changes" tabindex="-1"><p><b>Without:</b> EV-0010</p><table>' in html
    assert [[e.state.value for e in c.elements] for c in left] == [
        [e["state"] for e in c["elements"]] for c in data(html)["charges"]
    ]


def test_a_page_of_gaps_holds_the_whole_and_says_that_it_begins_with_them():
    all_of_it, gaps = (data(of_demonstration("donbas-2022", only_holes=only)) for only in (False, True))

    assert {**all_of_it, "only_holes": True} == gaps


def test_it_is_headed_as_a_draft_in_its_language():
    assert '<p class="class"><b>DRAFT</b>' in page()
    assert '<p class="class"><b>ПРОЄКТ</b>' in page(lang="uk")


def test_what_is_invented_bears_its_mark_wherever_it_stands():
    hidden: dict[str, Any] = {"invented": True}
    html = page(
        persons=[person(label="A man", **hidden)],
        charges=[charge(person="PER-001", **hidden)],
        mappings=[mapping("M-001", "ex.1/2", bearing="contradicts", answer="An answer.", **hidden)],
        justified_gaps=[gap(**hidden)],
    )
    told = data(html)

    assert "A man (PER-001) [invented]" == told["charges"][0]["accused"]
    assert "An answer. [invented]" == dict(told["mappings"]["M-001"]["rows"])["answer"]
    assert ["Nobody was there. [invented]"] == [
        e["justified"]["reason"] for e in told["charges"][0]["elements"] if e["justified"]
    ]


def test_a_fact_that_cannot_be_true_beside_the_support_is_named_there():
    facts = [fact(), fact("F-002", contradicts=["F-001"]), fact("F-003")]
    beside = "The case also records F-002, which cannot be true beside it."

    assert beside in page(facts=facts)
    assert ["F-002"] == data(page(facts=facts))["mappings"]["M-001"]["beside"]


def test_a_fact_that_is_weighed_at_the_same_element_is_not_named_once_more():
    facts = [fact(contradicts=["F-002"]), fact("F-002")]
    against = mapping("M-002", fact="F-002", bearing="contradicts")

    assert [] == data(page(facts=facts, mappings=[mapping(fact="F-001"), against]))["mappings"]["M-001"]["beside"]


def test_above_the_tasks_of_a_charge_stands_who_must_not_be_heard():
    html = page(persons=[person("PER-001", "witness", minor=True)])
    left = "Not to be heard by those who file, but left to others: <b>PER-001</b>. Children need trained hands."

    assert left in html
    assert html.index(left) < html.index("</section>", html.index('<section id="steps"'))


def test_behind_a_question_stand_its_provisions_and_the_facts_of_the_answer():
    html = page(facts=[fact()], answers=[answer(facts=["F-001"])])
    asked = {q["question"]: q for group in data(html)["questions"] for q in group["questions"]}
    shown = html.partition('<section id="questions"')[2].partition("</section>")[0]

    assert 1 == len(asked["Is the scale shown?"]["articles"])
    assert [["F-001", "F-001: It was so."]] == asked["Is the scale shown?"]["asked"][0]["facts"]
    assert [] == asked["Was every place occupied on the day?"]["articles"]
    assert f"Provisions: {asked['Is the scale shown?']['articles'][0]}" in shown
    assert "Facts: F-001: It was so." in shown


def test_an_incident_stands_among_the_facts_in_the_order_of_time():
    html = page(facts=[fact(date="2022-03-05")], **two_charges_of_one_raid())
    shown = html.partition('<details id="chronology">')[2].partition("</details>")[0]

    assert "INC-01 A raid" in shown
    assert shown.index("INC-01 A raid") < shown.index("F-001 It was so.")
    assert {"INC-01"} == data(html)["incidents"].keys()


def test_a_charge_without_sets_says_why():
    assert "nothing supports any element of the charge" in page(mappings=[])
    assert "nothing supports any element of the charge" not in page().partition("data-breaks")[2].partition("</ul>")[0]


def test_a_circle_of_sources_is_told_even_if_no_item_comes_from_it():
    sources = [source(), source("SRC-02", repeats=["SRC-03"]), source("SRC-03", repeats=["SRC-02"])]

    assert "<ul data-circles><li>SRC-02 → who passes on" in page(sources=sources)
    assert "data-circles>" not in page().partition("<script")[0]


def test_what_is_lost_is_that_of_the_whole_case_and_the_reader_begins_with_what_was_excluded():
    project = demonstration("donbas-2022")
    told = data(of_demonstration("donbas-2022", without=("EV-0010",)))
    expected = Exclusions(project.view("internal").case, project.law).depended_upon()

    assert list(expected) == [loss["item"] for loss in told["losses"]]
    assert (["EV-0010"], ["EV-0010"]) == (told["without"], told["lost"])
    assert {c.charge.id: [e.state.value for e in c.elements] for c in project.coverage.charges} == {
        c["id"]: [e["state"] for e in c["elements"]] for c in told["charges"]
    }


def test_charges_with_the_same_elements_stand_side_by_side_six_at_most():
    tables = data(page(charges=[charge(f"CH-{n:02}") for n in range(1, 9)]))["matrix"]

    assert [6, 2] == [len(table["charges"]) for table in tables]


def test_an_item_shows_its_chain_of_origin():
    line = "EV-0002 → translation of EV-0001 → source: An office (SRC-01) → origin: group 1"
    assert [line] == data(page())["chains"]["EV-0002"]


def test_words_in_another_language_are_marked_as_such():
    html = page(evidence=[item(title={"uk": "Папір"}), item("EV-0002")])

    assert '<span lang="uk">Папір</span> <span class="mark">[no English text]</span>' in html
    assert ["Папір", "uk"] == data(html)["evidence"]["EV-0001"]["text"]
