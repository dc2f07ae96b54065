"""The annexes of the communication: nothing that its recipient sees is lost, and nothing is where it must not be."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from referral.app.build import compose_document
from referral.app.project import load_case
from referral.case.model import Case, DocumentRequest
from referral.case.model.evidence import EvidenceKind
from referral.composition.kinds import load_templates
from referral.document.inlines import Citation
from referral.document.nodes import Annex, Document
from referral.document.parts import parts
from referral.document.tables import Table
from referral.document.walk import flat, inlines_in, lines_of, lines_of_row
from referral.writers.text import write_text
from tests.end_to_end.documents import DEMONSTRATIONS, ROOT, project
from tests.unit.builder import charge, fact, header, item, person, source, write_case

LETTERS = "ABCDEFGHIJKLMNO"
NEVER_PUBLIC = {"E", "M"}
NOT_BY_ID = {"answers", "open_questions"}  # answers are not filed; questions are told in words, as open points
each_case = pytest.mark.parametrize("case", DEMONSTRATIONS, ids=lambda path: path.name)
each_filed = pytest.mark.parametrize("profile", ["public", "icc-confidential"])


def request(profile: str) -> DocumentRequest:
    return DocumentRequest(id="article-15-communication", lang="en", profile=profile)


@cache
def document(case: Path, profile: str) -> Document:
    return compose_document(project(case), request(profile)).document


def view(case: Path, profile: str) -> Case:
    return project(case).view(profile, "icc").case


@cache
def text(case: Path, profile: str) -> str:
    return write_text(document(case, profile)).replace("\u00a0", " ")


def letters(tree: Document) -> list[str]:
    return [block.id for block in tree.blocks if isinstance(block, Annex)]


def annex(letter: str, words: str) -> str:
    """The words of one annex: from its title over a line of signs to the next such title."""
    found: list[str] = re.findall(
        rf"^Annex {letter}\. [^\n]+\n=+\n(.*?)(?=^Annex [A-Z]\. [^\n]+\n=|\Z)", words, re.M | re.S
    )
    assert 1 == len(found)
    return found[0]


def cited_in_main_text(tree: Document) -> set[str]:
    """The labels of the exhibits that it cites, in its notes too."""
    own = [block for block in tree.blocks if not isinstance(block, Annex)]
    lines = [line for block in flat(own) for line in lines_of(block)]
    rows = [row for block in flat(own) if isinstance(block, Table) for row in block.rows]
    lines += [line for row in rows for line in lines_of_row(row)]
    return {i.label for line in lines for i in inlines_in(line) if isinstance(i, Citation)}


def small(folder: Path, profile: str = "icc-confidential", **sections: Any) -> Document:
    entries: dict[str, Any] = {"sources": [source()], "evidence": [item()], "case": header(), **sections}
    return compose_document(load_case(write_case(folder, **entries)), request(profile)).document


def words_of(tree: Document) -> str:
    return write_text(tree).replace("\u00a0", " ")


# --- nothing is lost ---


@pytest.mark.slow
@each_case
@each_filed
def test_every_entry_that_the_recipient_sees_is_named_in_what_he_is_sent(case: Path, profile: str):
    entries = [e.id for section, _, e in view(case, profile).entities() if section not in NOT_BY_ID]
    named = set(re.findall(r"[A-Z][A-Z0-9]*(?:[-+][A-Z0-9]+)+", text(case, profile)))
    left_to_annexes_he_does_not_get = () if profile != "public" else ("PER-", "PR-")

    lost = [e for e in entries if e not in named and not e.startswith(left_to_annexes_he_does_not_get or "\0")]
    assert [] == lost


@pytest.mark.slow
@each_case
@each_filed
def test_every_item_of_the_index_is_cited_in_the_main_text_or_said_to_be_uncited(case: Path, profile: str):
    rows = re.findall(r"^(Annex B-\d+) \| .* \| (cited|uncited)$", annex("A", text(case, profile)), re.M)
    cited = {label.replace("\u00a0", " ") for label in cited_in_main_text(document(case, profile))}

    assert len(view(case, profile).evidence) == len(rows)
    assert [] == [(label, state) for label, state in rows if (label in cited) != (state == "cited")]


@pytest.mark.slow
@each_case
def test_the_office_of_the_prosecutor_gets_every_annex_and_a_public_version_none_on_persons(case: Path):
    filed, public = letters(document(case, "icc-confidential")), letters(document(case, "public"))

    assert [*LETTERS] == filed
    assert NEVER_PUBLIC.isdisjoint(public)


@pytest.mark.slow
@each_case
def test_a_unit_stands_below_another_by_an_item_and_legislation_of_the_occupying_power_is_listed(case: Path):
    words, shown = text(case, "icc-confidential"), view(case, "icc-confidential")
    below = [unit.id for unit in shown.units if unit.superiors]
    acts = [item.id for item in shown.evidence if item.kind == EvidenceKind.LEGISLATION and not item.invented]

    assert 1 <= len(below)
    assert [] == [
        code
        for code in below
        if not re.search(rf"^{code} \| .*subordinate to UNIT-\d+ .*: Annex B-\d+, ", annex("F", words), re.M)
    ]
    assert 1 <= len(acts)
    assert [] == [code for code in acts if not re.search(rf"^Annex B-\d+ / {code} \| ", annex("H", words), re.M)]


@pytest.mark.slow
@each_case
def test_names_stand_in_latin_letters_wherever_the_original_script_is_not_what_is_told(case: Path):
    """Annexes B and I have seals, inscriptions and quotations; E and G the names as they are; O words of the law."""
    words = text(case, "icc-confidential")
    main = words.split("\nOpen points\n=")[0]
    read = [main, *(annex(letter, words) for letter in "ACDFHKLN")]

    assert [] == [line for part in read for line in part.splitlines() if re.search("[А-яІіЇїЄєҐґ]{3}", line)]
    assert re.search("[А-яІіЇїЄєҐґ]{3}", annex("E", words))
    assert re.search("[А-яІіЇїЄєҐґ]{3}", annex("G", words))


@pytest.mark.slow
@each_case
def test_victims_are_in_a_file_of_their_own_and_never_named(case: Path):
    files = {part.annex: part.document for part in parts(document(case, "icc-confidential"))}
    assert "M" in files
    assert "under seal" in words_of(files["M"]).lower()


@pytest.mark.slow
@each_case
def test_a_public_version_tells_no_collector_and_no_answer_of_a_single_person(case: Path):
    words = text(case, "public")
    agents = {
        name
        for e in view(case, "public").evidence
        for name in [*(c.collector for c in e.captures), *(c.agent for c in e.custody)]
        if name
    }

    assert "Who (code)" not in annex("I", words)
    told = annex("B", words) + annex("I", words)
    assert set() == {name for name in agents if re.search(rf"(Agent|Collector|Taken by).*\b{re.escape(name)}\b", told)}
    assert "Consent by person" not in words


# --- what a case does not hold ---


def test_an_annex_that_would_be_empty_is_left_out_and_the_list_says_why(tmp_path: Path):
    words = words_of(small(tmp_path))

    for line in (
        "Annex C | Element matrix | .* | no charge may be shown to this recipient",
        "Annex D | Chronology | .* | no incident or fact may be shown to this recipient",
        "Annex F | .* | no unit and no posting may be shown to this recipient",
        "Annex H | .* | no act of the occupying Power is among the items shown to this recipient",
        "Annex L | Incidents | .* | no incident may be shown to this recipient",
        "Annex M | Victims | .* | no victim is recorded by code, and no number of victims",
        "Annex N | Statistics | .* | no number is among the entries shown to this recipient",
    ):
        assert re.search(line.replace(" | ", r" \| "), words), line


def test_a_case_without_evidence_has_no_index_no_sheets_and_no_log(tmp_path: Path):
    assert {"A", "B", "I"}.isdisjoint(letters(small(tmp_path, evidence=[], sources=[])))


# --- single annexes ---


def test_the_chronology_keeps_what_is_invented_and_what_has_no_date_apart(tmp_path: Path):
    told = [
        fact("F-001", date="2023-01-05"),
        fact("F-002", date="2022-01-05"),
        fact("F-003"),
        fact("F-004", "EV-0002", invented=True, date="2021"),
    ]
    speakers = [source(), source("SRC-02", invented=True)]
    items = [item(), item("EV-0002", "SRC-02", invented=True)]
    written = small(tmp_path, case=header(demonstration=True), facts=told, evidence=items, sources=speakers)
    chronology = annex("D", words_of(written))

    places = [
        chronology.index(words)
        for words in ("F-002 |", "F-001 |", "Without a date", "F-003 |", "Invented, for", "F-004 |")
    ]
    assert sorted(places) == places


def test_only_acts_of_the_occupying_power_are_its_legislation(tmp_path: Path):
    speakers = [source(), source("SRC-02", kind="occupying_body"), source("SRC-03", kind="state_body")]
    acts = [
        item("EV-0001", kind="legislation", source="SRC-03", title="An act of another State"),
        item("EV-0002", kind="legislation", source="SRC-02", title="A decree on call-up"),
        item("EV-0003", source="SRC-02", title="A paper"),
    ]
    legislation = annex("H", words_of(small(tmp_path, sources=speakers, evidence=acts)))

    assert "A decree on call-up" in legislation
    assert "An act of another State" not in legislation
    assert "A paper" not in legislation
    assert "recognises neither their validity" in legislation


def test_consent_is_told_in_numbers_and_by_code_only_to_whom_it_concerns(tmp_path: Path):
    asked: dict[str, Any] = {"given_on": "2024-01-01", "uses": {"icc": "granted", "publication": "granted"}}
    people = [
        person("PER-001", "victim", consent=asked),
        person("PER-002", "victim", consent={**asked, "uses": {**asked["uses"]}, "withdrawn_on": "2024-01-02"}),
        person("PER-003", "witness"),
    ]
    own, public = tmp_path / "own", tmp_path / "public"
    for folder in (own, public):
        folder.mkdir()
    filed, wide = words_of(small(own, persons=people)), words_of(small(public, "public", persons=people))

    row = r"\| 2 \| not asked: 1 \| not asked: 1 \| granted: 1 \| not asked: 1 \| granted: 1 \| 1 \| 0 \| 0$"
    for words in (filed, wide):
        assert re.search(row, annex("J", words), re.M)
    assert "PER-002 |" in annex("J", filed)
    assert "PER-00" not in annex("J", wide)


def test_a_fact_against_an_element_is_in_the_annex_of_contrary_material_with_its_answer(tmp_path: Path):
    against = {
        "id": "M-001", "charge": "CH-01", "element": "rs.8.2.a.v/1", "fact": "F-001", "bearing": "contradicts",
        "inference": "direct", "knowledge": "first_hand", "tier": "primary", "strength": "strong",
        "rationale": "It speaks against it.", "by": "lawyer", "answer": "He was not there.",
    }  # fmt: skip
    charges = [charge(provision="rs.8.2.a.v", stage="communication")]
    contrary = annex("K", words_of(small(tmp_path, facts=[fact()], charges=charges, mappings=[against])))

    assert re.search(r"^F-001 .*\| It was so\. \| Annex B-1, p\. 1", contrary, re.M)
    assert re.search(r"^M-001 \| CH-01, element 1 \| Contradicts \| F-001 .* \| He was not there\.$", contrary, re.M)


def test_every_annex_of_the_kind_has_a_source_and_a_title():
    kind = load_templates([ROOT / "templates"]).kinds["article-15-communication"]
    assert [*LETTERS] == [annex.id for annex in kind.annexes]
