"""Small records of cases, as the index holds them."""

from typing import Any

from referral.portfolio.record import (
    CaseRow,
    DocumentRow,
    ElementRow,
    FigureRow,
    Held,
    ProceedingRow,
    Record,
    TextRow,
)


def head(path: str = "a", **fields: Any) -> CaseRow:
    way = {"key": f"key-of-{path}", "path": path, "digest": f"digest-of-{path}"}
    return CaseRow(**{**way, "held": Held.WHOLE, "code": path, **fields})


def element(element: str = "ex.1/1", **fields: Any) -> ElementRow:
    given = {"charge": "CH-01", "provision": "ex.1", "stage": "investigation", "state": "gap", "origins": 0}
    return ElementRow(**{**given, "element": element, "is_gap": False, "is_invented": False, **fields})


def proceeding(**fields: Any) -> ProceedingRow:
    given = {"proceeding": "PR-01", "kind": "pre_trial", "step": "investigation", "title": {"en": "A proceeding"}}
    rest = {"words": {}, "decided_on": "", "outcome": {}, "finality": "not_shown", "is_invented": False}
    return ProceedingRow(**{**given, **rest, **fields})


def figure(**fields: Any) -> FigureRow:
    given = {"figure": "Q-01", "category": "investigations", "number": 18, "upper": -1, "precision": "exactly"}
    words = {"unit": {"en": "proceedings"}, "scope": {"en": "one region"}, "source": {"en": "An office"}, "caution": {}}
    return FigureRow(**{**given, **words, "as_of": "2023-06", "is_invented": False, **fields})


def document(file: str = "a/public/x.en.pdf", inputs: str = "made-of-this", profile: str = "public") -> DocumentRow:
    return DocumentRow(profile, file, inputs)


def text(words: str, entry: str = "F-001", section: str = "facts") -> TextRow:
    return TextRow(section, entry, words)


def record(path: str = "a", *texts: str, **fields: Any) -> Record:
    """A case with these texts, each of a fact of its own."""
    found = tuple(text(words, f"F-{n:03}") for n, words in enumerate(texts, 1))
    return Record(**{"case": head(path), "texts": found, **fields})
