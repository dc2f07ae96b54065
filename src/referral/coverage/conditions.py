"""What the conditions of questions mean in a case: a small statement about an item, a charge or the case for each word.

The words stand in the law library (`law.model.Condition`). Nothing here knows what a case is about: which State or
which statute is meant is told by the question.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from referral.case.model import Case, Charge, Entity, EvidenceItem, EvidenceKind, Person, Proceeding
from referral.case.model.evidence import AccountKind, FileRole, OriginalOrCopy, SourceKind
from referral.case.model.facts import Knowledge
from referral.case.model.proceedings import Finality, ProceedingKind
from referral.case.naming import ACCUSED_ROLES, PROTECTED_ROLES
from referral.case.voices import is_at_risk
from referral.law.model import Condition, Question

_RECORDINGS = frozenset({EvidenceKind.PHOTO, EvidenceKind.VIDEO, EvidenceKind.AUDIO, EvidenceKind.INTERCEPT})
_BEFORE_STATES = frozenset({ProceedingKind.PRE_TRIAL, ProceedingKind.COURT, ProceedingKind.FOREIGN})
_INFORMAL = frozenset({AccountKind.FIRST_ACCOUNT, AccountKind.STATEMENT, AccountKind.INTERVIEW_RECORD})


class Circumstances:
    """What the conditions ask a case for, found once. What is `gone` (see `in_force`) counts for nothing."""

    def __init__(self, case: Case, gone: frozenset[str]) -> None:
        self._case, self._gone = case, gone
        self.persons = {p.id: p for p in case.persons if p.id not in gone}
        self.sources = {s.id: s for s in case.sources if s.id not in gone}

    @cached_property
    def knowledge(self) -> Mapping[str, set[Knowledge]]:
        """How what rests on an item is known, by item: as the facts that cite it say, and its own mappings."""
        found: dict[str, set[Knowledge]] = defaultdict(set)
        for fact in self._case.facts:
            for citation in fact.citations if fact.id not in self._gone else ():
                found[citation.evidence].add(fact.knowledge)
        for mapping in self._case.mappings:
            if mapping.evidence and mapping.id not in self._gone:
                found[mapping.evidence].add(mapping.knowledge)
        return found

    @cached_property
    def holders_of_posts(self) -> set[str]:
        return {posting.person for posting in self._case.postings if posting.id not in self._gone}

    @cached_property
    def _victims(self) -> Mapping[str, list[str]]:
        return {i.id: i.victims for i in self._case.incidents if i.id not in self._gone}

    def victims_of(self, charge: Charge) -> Iterator[Person]:
        """The persons harmed in the incidents charged."""
        codes = dict.fromkeys(code for incident in charge.incidents for code in self._victims.get(incident, ()))
        return (self.persons[code] for code in codes if code in self.persons)

    def proceedings_on(self, charge: Charge) -> Iterator[Proceeding]:
        """Proceedings of States against the accused; if he is no known person, those that name nobody."""
        for one in self._case.proceedings:
            meant = charge.person in one.persons if charge.person else not one.persons
            if meant and one.kind in _BEFORE_STATES and one.id not in self._gone and one.invented == charge.invented:
                yield one

    def accused(self, charge: Charge) -> Person | None:
        return self.persons.get(charge.person or "")

    def told_by(self, item: EvidenceItem) -> Person | None:
        """Who gave the account that an item is."""
        source = self.sources.get(item.source)
        code = item.account.person if item.account else source.person if source else None
        return self.persons.get(code or "")

    def everybody(self) -> Iterator[Person]:
        return iter(self.persons.values())


def arises(question: Question, target: Entity | None, about: Circumstances) -> bool:
    """Whether all conditions of a question hold of its target; None stands for the case as a whole."""
    return all(_holds(condition, question, target, about) for condition in question.when)


def _holds(condition: Condition, question: Question, target: Entity | None, about: Circumstances) -> bool:
    if isinstance(target, EvidenceItem):
        return OF_ITEM[condition](target, about)
    if isinstance(target, Charge):
        return OF_CHARGE[condition](target, about, question)
    return OF_CASE[condition](about)


def _is_interview_by_party(item: EvidenceItem, about: Circumstances) -> bool:
    source = about.sources.get(item.source)
    by_party = item.taken_by_party_to_conflict or bool(source and source.party_to_conflict)
    return by_party and bool(item.account or item.interviewee_in_custody)


def _is_capture(item: EvidenceItem, about: Circumstances) -> bool:
    return item.kind is EvidenceKind.DIGITAL_OPEN_SOURCE or bool(item.captures)


def _is_capture_incomplete(item: EvidenceItem, about: Circumstances) -> bool:
    """Address, page source and full page may stand in several captures of one page."""
    found = item.captures
    is_whole = any(c.url for c in found) and any(c.html_source for c in found) and any(c.full_page for c in found)
    return _is_capture(item, about) and not is_whole


def _is_capture_unverified(item: EvidenceItem, about: Circumstances) -> bool:
    return _is_capture(item, about) and not any(capture.content_verified for capture in item.captures)


def _is_translation(item: EvidenceItem, about: Circumstances) -> bool:
    return bool(item.translation_of) or any(file.role is FileRole.TRANSLATION for file in item.files)


def _is_from_occupying_body(item: EvidenceItem, about: Circumstances) -> bool:
    source = about.sources.get(item.source)
    return source is not None and source.kind is SourceKind.OCCUPYING_BODY


def _has_kind_of_account(item: EvidenceItem, *kinds: AccountKind) -> bool:
    return item.account is not None and item.account.kind in kinds


def _has_double_role(person: Person | None) -> bool:
    return person is not None and person.has_role(*ACCUSED_ROLES) and person.has_role(*PROTECTED_ROLES)


def _is_national(charge: Charge, about: Circumstances, question: Question) -> bool:
    accused = about.accused(charge)
    return accused is not None and any(c.state in question.citizenship for c in accused.citizenships)


def _was_tried(charge: Charge, about: Circumstances, question: Question) -> bool:
    """A decision of a court, final or not."""
    return any(_is_decision(one) for one in about.proceedings_on(charge)) and charge.person is not None


def _is_decision(one: Proceeding) -> bool:
    is_court = one.kind is not ProceedingKind.PRE_TRIAL
    return is_court and (one.decided_on is not None or one.outcome is not None)


OF_ITEM: Mapping[Condition, Callable[[EvidenceItem, Circumstances], bool]] = {
    Condition.TESTIMONY: lambda item, about: item.kind is EvidenceKind.TESTIMONY or item.account is not None,
    Condition.INTERROGATION: lambda item, about: _has_kind_of_account(item, AccountKind.INTERROGATION_RECORD),
    Condition.NOT_ON_VIDEO: lambda item, about: item.account is not None and not item.account.recorded_on_video,
    Condition.INFORMAL_ACCOUNT: lambda item, about: _has_kind_of_account(item, *_INFORMAL),
    Condition.TOLD_BEFORE: lambda item, about: item.account is not None and bool(item.account.prior_accounts),
    Condition.PARTY_INTERVIEW: _is_interview_by_party,
    Condition.IN_CUSTODY: lambda item, about: item.interviewee_in_custody,
    Condition.WITNESS_IS_SUSPECT: lambda item, about: is_at_risk(about.told_by(item)),
    Condition.NAMED_HEARSAY: lambda item, about: Knowledge.HEARSAY_NAMED in about.knowledge.get(item.id, ()),
    Condition.ANONYMOUS_HEARSAY: lambda item, about: Knowledge.HEARSAY_ANONYMOUS in about.knowledge.get(item.id, ()),
    Condition.CAPTURE: _is_capture,
    Condition.CAPTURE_INCOMPLETE: _is_capture_incomplete,
    Condition.CAPTURE_UNVERIFIED: _is_capture_unverified,
    Condition.RECORDING: lambda item, about: item.kind in _RECORDINGS,
    Condition.COPY: lambda item, about: item.original_or_copy is OriginalOrCopy.COPY,
    Condition.ORIGINAL_NOT_STATED: lambda item, about: item.original_or_copy is OriginalOrCopy.NOT_STATED,
    Condition.TRANSLATION: _is_translation,
    Condition.NO_DIGEST: lambda item, about: not any(file.digest for file in item.files),
    Condition.NO_CUSTODY: lambda item, about: not item.custody,
    Condition.NO_PROCEDURAL_ACTION: lambda item, about: item.procedural_action is None,
    Condition.FROM_OCCUPYING_BODY: _is_from_occupying_body,
    Condition.SHOWS_ACCUSED: lambda item, about: any(is_at_risk(about.persons.get(p)) for p in item.persons),
}

# A unit as accused is neither a known person nor unknown: what is asked of persons alone, as of what State they are
# nationals, is not asked of it. Whoever commands it is charged as a person, and asked then.
OF_CHARGE: Mapping[Condition, Callable[[Charge, Circumstances, Question], bool]] = {
    Condition.ACCUSED_IS_PERSON: lambda charge, about, question: charge.person is not None,
    Condition.ACCUSED_IS_UNKNOWN: lambda charge, about, question: charge.unknown is not None,
    Condition.ACCUSED_IS_NATIONAL: _is_national,
    Condition.ACCUSED_HOLDS_POST: lambda charge, about, question: charge.person in about.holders_of_posts,
    Condition.ACCUSED_WAS_TRIED: _was_tried,
    Condition.FINALITY_NOT_SHOWN: lambda charge, about, question: any(
        _is_decision(one) and one.finality is Finality.NOT_SHOWN for one in about.proceedings_on(charge)
    ),
    Condition.HAS_PROCEEDINGS: lambda charge, about, question: any(True for _ in about.proceedings_on(charge)),
    Condition.IN_PROCEEDING: lambda charge, about, question: charge.proceeding is not None,
    Condition.VICTIMS_NAMED: lambda charge, about, question: any(True for _ in about.victims_of(charge)),
    Condition.VICTIMS_NOT_NAMED: lambda charge, about, question: not any(True for _ in about.victims_of(charge)),
    Condition.SEVERAL_CITIZENSHIPS: lambda charge, about, question: any(
        len({c.state for c in victim.citizenships}) > 1 for victim in about.victims_of(charge)
    ),
    Condition.DOUBLE_ROLE: lambda charge, about, question: (
        _has_double_role(about.accused(charge)) or any(map(_has_double_role, about.victims_of(charge)))
    ),
}

OF_CASE: Mapping[Condition, Callable[[Circumstances], bool]] = {
    Condition.DOUBLE_ROLE: lambda about: any(map(_has_double_role, about.everybody())),
}
