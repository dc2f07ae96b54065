"""Who may be named in public: a man under suspicion or convicted whom an official act that the case cites has named."""

from collections.abc import Collection, Iterator, Mapping

from referral.case.model import Entity, EvidenceItem, EvidenceKind, Person, RoleName

PROTECTED_ROLES = (RoleName.VICTIM, RoleName.WITNESS, RoleName.APPLICANT, RoleName.INTERMEDIARY)
ACCUSED_ROLES = (RoleName.SUSPECT, RoleName.CONVICTED)
_ACTS = (EvidenceKind.OFFICIAL_ACT, EvidenceKind.COURT_DECISION)


def is_named_by_act(person: Person, by_id: Mapping[str, Entity], charged: Collection[str | None]) -> bool:
    """Whether `named_by` allows the name to be printed to those who see the entries `by_id`, the act among them."""
    return person.named_by is not None and not list(faults_of_naming(person, by_id, charged))


def faults_of_naming(person: Person, by_id: Mapping[str, Entity], charged: Collection[str | None]) -> Iterator[str]:
    """What stands against naming a person by `named_by`, each in words that go after «this names nobody: »."""
    act = by_id.get(person.named_by or "")
    if not (isinstance(act, EvidenceItem) and act.kind in _ACTS):
        yield f"{person.named_by} is no official act and no court decision"
    if not person.has_role(*ACCUSED_ROLES):
        yield f"{person.id} is neither suspect nor convicted"
    elif person.has_role(*PROTECTED_ROLES) and person.id not in charged:
        yield f"{person.id} is also victim or witness here and is charged with nothing"
    if person.minor or person.survivor_of_sexual_violence:
        yield f"{person.id} is a minor or a survivor of sexual violence"
