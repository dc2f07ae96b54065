"""A whole name: which of its words is the family name, and all of them declined together."""

from referral.language.grammar import Declinable, Declined, Gender, joined, unchanged
from referral.language.uk import names
from referral.language.uk.spelling import key

_BY_KIND = {
    Declinable.FAMILY_NAME: names.family_name,
    Declinable.GIVEN_NAME: names.given_name,
    Declinable.PATRONYMIC: names.patronymic,
}
_FAMILY_FIRST = (Declinable.FAMILY_NAME, Declinable.GIVEN_NAME, Declinable.PATRONYMIC)
_FAMILY_LAST = (Declinable.GIVEN_NAME, Declinable.PATRONYMIC, Declinable.FAMILY_NAME)
_TWO = {True: _FAMILY_FIRST[:2], False: (Declinable.GIVEN_NAME, Declinable.FAMILY_NAME)}


def full_name(text: str, gender: Gender | None) -> Declined:
    """A name of one to three words, in either order."""
    if gender is None:
        return unchanged(text, "the gender is not stated")
    words = text.split()
    kinds, doubt = _kinds(words, gender)
    if not kinds:
        return unchanged(text, "no name of one to three words")
    declined = joined([_BY_KIND[k](w, gender) for k, w in zip(kinds, words, strict=True)], [" "] * (len(words) - 1))
    return Declined(declined.forms, "; ".join(filter(None, (doubt, declined.reason))))


def _kinds(words: list[str], gender: Gender) -> tuple[tuple[Declinable, ...], str]:
    """What each word is, and why that may be wrong."""
    if len(words) == 1:
        return (Declinable.FAMILY_NAME,), "one word: taken for a family name"
    if len(words) == 2:
        return _two(words, gender)
    if len(words) == 3:
        return (_FAMILY_LAST if names.patronymic(words[1], gender).is_certain else _FAMILY_FIRST), ""
    return (), ""


def _two(words: list[str], gender: Gender) -> tuple[tuple[Declinable, ...], str]:
    """The given name is the listed one; where both are, or neither, nobody can tell."""
    known = [key(word) in names.known_names(gender) for word in words]
    if names.patronymic(words[1], gender).is_certain and known[0] and not known[1]:
        return (Declinable.GIVEN_NAME, Declinable.PATRONYMIC), "a patronymic or a family name"
    return _TWO[known[1]], "" if known[0] != known[1] else "which word is the family name?"
