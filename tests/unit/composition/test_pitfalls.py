"""Pitfalls that a case shows are told to those who draw up a communication, and to nobody who receives it."""

from pathlib import Path
from typing import Any

import pytest

from referral.app.build import compose_document
from referral.app.project import load_case
from referral.case.model import DocumentRequest
from referral.document.number import open_points
from tests.unit.builder import Entry, charge, header, item, person, source, write_case

FOREIGN = person("PER-002", "victim", citizenships=[{"state": "BY"}])
RAID: Entry = {"id": "INC-01", "title": "A raid", "type": "raid_detention", "date": "2023-05", "victims": ["PER-002"]}
CHARGED = charge(provision="rs.8.2.a.v", period="2023", incidents=["INC-01"], stage="communication")
QUESTION = "scr.icc.pf.03-third"


def answer(reply: str) -> Entry:
    told = {"id": "AN-001", "question": QUESTION, "charge": "CH-01", "answer": reply, "by": "lawyer-1"}
    return {**told, "text": "The documents say so."}


def points(
    folder: Path, profile: str = "internal", document: str = "article-15-communication", **more: Any
) -> list[str]:
    """The open points of a document that name a pitfall."""
    entries: dict[str, Any] = {"persons": [FOREIGN], "incidents": [RAID], "charges": [CHARGED], **more}
    entries = {"sources": [source()], "evidence": [item()], **entries}
    project = load_case(write_case(folder, case=header(demonstration="true"), **entries))
    composed = compose_document(project, DocumentRequest(id=document, lang="en", profile=profile))
    return [point.text for point in open_points(composed.document) if "Pitfall" in point.text]


def test_an_open_point_names_the_pitfall_the_charge_the_person_and_the_question(tmp_path: Path):
    (point,) = points(tmp_path)

    assert point.startswith(
        "Pitfall pf.03 (CH-01: PER-002): By the case a person harmed is a national of a third State"
    )
    assert point.endswith(f"An answer to the question {QUESTION} settles it.")


def test_one_point_tells_of_all_charges(tmp_path: Path):
    (point,) = points(
        tmp_path, charges=[CHARGED, {**CHARGED, "id": "CH-02", "incidents": ["INC-01"], "alternative_to": "CH-01"}]
    )

    assert "(CH-01: PER-002; CH-02: PER-002)" in point


def test_what_is_shown_of_an_invented_charge_is_marked(tmp_path: Path):
    (point,) = points(
        tmp_path,
        persons=[{**FOREIGN, "invented": "true"}],
        incidents=[{**RAID, "invented": "true"}],
        charges=[{**CHARGED, "invented": "true"}],
    )

    assert "(CH-01 [invented]: PER-002)" in point


@pytest.mark.parametrize(("reply", "left"), [("yes", 0), ("no", 1), ("unclear", 1)])
def test_an_answer_that_raises_no_concern_settles_it(reply: str, left: int, tmp_path: Path):
    assert left == len(points(tmp_path, answers=[answer(reply)]))


def test_a_version_that_is_filed_has_none(tmp_path: Path):
    assert [] == points(tmp_path, "public")


def test_a_document_of_another_kind_has_none(tmp_path: Path):
    assert [] == points(tmp_path, document="evidence-annex")


def test_a_case_without_the_trap_has_none(tmp_path: Path):
    assert [] == points(tmp_path, persons=[person("PER-002", "victim", citizenships=[{"state": "UA"}])])
