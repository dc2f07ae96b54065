"""Why a report shows no charge: nobody has written one, or its recipient may see none of them."""

from dataclasses import dataclass
from enum import StrEnum

from referral.protection.view import View


class WhyNone(StrEnum):
    NONE_WRITTEN = "none_written"
    WITHHELD = "withheld"


@dataclass(frozen=True)
class NoCharge:
    """`withheld` counts the charges that the recipient may not see."""

    why: WhyNone
    profile: str
    withheld: int

    @property
    def in_words(self) -> str:
        """For the terminal, in one sentence."""
        if self.why is WhyNone.NONE_WRITTEN:
            return "no charge is written yet; see `charges` in case.yaml"
        count = "the only charge" if self.withheld == 1 else f"all {self.withheld} charges"
        return f"{count} of the case may not be seen by the profile {self.profile}; those who draw up the case see them"


def no_charge(view: View) -> NoCharge | None:
    """None where there is a charge to show."""
    if view.coverage.charges:
        return None
    withheld = view.withheld.get("charges", 0)
    return NoCharge(WhyNone.WITHHELD if withheld else WhyNone.NONE_WRITTEN, view.profile.name, withheld)
