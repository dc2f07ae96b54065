"""The library against the rows of the fact files: ids, wording, status. `facts/extract.py` reads the rows.

A row with several statuses (number known, wording uncertain …) is split over the entries of the library; the entry
itself bears one of them.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from referral.law import load_law
from referral.law.model import Claim

HERE = Path(__file__).parent
LAW = load_law([HERE.parents[1] / "legal_refs"])
EDITIONS = {  # the fact file gives an edition an id of its own; the library has it as an edition of the article
    "ua.cc.438.v2001": "ua.cc.438",
    "ua.cc.438.v2024": "ua.cc.438",
}
BESIDE = {  # said about procedure as a whole; the library has it in the notes of the provision named
    "ua.term.aggressor": "ua.cpc.135",
    "ua.pub.practice": "ua.cpc.297-5",
    "ua.evid.electronic": "ua.cpc.99",
}
CONFLICTING = {"ua.treaty.gc4": "the other fact file has other dates, so that neither is certain"}


def _rows(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((HERE / "facts" / f"{name}.json").read_text("utf-8"))
    return rows


def _by_id(rows: list[dict[str, Any]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", rows, ids=lambda row: row["id"])


def _status(claim: Claim) -> str:
    return f"{claim.status.value}, secondary" if claim.secondary else claim.status.value


def _entry(name: str) -> Claim | None:
    return next((part[name] for part in (LAW.provisions, LAW.instruments, LAW.remarks) if name in part), None)


def test_the_fact_files_were_read() -> None:
    assert (99, 38) == (len(_rows("elements")), len(_rows("wording")))
    assert len(_rows("provisions")) > 100


@_by_id(_rows("elements"))
def test_every_element_of_the_fact_file_is_in_the_library_word_for_word(row: dict[str, Any]) -> None:
    element = LAW.element(row["id"])
    kinds = [kind.value for kind in element.kinds]

    assert (row["kinds"], row["text"], row["status"]) == (kinds, element.text["en"], element.status.value)
    assert set(row["footnotes"]) <= set(element.footnotes)  # some apply to further elements, as they say themselves


def test_no_crime_has_an_official_element_that_the_fact_file_has_not() -> None:
    official = {e.id for e in LAW.elements.values() if e.authority == "eoc"}

    assert {row["id"] for row in _rows("elements")} == official


@_by_id(_rows("wording"))
def test_every_paragraph_quoted_in_the_fact_file_is_in_the_library(row: dict[str, Any]) -> None:
    own = [p for p in LAW.provisions.values() if p.id == row["id"] or p.id.startswith(f"{row['id']}.")]
    texts = [t.text for p in (*own, *LAW.parents(row["id"])) for t in p.texts if t.text and t.lang == "en"]
    whole = " ".join(" ".join(texts).split())

    assert [] == [paragraph for paragraph in row["paragraphs"] if " ".join(paragraph.split()) not in whole]


@_by_id(_rows("national_wording"))
def test_every_ukrainian_wording_of_the_fact_file_is_in_the_library(row: dict[str, Any]) -> None:
    own = [p for p in LAW.provisions.values() if p.id == row["id"] or p.id.startswith(f"{row['id']}.")]
    texts = [t.text for p in own for t in p.texts if t.text and t.lang == "uk"]
    whole = " ".join(" ".join(texts).split())

    assert [] == [paragraph for paragraph in row["paragraphs"] if " ".join(paragraph.split()) not in whole]


@_by_id(_rows("provisions"))
def test_every_id_of_the_fact_file_is_in_the_library_with_its_status(row: dict[str, Any]) -> None:
    name = row["id"]
    if name in EDITIONS:
        assert len(LAW.provision(EDITIONS[name]).titles) > 1
    elif name in BESIDE:
        assert any(name in note for note in LAW.provision(BESIDE[name]).notes)
    else:
        entry = _entry(name) or LAW.elements.get(name)
        assert entry is not None
        assert name in CONFLICTING or not row["statuses"] or _status(entry) in row["statuses"]
