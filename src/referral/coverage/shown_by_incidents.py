"""What incidents show by themselves: their kind, words and topics, their place and day, what the victim went through.

Which kind, word or place is meant is told by the question.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache

from referral.case.model import Incident, Place
from referral.coverage.circumstances import Circumstances
from referral.law.model import Condition, Question


def occupied_since(place: str, about: Circumstances) -> date | None:
    """The first day that any authority gives for a place, or for what it lies in."""
    days = (period.start.earliest for period in about.periods_at(place) if period.start)
    return min((day for day in days if day), default=None)


def _is_of_kind(incident: Incident, about: Circumstances, question: Question) -> bool:
    return incident.type in question.sought.incidents


def _speaks_of(incident: Incident, about: Circumstances, question: Question) -> bool:
    texts = (incident.title, *(fact.text for fact in about.facts_under(incident)))
    sought = _beginnings(question.sought.words)
    return any(sought.search(words) for text in texts for words in text.by_lang.values())


@cache
def _beginnings(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})", re.IGNORECASE)


def _is_in_service(incident: Incident, about: Circumstances, question: Question) -> bool:
    """Of a kind that belongs to service, told as a part of it, or after what brought a victim there."""
    told_so = any(topic in question.sought.topics for fact in about.facts_under(incident) for topic in fact.topics)
    others = (other for victim in incident.victims for other in about.incidents_with(victim))
    earlier = (other for other in others if other.type in question.sought.earlier and _begins_before(other, incident))
    return _is_of_kind(incident, about, question) or told_so or any(True for _ in earlier)


def _first_day(incident: Incident) -> date | None:
    return incident.date.earliest if incident.date else None


def _begins_before(one: Incident, other: Incident) -> bool:
    first, second = _first_day(one), _first_day(other)
    return first is not None and second is not None and first < second


def _was_there_before(incident: Incident, about: Circumstances, question: Question) -> bool:
    """In a place sought and not certainly on the day sought or later."""
    begins, until = _first_day(incident), question.sought.until
    if until is not None and begins is not None and begins >= until:
        return False
    return any(_is_sought(place, question) for code in incident.places for place in about.places_around(code))


def _is_sought(place: Place, question: Question) -> bool:
    names = [words for name in (place.name, *place.aliases) for words in name.by_lang.values()]
    coded = any(code.value.startswith(part) for code in place.codes for part in question.sought.places)
    return coded or any(part.lower() in name.lower() for name in names for part in question.sought.places)


def _is_before_occupation(incident: Incident, about: Circumstances, question: Question) -> bool:
    """Whether it may have begun before the day that any authority gives for one of its places."""
    begins = _first_day(incident)
    starts = [day for code in incident.places if (day := occupied_since(code, about))]
    return incident.date is not None and any(begins is None or begins < start for start in starts)


OF_INCIDENT: Mapping[Condition, Callable[[Incident, Circumstances, Question], bool]] = {
    Condition.INCIDENT_OF_KIND: _is_of_kind,
    Condition.INCIDENT_SPEAKS_OF: _speaks_of,
    Condition.INCIDENT_IN_SERVICE: _is_in_service,
    Condition.INCIDENT_THERE_BEFORE: _was_there_before,
    Condition.INCIDENT_BEFORE_OCCUPATION: _is_before_occupation,
}
