"""The sheets on charges, elements and items, and the order of all sheets: names of columns and rows of cells."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from referral.case.model import Bearing, Mapping
from referral.coverage import ChargeCoverage, ElementCoverage
from referral.coverage.standard import holes
from referral.report.analysis import Analysis
from referral.report.disclosure import opposing
from referral.report.elsewhere import read_from_words
from referral.report.shown import Shown
from referral.report.telling import Teller
from referral.report.workbook.analysed import Analysed
from referral.report.workbook.beside import Beside
from referral.report.workbook.limbs import Limbs
from referral.report.workbook.sheet import CellWords, Made, Row, Sheet, sheets


@dataclass(frozen=True)
class Sheets:
    """Fills the sheets of one report."""

    tell: Teller
    shown: Shown
    analysis: Analysis

    def all(self) -> Iterator[Sheet]:
        yield from sheets(self._made())
        if self.analysis.is_told:
            yield from sheets(Analysed(self.tell, self.shown, self.analysis).made())

    @cached_property
    def _words(self) -> CellWords:
        return CellWords(self.tell)

    def _made(self) -> Iterator[Made]:
        yield "charges", "charge provision mode accused period stage elements gaps", self._charges
        counted = "supports contradicts qualifies context origins withheld hole"
        yield "elements", f"charge number element wording state {counted} justified", self._elements
        weighed = "inference strength knowledge tier rationale answer weighed_by reviewed_by read_from"
        yield "items", f"charge element mapping bearing fact evidence text where {weighed}", self._items
        yield from Limbs(self.tell, self.shown).made()
        yield "gaps", "charge number element wording state justified decided_by", self._gaps
        opposed = "charge element mapping bearing strength answer fact evidence text disclosure"
        yield "contradictions", opposed, self._contradictions
        yield from Beside(self.tell, self.shown).made()
        yield "orphans", "item title disclosure", self._orphans
        if self.shown.without:
            yield "changes", "charge element before after opens_gap", self._changes

    def _elements_asked(self) -> Iterator[tuple[ChargeCoverage, ElementCoverage]]:
        return ((covered, element) for covered in self.shown.asked for element in covered.elements)

    def _charges(self) -> Iterator[Row]:
        for covered in self.shown.asked:
            charge, tell = covered.charge, self.tell
            mode = tell.cited(charge.mode) if charge.mode else ""
            stage = tell.words(f"annex.stage.{charge.stage.value}")
            told = (
                self._words.flat(tell.marked(charge, tell.charged(charge))),
                mode,
                self._words.flat(tell.accused(charge)),
            )
            yield charge.id, *told, tell.date(charge.period), stage, len(covered.elements), len(holes(covered))

    def _elements(self) -> Iterator[Row]:
        for covered, e in self._elements_asked():
            counts = tuple(len(e.with_bearing(bearing)) for bearing in Bearing)
            withheld = self._words.yes((covered.charge.id, e.element.id) in self.shown.coverage.withheld)
            reason = self._reason(e)
            yield *self._named(covered, e), *counts, e.origins, withheld, self._words.yes(e.is_hole), reason

    def _reason(self, e: ElementCoverage) -> str:
        """Why a gap may stay."""
        tell, gap = self.tell, e.justified
        return self._words.flat(tell.marked(gap, tell.said(gap.reason))) if gap else ""

    def _answer(self, m: Mapping) -> str:
        return self._words.flat(self.tell.marked(m, self.tell.said(m.answer))) if m.answer else ""

    def _named(self, covered: ChargeCoverage, e: ElementCoverage) -> Row:
        tell = self.tell
        number = tell.element_number(covered.charge, e.element)
        return covered.charge.id, number, e.element.id, tell.element(e.element), tell.value("state", e.state)

    def _items(self) -> Iterator[Row]:
        for covered, e in self._elements_asked():
            for item in e.items:
                yield self._item(covered.charge.id, e.element.id, item.mapping, item.evidence)

    def _item(self, charge: str, element: str, m: Mapping, evidence: tuple[str, ...]) -> Row:
        tell = self.tell
        bearing = tell.value("bearing", m.bearing)
        subject = (m.fact or "", ", ".join(evidence), self._words.flat(tell.subject(m)), self._where(m))
        weight = (tell.value(name, getattr(m, name)) for name in ("inference", "strength", "knowledge", "tier"))
        reasons = (self._words.flat(tell.said(m.rationale)), self._answer(m), m.by, tell.reviewed(m))
        return charge, element, m.id, bearing, *subject, *weight, *reasons, read_from_words(tell, m)

    def _where(self, mapping: Mapping) -> str:
        fact = self.tell.view.case.by_id.get(mapping.fact or "")
        cites = [self.tell.citation(c) for c in getattr(fact, "citations", [])]
        return "; ".join(f"{c['evidence']}, {c['place']}" for c in cites)

    def _gaps(self) -> Iterator[Row]:
        """Elements that nothing supports; those that may stay so say why."""
        for covered, e in self._elements_asked():
            if e.is_hole or e.justified:
                yield *self._named(covered, e), self._reason(e), e.justified.by if e.justified else ""

    def _contradictions(self) -> Iterator[Row]:
        tell = self.tell
        for covered, e in self._elements_asked():
            for item in opposing(e):
                m = item.mapping
                head = (covered.charge.id, e.element.id, m.id, tell.value("bearing", m.bearing))
                weighed = (tell.value("strength", m.strength), self._answer(m), m.fact or "")
                yield (
                    *head,
                    *weighed,
                    ", ".join(item.evidence),
                    self._words.flat(tell.subject(m)),
                    self._words.classes(item.evidence),
                )

    def _changes(self) -> Iterator[Row]:
        """What the exclusion asked for changes."""
        return map(self._words.change, self.shown.changes)

    def _orphans(self) -> Iterator[Row]:
        return ((code, self._words.title(code), self._words.classes([code])) for code in self.shown.coverage.orphans)
