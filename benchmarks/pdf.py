"""An annex of many exhibits as PDF: by both engines of ours, in chunks on every core, beside their peers.

All print the table of `docx_annex`. Ours is PDF/A-3a and tagged, with “Page X of Y”, begins at the document tree, and
ends at the bytes of the file. A second build finds the pages of the first, and one exhibit changed.
"""

import os
import platform
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.docx_annex import HEAD, WIDTHS, exhibits
from benchmarks.frame import Cost, Job, Scale, Work, exponent, how, measure
from benchmarks.pdf_peers import by_chromium, by_hand, by_reportlab, by_weasyprint
from benchmarks.report import Figure, Section, table
from referral.document.inlines import Text
from referral.document.layout import Layout, Properties
from referral.document.nodes import Document, Orientation
from referral.document.nodes import Section as Pages
from referral.document.number import number
from referral.document.tables import Cell, Row, Rows, Table
from referral.writers import pdf, typst
from referral.writers.pdf import as_engine as weasyprint_engine
from referral.writers.pdf.kept import Kept
from referral.writers.pdf.press import Engine, Press
from referral.writers.pdf.workers import Workers
from referral.writers.typst import as_engine as typst_engine

SIZES = (10, 1_000, 10_000)
WEASYPRINT, TYPST = "referral, WeasyPrint", "referral, Typst"
WEASYPRINT_AGAIN, TYPST_AGAIN = f"{WEASYPRINT}, one exhibit changed", f"{TYPST}, one exhibit changed"
PLAIN, BROWSER, BY_HAND, LIMIT = "plain WeasyPrint", "headless Chromium", "Typst by hand", "ReportLab (limit)"
STEEPEST = 1.1
HAND_WHY = (
    "Typst beside a file by hand: setting the pages of the rows takes as long in both. Ours reads a tree, writes\n"
    "it as data, sets pages chunk by chunk in a third of the memory, and merges pages and tags, which took 2.7\n"
    "seconds of 12.6. From run to run the share was 1.3 to 1.8 on this machine."
)
AGAIN_WHY = (
    "Typst, one exhibit changed: the first build is so short that what a second cannot leave out is a large part\n"
    "of it: the words of all rows as data, the start of a process, and the merge of all pages and tags. All\n"
    "chunks but one come from what was kept."
)


@dataclass(frozen=True)
class Promise:
    """`what` of one work is at most so many times that of another."""

    what: str
    of: str
    beside: str
    most: float
    reached: Callable[[Cost], float]
    why: str = ""

    def figure(self, costs: Mapping[str, Cost], work: str) -> Figure:
        share = self.reached(costs[self.of]) / self.reached(costs[self.beside])
        told = f"{work}, {self.of}: {self.what} beside {self.beside}"
        return Figure(told, f"≤ {self.most} ×", f"{share:.2f} ×", share <= self.most, self.why)


def _wall(cost: Cost) -> float:
    return cost.wall


def _cpu(cost: Cost) -> float:
    return cost.cpu


def _memory(cost: Cost) -> float:
    return cost.memory


PROMISES = (
    Promise("time", WEASYPRINT, PLAIN, 0.55, _wall),
    Promise("memory", WEASYPRINT, PLAIN, 0.3, _memory),
    Promise("time", WEASYPRINT_AGAIN, WEASYPRINT, 0.08, _wall),
    Promise("processor time", TYPST, PLAIN, 0.12, _cpu),
    Promise("processor time", TYPST, BROWSER, 0.5, _cpu),
    Promise("processor time", TYPST, BY_HAND, 1.3, _cpu, HAND_WHY),
    Promise("memory", TYPST, PLAIN, 0.3, _memory),
    Promise("time", TYPST_AGAIN, TYPST, 0.08, _wall, AGAIN_WHY),
)


