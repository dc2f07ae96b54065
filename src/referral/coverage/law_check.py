"""Rules on what a case takes from the law library.

`unknown-provision`: a provision that the law library does not have.
`no-elements`: a charge under a provision that has no elements of its own, so that a narrower one must be named.
`unknown-element`: a mapping to an element that the charge does not have, or a lead to one that the library has not.
`real-under-invented`: a real item under an element of an invented charge other than the contextual ones.
"""

from collections.abc import Iterable, Iterator

from referral.case.load import LoadedCase
from referral.case.model import Charge, Mapping
from referral.coverage.answer_check import check_answers
from referral.coverage.applicable import check_applicable
from referral.coverage.area_check import support_is_of_the_area
from referral.coverage.assess import elements_of_charge, is_known
from referral.coverage.charge_check import check_charges
from referral.coverage.form_check import forms_are_tied
from referral.coverage.kind_check import check_kinds
from referral.coverage.limb_check import limbs_belong_to_the_element
from referral.coverage.proceeding_check import proceedings_rest_on_law_of_the_day
from referral.coverage.read_check import check_readings
from referral.diagnostics import Diagnostic, error
from referral.law import Law
from referral.law.model import Element, ElementKind, ProvisionKind
from referral.schema_errors import nearest

Loc = tuple[str | int, ...]


def check_against_law(loaded: LoadedCase, law: Law) -> Iterator[Diagnostic]:
    """References from the case into the library, and what they mean there."""
    yield from provisions_exist(loaded, law)
    yield from charged_provisions_have_elements(loaded, law)
    yield from check_kinds(loaded, law)
    yield from check_charges(loaded, law)
    yield from mapped_elements_belong_to_the_charge(loaded, law)
    yield from leads_go_to_elements_of_the_library(loaded, law)
    yield from limbs_belong_to_the_element(loaded, law)
    yield from check_readings(loaded, law)
    yield from forms_are_tied(loaded, law)
    yield from check_applicable(loaded, law)
    yield from check_answers(loaded, law)
    yield from support_is_of_the_area(loaded, law)
    yield from proceedings_rest_on_law_of_the_day(loaded, law)


def provisions_exist(loaded: LoadedCase, law: Law) -> Iterator[Diagnostic]:
    """`unknown-provision`"""
    for loc, provision in _law_references(loaded):
        if not law.has_provision(provision):
            message = f'the law library has no provision "{provision}"'
            hint = nearest(provision, law.provisions) or _listed(loc[-1], law)
            yield error(loaded.origin.position(loc), "unknown-provision", message, hint)


def _listed(field: str | int, law: Law) -> str:
    """Where to look for a provision that comes close to none; modes of liability are few enough to be named."""
    modes = [p.id for p in law.provisions.values() if p.kind is ProvisionKind.LIABILITY and p.elements]
    named = f"; modes: {', '.join(modes)}" if field == "mode" else ""
    return f"to search by words: referral law list --find WORD{named}"


def _law_references(loaded: LoadedCase) -> Iterator[tuple[Loc, str]]:
    for index, charge in loaded.entries("charges"):
        for name in ("provision", "mode", "with_group"):
            if value := getattr(charge, name):
                yield ("charges", index, name), value
        yield from ((("charges", index, "breaches", n), rule) for n, rule in enumerate(charge.breaches))
    for section in ("corrections", "proceedings"):
        for index, entry in loaded.entries(section):
            yield from (((section, index, "provisions", n), p) for n, p in enumerate(entry.provisions))
    for index, entry in loaded.entries("considered"):
        yield ("considered", index, "provision"), entry.provision
    for index, item in loaded.entries("evidence"):
        if item.procedural_action and item.procedural_action.article:
            yield ("evidence", index, "procedural_action", "article"), item.procedural_action.article


def charged_provisions_have_elements(loaded: LoadedCase, law: Law) -> Iterator[Diagnostic]:
    """`no-elements`"""
    for index, charge in loaded.entries("charges"):
        if law.has_provision(charge.provision) and not law.elements_of(charge.provision):
            narrower = ", ".join(p.id for p in law.children(charge.provision) if law.elements_of(p.id))
            message = f"{charge.provision} has no elements of its own; charge a narrower provision"
            hint = f"narrower: {narrower}" if narrower else None
            yield error(loaded.where("charges", index, "provision"), "no-elements", message, hint)


def mapped_elements_belong_to_the_charge(loaded: LoadedCase, law: Law) -> Iterator[Diagnostic]:
    """`unknown-element`, `real-under-invented`, `invented-supports-real`"""
    charges = {c.id: (c, _elements(c, law)) for _, c in loaded.entries("charges") if is_known(c, law)}
    for section in ("mappings", "justified_gaps"):
        for index, entry in loaded.entries(section):
            charge, elements = charges.get(entry.charge, (None, {}))
            if charge is None:
                continue
            if entry.element not in elements:
                message = f"{charge.id} ({charge.provision}) has no element {entry.element}"
                place = loaded.where(section, index, "element")
                yield error(place, "unknown-element", message, _where_it_is(entry.element, charge, elements, law))
            elif section == "mappings":
                yield from _stays_apart(loaded, index, entry, charge, elements[entry.element].kinds)


def leads_go_to_elements_of_the_library(loaded: LoadedCase, law: Law) -> Iterator[Diagnostic]:
    """`unknown-element`"""
    for index, lead in loaded.entries("leads"):
        for number, element in enumerate(lead.elements):
            if element not in law.elements:
                message = f'the law library has no element "{element}"'
                place = loaded.where("leads", index, "elements", number)
                yield error(place, "unknown-element", message, nearest(element, law.elements))


def _where_it_is(element: str, charge: Charge, elements: Iterable[str], law: Law) -> str:
    """To which provision an element belongs; of one that nobody has, the elements there are."""
    if element in law.elements:
        return f"it belongs to {law.provision_of(element).id}, which {charge.id} does not charge"
    provision = element.rpartition("/")[0]
    own = [name for name in elements if name.rpartition("/")[0] == provision]
    return (nearest(element, elements) if not own else None) or f"elements: {', '.join(own or elements)}"


def _elements(charge: Charge, law: Law) -> dict[str, Element]:
    return {element.id: element for element in elements_of_charge(charge, law)}


def _stays_apart(
    loaded: LoadedCase, index: int, mapping: Mapping, charge: Charge, kinds: tuple[ElementKind, ...]
) -> Iterator[Diagnostic]:
    item = loaded.case.by_id[mapping.fact or mapping.evidence or ""]
    place = loaded.where("mappings", index, "fact" if mapping.fact else "evidence")
    if item.invented and not charge.invented:
        message = f"the invented {item.id} is set under the real charge {charge.id}; the two never mix"
        yield error(place, "invented-supports-real", message)
    elif charge.invented and not item.invented and ElementKind.CONTEXT not in kinds:
        message = f"the real {item.id} is set under the invented charge {charge.id}, outside its contextual element"
        yield error(place, "real-under-invented", message)
