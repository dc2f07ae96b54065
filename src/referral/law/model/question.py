"""A question that a lawyer must answer about a case: of an item, of a charge, or once for all charges of a forum.

When it arises is data, in words of a closed vocabulary. What a word means in a case is told in `coverage`; here is only
of what it may be said.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

from pydantic import Field

from referral.law.model.base import Day, Entry, LawId, StateCode, Words
from referral.law.model.instrument import Forum
from referral.law.model.remark import Remark


class Screen(StrEnum):
    """The list to which a question belongs, in the order of a report."""

    ADMISSIBILITY = "admissibility"
    JURISDICTION = "jurisdiction"
    CONTEXT = "context"
    CHARGING = "charging"
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
    VICTIM_NOT_NATIONAL = "victim_not_national"
    VICTIM_OF_UNKNOWN_CITIZENSHIP = "victim_of_unknown_citizenship"
    CITIZENSHIP_SO_ACQUIRED = "citizenship_so_acquired"
    CITIZENSHIP_UNDATED = "citizenship_undated"
    CITIZENSHIP_BEFORE_OCCUPATION = "citizenship_before_occupation"
    VICTIM_SERVES = "victim_serves"
    VICTIM_IS_MINOR = "victim_is_minor"
    VICTIM_NOT_SPOKEN_OF = "victim_not_spoken_of"
    INCIDENT_OF_KIND = "incident_of_kind"
    INCIDENT_SPEAKS_OF = "incident_speaks_of"
    INCIDENT_IN_SERVICE = "incident_in_service"
    INCIDENT_THERE_BEFORE = "incident_there_before"
    INCIDENT_BEFORE_OCCUPATION = "incident_before_occupation"
    CHARGED_BESIDE = "charged_beside"
    NOTHING_CHARGED_BESIDE = "nothing_charged_beside"
    ELEMENT_UNSUPPORTED = "element_unsupported"
    NO_RULE_NAMED = "no_rule_named"
    # of a charge and of the case
    DOUBLE_ROLE = "double_role"
    # of the case
    CAPTIVE_AGREED = "captive_agreed"
    NUMBER_OF_UNSAID_SERVICE = "number_of_unsaid_service"


_IN_ORDER = tuple(Condition)  # as they stand above, by what they may be said of
_FIRST_OF_CHARGE, _FIRST_OF_BOTH = map(_IN_ORDER.index, (Condition.ACCUSED_IS_PERSON, Condition.DOUBLE_ROLE))
CONDITIONS: Mapping[AskedOf, frozenset[Condition]] = {
    AskedOf.ITEM: frozenset(_IN_ORDER[:_FIRST_OF_CHARGE]),
    AskedOf.CHARGE: frozenset(_IN_ORDER[_FIRST_OF_CHARGE : _FIRST_OF_BOTH + 1]),
    AskedOf.CASE: frozenset(_IN_ORDER[_FIRST_OF_BOTH:]),
}

# What each condition reads of `sought`; of several it takes whichever are given.
READS: Mapping[Condition, frozenset[str]] = {
    Condition.CITIZENSHIP_SO_ACQUIRED: frozenset({"acquired"}),
    Condition.CITIZENSHIP_UNDATED: frozenset({"acquired"}),
    Condition.CITIZENSHIP_BEFORE_OCCUPATION: frozenset({"acquired"}),
    Condition.VICTIM_SERVES: frozenset({"service"}),
    Condition.VICTIM_NOT_SPOKEN_OF: frozenset({"elements"}),
    Condition.INCIDENT_OF_KIND: frozenset({"incidents"}),
    Condition.INCIDENT_SPEAKS_OF: frozenset({"words"}),
    Condition.INCIDENT_IN_SERVICE: frozenset({"incidents", "topics", "earlier"}),
    Condition.INCIDENT_THERE_BEFORE: frozenset({"places", "until"}),
    Condition.CHARGED_BESIDE: frozenset({"beside"}),
    Condition.NOTHING_CHARGED_BESIDE: frozenset({"beside"}),
    Condition.ELEMENT_UNSUPPORTED: frozenset({"elements"}),
    Condition.NO_RULE_NAMED: frozenset({"rules"}),
    Condition.NUMBER_OF_UNSAID_SERVICE: frozenset({"counted", "service"}),
}
OF_CITIZENS = frozenset(
    {
        Condition.ACCUSED_IS_NATIONAL,
        Condition.VICTIM_NOT_NATIONAL,
        Condition.CITIZENSHIP_SO_ACQUIRED,
        Condition.CITIZENSHIP_UNDATED,
        Condition.CITIZENSHIP_BEFORE_OCCUPATION,
    }
)


class Sought(Entry):
    """What conditions look for in a case: its words from the word lists of the templates, and ids of this library."""

    acquired: tuple[Words, ...] = Field((), description="ways to a citizenship")
    service: tuple[Words, ...] = Field((), description="kinds of service")
    incidents: tuple[Words, ...] = Field((), description="types of incidents")
    earlier: tuple[Words, ...] = Field((), description="types of an earlier incident with the same victim")
    topics: tuple[Words, ...] = Field((), description="topics of a fact told under the incident")
    counted: tuple[Words, ...] = Field((), description="what a number counts")
    words: tuple[Words, ...] = Field((), description="beginnings of words in a title or a fact of an incident")
    places: tuple[Words, ...] = Field((), description="a part of the name of a place, or how a code of it begins")
    until: Day | None = Field(None, description="the day before which it must have happened")
    elements: tuple[LawId, ...] = Field((), description="elements; of those the charge does not have, nothing is said")
    beside: tuple[LawId, ...] = Field((), description="provisions, or what they are part of, of another charge")
    rules: tuple[LawId, ...] = Field((), description="rules that a charge may name as breached")


class Question(Remark):
    """A yes-or-no question, in our own words. People answer it in the case; code counts the answers and judges none."""

    forum: Literal[Forum.ICC, Forum.NATIONAL] = Field(description="asked only where a charge of this forum is brought")
    under: tuple[LawId, ...] = Field(
        (), description="instruments or provisions: asked only for charges under one of them; left out: for all"
    )
    screen: Screen
    asked_of: AskedOf = Field(description="admissibility is asked of items, everything else of charges or of the case")
    when: tuple[Condition, ...] = Field((), description="all of which must hold for it to arise; left out: always")
    citizenship: tuple[StateCode, ...] = Field((), description="the States of which conditions on citizenship speak")
    sought: Sought = Field(Sought(), description="what else the conditions look for")
    pitfall: LawId | None = Field(None, description="the pitfall that a case shows in which this question arises")
    favourable: Favourable = Field(description="the answer that raises no concern")
