"""What is asked of a word and what is answered: its kind, grammatical cases, gender, and how sure the answer is."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class GrammaticalCase(StrEnum):
    """The seven cases, in the order in which grammars list them."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"
    LOCATIVE = "locative"
    VOCATIVE = "vocative"

    @property
    def short(self) -> str:
        """As `forms` of a case file and templates name it: `gen`."""
        return self.value[:3]

    @classmethod
    def of(cls, short: str) -> "GrammaticalCase":
        """The case by that name. KeyError if there is none."""
        return {case.short: case for case in cls}[short]


NOMINATIVE = GrammaticalCase.NOMINATIVE.short


class Declinable(StrEnum):
    """What a text is: each kind declines by rules of its own. A name of a body is declined as a post is."""

    FAMILY_NAME = "family-name"
    GIVEN_NAME = "given-name"
    PATRONYMIC = "patronymic"
    FULL_NAME = "full-name"
    RANK = "rank"
    POST = "post"


class Gender(StrEnum):
    MASCULINE = "masculine"
    FEMININE = "feminine"

    @classmethod
    def of(cls, letter: str | None) -> "Gender | None":
        """The gender of a person by its first letter, as case files write it; None if nobody said."""
        return next((gender for gender in cls if letter and gender.value.startswith(letter)), None)


class Certainty(StrEnum):
    """`certain`: a rule of the language decides; `to-confirm`: a suggestion that a person must confirm."""

    CERTAIN = "certain"
    TO_CONFIRM = "to-confirm"


@dataclass(frozen=True)
class Declined:
    """A text in every case. `reason` says why a person must confirm it; empty if nobody must."""

    forms: Mapping[GrammaticalCase, str]
    reason: str = ""

    @property
    def certainty(self) -> Certainty:
        return Certainty.TO_CONFIRM if self.reason else Certainty.CERTAIN

    @property
    def is_certain(self) -> bool:
        return not self.reason


def unchanged(text: str, reason: str = "") -> Declined:
    """The same text in every case."""
    return Declined(dict.fromkeys(GrammaticalCase, text), reason)


def joined(parts: list[Declined], between: list[str]) -> Declined:
    """Parts that are declined each for itself, with what stands between them."""
    forms = {case: _woven([part.forms[case] for part in parts], between) for case in GrammaticalCase}
    return Declined(forms, "; ".join(dict.fromkeys(part.reason for part in parts if part.reason)))


def _woven(words: list[str], between: list[str]) -> str:
    return "".join(word + gap for word, gap in zip(words, [*between, ""], strict=True))
