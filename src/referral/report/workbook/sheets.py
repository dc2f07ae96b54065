"""What stands in each sheet: names of columns and rows of cells."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from referral.case.model import Bearing, Mapping
from referral.coverage import ChargeCoverage, ElementCoverage
from referral.coverage.exclusion import Change
from referral.coverage.standard import holes
from referral.report.analysis import Analysis, breaks_shown, is_unsupported, losses_shown
from referral.report.shown import Shown
from referral.report.telling import Said, Teller, flat
from referral.report.work import Entry, work_data

Cell = str | int
Row = tuple[Cell, ...]
_OPPOSING = (Bearing.CONTRADICTS, Bearing.QUALIFIES)


@dataclass(frozen=True)
class Sheet:
    """One sheet. `name` and `columns` are paths of words below `report.sheet` and `report.column`."""

    name: str
    columns: tuple[str, ...]
    rows: Iterable[Row]


@dataclass(frozen=True)
class Sheets:
    """Fills the sheets of one report."""

    tell: Teller
    shown: Shown
    analysis: Analysis

    def all(self) -> Iterator[Sheet]:
        for name, columns, rows in self._made():
            yield Sheet(name, tuple(columns.split()), rows())

    def _made(self) -> Iterator[tuple[str, str, Callable[[], Iterable[Row]]]]:
        yield "charges", "charge provision mode accused period stage elements gaps", self._charges
        counted = "supports contradicts qualifies context origins withheld hole"
        yield "elements", f"charge number element wording state {counted} justified", self._elements
        weighed = "inference strength knowledge tier rationale answer weighed_by reviewed_by"
        yield "items", f"charge element mapping bearing fact evidence text where {weighed}", self._items
        yield "gaps", "charge number element wording state justified decided_by", self._gaps
        opposed = "charge element mapping bearing strength answer fact evidence text disclosure"
        yield "contradictions", opposed, self._contradictions
        yield "orphans", "item title disclosure", self._orphans
        if self.shown.without:
            yield "changes", "charge element before after opens_gap", self._changes
        yield from self._analysed() if self.analysis.is_told else ()

    def _analysed(self) -> Iterator[tuple[str, str, Callable[[], Iterable[Row]]]]:
        """For those who draw up the case only."""
        yield "losses", "item title charge element before after opens_gap elsewhere", self._losses
        yield "breaks", "charge set", self._breaks
        yield "questions", "screen question about answer rationale weighed_by", self._questions
        yield "hearing", "charge about persons why_not instead", self._hearings
        yield "steps", "charge element state means ways allowed left why_not instead", self._steps

    def _elements_asked(self) -> Iterator[tuple[ChargeCoverage, ElementCoverage]]:
        return ((covered, element) for covered in self.shown.asked for element in covered.elements)

    def _charges(self) -> Iterator[Row]:
        for covered in self.shown.asked:
            charge, tell = covered.charge, self.tell
            mode = tell.cited(charge.mode) if charge.mode else ""
            stage = tell.words(f"annex.stage.{charge.stage.value}")
            told = (self._flat(tell.marked(charge, tell.charged(charge))), mode, self._flat(tell.accused(charge)))
            yield charge.id, *told, tell.date(charge.period), stage, len(covered.elements), len(holes(covered))

    def _elements(self) -> Iterator[Row]:
        for covered, e in self._elements_asked():
            counts = tuple(len(e.with_bearing(bearing)) for bearing in Bearing)
            withheld = self.shown.coverage.withheld.get((covered.charge.id, e.element.id), 0)
            reason = self._reason(e)
            yield *self._named(covered, e), *counts, e.origins, withheld, self._yes(e.is_hole), reason

    def _reason(self, e: ElementCoverage) -> str:
        """Why a gap may stay."""
        tell, gap = self.tell, e.justified
        return self._flat(tell.marked(gap, tell.said(gap.reason))) if gap else ""

    def _answer(self, m: Mapping) -> str:
        return self._flat(self.tell.marked(m, self.tell.said(m.answer))) if m.answer else ""

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
        subject = (m.fact or "", ", ".join(evidence), self._flat(tell.subject(m)), self._where(m))
        weight = (tell.value(name, getattr(m, name)) for name in ("inference", "strength", "knowledge", "tier"))
        reviewed = ", ".join(part for part in (m.reviewed_by or "", tell.date(m.reviewed_on)) if part)
        reasons = (self._flat(tell.said(m.rationale)), self._answer(m), m.by, reviewed)
        return charge, element, m.id, bearing, *subject, *weight, *reasons

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
            for item in (item for item in e.items if item.bearing in _OPPOSING):
                m = item.mapping
                head = (covered.charge.id, e.element.id, m.id, tell.value("bearing", m.bearing))
                weighed = (tell.value("strength", m.strength), self._answer(m), m.fact or "")
                yield (
                    *head,
                    *weighed,
                    ", ".join(item.evidence),
                    self._flat(tell.subject(m)),
                    self._classes(item.evidence),
                )

    def _classes(self, evidence: Iterable[str]) -> str:
        """What the items are for the defence."""
        found = (getattr(self.tell.view.case.by_id[code], "disclosure", None) for code in evidence)
        return ", ".join(dict.fromkeys(self.tell.value("disclosure", one) for one in found if one))

    def _losses(self) -> Iterator[Row]:
        for loss in losses_shown(self.analysis, self.shown):
            head = (loss.item, self._title(loss.item))
            elsewhere = self.tell.words("report.elsewhere", n=loss.elsewhere) if loss.elsewhere else ""
            for told in map(self._change, loss.changes):
                yield *head, *told, elsewhere
            if not loss.changes:
                yield *head, "", "", "", "", "", elsewhere

    def _changes(self) -> Iterator[Row]:
        """What the exclusion asked for changes."""
        return map(self._change, self.shown.changes)

    def _change(self, c: Change) -> Row:
        state = self.tell.value
        return c.charge, c.element, state("state", c.before), state("state", c.after), self._yes(c.opens_hole)

    def _breaks(self) -> Iterator[Row]:
        for found in breaks_shown(self.analysis, self.shown):
            told = [" + ".join(sorted(lost)) for lost in found.sets]
            none = "report.unsupported" if is_unsupported(found, self.analysis) else "report.more_than_three"
            yield from ((found.charge, lost) for lost in told or [self.tell.words(none)])

    @cached_property
    def _work(self) -> Entry:
        return work_data(self.tell, self.shown, self.analysis)

    def _questions(self) -> Iterator[Row]:
        for screen, q in ((one["title"], q) for one in self._work["questions"] for q in one["questions"]):
            for a in q["asked"]:
                yield screen, q["question"], a["target"], a["answer"], self._flat(a.get("text", "")), a.get("by", "")

    def _hearings(self) -> Iterator[Row]:
        """Persons by code: who may be heard, who told already, and who is left to others."""
        words = self.tell.words
        for charge, h in self._work["hearing"].items():
            if not h["known"]:
                yield charge, words("report.hearing_unknown"), "", "", ""
                continue
            yield charge, words("report.hearing_open"), ", ".join(h["open"]) or words("report.nobody"), "", ""
            if h["heard"]:
                yield charge, words("report.hearing_heard"), ", ".join(h["heard"]), "", ""
            for one in h["left"]:
                yield charge, words("report.hearing_left"), ", ".join(one["persons"]), one["text"], one["instead"]

    def _steps(self) -> Iterator[Row]:
        for group in self._work["steps"]:
            state = self.tell.value("state", group["state"])
            for s in group["means"]:
                ways = (s["ways"], self._yes(s["allowed"]), s["left"], s["why_not"], s["instead"])
                yield group["charge"], group["element"], state, s["text"], *ways

    def _orphans(self) -> Iterator[Row]:
        return ((code, self._title(code), self._classes([code])) for code in self.shown.coverage.orphans)

    def _title(self, code: str) -> str:
        entry = self.tell.view.case.by_id[code]
        return self._flat(self.tell.marked(entry, self.tell.said(getattr(entry, "title", None))))

    def _yes(self, holds: bool) -> str:
        return self.tell.words("annex.yes") if holds else ""

    def _flat(self, said: Said) -> str:
        return flat(said, self.tell.words("missing.translation"))
