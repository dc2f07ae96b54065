"""The sheets of analysis: what would be lost, what is asked, whom to hear, what to collect, whose words it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from referral.report.analysis import Analysis, breaks_shown, is_unsupported, losses_shown
from referral.report.chain_lines import ChainLines
from referral.report.shown import Shown
from referral.report.telling import Teller
from referral.report.work import Entry, work_data
from referral.report.workbook.sheet import CellWords, Made, Row


@dataclass(frozen=True)
class Analysed:
    """Fills the sheets that are for those who draw up the case only."""

    tell: Teller
    shown: Shown
    analysis: Analysis

    def made(self) -> Iterator[Made]:
        yield "losses", "item title charge element before after opens_gap elsewhere", self._losses
        yield "breaks", "charge set", self._breaks
        asked = "screen question basis articles about answer rationale facts weighed_by"
        yield "questions", asked, self._questions
        yield "hearing", "charge about persons why_not instead", self._hearings
        yield "steps", "charge element state means ways allowed left why_not instead", self._steps
        yield "captures", "item title capture_standard paragraph lacking known", self._captures
        yield "chains", "item title chain circle", self._chains

    @cached_property
    def _words(self) -> CellWords:
        return CellWords(self.tell)

    @cached_property
    def _work(self) -> Entry:
        return work_data(self.tell, self.shown, self.analysis)

    def _losses(self) -> Iterator[Row]:
        for loss in losses_shown(self.analysis, self.shown):
            head = (loss.item, self._words.title(loss.item))
            elsewhere = self.tell.words("report.elsewhere", n=loss.elsewhere) if loss.elsewhere else ""
            for told in map(self._words.change, loss.changes):
                yield *head, *told, elsewhere
            if not loss.changes:
                yield *head, "", "", "", "", "", elsewhere

    def _breaks(self) -> Iterator[Row]:
        for found in breaks_shown(self.analysis, self.shown):
            told = [" + ".join(sorted(lost)) for lost in found.sets]
            none = "report.unsupported" if is_unsupported(found, self.analysis) else "report.more_than_three"
            yield from ((found.charge, lost) for lost in told or [self.tell.words(none)])

    def _questions(self) -> Iterator[Row]:
        """A row for each of whom a question is asked, with the articles behind it and the facts of the answer."""
        for screen, q in ((one["title"], q) for one in self._work["questions"] for q in one["questions"]):
            head = (screen, q["question"], q["basis"], "; ".join(q["articles"]))
            yield from ((*head, *self._answer(asked)) for asked in q["asked"])

    def _answer(self, asked: Entry) -> Row:
        flat = self._words.flat
        facts = "; ".join(flat(title) for _, title in asked.get("facts", ()))
        return asked["target"], asked["answer"], flat(asked.get("text", "")), facts, asked.get("by", "")

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
                ways = (s["ways"], self._words.yes(s["allowed"]), s["left"], s["why_not"], s["instead"])
                yield group["charge"], group["element"], state, s["text"], *ways

    def _captures(self) -> Iterator[Row]:
        """A row for each item and each minimum of a standard of capture that it does not show."""
        for found in self._work["captures"]:
            told = (found["standard"], found["place"], found["text"], found["known"])
            yield from ((item, self._words.title(item), *told) for item in found["items"])

    def _chains(self) -> Iterator[Row]:
        """For each item a row to each origin of its words; at the end the circles of sources, whose row has no item."""
        lines, words = ChainLines(self.tell), self._words
        for item in self.tell.view.case.evidence:
            title = words.title(item.id)
            yield from ((item.id, title, line.text, words.yes(line.is_circle)) for line in lines.of(item.id))
        yield from (("", "", line, words.yes(True)) for line in lines.circles())
