"""The sheet of the alternatives within elements: each with the mappings that say they bear on it."""

from collections.abc import Iterator
from dataclasses import dataclass

from referral.coverage import ChargeCoverage, ElementCoverage
from referral.coverage.limbs import Bears, choices_of, unsaid_of
from referral.report.limb_lines import limb_label
from referral.report.shown import Shown
from referral.report.telling import Teller
from referral.report.workbook.sheet import Made, Row


@dataclass(frozen=True)
class Limbs:
    """Fills it for the charges asked about; an alternative that nobody names has a row too."""

    tell: Teller
    shown: Shown

    def made(self) -> Iterator[Made]:
        yield "limbs", "charge number element choice limb supports contradicts qualifies", self._rows

    def _rows(self) -> Iterator[Row]:
        return (row for covered in self.shown.asked for e in covered.elements for row in self._of(covered, e))

    def _of(self, covered: ChargeCoverage, e: ElementCoverage) -> Iterator[Row]:
        head = (covered.charge.id, self.tell.element_number(covered.charge, e.element), e.element.id)
        for number, choice in enumerate(choices_of(e), start=1):
            for one in choice.limbs:
                yield *head, number, limb_label(self.tell, one.limb), *_cells(one.bears)
        unsaid = unsaid_of(e)
        if not unsaid.is_empty:
            yield *head, "", self.tell.words("report.limb_unsaid"), *_cells(unsaid)


def _cells(bears: Bears) -> tuple[str, str, str]:
    return ", ".join(bears.supports), ", ".join(bears.contradicts), ", ".join(bears.qualifies)
