"""Declension: one function for each kind of text."""

import re
from collections.abc import Callable

from referral.language.grammar import Declined, Gender, NameKind
from referral.language.uk import full_names, names, posts

_SPACE = re.compile(r"\s+")
_BY_KIND: dict[NameKind, Callable[[str, Gender | None], Declined]] = {
    NameKind.FAMILY_NAME: names.family_name,
    NameKind.GIVEN_NAME: names.given_name,
    NameKind.PATRONYMIC: names.patronymic,
    NameKind.FULL_NAME: full_names.full_name,
    NameKind.RANK: posts.post,
    NameKind.POST: posts.post,
}


def decline(text: str, kind: NameKind, gender: Gender | None) -> Declined:
    """The text in seven cases, and why a person must confirm them if one must."""
    return _BY_KIND[kind](_SPACE.sub(" ", text).strip(), gender)
