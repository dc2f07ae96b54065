"""Rules on the area of what supports a charge.

`support-of-another-area`: a fact set for a charge speaks of places, or of incidents, that lie in another area than
what is charged; what is contextual may lie anywhere.
"""

from collections.abc import Iterator

from referral.case.checks.apart import lie_apart
from referral.case.checks.areas import are_unlike
from referral.case.load import LoadedCase
from referral.case.model import Bearing, Case, Charge, Fact, Incident
from referral.diagnostics import Diagnostic, warning
from referral.law import Law
from referral.law.model import ElementKind

_HINT = "set it under a charge of that area, as context, or say in its places where it was so"


def support_is_of_the_area(loaded: LoadedCase, law: Law) -> Iterator[Diagnostic]:
    """`support-of-another-area`"""
    for index, mapping in loaded.entries("mappings"):
        charge, fact = loaded.case.by_id.get(mapping.charge), loaded.case.by_id.get(mapping.fact or "")
        if not isinstance(charge, Charge) or not isinstance(fact, Fact) or mapping.bearing is not Bearing.SUPPORTS:
            continue
        element = law.elements.get(mapping.element)
        if element and ElementKind.CONTEXT not in element.kinds and (where := _elsewhere(fact, charge, loaded.case)):
            message = f"{fact.id} speaks of {where}, and {charge.id} charges what was done in another area"
            yield warning(loaded.where("mappings", index, "fact"), "support-of-another-area", message, _HINT)


def _elsewhere(fact: Fact, charge: Charge, case: Case) -> str:
    """The places, or without them the incidents, of the fact; empty where they may be those of the charge."""
    charged = _places(charge.incidents, case)
    if fact.places:
        return ", ".join(fact.places) if lie_apart(fact.places, charged, case) else ""
    is_of_charge = not set(fact.incidents).isdisjoint(charge.incidents)
    return (
        ""
        if is_of_charge or not are_unlike(_places(fact.incidents, case), charged, case)
        else ", ".join(fact.incidents)
    )


def _places(incidents: list[str], case: Case) -> list[str]:
    found = (case.by_id.get(name) for name in incidents)
    return [place for incident in found if isinstance(incident, Incident) for place in incident.places]
