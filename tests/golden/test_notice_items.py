"""Each item that the law demands of a notice, taken out of a complete case: `check` names that item and no other."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from referral.composition.stated_check import check_stated
from referral.diagnostics import Diagnostic
from tests.golden.notices import CASE, changed, checked, notices

RULE = "notice-item-missing"
ITEM = re.compile(r"ua\.cpc\.[0-9.]*[0-9]")

CONDUCT = "    conduct: примушуванні особи, яка перебуває під захистом, служити у збройних силах держави-окупанта\n"
NUMBER = '    number: "12024000000000000"\n'
AFTER_MODE = "    breaches: [gciv.51.1.a, gciv.147]\n    incidents: [INC-01]\n    period: 2023-04-10\n"
BIRTH_PLACE = "    birth_place: місто Умовне (вигадане)\n    birth_place_gen: міста Умовного (вигаданого)\n"
RESIDENCE = "    residence: місто Умовне, вулиця Неіснуюча, 1"
DATE, PLACES, VICTIMS = "    date: 2023-04-10\n", "    places: [PL-01]\n", "    victims"
CITIZENSHIP = "    citizenships: [{state: UA, how: birth}]\n"
REQUEST = "person: PER-001, place: місто Київ"

# What is taken out, between what is left before and behind it, and the item that is then missing.
TAKEN: dict[str, tuple[str, str, str, str]] = {
    "the body of the author's post": ("", "    body: слідчий відділ Неіснуючого управління\n", "", "277.1.1"),
    "the author": ("", "    investigator: PER-006\n", "", "277.1.1"),
    "the date of birth": ("", "    birth_date: 1980-01-05\n", "", "277.1.2"),
    "the place of birth": ("", BIRTH_PLACE, RESIDENCE, "277.1.2"),
    "the residence": ("", f"{RESIDENCE} (вигадана адреса)\n", "", "277.1.2"),
    "the patronymic": ("", "        patronymic: Петрович\n", "", "277.1.2"),
    "the citizenship": ("    sex: m\n", CITIZENSHIP, "  - id: PER-002", "277.1.2"),
    "the number": ("", NUMBER, "", "277.1.3"),
    "the content": ("    stage: suspicion\n", CONDUCT, "  - id: CH-02", "277.1.4"),
    "the mode": ("", "    mode: ua.cc.27.2\n", AFTER_MODE, "277.1.5"),
    "the time": ("", DATE, PLACES + VICTIMS, "277.1.6"),
    "the place": (DATE, PLACES, VICTIMS, "277.1.6"),
    "what happened": ("", "    incidents: [INC-01]\n", "    citations", "277.1.6"),
    "the first name of the author": ("last: Приклад, ", "first: Марія, ", "", "277.1.8"),
    "the date of signing": (REQUEST, ", date: 2024-09-16", "", "277.1.8"),
    "the approving prosecutor": ("", "    prosecutor: PER-007\n", "", "277.1"),
}
# What else goes with it, so that nothing of it is left.
WITH: dict[str, tuple[str, str]] = {
    "what happened": ("    incidents: [INC-01, INC-02]\n    citations", "    incidents: [INC-02]\n    citations"),
}


def items(findings: Iterable[Diagnostic]) -> set[str]:
    return {match[0] for d in findings if d.rule == RULE and (match := ITEM.search(d.message))}


def test_nothing_is_missing_from_the_complete_case():
    assert set() == items(checked(CASE))


@pytest.mark.parametrize("taken", TAKEN)
def test_exactly_the_item_that_was_taken_out_is_named(taken: str, tmp_path: Path):
    before, gone, behind, item = TAKEN[taken]
    also = [WITH[taken]] if taken in WITH else []

    assert {f"ua.cpc.{item}"} == items(checked(changed(tmp_path, *also, (before + gone + behind, before + behind))))


def test_the_item_is_named_in_words_with_its_article_at_the_entry_that_lacks_it(tmp_path: Path):
    folder = changed(tmp_path, (NUMBER, ""))
    found = next(d for d in checked(folder) if d.rule == RULE)
    line = (folder / "case.yaml").read_text(encoding="utf-8").splitlines()[found.position.line - 1]

    assert line == "  - id: PR-01"
    assert found.message == (
        "notice-of-suspicion lacks “Найменування (номер) кримінального провадження” "
        "(п. 3 ч. 1 ст. 277 КПК України, ua.cpc.277.1.3): PR-01 does not give number"
    )


def test_the_rights_are_missing_where_the_library_has_no_wording_of_them():
    project = notices()
    unread = {
        name: provision.model_copy(update={"texts": ()})
        for name, provision in project.law.provisions.items()
        if name.startswith("ua.cpc.42.3.")
    }
    law = replace(project.law, provisions={**project.law.provisions, **unread})

    assert {"ua.cpc.277.1.7"} == items(check_stated(project.loaded, project.vault, project.templates, law))


def test_who_draws_up_a_notice_alone_needs_no_investigator_and_no_approval(tmp_path: Path):
    alone = ("lang: uk, profile: prosecution,", "lang: uk, profile: prosecution, author: prosecutor,")

    assert set() == items(checked(changed(tmp_path, alone, ("    investigator: PER-006\n", ""))))
