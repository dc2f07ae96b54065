"""What follows from a coverage: what a case would lose with an item, what is asked of people, what to collect next.

It is work of those who draw up a case (design.md 2.13) and told to nobody else: the view of another recipient lacks
answers, reasons and persons, so that what is reckoned from it would be untrue.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from referral.case.falling import Falling
from referral.coverage.captures import Unmet, unmet_minimums
from referral.coverage.chains import Chains
from referral.coverage.exclusion import Break, Change, Exclusions
from referral.coverage.forms import Forms, forms_of
from referral.coverage.hearing import Hearing, hearing_of
from referral.coverage.next_steps import Step, next_steps
from referral.coverage.questions import Asked, questions_of
from referral.coverage.standard import at_standard
from referral.law import Law
from referral.protection.profiles import INTERNAL
from referral.protection.view import View
from referral.report.shown import Shown


@dataclass(frozen=True)
class Loss:
    """What the loss of one item changes among the elements reported, and how many others it changes."""

    item: str
    changes: tuple[Change, ...]
    elsewhere: int


@dataclass(frozen=True)
class Analysis:
    """Of the whole case, whatever part of it is reported. Each part is reckoned when it is asked for, and once."""

    view: View
    law: Law

    @property
    def is_told(self) -> bool:
        """Whether the recipient is one of those who draw up the case."""
        return self.view.profile.name == INTERNAL

    @cached_property
    def losses(self) -> dict[str, tuple[Change, ...]]:
        """What each item changes if it is lost alone; items that change nothing are left out."""
        return self._exclusions.depended_upon()

    @cached_property
    def breaks(self) -> tuple[Break, ...]:
        """For each charge, the smallest sets of items whose loss opens a gap."""
        return self._exclusions.breaks()

    @cached_property
    def questions(self) -> tuple[Asked, ...]:
        """The questions of the library with their answers."""
        return questions_of(self.view.case, self.law)

    @cached_property
    def captures(self) -> tuple[Unmet, ...]:
        """What items lack of what a standard of capture calls its minimum."""
        return unmet_minimums(self.view.case, self.law)

    @cached_property
    def chains(self) -> Chains:
        return Chains(self.view.case)

    @cached_property
    def _exclusions(self) -> Exclusions:
        return Exclusions(self.view.case, self.law)


def losses_shown(analysis: Analysis, shown: Shown) -> Iterator[Loss]:
    """What each item that is not yet excluded changes: among the charges reported, gap or no gap, and beside them."""
    gone = Falling(analysis.view.case).without(shown.lost) if shown.lost else ()
    for item, changes in analysis.losses.items():
        if item not in gone:
            seen = tuple(c for c in changes if (c.charge, c.element) in shown.within)
            yield Loss(item, seen, len(changes) - len(seen))


def breaks_shown(analysis: Analysis, shown: Shown) -> list[Break]:
    """The breaks of the charges that are reported."""
    return [found for found in analysis.breaks if found.charge in shown.charge_ids]


def is_unsupported(found: Break, analysis: Analysis) -> bool:
    """Whether a charge has no sets because it has nothing to lose, and not because it would take more items."""
    covered = next(c for c in analysis.view.coverage.charges if c.charge.id == found.charge)
    return not any(e.is_supported for e in covered.elements)


def questions_shown(analysis: Analysis, shown: Shown) -> list[Asked]:
    """The questions of the charges that are reported, of the case, and of its items."""
    return [one for one in analysis.questions if one.kind != "charge" or one.target in shown.charge_ids]


def steps_shown(analysis: Analysis, shown: Shown) -> list[Step]:
    """The means of proof not yet there, for the elements that are reported."""
    found = next_steps(shown.coverage, analysis.law, analysis.view.case)
    return [step for step in found if (step.charge, step.element) in shown.pairs]


def forms_shown(analysis: Analysis, shown: Shown) -> list[Forms]:
    """The forms of offences among which the charges reported are, for those who draw up the case.

    Whoever does not see all charges would take a form for one that stands alone.
    """
    if not analysis.is_told:
        return []
    charges, step = shown.coverage.charges, shown.standard
    found = forms_of(at_standard(charges, step, analysis.law) if step else charges, analysis.law)
    return [one for one in found if any(form.charge.id in shown.charge_ids for form in one.charged)]


def hearings_shown(analysis: Analysis, shown: Shown) -> dict[str, Hearing]:
    """Who could be heard about each charge that is reported, with a gap or without, and who must be left to others."""
    charges = (covered.charge for covered in shown.charges)
    return {charge.id: hearing_of(charge, analysis.law, analysis.view.case) for charge in charges}
