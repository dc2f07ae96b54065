"""Family names, given names and patronymics, one word each; parts around a hyphen decline each for itself."""

import re
from collections.abc import Callable
from functools import cache

from referral.language.grammar import Declined, Gender, joined, unchanged
from referral.language.uk import library
from referral.language.uk.paradigms import paradigms, words_of
from referral.language.uk.rules import Rule, first, rules
from referral.language.uk.spelling import is_ours, key

_FAMILY, _GIVEN, _FIRST_DECLENSION = "family_names.yaml", "given_names.yaml", "first_declension.yaml"
_SURELY_DECLINES = re.compile(".{3,}(?:ий|[оая]|ук|юк|ов|ев|єв|ич|ець)")  # other first parts of men may stand still
_PATRONYMICS = {
    Gender.MASCULINE: (re.compile("(.*[аеиіоуюяєї].*ич|ілліч)"), "man-patronymic"),
    Gender.FEMININE: (re.compile("(.*[іїи]вн)а"), "a"),
}
_NO_GENDER = "the gender is not stated"
_NOT_OURS = "letters that the language does not have"
_UNKNOWN = "no rule knows this word"

One = Callable[[str, Gender], Declined]


def family_name(text: str, gender: Gender | None) -> Declined:
    """A family name by the rules of its gender."""
    return _each_part(text, gender, _family_name)


def given_name(text: str, gender: Gender | None) -> Declined:
    """A given name: certain if it is listed."""
    return _each_part(text, gender, _given_name)


def patronymic(text: str, gender: Gender | None) -> Declined:
    """A patronymic, by its suffix."""
    return _each_part(text, gender, _patronymic)


@cache
def known_names(gender: Gender) -> frozenset[str]:
    """The given names that are listed."""
    return frozenset(words_of(_GIVEN)["known"][gender.value].split())


def _each_part(text: str, gender: Gender | None, one: One) -> Declined:
    if gender is None:
        return unchanged(text, _NO_GENDER)
    if not is_ours(text):
        return unchanged(text, _NOT_OURS)
    parts = text.split("-")
    declined = [_first_part(part, gender, one) for part in parts[:-1]] + [one(parts[-1], gender)]
    return joined(declined, ["-"] * (len(parts) - 1))


def _first_part(part: str, gender: Gender, one: One) -> Declined:
    """The part before a hyphen: some never decline, of short ones the rules do not tell."""
    if key(part) in words_of(_FAMILY)["first_parts"].split():
        return unchanged(part)
    declined = one(part, gender)
    is_doubtful = gender is Gender.MASCULINE and not _SURELY_DECLINES.fullmatch(key(part))
    if is_doubtful and declined.is_certain and key(part) not in known_names(gender):
        return Declined(declined.forms, "the first part may stay as it is")
    return declined


def rule_of_family_name(word: str, gender: Gender) -> tuple[Rule, str] | None:
    """The rule by which one word declines as a family name, and the stem that it finds; None if none fits."""
    if len(word) < 2:
        return None
    return first((*rules(_FAMILY, gender.value), *rules(_FIRST_DECLENSION, "rules")), key(word))


def _family_name(word: str, gender: Gender) -> Declined:
    found = rule_of_family_name(word, gender)
    if found is None:
        return unchanged(word, _UNKNOWN)
    rule, stem = found
    declined = rule.declined(word, stem) or Declined(library.family_name(word, gender), rule.doubt)
    return Declined(declined.forms, declined.reason or _doubt_of_gender(word, gender))


def _doubt_of_gender(word: str, gender: Gender) -> str:
    """Why a man's name may be a woman's («Левицька»); empty if nothing speaks for it."""
    if gender is Gender.FEMININE or not key(word).endswith(("а", "я")):
        return ""
    found = first(rules(_FAMILY, Gender.FEMININE.value), key(word))
    is_adjective = found is not None and (found[0].paradigm or "").startswith("adjective") and not found[0].doubt
    return "a feminine ending of a man's name" if is_adjective else ""


def _given_name(word: str, gender: Gender) -> Declined:
    declined = _by_ending(word, rules(_GIVEN, gender.value))
    if key(word) in known_names(gender):
        return declined
    return Declined(declined.forms, declined.reason or "a given name that is not in our list")


def _by_ending(word: str, own: tuple[Rule, ...]) -> Declined:
    found = first((*own, *rules(_FIRST_DECLENSION, "rules")), key(word))
    declined = found[0].declined(word, found[1]) if found else None
    return declined or unchanged(word, _UNKNOWN)


def _patronymic(word: str, gender: Gender) -> Declined:
    pattern, paradigm = _PATRONYMICS[gender]
    found = pattern.fullmatch(key(word))
    if found is None:
        return unchanged(word, "no patronymic of this gender ends so")
    return paradigms()[paradigm].decline(word, found[1])