def annex(rows: int, *, is_changed: bool = False) -> Document:
    """The annex as a tree; `is_changed` puts a word into one exhibit."""

    def row(words: tuple[str, ...]) -> Row:
        return Row(tuple(Cell(((Text(each),),)) for each in words))

    def read() -> Iterator[Row]:
        for place, (first, *others) in enumerate(exhibits(rows)):
            yield row((first + " змінено" * (is_changed and place == rows // 2), *others))

    listed = Table(WIDTHS, (row(HEAD),), Rows(read))
    properties = Properties(lang="uk", title="Вигаданий додаток", created="2023-01-31")
    return number(Document(properties, Layout(), (Pages(Orientation.LANDSCAPE, (listed,)),)))


def by_our_weasyprint(rows: int) -> Work:
    return _built(rows, pdf.write_pdf, weasyprint_engine.ENGINE)


def by_our_typst(rows: int) -> Work:
    return _built(rows, typst.write_pdf, typst_engine.ENGINE)


def again_by_weasyprint(rows: int) -> Work:
    return _built_again(rows, pdf.write_pdf, weasyprint_engine.ENGINE)


def again_by_typst(rows: int) -> Work:
    return _built_again(rows, typst.write_pdf, typst_engine.ENGINE)


def _built(rows: int, write: Callable[[Document, Press[Any]], object], engine: Engine[Any]) -> Work:
    document = annex(rows)

    def work() -> None:
        with Workers(os.cpu_count() or 1, engine) as press:
            write(document, press)

    return work


def _built_again(rows: int, write: Callable[[Document, Press[Any]], object], engine: Engine[Any]) -> Work:
    kept, changed = TemporaryDirectory(), annex(rows, is_changed=True)
    with Workers(os.cpu_count() or 1, engine) as press:
        write(annex(rows), Kept(press, Path(kept.name)))

    def work() -> None:
        with kept, Workers(os.cpu_count() or 1, engine) as second:
            write(changed, Kept(second, Path(kept.name)))

    return work


WORKS: Mapping[str, Callable[[int], Work]] = {
    WEASYPRINT: by_our_weasyprint,
    WEASYPRINT_AGAIN: again_by_weasyprint,
    TYPST: by_our_typst,
    TYPST_AGAIN: again_by_typst,
    PLAIN: by_weasyprint,
    BROWSER: by_chromium,
    BY_HAND: by_hand,
    LIMIT: by_reportlab,
}


def run(scale: Scale) -> Iterator[Section]:
    costs = {rows: measured(rows, scale.rounds) for rows in scale.sizes(*SIZES)}
    curves = {name: {n: found[name].cpu for n, found in costs.items()} for name in WORKS}
    yield Section("Annex as PDF", f"{_about(scale)}\n\n{section(costs)}", figures(costs), curves)


def measured(rows: int, rounds: int) -> dict[str, Cost]:
    return measure([Job(name, prepare, (rows,)) for name, prepare in WORKS.items()], rounds)


def figures(costs: Mapping[int, Mapping[str, Cost]]) -> list[Figure]:
    """What was promised of the largest annex, and of growth."""
    largest = max(costs)
    work = f"annex PDF, {largest:,} exhibits × {len(HEAD)} columns"
    return [*(promise.figure(costs[largest], work) for promise in PROMISES), *_growth(costs)]


def _growth(costs: Mapping[int, Mapping[str, Cost]]) -> Iterator[Figure]:
    for name in (WEASYPRINT, TYPST):
        slope = _slope(costs, name)
        if slope is not None:
            work = f"annex PDF, {name}: growth of time from {SIZES[1]:,} to {max(costs):,} exhibits"
            yield Figure(work, f"exponent ≤ {STEEPEST}", f"{slope:.2f}", slope <= STEEPEST)


def _slope(costs: Mapping[int, Mapping[str, Cost]], name: str) -> float | None:
    large = {n: found[name].wall for n, found in costs.items() if n >= SIZES[1]}
    return exponent(large) if len(large) > 1 else None


def _about(scale: Scale) -> str:
    return (
        f"Python {platform.python_version()}, {os.cpu_count()} cores; {how(scale)}. Seconds by the clock and of all\n"
        "processors; memory of all processes together at the peak. Ours starts its processes within that time, and is\n"
        "PDF/A-3a and tagged, as the file by hand is; the others are neither."
    )


def section(costs: Mapping[int, Mapping[str, Cost]]) -> str:
    """The table in Markdown."""
    head = ["work", "rows", "seconds", "of processors", f"× {PLAIN}", "MB"]
    return table(head, [_row(name, n, found) for n, found in costs.items() for name in found])


def _row(name: str, rows: int, found: Mapping[str, Cost]) -> list[str]:
    cost = found[name]
    beside = f"{cost.cpu / found[PLAIN].cpu:.2f}"
    return [name, f"{rows:,}", f"{cost.wall:.2f}", f"{cost.cpu:.2f}", beside, f"{cost.memory / 1e6:.0f}"]
