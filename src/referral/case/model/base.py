"""What every entity of a case is made of: text per language, what all entries have, citations with their locators."""

import re
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, GetJsonSchemaHandler, RootModel, model_validator
from pydantic_core import CoreSchema, PydanticCustomError

from referral.case.model.scalars import EntityId, EvidenceRef, Flag, Form, SourceRef, Words
from referral.language_codes import language_code


class Model(BaseModel):
    """Frozen, and no key that is not in the manual."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


def _language(value: str) -> str:
    return language_code(value) if value else value


_Language = Annotated[
    str,
    Form(r"^([a-z]{2,3})?$", "a language is its code in small letters, as in uk or en"),
    AfterValidator(_language),
]


class LocalText(RootModel[Annotated[dict[_Language, Words], Field(min_length=1)]]):
    """Words in one or more languages. Written plain (in the case's language) or as `{uk: …, en: …}`.

    Plain words stand under the empty key until the case's language is known.
    """

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _take_plain_words(cls, value: object) -> object:
        if isinstance(value, str):
            return {"": value}
        if not isinstance(value, dict):
            raise PydanticCustomError("words_type", "text is expected")
        return value

    @property
    def by_lang(self) -> dict[str, str]:
        return self.root

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        words = {"type": "string", "minLength": 1}
        per_language = {"type": "object", "propertyNames": {"pattern": "^[a-z]{2,3}$"}, "additionalProperties": words}
        return {"anyOf": [words, per_language], "description": "plain text, or one text per language"}


class Status(StrEnum):
    """How far an entry is settled; `conflict`: what it rests on disagrees; `work_needed`: it lacks something.

    `withdrawn` entries are kept, listed and counted nowhere.
    """

    DRAFT = "draft"
    ACCEPTED = "accepted"
    CONFLICT = "conflict"
    WORK_NEEDED = "work_needed"
    WITHDRAWN = "withdrawn"


class Confidentiality(StrEnum):
    """How few may know of an entry; the most open level first."""

    PUBLIC = "public"
    CONFIDENTIAL = "confidential"
    CONFIDENTIAL_EX_PARTE = "confidential_ex_parte"
    UNDER_SEAL = "under_seal"
    SECRET = "secret"


class Entity(Model):
    """What every entry of a case has."""

    id: EntityId = Field(description="the code by which others name it, as EV-0012; never used twice")
    status: Status = Field(Status.ACCEPTED, description="how far the entry is settled")
    confidentiality: Confidentiality = Field(Confidentiality.PUBLIC, description="how few may know of it")
    invented: Flag = Field(False, description="made up for a demonstration; printed as such; never mixed with real")
    note: LocalText | None = Field(None, description="a remark printed with the entry")

    @property
    def is_withdrawn(self) -> bool:
        return self.status is Status.WITHDRAWN


class LocatorType(StrEnum):
    """How places are counted; `clip`: a stretch of a recording, `frame`: one picture of it, `cell`: of a table."""

    PAGE = "page"
    PARAGRAPH = "paragraph"
    LINE = "line"
    CLIP = "clip"
    FRAME = "frame"
    CELL = "cell"
    SHEET = "sheet"
    ARCHIVE = "archive"


class Locator(Model):
    """The place inside an evidence item. `archive` means the item as a whole and takes no value."""

    type: LocatorType = Field(description="how places in the item are counted")
    value: Words | None = Field(None, description="the place: 4, 13-15, 00:02:10")

    @model_validator(mode="after")
    def _has_value(self) -> "Locator":
        if (self.value is None) != (self.type is LocatorType.ARCHIVE):
            raise ValueError("give the value (page 4, line 13 …); only the type archive stands without one")
        return self

    @model_validator(mode="after")
    def _can_be_found(self) -> "Locator":
        """Leaves are counted in many ways («12 зв.», 145–7), but never from nought, and never backwards."""
        if self.value and self.type in _COUNTED:
            numbers = [int(number) for number in _NUMBER.findall(self.value)]
            backwards = [
                pair for pair in _RANGE.findall(self.value) if len(pair[0]) == len(pair[1]) and pair[0] > pair[1]
            ]
            if _MINUS.match(self.value) or 0 in numbers or backwards:
                raise ValueError(f"there is no {self.type.value} {self.value}; they are counted from 1, and forwards")
        return self


_COUNTED = frozenset({LocatorType.PAGE, LocatorType.PARAGRAPH, LocatorType.LINE})
_NUMBER = re.compile(r"(?<![0-9A-Za-z.])[0-9]{1,18}(?![0-9A-Za-z.])")
_RANGE = re.compile(r"(?<![0-9A-Za-z.])([0-9]{1,18}) ?[-–] ?([0-9]{1,18})(?![0-9A-Za-z.])")
_MINUS = re.compile("[-−–]")


class Citation(Model):
    """Evidence item + locator. `speaker` is the source whose words the item relays there, if it is not its own."""

    evidence: EvidenceRef = Field(description="the evidence item")
    locator: Locator = Field(description="the place in it")
    speaker: SourceRef | None = Field(None, description="whose words the item passes on there, if not its own")
    quote: LocalText | None = Field(None, description="short, in the original language")
