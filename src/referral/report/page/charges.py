"""The charges with their elements as plain data: one by one, by accused, and side by side as a matrix."""

from collections.abc import Iterator, Sequence
from typing import Any

from referral.case.model import Bearing, Charge
from referral.coverage import ChargeCoverage, ElementCoverage
from referral.coverage.crosswalk import Reading, readings_for
from referral.coverage.standard import holes
from referral.law import in_language
from referral.report.limb_lines import limb_lines
from referral.report.shown import Shown
from referral.report.telling import Teller

_COLUMNS = 6  # charges side by side, as many as a page holds
Entry = dict[str, Any]


def charges_data(tell: Teller, shown: Shown) -> Entry:
    """`charges`, `accused`, `matrix`."""
    charges = [_charge(tell, covered, shown) for covered in shown.asked]
    return {"charges": charges, "accused": _by_accused(charges), "matrix": list(_matrix(charges))}


def _charge(tell: Teller, covered: ChargeCoverage, shown: Shown) -> Entry:
    charge = covered.charge
    return {
        "id": charge.id,
        "provision": tell.marked(charge, tell.charged(charge)),
        "mode": tell.cited(charge.mode) if charge.mode else "",
        "key": charge.person or charge.unit or f"unknown-{charge.id}",
        "accused": tell.accused(charge),
        "period": tell.date(charge.period),
        "stage": tell.words(f"annex.stage.{charge.stage.value}"),
        "conduct": tell.said(charge.conduct),
        "incidents": [tell.title(code) for code in charge.incidents],
        "gaps": list(holes(covered)),
        "elements": [_element(tell, charge, e, shown) for e in covered.elements],
    }


def _element(tell: Teller, charge: Charge, covered: ElementCoverage, shown: Shown) -> Entry:
    element, justified = covered.element, covered.justified
    readings = readings_for(shown.coverage, tell.law, charge.id, element.id)
    return {
        "id": element.id,
        "number": tell.element_number(charge, element),
        "text": tell.element(element),
        "kinds": ", ".join(tell.value("element_kind", kind) for kind in element.kinds),
        "state": covered.state.value,
        "origins": covered.origins,
        "hole": covered.is_hole,
        "alternatives": list(covered.alternatives),
        "limbs": limb_lines(tell, covered),
        "withheld": (charge.id, element.id) in shown.coverage.withheld,
        "justified": justified
        and {"id": justified.id, "reason": tell.marked(justified, tell.said(justified.reason)), "by": justified.by},
        "readings": [_reading(tell, reading) for reading in readings],
        **{bearing.value: [i.mapping.id for i in covered.with_bearing(bearing)] for bearing in Bearing},
    }


def _reading(tell: Teller, reading: Reading) -> Entry:
    return {
        "charge": reading.charge,
        "element": reading.element,
        "state": reading.state.value,
        "extent": reading.extent,
        "reason": in_language(reading.reason, tell.language.code),
        "confirm": reading.confirm,
    }


def _by_accused(charges: Sequence[Entry]) -> list[Entry]:
    """Each accused, with the charges against him; of unknown men each charge stands alone."""
    found: dict[str, Entry] = {}
    for charge in charges:
        found.setdefault(charge["key"], {"key": charge["key"], "name": charge["accused"], "charges": []})
        found[charge["key"]]["charges"].append(charge["id"])
    return list(found.values())


def _matrix(charges: Sequence[Entry]) -> Iterator[Entry]:
    """Tables of charges that ask for the same elements: a row per element, a column per charge."""
    alike: dict[tuple[str, ...], list[Entry]] = {}
    for charge in charges:
        alike.setdefault(tuple(e["id"] for e in charge["elements"]), []).append(charge)
    for together in alike.values():
        for start in range(0, len(together), _COLUMNS):
            yield _table(together[start : start + _COLUMNS])


def _table(charges: Sequence[Entry]) -> Entry:
    rows = [[charge["elements"][n] for charge in charges] for n in range(len(charges[0]["elements"]))]
    return {"charges": [charge["id"] for charge in charges], "rows": rows}
