"""Who receives a document, and what that recipient may see. The table is the whole policy.

Levels follow Regulation 14 of the Regulations of the Registry. A profile that is not in the table does not exist.
"""

from dataclasses import dataclass, replace

from referral.case.model import Confidentiality, RoleName
from referral.case.naming import PROTECTED_ROLES

_LEVELS = tuple(Confidentiality)


def higher(level: Confidentiality) -> int:
    """How few may know of what has this level: the higher, the fewer."""
    return _LEVELS.index(level)


@dataclass(frozen=True)
class Profile:
    """`highest`: the most confidential entry shown. `named`: roles whose identity is printed from the vault.

    `use`: the use of an account that the person must have agreed to; None asks for no consent.
    `is_wide`: anyone may come to read it; who is not named by an official act is a code.
    `is_apart`: no part of those who draw up the case, nor of whom they work for: their internal work is left out.
    `sections`: if any are named, he sees of the case these alone, and no person but those in the roles of `named`.
    `is_for_suspect`: what is made for it is meant for the suspect himself, who is served with it or called by it.
    `never_named`: roles whose identity is not printed even where the person has one of `named` as well.
    `marks`: the regime of redaction whose codes stand where material that bears its numbers is not shown.
    `located`: if given, of identities he sees the names, and of persons in these roles the residence; else all of it.
    `is_own`: those who draw up the case: their records of what was handed to whom are for nobody else.
    `is_outside`: no part of the proceedings: what is secret in them reaches him by written permission alone.
    """

    name: str
    highest: Confidentiality
    named: frozenset[RoleName]
    use: str | None
    is_wide: bool = False
    sections: frozenset[str] = frozenset()
    located: frozenset[RoleName] | None = None
    is_for_suspect: bool = False
    never_named: frozenset[RoleName] = frozenset()
    is_apart: bool = False
    marks: str | None = None
    is_own: bool = False
    is_outside: bool = False

    def may_see(self, level: Confidentiality) -> bool:
        return higher(level) <= higher(self.highest)

    @property
    def sees_work(self) -> bool:
        """Whether remarks, open questions and answers of those who draw up the case are for him."""
        return not (self.is_wide or self.is_apart)


def also_read_by(profile: Profile, other: Profile) -> Profile:
    """The profile, for a document that the other reads too: nothing is more confidential than that one may see."""
    return profile if higher(other.highest) >= higher(profile.highest) else replace(profile, highest=other.highest)


INTERNAL = "internal"  # those who draw up the case
NARROWEST = "public"  # what is meant wherever nobody says who the recipient is
_ICC = "icc"
_NATIONAL = "national_authorities"
_HARMED = frozenset(PROTECTED_ROLES)
_OFFICIALS = frozenset({RoleName.SUSPECT, RoleName.INVESTIGATOR, RoleName.PROSECUTOR})
_PARTIES = _OFFICIALS | {RoleName.COUNSEL}

PROFILES = {
    profile.name: profile
    for profile in (
        Profile(INTERNAL, Confidentiality.SECRET, frozenset(), None, is_own=True),
        Profile("prosecution", Confidentiality.UNDER_SEAL, _PARTIES, _NATIONAL),
        # What a court has, the parties read: nothing under seal or for one side, victims and witnesses by code.
        Profile("court", Confidentiality.CONFIDENTIAL, _PARTIES, _NATIONAL, never_named=_HARMED, is_apart=True),
        Profile(
            "defence",
            Confidentiality.CONFIDENTIAL,
            _PARTIES,
            _NATIONAL,
            is_for_suspect=True,
            never_named=_HARMED,
            is_apart=True,
        ),
        Profile(
            "publication",  # what an office makes known to whom it cannot reach: no victim, no witness, no evidence
            Confidentiality.PUBLIC,
            _OFFICIALS,
            "publication",
            is_wide=True,
            sections=frozenset({"proceedings", "persons", "postings"}),
            located=frozenset({RoleName.SUSPECT}),
            is_for_suspect=True,
            is_outside=True,
        ),
        # The prosecutor of an international court: who is accused is named, never a victim or a witness.
        Profile(
            "icc-confidential",
            Confidentiality.UNDER_SEAL,
            _OFFICIALS,
            "icc",
            never_named=_HARMED,
            marks=_ICC,
            is_outside=True,
        ),
        Profile(
            "icc-public", Confidentiality.PUBLIC, frozenset(), "publication", is_wide=True, marks=_ICC, is_outside=True
        ),
        Profile(NARROWEST, Confidentiality.PUBLIC, frozenset(), "publication", is_wide=True, is_outside=True),
    )
}
