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
    """

    name: str
    highest: Confidentiality
    named: frozenset[RoleName]
    use: str | None
    is_wide: bool = False

    def may_see(self, level: Confidentiality) -> bool:
        return _LEVELS.index(level) <= _LEVELS.index(self.highest)


INTERNAL = "internal"  # those who draw up the case
_OFFICIALS = frozenset({RoleName.SUSPECT, RoleName.INVESTIGATOR, RoleName.PROSECUTOR})

PROFILES = {
    profile.name: profile
    for profile in (
        Profile(INTERNAL, Confidentiality.SECRET, frozenset(), None),
        Profile("prosecution", Confidentiality.UNDER_SEAL, _OFFICIALS, "national_authorities"),
        Profile("public", Confidentiality.PUBLIC, frozenset(), "publication", is_wide=True),
    )
}
