"""Items that were weighed under another charge and are read here: where that was, and which relation carries them."""

from collections.abc import Iterator
from typing import Any

from referral.case.model import Charge, Mapping
from referral.coverage import ElementCoverage
from referral.coverage.crosswalk import Elsewhere, read_from
from referral.law import Law, in_language
from referral.law.model import Relation
from referral.report.telling import Teller


def read_from_data(mapping: Mapping, law: Law) -> dict[str, Any] | None:
    """`charge` and `element` where it was weighed, and the relation; None if it was weighed here."""
    there = read_from(mapping, law)
    if there is None:
        return None
    return {
        "charge": there.charge,
        "element": there.element,
        "relation": there.extent,
        "relation_id": there.relation.id if there.relation else None,
        "to_confirm": there.confirm,
    }


def read_from_lines(covered: ElementCoverage, law: Law) -> Iterator[str]:
    """For the terminal a line for each such item of an element."""
    for mapping in (item.mapping for item in covered.items):
        if there := read_from(mapping, law):
            yield f"{mapping.id} assessed under {there.charge}, element {there.element}{_carried(there)}"


def _carried(there: Elsewhere) -> str:
    if there.relation is None:
        return ""
    return f" ({there.extent} by {there.relation.id}{', to be confirmed' if there.confirm else ''})"


def read_from_words(tell: Teller, mapping: Mapping) -> str:
    """The same in the language of a report; empty if the item was weighed here."""
    there = read_from(mapping, tell.law)
    charge = tell.view.case.by_id.get(there.charge) if there else None
    if there is None or not isinstance(charge, Charge):
        return ""
    number = tell.element_number(charge, tell.law.element(there.element))
    words = tell.words("report.assessed_under", charge=charge.id, number=number)
    return f"{words} – {_relation(tell, there.relation)}" if there.relation else words


def _relation(tell: Teller, relation: Relation) -> str:
    """How the two elements stand to each other, where the library says so, and whether that is to be confirmed."""
    extent, reason = tell.value("extent", relation.extent), in_language(relation.reason, tell.language.code)
    confirm = tell.words("report.confirm") if relation.confirm else ""
    return " ".join(part for part in (f"{extent} [{relation.id}]:", reason, confirm) if part)
