"""The coverage report on steps of proceedings and next steps: gaps by number, tasks, and what is left to others."""

import re
from pathlib import Path
from typing import Any

import pytest

from referral.app.build import compose_document
from referral.app.project import load_case
from referral.case.model import DocumentRequest
from referral.writers.text import write_text
from tests.unit.builder import Entry, charge, header, item, mapping, person, source, write_case

HEADINGS = {
    "en": ("By step of proceedings", "Next steps", "Items on which nothing rests"),
    "uk": ("За етапами провадження", "Подальші кроки", "Матеріали, на яких нічого не тримається"),
}
VERDICTS = {"en": r"probab|likel|standard is met|is proven", "uk": r"ймовірн|доведено|стандарт досягнуто\.$|винуват"}


def report(folder: Path, lang: str = "en", party: Entry | None = None, **sections: Any) -> tuple[str, str]:
    """What the report says by step of proceedings, and on next steps."""
    given: Entry = {"sources": [source()], "evidence": [item()], "charges": [charge(provision="rs.8.2.a.v")]}
    head = header(language=lang, filing_party=party or {"kind": "civil_society"})
    project = load_case(write_case(folder, case=head, **{**given, **sections}))
    request = DocumentRequest(id="element-coverage", lang=lang, profile="internal")
    text = write_text(compose_document(project, request).document)
    pattern = "(.*)".join(rf"^\d+\. {title}\n=+" for title in HEADINGS[lang])
    steps, next_steps = re.findall(pattern, text, re.MULTILINE | re.DOTALL)[0]
    steps, *_ = re.split(r"^\d+\. .*\n=+", steps, maxsplit=1, flags=re.MULTILINE)
    return steps, next_steps


def test_gaps_are_told_by_step_and_number(tmp_path: Path):
    shown = [mapping(f"M-00{n}", f"rs.8.2.a.v/{n}") for n in (1, 2, 4)]
    steps, _ = report(tmp_path, mappings=shown)
    rows = dict(re.findall(r"^(Article[^|]*) \| \d+ \| (.*)$", steps, re.MULTILINE))

    assert "no gap recorded" == rows["Articles 15 and 53: opening an investigation"]
    assert "gap: CH-01, element\xa03; CH-01, element\xa05" == rows["Article 58: warrant or summons"]
    assert "A reasonable basis to believe" in steps


@pytest.mark.parametrize("lang", HEADINGS)
def test_no_standard_is_said_to_be_met(tmp_path: Path, lang: str):
    shown = [mapping(f"M-00{n}", f"rs.8.2.a.v/{n}") for n in range(1, 6)]
    steps, _ = report(tmp_path, lang, mappings=shown)

    assert [] == [line for line in steps.splitlines() if re.search(VERDICTS[lang], line) and "not" not in line]


def test_a_task_that_is_not_for_an_organisation_is_referred(tmp_path: Path):
    child = person("PER-002", "victim", minor="true", confidentiality="confidential")
    _, next_steps = report(tmp_path, persons=[child])

    assert "By us nobody can be heard." in next_steps
    assert "Not for us: PER-002; refer to the prosecuting authority. Children are heard only by" in next_steps
    assert "Who files: a civil society organisation." in next_steps


def test_the_prosecution_is_told_who_was_heard_already(tmp_path: Path):
    told = item(kind="testimony", account={"person": "PER-002", "kind": "statement"})
    _, next_steps = report(
        tmp_path, party={"kind": "prosecution"}, persons=[person("PER-002", "victim")], evidence=[told]
    )

    assert "Whoever could be heard has already given an account: PER-002." in next_steps
    assert "Not for us" not in next_steps


@pytest.mark.parametrize("lang", HEADINGS)
def test_whoever_does_not_say_who_files_is_asked_and_bound_by_every_limit(tmp_path: Path, lang: str):
    _, next_steps = report(tmp_path, lang, party={"name": "A body"})
    asked = {"en": "say what the filing party is", "uk": "зазначити, хто готує справу"}
    left = {"en": "Not for us", "uk": "Самі не виконуємо"}

    assert asked[lang] in next_steps
    assert left[lang] in next_steps


def test_what_is_there_is_no_task(tmp_path: Path):
    paper = item(subtype="military_id")
    before, after = (
        report(tmp_path, evidence=[paper], mappings=m)[1] for m in ([], [mapping("M-001", "rs.8.2.a.v/1")])
    )

    assert "Enlistment into the forces: military ID" in before
    assert "Enlistment into the forces: military ID" not in after
    assert "Not sufficient alone: voluntary enlistment" in after
