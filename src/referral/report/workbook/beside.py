"""The sheets of what stands beside the elements: support that other charges have, and what happened when."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from referral.coverage import ChargeCoverage, ElementCoverage
from referral.coverage.crosswalk import Reading, readings_for
from referral.law import in_language
from referral.report.happenings import happenings
from referral.report.shown import Shown
from referral.report.telling import Teller
from referral.report.workbook.sheet import CellWords, Made, Row


@dataclass(frozen=True)
class Beside:
    """Fills the sheets of the crosswalk and of the timeline."""

    tell: Teller
    shown: Shown

    def made(self) -> Iterator[Made]:
        read = "charge number element from_charge from_number from_element state extent rationale confirm"
        yield "crosswalk", read, self._crosswalk
        yield "timeline", "date kind id text", self._timeline

    @cached_property
    def _words(self) -> CellWords:
        return CellWords(self.tell)

    def _crosswalk(self) -> Iterator[Row]:
        for covered in self.shown.asked:
            for e in covered.elements:
                found = readings_for(self.shown.coverage, self.tell.law, covered.charge.id, e.element.id)
                yield from (self._reading(covered, e, reading) for reading in found)

    def _reading(self, covered: ChargeCoverage, e: ElementCoverage, reading: Reading) -> Row:
        tell, other = self.tell, self.shown.coverage.of(reading.charge)
        number = tell.element_number(covered.charge, e.element)
        there = tell.element_number(other.charge, tell.law.element(reading.element)) if other else ""
        extent, reason = tell.value("extent", reading.extent), in_language(reading.reason, tell.language.code)
        told = (tell.value("state", reading.state), extent, reason, self._words.yes(reading.confirm))
        return covered.charge.id, number, e.element.id, reading.charge, there, reading.element, *told

    def _timeline(self) -> Iterator[Row]:
        """In the order of time; what has no date stands at the end."""
        words = self.tell.words
        for one in happenings(self.tell):
            date = one.date or words("report.no_date")
            yield date, words(f"report.kind.{one.kind}"), one.id, self._words.flat(one.text)
