"""What follows from a coverage: what a case would lose with an item, what is asked of people, what to collect next.

All of it speaks of the whole that a recipient sees, whatever part of that is reported.
"""

from dataclasses import dataclass
from functools import cached_property

from referral.coverage import Coverage
from referral.coverage.exclusion import Break, Change, Exclusions
from referral.coverage.next_steps import Step, next_steps
from referral.coverage.questions import Asked, questions_of
from referral.law import Law
from referral.protection.view import View
from referral.report.shown import Shown


@dataclass(frozen=True)
class Analysis:
    """Each part is reckoned when it is asked for, and once."""

    view: View
    law: Law

    @cached_property
    def losses(self) -> dict[str, tuple[Change, ...]]:
        """What each item changes if it is lost alone; items that change nothing are left out."""
        return self._exclusions.depended_upon()

    @cached_property
    def breaks(self) -> tuple[Break, ...]:
        """For each charge, the smallest sets of items whose loss opens a gap."""
        return self._exclusions.breaks()

    @cached_property
    def questions(self) -> tuple[Asked, ...] | None:
        """The questions of the library with their answers; None for a wide circle, which is not told the answers."""
        return None if self.view.profile.is_wide else questions_of(self.view.case, self.law)

    def steps(self, coverage: Coverage) -> tuple[Step, ...] | None:
        """The means of proof not yet there; None for a wide circle: what we plan stays inside."""
        return None if self.view.profile.is_wide else next_steps(coverage, self.law, self.view.case)

    @cached_property
    def _exclusions(self) -> Exclusions:
        return Exclusions(self.view.case, self.law)


def changes_shown(analysis: Analysis, shown: Shown) -> dict[str, list[Change]]:
    """By item, the changes of the elements that are reported; items that change none of them are left out."""
    pairs = shown.pairs
    found = {item: [c for c in lost if (c.charge, c.element) in pairs] for item, lost in analysis.losses.items()}
    return {item: changed for item, changed in found.items() if changed}


def breaks_shown(analysis: Analysis, shown: Shown) -> list[Break]:
    """The breaks of the charges that are reported."""
    charges = {covered.charge.id for covered in shown.asked}
    return [found for found in analysis.breaks if found.charge in charges]


def questions_shown(analysis: Analysis, shown: Shown) -> list[Asked] | None:
    """The questions of the charges that are reported, of the case, and of its items; None as in `questions`."""
    charges = {covered.charge.id for covered in shown.asked}
    found = analysis.questions
    return None if found is None else [one for one in found if one.kind != "charge" or one.target in charges]


def steps_shown(analysis: Analysis, shown: Shown) -> list[Step] | None:
    """The steps for the elements that are reported; None as in `steps`."""
    found = analysis.steps(shown.coverage)
    return None if found is None else [step for step in found if (step.charge, step.element) in shown.pairs]
