"""Who could be heard about a charge, and whom those who file must leave to others. Limits are data of the library."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from referral.case.model import Case, Charge, EvidenceKind, Person, RoleName
from referral.case.model.people import Custody
from referral.law import Law
from referral.law.model import Limit, Party, Whom

_TELL = (RoleName.VICTIM, RoleName.WITNESS)


@dataclass(frozen=True)
class Left:
    """Persons who are left to others by one limit."""

    limit: Limit
    persons: tuple[str, ...]


@dataclass(frozen=True)
class Hearing:
    """Victims and witnesses of a charge by code: all, those who may be heard, who told already, who is left to whom."""

    known: tuple[str, ...]
    open: tuple[str, ...]
    heard: tuple[str, ...]
    left: tuple[Left, ...]

    @property
    def is_closed(self) -> bool:
        """True if there are persons to hear, and none of them by who files."""
        return bool(self.known) and not self.open

    @property
    def is_repetition(self) -> bool:
        """True if whoever could be heard already gave an account."""
        return bool(self.known) and set(self.known) == set(self.heard)


def limits_of(law: Law, case: Case) -> tuple[Limit, ...]:
    """The limits that hold for who files; all of them where the case does not say what he is."""
    kind = case.case.filing_party.kind
    return tuple(limit for limit in law.limits if kind is None or Party(kind.value) in limit.parties)


def hearing_of(charge: Charge, law: Law, case: Case) -> Hearing:
    """Invented persons are heard about invented charges only, and real ones about real."""
    told = _told(case)
    persons = [p for p in case.persons if not p.is_withdrawn and _can_tell(p, charge, case)]
    barring = [limit for limit in limits_of(law, case) if limit.bars and limit.whom is not Whom.ANYONE]
    left = [Left(limit, tuple(p.id for p in persons if _IS[limit.whom](p, told))) for limit in barring]
    gone = {code for one in left for code in one.persons}
    known = tuple(p.id for p in persons)
    return Hearing(
        known=known,
        open=tuple(code for code in known if code not in gone),
        heard=tuple(code for code in known if code in told),
        left=tuple(one for one in left if one.persons),
    )


def _can_tell(person: Person, charge: Charge, case: Case) -> bool:
    """A victim or a witness of one of the incidents charged, or of the case as a whole."""
    if person.invented != charge.invented:
        return False
    charged = set(charge.incidents)
    roles = [role for role in person.roles if role.role in _TELL]
    victims = {code for incident in case.incidents if incident.id in charged for code in incident.victims}
    return person.id in victims or any(not role.incidents or charged & set(role.incidents) for role in roles)


def _told(case: Case) -> frozenset[str]:
    """Who has already given an account, to whomever."""
    return frozenset(_accounts(case))


def _accounts(case: Case) -> Iterator[str]:
    speakers = {source.id: source.person for source in case.sources if source.person}
    for item in case.evidence:
        if item.account and not item.is_withdrawn:
            yield item.account.person
        elif item.kind is EvidenceKind.TESTIMONY and not item.is_withdrawn and item.source in speakers:
            yield speakers[item.source]


_IS: Mapping[Whom, Callable[[Person, frozenset[str]], bool]] = {
    Whom.IN_CUSTODY: lambda person, told: person.in_custody is Custody.YES,
    Whom.MINOR: lambda person, told: person.minor,
    Whom.SURVIVOR: lambda person, told: person.survivor_of_sexual_violence,
    Whom.HEARD_BEFORE: lambda person, told: person.id in told,
}
