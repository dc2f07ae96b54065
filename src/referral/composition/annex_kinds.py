"""The annexes that a kind of document has: letter, title, and how confidential each is for whom."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from referral.case.model import Confidentiality
from referral.composition.known_names import KnownProfile
from referral.protection.profiles import PROFILES, higher

Levels = dict[KnownProfile, Confidentiality]


def beyond_profile(levels: dict[str, Confidentiality]) -> str | None:
    """What is wrong with levels by profile: one that its recipient may not see; None if nothing is."""
    for profile, level in levels.items():
        if not PROFILES[profile].may_see(level):
            highest = PROFILES[profile].highest.value
            return f"“{level.value}” is beyond the profile “{profile}”, which sees no more than “{highest}”"
    return None


class AnnexKind(BaseModel):
    """One annex of a kind of document. A recipient whose profile has no level here does not get it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, StringConstraints(pattern="^[A-Z]{1,2}$")] = Field(description="its letter")
    title: dict[str, str] = Field(description="by language")
    level: Levels = Field(
        min_length=1, description="its confidentiality by profile; what is printed in it may raise it"
    )

    @model_validator(mode="after")
    def _can_be_read(self) -> "AnnexKind":
        if wrong := beyond_profile(self.level):
            raise ValueError(wrong)
        return self

    @property
    def lowest(self) -> Confidentiality:
        """How confidential it is where it is least so: what those are told who do not get it."""
        return min(self.level.values(), key=higher)
