"""The library against the rows of the fact files: ids, wording, status. `facts/extract.py` reads the rows.

A row of the fact file may name several statuses (number read, wording uncertain …), or take that of its heading. What
each is about stands in `facts/statuses.yaml`, checked by hand; every other row has one status, and its entry bears it.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from referral.law.model import Claim, Dated
from referral.yaml_reader import read_yaml
from tests.law.facts.extract import unsaid
from tests.unit.builder import shipped_law

HERE = Path(__file__).parent
LAW = shipped_law()
FACT_FILES = HERE.parents[2] / "shared" / "law"
APART = ["ua.treaty.gc4", *["ua.treaty.hague4"] * 3, "ua.treaty.ap1", "ua.cpc.278"]
# How a note tells a status.
TOLD = {
    "verified": ("read", "Read", "[S"),
    "known": ("known",),
    "known, secondary": ("secondary source",),
    "uncertain": ("uncertain",),
}


def _parts() -> dict[str, list[dict[str, Any]]]:
    read = read_yaml((HERE / "facts" / "statuses.yaml").read_bytes(), "statuses.yaml")
    assert not read.findings
    by_row: dict[str, Any] = read.data
    return {name: by_row[parts] if isinstance(parts, str) else parts for name, parts in by_row.items()}


PARTS = _parts()


def _rows(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((HERE / "facts" / f"{name}.json").read_text("utf-8"))
    return rows


def _by_id(rows: list[dict[str, Any]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", rows, ids=lambda row: row["id"])


def _status(claim: Claim) -> str:
    return f"{claim.status.value}, secondary" if claim.secondary else claim.status.value


def _entry(name: str) -> Claim | None:
    kinds = (LAW.provisions, LAW.instruments, LAW.remarks, LAW.elements)
    return next((entries[name] for entries in kinds if name in entries), None)


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


@_by_id([row for row in _rows("provisions") if row["id"] not in PARTS])
def test_a_row_with_one_status_has_its_entry_under_its_id_with_that_status(row: dict[str, Any]) -> None:
    entry = _entry(row["id"])

    assert entry is not None
    assert row["statuses"] == [_status(entry)]


@_by_id([row for row in _rows("provisions") if row["id"] not in PARTS])
def test_no_wording_or_sanction_is_better_known_than_the_one_status_of_its_row(row: dict[str, Any]) -> None:
    own = LAW.provisions.get(row["id"])
    editions = [] if own is None else [e.status.value for e in (*own.titles, *own.texts, *own.sanctions)]
    allowed = ["verified", "known", "uncertain"][{"v": 0, "k": 1, "u": 2}[row["statuses"][0][0]] :]

    assert set(editions) <= set(allowed)


@pytest.mark.parametrize("name", PARTS)
def test_each_part_of_a_row_has_its_status_where_the_library_bears_it(name: str) -> None:
    compared = [part for part in PARTS[name] if "incomparable" not in part]

    assert compared
    assert [] == [f"{part['said']}: {found}" for part in compared if (found := _difference(name, part))]


@pytest.mark.parametrize("name", PARTS)
def test_the_parts_of_a_row_name_all_its_statuses_and_no_other(name: str) -> None:
    in_row = {status for row in _rows("provisions") if row["id"] == name for status in row["statuses"]}
    in_parts = {part["status"].replace("uncertain, secondary", "uncertain") for part in PARTS[name]}

    assert in_row <= in_parts
    assert len(in_row) == 0 or in_parts <= in_row


@pytest.mark.parametrize(
    ("part", "found"),
    [
        ({"status": "verified", "entry": "ua.cc.5"}, "ua.cc.5 is known, secondary, not verified"),
        ({"status": "known", "entry": "ua.cc.5.2 texts en"}, "there is no ua.cc.5.2 texts en"),
        ({"status": "known", "entry": "ua.cc.433", "note": "the rest is certain"}, "no note of ua.cc.433 tells it"),
    ],
)
def test_a_difference_would_be_told(part: dict[str, Any], found: str) -> None:
    assert found == _difference("x", part)


def test_every_row_with_several_statuses_or_none_is_split_into_parts() -> None:
    rows = _rows("provisions")

    assert (116, 33, 34) == (
        len(rows),
        sum(len(row["statuses"]) > 1 for row in rows),
        sum(not row["statuses"] for row in rows),
    )
    assert {row["id"] for row in rows if len(row["statuses"]) != 1} <= set(PARTS)
    assert set(PARTS) <= {row["id"] for row in rows}


def test_only_these_parts_are_not_compared_or_differ_and_each_says_why() -> None:
    apart = [(name, part) for name, parts in PARTS.items() for part in parts if {"differs", "incomparable"} & set(part)]

    assert APART == [name for name, _ in apart]
    assert all(part.get("reason") or part.get("incomparable") for _, part in apart)


@pytest.mark.skipif(not FACT_FILES.is_dir(), reason="the fact files are not beside this repository")
def test_the_words_by_which_a_part_is_known_stand_in_the_fact_file() -> None:
    assert [] == list(unsaid(FACT_FILES, PARTS))


def _difference(name: str, part: dict[str, Any]) -> str | None:
    """What is not as the fact file has it; None if nothing."""
    address = part["entry"].replace("SELF", name)
    entry = _at(address)
    if entry is None:
        return f"there is no {address}"
    if "note" in part:
        return _note_difference(address, entry, part)
    wanted = part.get("differs", part["status"])
    return None if _status(entry) == wanted else f"{address} is {_status(entry)}, not {wanted}"


def _note_difference(address: str, entry: Claim, part: dict[str, Any]) -> str | None:
    told = any(word in part["note"] for word in TOLD[part["status"]])
    notes = (entry.note or "", *getattr(entry, "notes", ()))
    return None if told and any(part["note"] in note for note in notes) else f"no note of {address} tells it"


def _at(address: str) -> Claim | None:
    """The entry, or the edition of it, at an address as `statuses.yaml` has it."""
    name, *edition = address.split()
    entry = _entry(name)
    if entry is None or not edition:
        return entry
    field, *which = edition
    return next((e for e in getattr(entry, field) if which == _which(e, bool(which) and len(which[-1]) > 2)), None)


def _which(edition: Dated, by_day: bool) -> list[str]:
    lang = [edition.lang] if hasattr(edition, "lang") else []
    return [*lang, *([str(edition.since)] if by_day else [])]
