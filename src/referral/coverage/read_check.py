"""Rules on weighings that hold for several charges (`read_by` of a mapping).

`unknown-element`: a weighing is read for an element that the other charge does not have.
`not-shared`: a weighing is read for, or from, what is not contextual; minds, roles and conduct are shown anew.
`no-relation`: a weighing is read for another element, and no relation of the law library carries it there.
`repeated-reading`: a weighing is read twice for the same element of the same charge, or for its own.
`another-act`: a weighing is read for a charge that shares no incident with its own; each act has its own context.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from referral.case.load import LoadedCase
from referral.case.model import Charge, Mapping, ReadBy
from referral.coverage.assess import elements_of_charge, is_known
from referral.coverage.crosswalk import are_comparable, carrying, is_shared
from referral.diagnostics import Diagnostic, Position, error, warning
from referral.law import Law


@dataclass(frozen=True)
class _Read:
    """A reading and its place."""

    loaded: LoadedCase
    index: int
    number: int
    mapping: Mapping
    by: ReadBy

    @property
    def element(self) -> str:
        return self.by.element or self.mapping.element

    def at(self, key: str) -> Position:
        """The place of a key, of the charge if the key is left out."""
        named = key if getattr(self.by, key) else "charge"
        return self.loaded.where("mappings", self.index, "read_by", self.number, named)


def check_readings(loaded: LoadedCase, law: Law) -> Iterator[Diagnostic]:
    """Of charges in force whose provisions the library has; what is read for the wrong element is blamed once."""
    charges = {c.id: c for _, c in loaded.entries("charges") if is_known(c, law)}
    written = {_key(m, m.charge, m.element) for _, m in loaded.entries("mappings")}
    for index, mapping in loaded.entries("mappings"):
        for number, by in enumerate(mapping.read_by):
            read = _Read(loaded, index, number, mapping, by)
            if by.charge in charges and mapping.charge in charges and mapping.element in law.elements:
                found = list(_belongs(read, charges[by.charge], law)) or list(_carries(read, law))
                yield from found or _same_act(read, charges, law)
            key = _key(mapping, by.charge, read.element)
            if key in written:
                message = f"{mapping.id} is set against {read.element} of {by.charge} already; leave this reading out"
                yield error(read.at("charge"), "repeated-reading", message)
            written.add(key)


def _key(mapping: Mapping, charge: str, element: str) -> tuple[object, ...]:
    return mapping.fact, mapping.evidence, mapping.bearing, charge, element


def _belongs(read: _Read, charge: Charge, law: Law) -> Iterator[Diagnostic]:
    own = [element.id for element in elements_of_charge(charge, law)]
    item = read.loaded.case.by_id[read.mapping.fact or read.mapping.evidence or ""]
    if item.invented and not charge.invented:
        message = f"the invented {item.id} is read for the real charge {charge.id}; the two never mix"
        yield error(read.at("charge"), "invented-supports-real", message)
    if read.element not in own:
        message = f"{charge.id} ({charge.provision}) has no element {read.element}"
        contextual = ", ".join(name for name in own if is_shared(law.element(name))) or "none"
        yield error(read.at("element"), "unknown-element", message, f"its contextual elements: {contextual}")


def _carries(read: _Read, law: Law) -> Iterator[Diagnostic]:
    first, second = read.mapping.element, read.element
    for name in dict.fromkeys((first, second)):
        if not is_shared(law.element(name)):
            message = f"{name} is not contextual; it is shown for each charge anew"
            yield error(read.at("element"), "not-shared", message, "write a mapping of its own")
            return
    if first != second and carrying(first, second, law) is None:
        message = f"{first} cannot be read for {second}: {_how_they_stand(first, second, law)}"
        yield error(read.at("element"), "no-relation", message, "write a mapping of its own")


def _how_they_stand(first: str, second: str, law: Law) -> str:
    found = [f"“{r.extent.value}” ({r.id})" for r in law.relations_of(first) if r.second == second]
    if not found:
        return "the law library has no relation between them"
    return f"the law library holds the first to be {' and '.join(found)} to the second; it takes “equal” or “subset”"


def _same_act(read: _Read, charges: dict[str, Charge], law: Law) -> Iterator[Diagnostic]:
    one, other = charges[read.mapping.charge], charges[read.by.charge]
    if not are_comparable(one, other, law.element(read.element)):
        why = "share no incident" if one.invented == other.invented else "are not both invented"
        message = f"{one.id} and {other.id} {why}; each act has its own context"
        yield warning(read.at("charge"), "another-act", message, "say in the rationale why it holds for both")
