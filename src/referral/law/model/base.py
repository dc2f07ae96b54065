"""The small types a law file is made of: days, text per language, ids, how well something is known, and from when.

All input arrives as text (see `yaml_reader`), so each type says itself which texts it takes.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema

from referral.edtf import parse_edtf
from referral.language_codes import language_code

RECALLED = "recalled"  # the source of what its authors know and did not read
OWN = "own"  # the source of our own words, and the authority of a breakdown that no one adopted
UNREAD = (RECALLED, OWN)


def _day(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise ValueError(f'"{value}" is not a day; write it as 2024-10-24')
    return date.fromisoformat(value)


def _flag(value: object) -> object:
    if isinstance(value, str) and value not in ("true", "false"):
        raise ValueError("write true or false")
    return value


def _as_at(value: object) -> object:
    if not isinstance(value, str):
        return value
    day = parse_edtf(value)
    if day.earliest is None or day.latest is None:
        raise ValueError("say when it was last checked: a day, a month or a year")
    return day.text


def _nfc(value: object) -> object:
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


Day = Annotated[date, BeforeValidator(_day)]
Flag = Annotated[bool, BeforeValidator(_flag)]
AsAt = Annotated[str, BeforeValidator(_as_at)]
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), BeforeValidator(_nfc)]
NumberPart = Annotated[Words, WithJsonSchema({"type": ["string", "integer"]})]  # editors read a bare 8 as a number
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$"), AfterValidator(language_code)]
LawId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*([./-][a-z0-9]+)*$")]
SourceId = Annotated[str, StringConstraints(pattern=rf"^([A-Z]+[0-9]+|{RECALLED}|{OWN})$")]
Address = Annotated[str, StringConstraints(pattern=r"^https?://\S+$")]
StateCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]  # ISO 3166-1
FormName = Annotated[str, StringConstraints(pattern=r"^[a-z]+$")]
Texts = dict[Language, Words]
Forms = dict[FormName, Words]


def in_language(texts: Mapping[str, str], lang: str) -> str:
    """The text of a language, else the first that there is; empty if there is none."""
    return texts.get(lang) or next(iter(texts.values()), "")


class Status(StrEnum):
    """How well something is known. `working` is our own aid, shown as such and never cited as law."""

    VERIFIED = "verified"
    KNOWN = "known"
    UNCERTAIN = "uncertain"
    WORKING = "working"


class Entry(BaseModel):
    """Frozen, and no key that is not in the manual."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Claim(Entry):
    """Something said about the law: how well it is known, where it was read, and when it was last checked."""

    status: Status = Field(
        Status.UNCERTAIN, description="how well it is known; left out, it is that of the entry above"
    )
    secondary: Flag = Field(False, description="read in a secondary source only; then the status is `known` at best")
    source: tuple[SourceId, ...] = Field(
        (), description="the sources it was read in; left out, `own` of what is working, `recalled` of other things"
    )
    as_at: AsAt = Field("", description="when it was last checked; left out, that of what it belongs to")
    note: Words | None = Field(None, description="what a reader must know before relying on it")


class Dated(Claim):
    """Something that holds from one day to another, both included."""

    since: Day | None = Field(None, description="first day; left out: since the provision is in force")
    until: Day | None = Field(None, description="last day; left out: still in force")
    act: Texts = Field({}, description="the act that made this edition")

    def covers(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)
