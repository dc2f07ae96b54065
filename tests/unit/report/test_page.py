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
from tests.unit.builder import charge, item, mapping
from tests.unit.report.tellers import small_case, teller, whole

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


def test_a_wide_circle_is_told_neither_questions_nor_steps():
    internal, public = data(page()), data(page("public"))

    assert {"questions", "steps"} <= internal.keys()
    assert not {"questions", "steps"} & public.keys()


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
