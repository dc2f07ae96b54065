"""What the conditions of questions mean in a case: a small statement about an item, a charge or the case for each word.

The words stand in the law library (`law.model.Condition`). Nothing here knows what a case is about: which State or
which statute is meant is told by the question.
"""

from collections.abc import Callable, Iterator, Mapping

from referral.case.model import Charge, Entity, EvidenceItem, EvidenceKind
from referral.case.model.evidence import AccountKind, OriginalOrCopy, SourceKind
from referral.case.model.facts import Knowledge
from referral.case.model.files import FileRole
from referral.case.voices import is_at_risk
from referral.coverage import shown_by
from referral.coverage.captures import is_online
from referral.coverage.circumstances import Circumstances
from referral.law.model import Condition, Question

_RECORDINGS = frozenset({EvidenceKind.PHOTO, EvidenceKind.VIDEO, EvidenceKind.AUDIO, EvidenceKind.INTERCEPT})
_INFORMAL = frozenset({AccountKind.FIRST_ACCOUNT, AccountKind.STATEMENT, AccountKind.INTERVIEW_RECORD})


def arises(question: Question, target: Entity | None, about: Circumstances) -> bool:
    """Whether all conditions of a question hold of its target; None stands for the case as a whole."""
    return all(_holds(condition, question, target, about) for condition in question.when)


def entries_showing(question: Question, target: Entity | None, about: Circumstances) -> tuple[str, ...]:
    """The entries, and the elements, by which a case shows that a question arises; none where nothing single does."""
    found = (code for condition in question.when for code in _shown(condition, question, target, about))
    return tuple(dict.fromkeys(found))


def _holds(condition: Condition, question: Question, target: Entity | None, about: Circumstances) -> bool:
    if isinstance(target, EvidenceItem):
        return OF_ITEM[condition](target, about)
    if isinstance(target, Charge) and condition in OF_CHARGE:
        return OF_CHARGE[condition](target, about, question)
    return any(True for _ in _shown(condition, question, target, about))


def _shown(condition: Condition, question: Question, target: Entity | None, about: Circumstances) -> Iterator[str]:
    if isinstance(target, Charge) and condition in shown_by.OF_CHARGE:
        yield from shown_by.OF_CHARGE[condition](target, about, question)
    elif target is None:
        yield from shown_by.OF_CASE[condition](about, question)


def _is_interview_by_party(item: EvidenceItem, about: Circumstances) -> bool:
    source = about.sources.get(item.source)
    by_party = item.taken_by_party_to_conflict or bool(source and source.party_to_conflict)
    return by_party and bool(item.account or item.interviewee_in_custody)


def _is_capture_incomplete(item: EvidenceItem, about: Circumstances) -> bool:
    """Address, page source and full page may stand in several captures of one page."""
    found = item.captures
    is_whole = any(c.url for c in found) and any(c.html_source for c in found) and any(c.full_page for c in found)
    return is_online(item) and not is_whole


def _is_capture_unverified(item: EvidenceItem, about: Circumstances) -> bool:
    return is_online(item) and not any(capture.content_verified for capture in item.captures)


def _is_translation(item: EvidenceItem, about: Circumstances) -> bool:
    return bool(item.translation_of) or any(file.role is FileRole.TRANSLATION for file in item.files)


def _is_from_occupying_body(item: EvidenceItem, about: Circumstances) -> bool:
    source = about.sources.get(item.source)
    return source is not None and source.kind is SourceKind.OCCUPYING_BODY


def _has_kind_of_account(item: EvidenceItem, *kinds: AccountKind) -> bool:
    return item.account is not None and item.account.kind in kinds


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
    Condition.CAPTURE: lambda item, about: is_online(item),
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
    Condition.ACCUSED_HOLDS_POST: lambda charge, about, question: charge.person in about.holders_of_posts,
    Condition.IN_PROCEEDING: lambda charge, about, question: charge.proceeding is not None,
    Condition.VICTIMS_NAMED: lambda charge, about, question: any(True for _ in about.victims_of(charge)),
    Condition.VICTIMS_NOT_NAMED: lambda charge, about, question: not any(True for _ in about.victims_of(charge)),
    Condition.NOTHING_CHARGED_BESIDE: lambda charge, about, question: not shown_by.has_beside(charge, about, question),
    Condition.NO_RULE_NAMED: lambda charge, about, question: (
        not any(shown_by.is_within(rule, question.sought.rules) for rule in charge.breaches)
    ),
}
