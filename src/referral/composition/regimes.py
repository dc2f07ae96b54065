"""Regimes of redaction: the codes that a court wants where its own material is not shown. All of it is data."""

import re
from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, model_validator

from referral.protection.redaction import RedactionClass


class Regime(BaseModel):
    """`material`: what the numbers look like that it gives to items; `codes`: the code of each class."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    material: re.Pattern[str]
    codes: Mapping[RedactionClass, str]

    @model_validator(mode="after")
    def _knows_every_class(self) -> "Regime":
        lacking = [kind.value for kind in RedactionClass if kind not in self.codes]
        if lacking:
            raise ValueError(f"it has no code for {', '.join(lacking)}; every class needs one")
        return self
