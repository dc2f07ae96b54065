"""A question that a lawyer must answer about a case: of an item, of a charge, or once for all charges of a forum.

When it arises is data, in words of a closed vocabulary. What a word means in a case is told in `coverage`; here is only
of what it may be said.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

from pydantic import Field

from referral.law.model.base import LawId, StateCode
from referral.law.model.instrument import Forum
from referral.law.model.remark import Remark


class Screen(StrEnum):
    """The list to which a question belongs, in the order of a report."""

    ADMISSIBILITY = "admissibility"
    JURISDICTION = "jurisdiction"
    CONTEXT = "context"
    COMPLEMENTARITY = "complementarity"
    IMMUNITIES = "immunities"
    GRAVITY = "gravity"
    INTERESTS_OF_JUSTICE = "interests_of_justice"
    PROTECTION = "protection"


class AskedOf(StrEnum):
    """Of what it is asked. `case`: once, and every charge that it concerns reads the answer."""

    ITEM = "item"
    CHARGE = "charge"
    CASE = "case"


class Favourable(StrEnum):
    """The answer that raises no concern."""

    YES = "yes"
    NO = "no"


class Condition(StrEnum):
    """What must be so for a question to arise: a statement about an item, a charge, or the case."""

    # of an item
    TESTIMONY = "testimony"
    INTERROGATION = "interrogation"
    NOT_ON_VIDEO = "not_on_video"
    INFORMAL_ACCOUNT = "informal_account"
    TOLD_BEFORE = "told_before"
    PARTY_INTERVIEW = "party_interview"
    IN_CUSTODY = "in_custody"
    WITNESS_IS_SUSPECT = "witness_is_suspect"
    NAMED_HEARSAY = "named_hearsay"
    ANONYMOUS_HEARSAY = "anonymous_hearsay"
    CAPTURE = "capture"
    CAPTURE_INCOMPLETE = "capture_incomplete"
    CAPTURE_UNVERIFIED = "capture_unverified"
    RECORDING = "recording"
    COPY = "copy"
    ORIGINAL_NOT_STATED = "original_not_stated"
    TRANSLATION = "translation"
    NO_DIGEST = "no_digest"
    NO_CUSTODY = "no_custody"
    NO_PROCEDURAL_ACTION = "no_procedural_action"
    FROM_OCCUPYING_BODY = "from_occupying_body"
    SHOWS_ACCUSED = "shows_accused"
    # of a charge
    ACCUSED_IS_PERSON = "accused_is_person"
    ACCUSED_IS_UNKNOWN = "accused_is_unknown"
    ACCUSED_IS_NATIONAL = "accused_is_national"
    ACCUSED_HOLDS_POST = "accused_holds_post"
    ACCUSED_WAS_TRIED = "accused_was_tried"
    FINALITY_NOT_SHOWN = "finality_not_shown"
    HAS_PROCEEDINGS = "has_proceedings"
    IN_PROCEEDING = "in_proceeding"
    VICTIMS_NAMED = "victims_named"
    VICTIMS_NOT_NAMED = "victims_not_named"
    SEVERAL_CITIZENSHIPS = "several_citizenships"
    # of a charge and of the case
    DOUBLE_ROLE = "double_role"


_OF_CHARGE = frozenset(
    {
        Condition.ACCUSED_IS_PERSON,
        Condition.ACCUSED_IS_UNKNOWN,
        Condition.ACCUSED_IS_NATIONAL,
        Condition.ACCUSED_HOLDS_POST,
        Condition.ACCUSED_WAS_TRIED,
        Condition.FINALITY_NOT_SHOWN,
        Condition.HAS_PROCEEDINGS,
        Condition.IN_PROCEEDING,
        Condition.VICTIMS_NAMED,
        Condition.VICTIMS_NOT_NAMED,
        Condition.SEVERAL_CITIZENSHIPS,
        Condition.DOUBLE_ROLE,
    }
)
CONDITIONS: Mapping[AskedOf, frozenset[Condition]] = {
    AskedOf.ITEM: frozenset(Condition) - _OF_CHARGE,
    AskedOf.CHARGE: _OF_CHARGE,
    AskedOf.CASE: frozenset({Condition.DOUBLE_ROLE}),
}


class Question(Remark):
    """A yes-or-no question, in our own words. People answer it in the case; code counts the answers and judges none."""

    forum: Literal[Forum.ICC, Forum.NATIONAL] = Field(description="asked only where a charge of this forum is brought")
    under: tuple[LawId, ...] = Field(
        (), description="instruments or provisions: asked only for charges under one of them; left out: for all"
    )
    screen: Screen
    asked_of: AskedOf = Field(description="admissibility is asked of items, everything else of charges or of the case")
    when: tuple[Condition, ...] = Field((), description="all of which must hold for it to arise; left out: always")
    citizenship: tuple[StateCode, ...] = Field((), description="the States that `accused_is_national` speaks of")
    favourable: Favourable = Field(description="the answer that raises no concern")
