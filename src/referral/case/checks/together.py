"""Who acted with whom, and by whose order: what a charge says of others must fit what the case knows of them.

`not-together`: others named with the accused who were not there, or who are he himself; co-accused who name nobody.
`doubtful-order`: an order made after what it is to have brought about, by one then in no post, or no paper but words.
"""

from collections.abc import Iterator
from itertools import combinations

from referral.case.load import LoadedCase
from referral.case.model import Case, Charge, EvidenceItem, EvidenceKind, Incident, Person
from referral.case.model.charges import Stage
from referral.diagnostics import Diagnostic, warning
from referral.edtf import UncertainDate, certainly_before


def those_named_were_there(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`not-together`"""
    for index, charge in loaded.entries("charges"):
        for number, name in enumerate(charge.acted_with):
            if why := _why_not(name, charge, loaded.case):
                at = loaded.where("charges", index, "acted_with", number)
                yield warning(at, "not-together", f"{charge.id} says that {name} acted with the accused, {why}")


def _why_not(name: str, charge: Charge, case: Case) -> str:
    if name == charge.person:
        return "and he is the accused himself"
    person = case.by_id.get(name)
    roles = person.roles if isinstance(person, Person) else []
    elsewhere = [incident for role in roles for incident in role.incidents]
    is_apart = elsewhere and charge.incidents and set(elsewhere).isdisjoint(charge.incidents)
    return f"who by his roles acted in {', '.join(dict.fromkeys(elsewhere))} alone" if is_apart else ""


def the_co_accused_are_named(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`not-together`: of one act, provision and mode, without a word on acting together"""
    alone = [
        (index, charge)
        for index, charge in loaded.entries("charges")
        if charge.person and not (charge.acted_with or charge.with_group) and charge.stage is not Stage.COMMUNICATION
    ]
    for (_, one), (index, other) in combinations(alone, 2):
        is_alike = (one.provision, one.mode) == (other.provision, other.mode) and one.person != other.person
        if is_alike and one.is_of_one_act_with(other) and not _are_apart_in_time(one, other):
            accused = f"{one.person} and {other.person}"
            message = f"{one.id} and {other.id} charge {accused} with one act, and neither names the other"
            hint = "name them in acted_with, with the provision on the group, or give each act an incident of its own"
            yield warning(loaded.where("charges", index), "not-together", message, hint)


def _are_apart_in_time(one: Charge, other: Charge) -> bool:
    if not one.period or not other.period:
        return False
    return certainly_before(one.period, other.period) or certainly_before(other.period, one.period)


def orders_come_first(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`doubtful-order`"""
    for index, charge in loaded.entries("charges"):
        for number, name in enumerate(charge.orders):
            item = loaded.case.by_id.get(name)
            if isinstance(item, EvidenceItem) and (why := _doubt(item, charge, loaded.case)):
                at = loaded.where("charges", index, "orders", number)
                yield warning(at, "doubtful-order", f"{name} is charged as the order in {charge.id}, {why}")


def _doubt(item: EvidenceItem, charge: Charge, case: Case) -> str:
    if item.kind is EvidenceKind.TESTIMONY:
        return "and is testimony; name the order itself, or what records it"
    days = list(_days(charge, case))
    if item.created and days and all(certainly_before(day, item.created) for day in days):
        return f"and was made on {item.created}, after all that it is to have brought about"
    if item.created and not _is_in_post(charge.person, item.created, case):
        return f"and was made on {item.created}, when {charge.person} held none of the posts recorded"
    return ""


def _is_in_post(person: str | None, day: UncertainDate, case: Case) -> bool:
    """Whether a post of the person may have been held then; of one without recorded posts nothing can be said."""
    posts = [post for post in case.postings if post.person == person]
    over = [post for post in posts if post.end and certainly_before(post.end, day)]
    ahead = [post for post in posts if post.start and certainly_before(day, post.start)]
    return not posts or len(over) + len(ahead) < len(posts)


def _days(charge: Charge, case: Case) -> Iterator[UncertainDate]:
    """When what is charged happened, by its incidents; else its period."""
    found = [entry for name in charge.incidents if isinstance(entry := case.by_id.get(name), Incident) and entry.date]
    yield from (entry.date for entry in found if entry.date)
    if charge.period and not found:
        yield charge.period
