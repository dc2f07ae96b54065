"""The one seam to what languages know of family names: their plural, and which of them are words too, or never are."""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from referral.language.load import known_languages
from referral.language.own_rules import own_rule
from referral.yaml_reader import read_yaml

_FILE = "shapes_of_names.yaml"  # in the folder of each language that has one


def plurals_of(code: str, name: str) -> Iterable[str]:
    """The forms by which a language speaks of a whole family; none if it has no rule, or none for this name."""
    found = own_rule(code, "plurals", "family_name")
    return found(name) if found else ()


def other_forms_of(code: str, name: str) -> Iterable[str]:
    """The forms of a name that may be declined in two ways by the one that `declension` did not take."""
    found = own_rule(code, "other_readings", "family_name")
    return found(name) if found else ()


def is_ordinary_word(word: str) -> bool:
    """Whether a word in small letters, with a plain apostrophe, is a name and a word of a language besides."""
    return word in _ordinary()


def is_only_a_name(word: str) -> bool:
    """Whether a word in small letters, with a plain apostrophe, ends as nothing but a name does."""
    return bool(_ends().fullmatch(word))


@cache
def _ends() -> re.Pattern[str]:
    ends = [end for shapes in _shapes() for end in shapes["only_names"]]
    return re.compile(f".{{2,}}(?:{'|'.join(ends)})")


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(word for shapes in _shapes() for word in shapes["ordinary"].split())


@cache
def _shapes() -> tuple[dict[str, Any], ...]:
    paths = (files("referral.language") / code / _FILE for code in known_languages())
    return tuple(read_yaml(path.read_bytes(), _FILE).data for path in paths if path.is_file())
