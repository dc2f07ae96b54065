"""The one seam to declension: which language can decline, and what it then answers. The rules are in its folder."""

from typing import Protocol, cast

from referral.language.grammar import NOMINATIVE, Certainty, Declinable, Declined, Gender, GrammaticalCase
from referral.language.own_rules import own_rule

__all__ = [
    "NOMINATIVE",
    "Certainty",
    "Declinable",
    "Decline",
    "Declined",
    "Gender",
    "GrammaticalCase",
    "declension_of",
    "name_in_post",
]


class Decline(Protocol):
    """Declines a text in its dictionary form. `gender` is that of the person, None if nobody said."""

    def __call__(self, text: str, kind: Declinable, gender: Gender | None) -> Declined: ...


def declension_of(code: str) -> Decline | None:
    """How the language `code` declines; None if it does not."""
    return cast(Decline | None, own_rule(code, "declension", "decline"))


def name_in_post(code: str, text: str, gender: Gender | None) -> str:
    """The first word of a post that may be a person's name; empty if none may, or if the language cannot tell."""
    found = own_rule(code, "names_in_posts", "name_in_post")
    return found(text, gender) if found else ""
