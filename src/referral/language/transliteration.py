"""The one seam to transliteration: how a language is written in Latin letters by its official table."""

from collections.abc import Callable
from typing import cast

from referral.language.own_rules import own_rule


def transliteration_of(code: str) -> Callable[[str], str] | None:
    """What turns a text of the language into Latin letters; None if we have no table for it."""
    return cast(Callable[[str], str] | None, own_rule(code, "latin", "latin"))
