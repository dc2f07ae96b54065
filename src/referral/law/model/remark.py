"""What every entry of a companion file is made of that speaks about provisions or elements."""

from pydantic import Field

from referral.law.model.base import Claim, LawId, Status, Texts


class Remark(Claim):
    """An entry of a companion file: its own status, and the provisions or elements that it is about."""

    id: LawId
    status: Status
    text: Texts = Field(min_length=1)
    about: tuple[LawId, ...] = Field((), description="provisions or elements; of a provision, all its elements too")
