"""What codes of registers look like; by register this is data."""

import re

from pydantic import BaseModel, ConfigDict


class CodeForm(BaseModel):
    """What a code of a register of places looks like: as a pattern, and in words for whoever mistyped one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    pattern: re.Pattern[str]
    words: str
