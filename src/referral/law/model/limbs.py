"""Alternatives within one element: what an act may have been done by or for, where the element itself says «or»."""

from typing import Annotated

from pydantic import Field, StringConstraints

from referral.law.model.base import Entry, Texts

LimbId = Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$")]


class Limb(Entry):
    """One of the alternatives of a choice. `label` is our own words and never shown as a quotation."""

    id: LimbId = Field(description="by which a mapping names it; given once in the element")
    label: Texts = Field(min_length=1, description="our own words for it, in each language of the file")
    words: Texts = Field({}, description="where the wording of the element has words for it, these, letter by letter")


class Choice(Entry):
    """Alternatives of which one suffices. An element with two choices needs one of each."""

    id: LimbId = Field(description="by which reports name it; given once in the element")
    limbs: tuple[Limb, ...] = Field(min_length=1, json_schema_extra={"minItems": 2})
