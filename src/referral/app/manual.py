"""The manual: what `explain` prints of a rule, a provision or an element."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache

import referral
from referral.law import Law, element_wording, rule_manuals

_RULE_LINE = re.compile(r"^(?P<ids>`[a-z-]+`(?:, `[a-z-]+`)*(?: …)?): (?P<text>.+)$", re.MULTILINE)
# The rooms whose module docstrings state rules.
_ROOMS = ("yaml_reader", "schema_errors", "custody", "case", "coverage", "protection", "composition")


@cache
def rules() -> dict[str, str]:
    """Every rule id with its manual. A rule that holds for cases and for law files has both texts."""
    found: dict[str, list[str]] = {}
    for docstring in _docstrings():
        for match in _RULE_LINE.finditer(docstring):
            for rule in re.findall(r"`([a-z-]+)`", match["ids"]):
                found.setdefault(rule, []).append(match["text"])
    for rule, text in rule_manuals().items():
        found.setdefault(rule, []).append("in law files: " + " ".join(text.split()))
    return {rule: "\n  ".join(dict.fromkeys(texts)) for rule, texts in sorted(found.items())}


def _docstrings() -> Iterator[str]:
    for room in _ROOMS:
        package = importlib.import_module(f"{referral.__name__}.{room}")
        yield package.__doc__ or ""
        for module in pkgutil.walk_packages(getattr(package, "__path__", []), f"{package.__name__}."):
            yield importlib.import_module(module.name).__doc__ or ""


def explain_element(law: Law, element_id: str, lang: str) -> Iterator[str]:
    """One element with its wording, its authority and status, and the proof that usually goes to it."""
    element = law.element(element_id)
    provision = law.provision_of(element_id)
    wording = element_wording(element, lang)
    yield f"{element_id} ({', '.join(k.value for k in element.kinds)}), element {element.number} of {provision.id}"
    for code, text in element.text.items():
        yield f"  [{code}] {text}"
    if wording.text and wording.is_own_translation:
        yield f"  [{lang}, our own words] {wording.text}"
    authority = f"authority: {element.authority}" if element.is_official else "our own working breakdown, not law"
    yield f"  status: {element.status.value}; {authority}"
    for note in element.mental_note.values():
        yield f"  mental element: {note}"
    for means in element.means_of_proof:
        proof = law.means_of_proof[means]
        text = proof.text.get(lang) or next(iter(proof.text.values()))
        yield f"  proof ({proof.standing.value}): {text}"


def explain_provision(law: Law, provision_id: str, lang: str) -> Iterator[str]:
    """One provision: citation, status, editions, elements, notes."""
    provision = law.provision(provision_id)
    instrument = law.instrument_of(provision_id)
    yield f"{provision_id}: {law.cite(provision_id, lang if lang in instrument.citation else instrument.languages[0])}"
    yield f"  {provision.kind.value}; status {provision.status.value}; as at {provision.as_at}"
    for title in provision.title.values():
        yield f"  {title}"
    for edition in provision.texts:
        since, until = edition.since or "the beginning", edition.until or "today"
        shown = edition.text or "wording not verified; cite by number only"
        yield f"  [{edition.lang}, from {since} to {until}, {edition.status.value}] {shown}"
    for element in provision.elements:
        yield f"  {element.id}: {element_wording(element, lang).text or next(iter(element.text.values()))}"
    for breach in provision.breaches:
        yield f"  usually named with it: {breach.provision}"
    for note in provision.notes:
        yield f"  note (not law): {note}"
