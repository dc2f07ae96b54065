"""Who receives a document, and what that recipient may see. The table is the whole policy.

Levels follow Regulation 14 of the Regulations of the Registry. A profile that is not in the table does not exist.
"""

from dataclasses import dataclass

from referral.case.model import Confidentiality, RoleName

_LEVELS = tuple(Confidentiality)


@dataclass(frozen=True)
class Profile:
    """`highest`: the most confidential entry shown. `named`: roles whose identity is printed from the vault.

    `use`: the use of an account that the person must have agreed to; None asks for no consent.
    `is_wide`: anyone may come to read it, so that the internal work of its authors is left out.
    `sections`: if any are named, he sees of the case these alone, and no person but those in the roles of `named`.
    `is_for_suspect`: what is made for it is meant for the suspect himself, who is served with it or called by it.
    `located`: if given, of identities he sees the names, and of persons in these roles the residence; else all of it.
    """

    name: str
    highest: Confidentiality
    named: frozenset[RoleName]
    use: str | None
    is_wide: bool = False
    sections: frozenset[str] = frozenset()
    located: frozenset[RoleName] | None = None
    is_for_suspect: bool = False

    def may_see(self, level: Confidentiality) -> bool:
        return _LEVELS.index(level) <= _LEVELS.index(self.highest)


INTERNAL = "internal"  # those who draw up the case
_OFFICIALS = frozenset({RoleName.SUSPECT, RoleName.INVESTIGATOR, RoleName.PROSECUTOR})

PROFILES = {
    profile.name: profile
    for profile in (
        Profile(INTERNAL, Confidentiality.SECRET, frozenset(), None),
        Profile("prosecution", Confidentiality.UNDER_SEAL, _OFFICIALS | {RoleName.COUNSEL}, "national_authorities"),
        Profile(
            "publication",  # what an office makes known to whom it cannot reach: no victim, no witness, no evidence
            Confidentiality.PUBLIC,
            _OFFICIALS,
            "publication",
            is_wide=True,
            sections=frozenset({"proceedings", "persons", "postings"}),
            located=frozenset({RoleName.SUSPECT}),
            is_for_suspect=True,
        ),
        Profile("public", Confidentiality.PUBLIC, frozenset(), "publication", is_wide=True),
    )
}
