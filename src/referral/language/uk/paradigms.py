"""Stem and endings: what a class of declension makes of a word. The endings are data."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from referral.language.grammar import Declined, GrammaticalCase
from referral.language.uk.spelling import like
from referral.yaml_reader import read_yaml

_ENDINGS = "endings.yaml"


@dataclass(frozen=True)
class Paradigm:
    """The seven endings of one class, as they follow the stem."""

    endings: Mapping[GrammaticalCase, str]

    @property
    def in_dictionary(self) -> str:
        """The ending of the form that dictionaries list."""
        return self.endings[GrammaticalCase.NOMINATIVE]

    def decline(self, word: str, stem: str, reason: str = "") -> Declined:
        """A word by its stem in small letters; a case that ends as the dictionary form does is the word itself."""
        same = self.in_dictionary
        forms = {case: word if end == same else like(word, stem + end) for case, end in self.endings.items()}
        return Declined(forms, reason)


@cache
def words_of(name: str) -> Any:
    """One file of this folder, as plain data."""
    return read_yaml((files(__package__) / name).read_bytes(), name).data


@cache
def paradigms() -> dict[str, Paradigm]:
    """Every class of declension by name."""
    return {
        name: Paradigm(dict(zip(GrammaticalCase, endings, strict=True))) for name, endings in words_of(_ENDINGS).items()
    }
