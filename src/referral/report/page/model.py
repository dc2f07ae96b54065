"""What the script of the page needs to reckon states again when items are lost: ids, origins by number, no words.

The script follows the rules of `case.falling` and `coverage.assess`; a test compares their answers.
"""

from collections.abc import Iterable
from typing import Any

from referral.case.model import Case, Fact, Mapping, ReadMapping, Tier
from referral.coverage import ChargeCoverage, Item, State, assess
from referral.coverage.assess import state_of
from referral.coverage.origins import OriginIndex
from referral.law import Law


class _Numbers:
    """Origins by number, in the order in which they are met: their names say more than a reader needs."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def of(self, names: Iterable[str]) -> list[int]:
        return [self._known.setdefault(name, len(self._known) + 1) for name in sorted(names)]


def model_of(case: Case, law: Law) -> dict[str, Any]:
    """The case as the script reckons with it. Nothing of it is withdrawn any more."""
    index, numbers = OriginIndex(case), _Numbers()
    return {
        "evidence": {
            item.id: {"rests": [item.source, *item.made_of], "origins": numbers.of(index.of_evidence(item.id))}
            for item in case.evidence
        },
        "speakers": {source.id: numbers.of(index.of_source(source.id)) for source in case.sources},
        "facts": {fact.id: _fact(fact) for fact in case.facts},
        "mappings": [_mapping(mapping) for mapping in case.mappings],
        "charges": [_charge(covered, law) for covered in assess(case, law).charges],
    }


def _fact(fact: Fact) -> dict[str, Any]:
    cites = [[c.evidence, c.speaker] if c.speaker else [c.evidence] for c in fact.citations]
    return {"cites": cites, "from": fact.inferred_from} if fact.inferred_from else {"cites": cites}


def _mapping(mapping: Mapping) -> dict[str, Any]:
    contests = state_of([Item(mapping, (), frozenset())], 0) is State.CONTESTED
    told: dict[str, Any] = {"id": mapping.id, "charge": mapping.charge, "element": mapping.element}
    told |= {"fact": mapping.fact} if mapping.fact else {"evidence": mapping.evidence}
    told |= {"read_from": mapping.read_from} if isinstance(mapping, ReadMapping) else {}
    told |= {"bearing": mapping.bearing.value, "primary": mapping.tier is Tier.PRIMARY}
    return told | ({"open": True} if contests else {})


def _charge(covered: ChargeCoverage, law: Law) -> dict[str, Any]:
    groups: dict[tuple[str, str | None], int] = {}
    elements = []
    for e in covered.elements:
        name = e.element.alternatives_group
        group = (law.provision_of(e.element.id).id, name)  # two provisions may use one name
        number = groups.setdefault(group, len(groups) + 1) if name else 0
        elements.append({"id": e.element.id, "group": number, "justified": e.justified is not None})
    return {"id": covered.charge.id, "elements": elements}
