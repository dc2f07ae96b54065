"""Declension: one function for each kind of text."""

import re
from collections.abc import Callable

from referral.language.grammar import Declinable, Declined, Gender
from referral.language.uk import full_names, names, posts

_SPACE = re.compile(r"\s+")
_BY_KIND: dict[Declinable, Callable[[str, Gender | None], Declined]] = {
    Declinable.FAMILY_NAME: names.family_name,
    Declinable.GIVEN_NAME: names.given_name,
    Declinable.PATRONYMIC: names.patronymic,
    Declinable.FULL_NAME: full_names.full_name,
    Declinable.RANK: posts.post,
    Declinable.POST: posts.post,
}


def decline(text: str, kind: Declinable, gender: Gender | None) -> Declined:
    """The text in seven cases, and why a person must confirm them if one must."""
    return _BY_KIND[kind](_SPACE.sub(" ", text).strip(), gender)
