"""The manual of what stands beside provisions: remarks, relations, terms, means of proof, authorities, breakdowns."""

import re
from collections.abc import Iterator, Mapping, Sequence

from referral.app.law_lines import known, status
from referral.law import Law, in_language
from referral.law.model import (
    Authority,
    Claim,
    MeansOfProof,
    Precedent,
    Provision,
    Relation,
    RelationGroup,
    Remark,
    Term,
)

_TOLD_ALREADY = {"id", *Claim.model_fields}


def beside(law: Law, name: str, lang: str) -> Iterator[str]:
    """Pitfalls, precedents and other remarks on a provision or an element, and how it stands to others."""
    for remark in law.remarks_on(name, Remark):
        title = f"{in_language(remark.title, lang)}: " if isinstance(remark, Precedent) else ""
        yield f"  {kind_of(remark)} {remark.id} ({status(remark)}): {title}{in_language(remark.text, lang)}"
    for relation in law.relations_of(name):
        confirm = "; a lawyer must confirm it" if relation.confirm else ""
        reason = in_language(relation.reason, lang)
        yield f"  {relation.extent.value} {relation.second} ({relation.author}, {status(relation)}{confirm}): {reason}"


def entries_beside(law: Law) -> Mapping[str, Claim]:
    """Whatever has an id and is no instrument, provision or element, by that id."""
    claims: tuple[Relation | RelationGroup | Term, ...] = (*law.relations, *law.groups, *law.terms)
    listed = {claim.id: claim for claim in claims}
    broken_down = {p.breakdown_id: p.breakdown for p in law.provisions.values() if p.breakdown}
    return {**law.authorities, **law.means_of_proof, **broken_down, **law.remarks, **listed}


def explain_beside(law: Law, name: str, entry: Claim, lang: str) -> Iterator[str]:
    """All that such an entry says, in one language, and where it is used."""
    yield f"{name} ({kind_of(entry)}, {known(entry)})"
    for field in type(entry).model_fields:
        if field not in _TOLD_ALREADY and (shown := _shown(getattr(entry, field), lang)):
            yield f"  {field.replace('_', ' ')}: {shown}"
    for use in _uses(law, name, entry):
        yield f"  {use}"
    if entry.note:
        yield f"  note (not law): {entry.note}"


def kind_of(entry: Claim) -> str:
    """What an entry is, in plain words."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", type(entry).__name__).lower()


def _shown(value: object, lang: str) -> str:
    """A value of an entry as words; nothing for what is absent or not so."""
    if isinstance(value, Mapping):
        said = {str(key): str(words) for key, words in value.items()}
        return f"[{lang}] {said[lang]}" if lang in said else "; ".join(f"[{key}] {said[key]}" for key in said)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(map(str, value))
    return ("yes" if value else "") if isinstance(value, bool) else "" if value is None else str(value)


def _uses(law: Law, name: str, entry: Claim) -> Iterator[str]:
    if isinstance(entry, MeansOfProof):
        elements = [element.id for element in law.elements.values() if name in element.means_of_proof]
        yield f"goes to: {', '.join(elements) or 'no element yet'}"
    if isinstance(entry, Authority):
        yield f"elements it gives: {sum(element.authority == name for element in law.elements.values())}"
    if isinstance(entry, RelationGroup):
        yield f"relations: {', '.join(relation.id for relation in entry.relations())}"
    provision = next((p for p in law.provisions.values() if p.breakdown is entry), None)
    if provision:
        yield from _of_breakdown(provision)


def _of_breakdown(provision: Provision) -> Iterator[str]:
    yield f"breaks down: {provision.id}"
    yield f"elements: {', '.join(element.id for element in provision.elements) or 'none'}"
