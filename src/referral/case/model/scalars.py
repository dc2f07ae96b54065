"""The scalar types of a case: flags, whole numbers, words, dates, ids, references and terms.

All input arrives as text (see `yaml_reader`), so each type says itself which texts it takes.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, core_schema

from referral.edtf import UncertainDate, parse_edtf
from referral.language_codes import language_code


def _flag(value: object) -> object:
    if value in ("true", "false"):
        return value == "true"
    if isinstance(value, bool):
        return value
    raise ValueError("write true or false")


def _whole_number(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"0|[1-9][0-9]{0,17}", value):
        raise ValueError("write a whole number in digits only")
    return value


def _date(value: object) -> object:
    return parse_edtf(value) if isinstance(value, str) else value


def _bounded(date: UncertainDate) -> UncertainDate:
    """The date, if both its ends are known; ValueError else."""
    if date.earliest is None or date.latest is None:
        raise ValueError(f'"{date}" is open at one end; write a day, or an interval a/b')
    return date


def _nfc(value: object) -> object:
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


# Default_Ignorable_Code_Point of the Unicode Character Database, and the blank of Braille: letters without a shape.
_SHAPELESS = re.compile(
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)


def _visible(value: str) -> str:
    """Marks, spaces and controls need something to stand on."""
    if not any(unicodedata.category(character)[0] in "LNPS" for character in _SHAPELESS.sub("", value)):
        raise ValueError("the text holds nothing that can be seen; write it")
    return value


@dataclass(frozen=True)
class Form:
    """Text of one form; what is refused is told in `words`, because a pattern tells a lawyer nothing."""

    pattern: str
    words: str
    longest: int = 200

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        text = core_schema.str_schema(pattern=self.pattern, max_length=self.longest)
        return core_schema.custom_error_schema(text, custom_error_type="form", custom_error_message=self.words)


Flag = Annotated[bool, BeforeValidator(_flag)]
WholeNumber = Annotated[int, BeforeValidator(_whole_number)]
Words = Annotated[
    str, StringConstraints(min_length=1, strip_whitespace=True), BeforeValidator(_nfc), AfterValidator(_visible)
]
EdtfDate = Annotated[
    UncertainDate,
    BeforeValidator(_date),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "description": "EDTF level 1: 2022, 2022-03-XX, 2022-23, 2014-02-20/.."}),
]
AsAt = Annotated[EdtfDate, AfterValidator(_bounded)]
EntityId = Annotated[
    str, Form(r"^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$", "an id is capital letters, a hyphen and digits, as in EV-0012")
]
LawId = Annotated[
    str,
    Form(
        r"^[a-z][a-z0-9]*([./-][a-z0-9]+)*$", "an id of the law library is as `referral law list --find WORD` shows it"
    ),
]
LanguageCode = Annotated[
    str,
    Form(r"^[a-z]{2,3}$", "a language is its code in small letters, as in uk or en"),
    AfterValidator(language_code),
]
Address = Annotated[str, Form(r"^\S+$", "an address is one word, as in https://example.org/x", 4000)]
FilePath = Annotated[str, Form(r"^[^\x00-\x1f\x7f]+$", "a path is one line, relative to the case folder, with /", 1000)]
LimbName = Annotated[
    str, Form(r"^[a-z]+(-[a-z]+)*$", "a limb is as `referral law show ELEMENT` names it, as in threat")
]
ProfileName = Annotated[str, Form(r"^[a-z0-9]+(-[a-z0-9]+)*$", "a profile is as `referral build --help` names it")]
StateCode = Annotated[str, Form(r"^[A-Z]{2}$", "a State is its code of two capital letters")]


@dataclass(frozen=True)
class Ref:
    """Marks a field as the id of an entity in one of these sections (of any, if none is named)."""

    sections: tuple[str, ...]


_Target = Annotated[str, Form(r"^\S+$", "an id is capital letters, a hyphen and digits, as in EV-0012")]
PersonRef = Annotated[_Target, Ref(("persons",))]
UnitRef = Annotated[_Target, Ref(("units",))]
PlaceRef = Annotated[_Target, Ref(("places",))]
SourceRef = Annotated[_Target, Ref(("sources",))]
EvidenceRef = Annotated[_Target, Ref(("evidence",))]
FactRef = Annotated[_Target, Ref(("facts",))]
IncidentRef = Annotated[_Target, Ref(("incidents",))]
ChargeRef = Annotated[_Target, Ref(("charges",))]
QuantityRef = Annotated[_Target, Ref(("quantities",))]
ProceedingRef = Annotated[_Target, Ref(("proceedings",))]
MappingRef = Annotated[_Target, Ref(("mappings",))]
EntryRef = Annotated[_Target, Ref(())]


@dataclass(frozen=True)
class Term:
    """Marks a field as a term of what the case is about. Which terms there are is data: a section of the word lists."""

    section: str

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(schema), TERMS_KEY: self.section}


TERMS_KEY = "x-terms"  # in a schema as the model makes it; whoever knows the word lists puts their terms in its place
_Term = Annotated[
    str, Form(r"^[a-z][a-z0-9_]*$", "a term is small letters, digits and underscores, beginning with a letter")
]
IncidentType = Annotated[_Term, Term("incident_type")]
Topic = Annotated[_Term, Term("topic")]
Service = Annotated[_Term, Term("service")]
HowAcquired = Annotated[_Term, Term("how_acquired")]
ProceduralSource = Annotated[_Term, Term("procedural_source")]
QuantityCategory = Annotated[_Term, Term("quantity_category")]
PlaceRegister = Annotated[_Term, Term("place_code")]
LeadKind = Annotated[_Term, Term("lead_kind")]
LevelOfResponsibility = Annotated[_Term, Term("responsibility")]
