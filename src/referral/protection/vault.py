"""The vault: identities by person code, in a file of their own, never rendered unless a profile allows it."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from referral.case.model import LocalText, Model
from referral.case.model.scalars import EdtfDate, EntityId, Flag, Form, Words

CodeKey = Annotated[str, Form(r"^[0-9a-f]{64}$", "a key is 64 of the digits 0-9 and a-f: openssl rand -hex 32")]


class NameKind(StrEnum):
    OFFICIAL = "official"
    ALIAS = "alias"
    FOREIGN_DOCUMENT = "foreign_document"


class NameParts(Model):
    """One grammatical form of a name; absent parts are not known."""

    last: Words | None = None
    first: Words | None = None
    patronymic: Words | None = None


class NameForms(Model):
    """The name in the grammatical cases that documents need, confirmed by a person."""

    gen: NameParts | None = None
    dat: NameParts | None = None
    acc: NameParts | None = None
    ins: NameParts | None = None
    loc: NameParts | None = None


class Name(NameParts):
    """One name as one document spells it."""

    script: Words | None = None
    kind: NameKind = NameKind.OFFICIAL
    no_patronymic: Flag = Field(False, description="the person has none, as in many countries")
    forms: NameForms = NameForms()
    latin: NameParts | None = Field(
        None, description="the Latin spelling of a paper, before that of the official table"
    )


class IdentityPaper(Model):
    kind: Words
    number: Words
    issued_by: LocalText | None = None


class Relative(Model):
    relation: Words
    name: Words


class Identity(Model):
    """Everything that would tell who a person is. All of it is optional: what is absent prints as a placeholder."""

    person: EntityId
    names: list[Name] = []
    birth_date: EdtfDate | None = None
    birth_place: LocalText | None = None
    birth_place_gen: Words | None = Field(None, description="place of birth in the genitive, case's language")
    residence: LocalText | None = None
    residence_unknown: Flag = Field(False, description="looked for and not found; `residence` is then the last known")
    documents: list[IdentityPaper] = []
    contacts: list[Words] = []
    family: list[Relative] = []


class Vault(Model):
    schema_version: Literal["1"] = "1"
    identities: list[Identity] = []
    code_key: CodeKey | None = Field(
        None, description="64 digits that nobody else knows; recipients’ codes come from it"
    )


KEYS = frozenset(
    name
    for model in (Vault, Identity, Name, NameForms, NameParts, IdentityPaper, Relative)
    for name in model.model_fields
)
