"""What entries lack of what documents print: one warning for an entry, which names the keys (design.md 2.2).

`absent-detail`: an entry without something that documents print of it; they print a placeholder and an open point.
`absent-from-notice`: a charge against a person, or its proceeding, without something that a notice of suspicion says.
`untold-fact`: no chapter tells a fact that has no topic and no incident that is charged; give it one of the two.

Not told, because it is often rightly absent: a code of a place, the beginning of a unit, the victims of an incident,
the day of receipt, the period of a number, the extent of what is in no file of a case, the review of a mapping.
"""

from collections.abc import Callable, Iterator
from typing import Any

from referral.case.dates import values_at
from referral.case.load import LoadedCase
from referral.case.model import Charge, Entity, EvidenceItem, EvidenceKind, Precision
from referral.case.model.charges import Stage
from referral.case.model.evidence import AccountKind
from referral.case.model.people import Answer
from referral.case.model.proceedings import ProceedingKind
from referral.diagnostics import Diagnostic, warning

_WORDLESS = frozenset({EvidenceKind.PHYSICAL, EvidenceKind.PHOTO, EvidenceKind.SATELLITE})
_BY_AUTHORITIES = frozenset({Stage.SUSPICION, Stage.INDICTMENT, Stage.TRIAL})


def _always(_: Any) -> bool:
    return True


def _is_charge_of_person(charge: Charge) -> bool:
    return charge.person is not None and charge.stage in _BY_AUTHORITIES


def _was_asked(item: EvidenceItem) -> bool:
    """The day and the circumstances of what is published already are those of the publication."""
    return item.account is not None and item.account.kind is not AccountKind.PUBLIC_INTERVIEW


def _has_agreed(person: Any) -> bool:
    return person.consent is not None and Answer.GRANTED in dict(person.consent.uses).values()


# Section, the entries meant, what they should give: `a|b` where one of the two is enough.
_WANTED: tuple[tuple[str, Callable[[Any], bool], tuple[str, ...]], ...] = (
    ("incidents", _always, ("date", "places")),
    ("charges", _always, ("period",)),
    ("charges", lambda charge: not charge.unknown, ("mode",)),
    ("postings", _always, ("body|unit", "start")),
    ("units", lambda unit: not unit.placeholder, ("name|conventional_number",)),
    ("occupation", _always, ("act|citations", "start")),
    ("persons", _has_agreed, ("consent.given_on",)),
    ("sources", _always, ("name|person",)),
    ("evidence", _always, ("author", "created|published")),
    ("evidence", lambda item: item.procedural_action is not None, ("procedural_action.date", "extent")),
    ("evidence", lambda item: item.kind not in _WORDLESS, ("language",)),
    ("evidence", lambda item: item.kind is EvidenceKind.DIGITAL_OPEN_SOURCE, ("publisher",)),
    ("evidence", _was_asked, ("account.date", "account.taken_by", "account.language")),
    ("evidence", _always, ("captures.captured_at", "captures.collector", "captures.tool")),
    ("evidence", _always, ("custody.at", "custody.agent")),
    ("facts", lambda fact: bool(fact.incidents), ("date",)),
    ("quantities", _always, ("as_of",)),
    ("leads", _always, ("holder", "perishes", "caution", "elements|incidents|persons|units")),
    ("quantities", lambda claim: claim.precision is Precision.INDEFINITE, ("wording",)),
)
_OF_FILING_PARTY = ("filing_party.name", "filing_party.kind", "filing_party.address", "filing_party.contact")
_OF_HEADER = ("period", "summary", "methodology", *_OF_FILING_PARTY)
_OF_PROCEEDING = ("number", "registered_on", "authority", "investigator", "prosecutor")


def entries_give_what_is_printed(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`absent-detail`"""
    for section in dict.fromkeys(section for section, _, _ in _WANTED):
        rows = [(is_meant, keys) for name, is_meant, keys in _WANTED if name == section]
        for index, entry in loaded.entries(section):
            wanted = [key for is_meant, keys in rows if is_meant(entry) for key in keys]
            yield from _absent(loaded, section, index, entry, "absent-detail", wanted)


def cases_say_what_they_are_about(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`absent-detail` of the header of a case that asks for documents"""
    missing = [key for key in _OF_HEADER if _lacks(loaded.case.case, key)]
    if missing and loaded.case.documents:
        message = f"the case does not give {_listed(missing)}; documents will print placeholders"
        yield warning(loaded.origin.position(("case",)), "absent-detail", message)


def charges_give_what_a_notice_says(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`absent-from-notice`"""
    charged = set()
    for index, charge in loaded.entries("charges"):
        if _is_charge_of_person(charge):
            yield from _absent(
                loaded, "charges", index, charge, "absent-from-notice", ["conduct", "incidents", "proceeding"]
            )
        charged.add(charge.proceeding)
    for index, proceeding in loaded.entries("proceedings"):
        if proceeding.id in charged and proceeding.kind is ProceedingKind.PRE_TRIAL:
            yield from _absent(loaded, "proceedings", index, proceeding, "absent-from-notice", _OF_PROCEEDING)


def facts_are_told(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`untold-fact`: a chapter tells the facts of its topics, and under a charge those of its incidents"""
    charged = {incident for _, charge in loaded.entries("charges") for incident in charge.incidents}
    for index, fact in loaded.entries("facts"):
        if loaded.case.documents and not fact.topics and charged.isdisjoint(fact.incidents):
            message = f"{fact.id} has no topic and belongs to no incident that is charged; no chapter tells it"
            hint = "give it “topics: […]”, or in “incidents: […]” one that a charge names"
            yield warning(loaded.where("facts", index), "untold-fact", message, hint)


def _absent(
    loaded: LoadedCase, section: str, index: int, entry: Entity, rule: str, wanted: Any
) -> Iterator[Diagnostic]:
    missing = [key for key in wanted if all(_lacks(entry, name) for name in key.split("|"))]
    if missing:
        message = f"{entry.id} does not give {_listed(missing)}; documents will print placeholders"
        yield warning(loaded.where(section, index), rule, message)


def _lacks(entry: Any, key: str) -> bool:
    """Whether the entry, or some part of it that has such a key, does not give it."""
    part, _, name = key.rpartition(".")
    if not part:
        return not getattr(entry, name)
    return any(not getattr(found, name) for _, found in values_at(entry, part))


def _listed(keys: list[str]) -> str:
    return ", ".join(key.replace("|", " or ") for key in keys)
