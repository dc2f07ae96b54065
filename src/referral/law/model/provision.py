"""A provision: its number, its editions, its sanctions, and the elements that must be shown."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, StringConstraints, model_validator

from referral.law.model.base import (
    OWN,
    Claim,
    Dated,
    Day,
    Entry,
    Flag,
    Forms,
    Language,
    LawId,
    NumberPart,
    StateCode,
    Status,
    Texts,
    Words,
)
from referral.law.model.limbs import Choice, Limb


class ProvisionKind(StrEnum):
    """`item`: one of several things that a rule lists; `note`: a footnote or introduction that explains others."""

    OFFENCE = "offence"
    RULE = "rule"
    PROCEDURE = "procedure"
    LIABILITY = "liability"
    ITEM = "item"
    NOTE = "note"


class ElementKind(StrEnum):
    CONDUCT = "conduct"
    CONSEQUENCE = "consequence"
    CIRCUMSTANCE = "circumstance"
    MENTAL = "mental"
    CONTEXT = "context"
    LIABILITY = "liability"
    JURISDICTIONAL = "jurisdictional"
    ADMISSIBILITY = "admissibility"


class Translation(StrEnum):
    """Who translated a wording that is not in a language of the instrument: we, or a publisher named as its source."""

    OWN = "own"
    PUBLISHED = "published"


class ProvisionText(Dated):
    """One edition of a wording (or of an official title) in one language. Uncertain wording stays null."""

    lang: Language
    text: Words | None = None
    translation: Translation | None = None


class Sanction(Dated):
    """One edition of a sanction, in years of deprivation of liberty."""

    min_years: int | None = Field(None, ge=0)
    max_years: int | None = Field(None, ge=0)
    life: Flag = False


class Number(Entry):
    """The number that the instrument itself gives; our own subdivisions have none."""

    article: NumberPart | None = None
    part: NumberPart | None = None
    point: NumberPart | None = None
    subpoint: NumberPart | None = None
    paragraph: NumberPart | None = None
    footnote: NumberPart | None = None

    @model_validator(mode="after")
    def _is_not_empty(self) -> "Number":
        if not self.parts:
            raise ValueError("give at least one of article, part, point, subpoint, paragraph, footnote")
        return self

    @property
    def parts(self) -> dict[str, str]:
        """What is given, from the largest to the smallest."""
        return {name: value for name in LEVELS if (value := getattr(self, name)) is not None}

    @property
    def level(self) -> str:
        """The smallest part given."""
        return list(self.parts)[-1]


LEVELS = tuple(Number.model_fields)


class Breach(Entry):
    """A rule that is usually named together with an offence, and the facts without which it must not be."""

    provision: LawId
    when: Texts = Field({})


class DoubtfulBreach(Entry):
    """Rules that a charge names together, or alone, and that a lawyer would then look at again; our own aid, no law."""

    rules: tuple[LawId, ...] = Field(min_length=1, description="provisions or instruments, all of them named")
    unless: tuple[LawId, ...] = Field((), description="no doubt if one of these is named as well")
    alone: Flag = Field(False, description="in doubt only if nothing else is named")
    unless_told: dict[str, tuple[str, ...]] = Field(
        {}, description="by language: no doubt if a fact of an incident of the charge holds one of these stems"
    )
    why: Texts


class Blanket(Entry):
    """An offence that is complete only with a rule of another instrument: a charge must name the rule it breaches."""

    bound: tuple[StateCode, ...] = Field((), description="States that the rule must bind on the days of the charge")


class Breakdown(Claim):
    """How the elements of a provision came about: adopted by an authority, or our `own`."""

    authority: LawId = Field(description="an authority of the instrument, or `own`")
    own_translation: Flag = Field(False, description="the labels of the elements are our own translation")


class Named(StrEnum):
    """What a provision wants named in a charge: a key of the charge."""

    PERSON = "person"
    ACTED_WITH = "acted_with"
    ORDERS = "orders"


class Element(Claim):
    """One thing that must be shown. `text` is the wording of the authority, `label` our own words beside it."""

    id: LawId
    number: Annotated[NumberPart, StringConstraints(pattern=r"^[1-9][0-9]*(\.[a-z])?$")]
    kinds: tuple[ElementKind, ...] = Field(min_length=1)
    text: Texts = Field(min_length=1)
    label: Texts = Field({})
    mental_note: Texts = Field({}, description="which mental element belongs to it")
    footnotes: tuple[LawId, ...] = ()
    alternatives_group: Words | None = Field(None, description="of elements in one group, one suffices")
    choices: tuple[Choice, ...] = Field((), description="alternatives within this element; of each choice one suffices")
    means_of_proof: tuple[LawId, ...] = ()
    per_accused: Flag = Field(False, description="must be shown for each accused anew")
    authority: LawId = Field(OWN, description="left out, that of the breakdown")
    own_translation: Flag = Field(False, description="left out, that of the breakdown")

    @property
    def is_official(self) -> bool:
        """True if an authority adopted it, false if the breakdown is our own."""
        return self.authority != OWN

    @property
    def limbs(self) -> tuple[Limb, ...]:
        """Every alternative within it, choice by choice."""
        return tuple(limb for choice in self.choices for limb in choice.limbs)


_CLAIM = tuple(Claim.model_fields)[:3]
_BREAKDOWN = (*_CLAIM, "authority", "own_translation")


class Provision(Claim):
    """An article, a part of one, or our own subdivision of it. `status` tells how well number and title are known."""

    id: LawId
    status: Status
    parent: LawId | None = None
    kind: ProvisionKind
    number: Number
    title: Texts = Field({}, description="a short name; our own words where the instrument gives none")
    titles: tuple[ProvisionText, ...] = Field((), description="official titles, by edition")
    since: Day | None = Field(None, description="in force since; left out: as long as the instrument")
    until: Day | None = Field(None, description="the last day in force")
    cite: dict[Language, Forms] = Field({}, description="citations that do not follow the instrument's patterns")
    texts: tuple[ProvisionText, ...] = ()
    sanctions: tuple[Sanction, ...] = ()
    breakdown: Breakdown | None = Field(None, description="how the elements came about")
    elements: tuple[Element, ...] = ()
    blanket: Blanket | None = Field(
        None, description="a charge must name the rule breached, one of `breaches` or another"
    )
    breaches: tuple[Breach, ...] = ()
    doubtful_breaches: tuple[DoubtfulBreach, ...] = ()
    any_of: Flag = Field(False, description="of the offences below it, its forms, one suffices")
    charge_names: tuple[Named, ...] = Field((), description="keys that a charge under it must give")
    joint_needs_group: Flag = Field(False, description="of a mode: who acts so with others is charged with a group too")
    needs_one_of: tuple[LawId, ...] = Field((), description="charged only beside one of these, for it is tied to them")
    notes: tuple[Words, ...] = Field((), description="our own remarks, never law")

    @property
    def breakdown_id(self) -> str:
        """Under which its breakdown is listed and shown."""
        return f"{self.id}/breakdown"

    @model_validator(mode="before")
    @classmethod
    def _hand_down(cls, data: Any) -> Any:
        """Editions take status and source from the provision, elements from the breakdown, or give their own status."""
        if not isinstance(data, dict):
            return data
        handed = {name: _claims(data[name], data, _CLAIM) for name in ("texts", "titles", "sanctions") if name in data}
        if "elements" in data:
            handed["elements"] = _claims(data["elements"], data.get("breakdown"), _BREAKDOWN)
        return {**data, **handed}


def _claims(entries: Any, above: Any, names: tuple[str, ...]) -> Any:
    """An entry with a status of its own takes nothing: a status and the sources of another would make a false claim."""
    if not isinstance(entries, list):
        return entries
    return [e if isinstance(e, dict) and "status" in e else _with(e, above, names) for e in entries]


def _with(entry: Any, above: Any, names: tuple[str, ...]) -> Any:
    """The entry filled up with what it does not say itself. Raw data: shapes are judged later."""
    if not isinstance(above, dict) or not isinstance(entry, dict):
        return entry
    return {**{name: above[name] for name in names if name in above}, **entry}
