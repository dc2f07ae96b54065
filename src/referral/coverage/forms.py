"""The forms of an offence of which one suffices: which of them are charged for one act, and which have no gap.

Which provisions are forms of one offence, and which of them is tied to another, is data of the law library. Nothing
here says that a form is shown: a charge without a recorded gap is named, and that is all.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from referral.case.model import Charge
from referral.coverage.model import ChargeCoverage, State
from referral.coverage.standard import holes
from referral.law import Law


@dataclass(frozen=True)
class Form:
    """A charge of one form. If `is_alone`, it is tied to other forms of which none is charged for this act."""

    charge: Charge
    gaps: tuple[str, ...]
    is_contested: bool
    is_alone: bool


@dataclass(frozen=True)
class Forms:
    """The forms of one provision that are charged against one accused for one act, in the order of the charges."""

    provision: str
    charged: tuple[Form, ...]

    @property
    def without_gap(self) -> tuple[Form, ...]:
        """Those of which one suffices, as far as gaps are recorded; what is alone does not."""
        return tuple(form for form in self.charged if not form.gaps and not form.is_alone)


def forms_of(charges: Sequence[ChargeCoverage], law: Law) -> tuple[Forms, ...]:
    """For each accused, act and provision of which one form suffices, the charges of its forms."""
    all_charged = [covered.charge for covered in charges]
    found: list[tuple[str, list[ChargeCoverage]]] = []
    for covered in charges:
        if provision := _chosen_from(covered.charge, law):
            _join(found, provision, covered)
    return tuple(Forms(name, tuple(_form(c, all_charged, law) for c in together)) for name, together in found)


def _join(found: list[tuple[str, list[ChargeCoverage]]], provision: str, covered: ChargeCoverage) -> None:
    """Put a charge to those of the same act; where it links several acts, they become one."""
    same = [entry for entry in found if entry[0] == provision and any(_is_with(covered, c) for c in entry[1])]
    if not same:
        found.append((provision, [covered]))
        return
    for other in same[1:]:
        same[0][1].extend(other[1])
        found.remove(other)
    same[0][1].append(covered)


def _is_with(one: ChargeCoverage, other: ChargeCoverage) -> bool:
    return one.charge.accused == other.charge.accused and one.charge.is_of_one_act_with(other.charge)


def _chosen_from(charge: Charge, law: Law) -> str | None:
    """The nearest provision above of which one form suffices; None if there is none."""
    return next((above.id for above in law.parents(charge.provision) if above.any_of), None)


def _form(covered: ChargeCoverage, charges: Iterable[Charge], law: Law) -> Form:
    is_contested = any(element.state is State.CONTESTED for element in covered.elements)
    return Form(covered.charge, holes(covered), is_contested, is_alone(covered.charge, charges, law))


def is_alone(charge: Charge, charges: Iterable[Charge], law: Law) -> bool:
    """Whether none of the forms to which it is tied is charged for this act, against whomever.

    The one who ordered and those who obeyed are often charged apart.
    """
    needed = law.provision(charge.provision).needs_one_of
    return bool(needed) and not any(c.provision in needed and charge.is_of_one_act_with(c) for c in charges)
