"""What the index holds of one case: plain rows, one class for each table. A table has the fields of its class."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Texts = Mapping[str, str]  # words by language
_KEY_SHOWN = 8


class Held(StrEnum):
    """How a case stands in the index: whole; without words, for its vault is encrypted; or not at all, and why."""

    WHOLE = "whole"
    CODES_ONLY = "codes_only"
    HAS_ERRORS = "has_errors"
    TELLS_OF_SOMEBODY = "tells_of_somebody"
    VAULT_NOT_OPENED = "vault_not_opened"

    @property
    def is_read(self) -> bool:
        return self in (Held.WHOLE, Held.CODES_ONLY)


@dataclass(frozen=True)
class ElementRow:
    """One element of one charge."""

    charge: str
    provision: str
    stage: str
    element: str
    state: str
    origins: int
    is_gap: bool
    is_invented: bool


@dataclass(frozen=True)
class ProceedingRow:
    proceeding: str
    kind: str
    step: str
    title: Texts
    words: Texts  # how far it has come, as the case says it
    decided_on: str
    outcome: Texts
    finality: str
    is_invented: bool


@dataclass(frozen=True)
class FigureRow:
    """A number as a source gives it. `upper` is -1 if it is no range, `number` if it is indefinite."""

    figure: str
    category: str
    number: int
    upper: int
    precision: str
    unit: Texts
    scope: Texts
    as_of: str
    source: Texts
    caution: Texts
    is_invented: bool


@dataclass(frozen=True)
class DocumentRow:
    """A file that `build` writes: its path in the output folder, and the digest of what it is made from, if known."""

    profile: str
    file: str
    inputs: str


@dataclass(frozen=True)
class TextRow:
    """All words of one entry."""

    section: str
    entry: str
    text: str


@dataclass(frozen=True)
class CaseRow:
    """The head of a case. `path` is the way to it below the folder of cases; empty if that might tell of somebody.

    `key` stands for the way and tells nothing; `digest` is that of all files of the case.
    """

    key: str
    path: str
    digest: str
    held: str
    code: str = ""
    title: Texts = field(default_factory=dict)
    as_at: str = ""
    is_demonstration: bool = False
    withheld: int = 0

    @property
    def shown(self) -> str:
        return self.path or f"[{self.key[:_KEY_SHOWN]}]"


@dataclass(frozen=True)
class Record:
    """All that is held of a case."""

    case: CaseRow
    elements: tuple[ElementRow, ...] = ()
    proceedings: tuple[ProceedingRow, ...] = ()
    figures: tuple[FigureRow, ...] = ()
    documents: tuple[DocumentRow, ...] = ()
    texts: tuple[TextRow, ...] = ()
