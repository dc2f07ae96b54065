"""Small cases in few words: each function gives one entry as plain data, valid as it stands; keywords replace fields.

Codes are given where they matter and left out where they do not: `case(facts=[fact("F-002", "EV-0003")])`.
"""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from referral.case.load import LoadedCase, Origin
from referral.case.model import Case
from referral.law import Law, load_law

DATA = Path(__file__).parents[1] / "data"
LEGAL_REFS = Path(__file__).parents[2] / "legal_refs"
Entry = dict[str, Any]


@cache
def law() -> Law:
    """The invented statutes of `tests/data/law`."""
    return load_law([DATA / "law"])


@cache
def shipped_law() -> Law:
    """The library that goes out with the program."""
    return load_law([LEGAL_REFS])


def header(**fields: Any) -> Entry:
    return {"id": "x", "title": "A case", "language": "en", "as_at": "2024-01-31", **fields}


def source(code: str = "SRC-01", origin: str | None = None, **fields: Any) -> Entry:
    return {"id": code, "kind": "organisation", "origin_group": origin or code.lower(), **fields}


def item(code: str = "EV-0001", source: str = "SRC-01", **fields: Any) -> Entry:
    """An evidence item."""
    entry = {"id": code, "title": "A paper", "kind": "document", "source": source}
    return {**entry, "author": "A clerk", "created": "2022-03-05", **fields}


def citation(evidence: str = "EV-0001", **fields: Any) -> Entry:
    return {"evidence": evidence, "locator": {"type": "page", "value": "1"}, **fields}


def fact(code: str = "F-001", *evidence: str, **fields: Any) -> Entry:
    """A fact that cites each item at page 1."""
    citations = [citation(name) for name in evidence or ("EV-0001",)]
    return {"id": code, "text": "It was so.", "knowledge": "first_hand", "citations": citations, **fields}


def person(code: str = "PER-001", role: str = "suspect", **fields: Any) -> Entry:
    return {"id": code, "roles": [{"role": role}], **fields}


def charge(code: str = "CH-01", **fields: Any) -> Entry:
    """A charge under `ex.1`, of nobody known unless `person` or `unit` is given."""
    accused = {} if fields.keys() & {"person", "unit"} else {"unknown": "Unknown men"}
    return {"id": code, **accused, "provision": "ex.1", "stage": "investigation", "period": "2022", **fields}


def mapping(code: str = "M-001", element: str = "ex.1/1", **fields: Any) -> Entry:
    """A strong, primary support of `element` by `EV-0001`, unless another item is given."""
    subject = {} if fields.keys() & {"fact", "evidence"} else {"evidence": "EV-0001"}
    weighed = {"inference": "direct", "knowledge": "first_hand", "tier": "primary", "strength": "strong"}
    entry = {"id": code, "charge": "CH-01", "element": element, "bearing": "supports", **subject, **weighed}
    return {**entry, "rationale": "Because.", "by": "analyst-1", **fields}


def case_data(**sections: Any) -> Entry:
    """A case as a file would hold it: the header and these sections."""
    return {"schema_version": "1", "case": header(), **sections}


def case(**sections: Any) -> Case:
    return Case.model_validate(case_data(**sections))


def loaded(**sections: Any) -> LoadedCase:
    """A case as if it had been read; its findings have no places."""
    return LoadedCase(case(**sections), Origin(Path("case"), "case"))


def write_case(folder: Path, **sections: Any) -> Path:
    """A case in a file of its own below `folder`; gives the path of the case."""
    path = folder / "case.yaml"
    path.write_text(yaml.safe_dump(case_data(**sections), allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path
