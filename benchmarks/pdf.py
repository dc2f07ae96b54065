"""An annex of many exhibits as PDF by WeasyPrint: our chunks on every core beside one plain page; and built again.

Both print the table of `docx_annex`; ours is PDF/A-3a and tagged, with “Page X of Y”, the other is not. The second
build finds the pages of the first, and one exhibit changed.
"""

import os
import platform
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.docx_annex import HEAD, WIDTHS, exhibits
from benchmarks.frame import Cost, Job, Scale, Work, exponent, measure
from benchmarks.report import Figure, Section, table
from referral.document.inlines import Text
from referral.document.layout import Layout, Properties
from referral.document.nodes import Document, Orientation
from referral.document.nodes import Section as Pages
from referral.document.number import number
from referral.document.tables import Cell, Row, Rows, Table
from referral.writers.pdf import write_pdf
from referral.writers.pdf.as_engine import ENGINE
from referral.writers.pdf.kept import Kept
from referral.writers.pdf.press import Engine, Press
from referral.writers.pdf.workers import Workers

SIZES = (10, 1_000, 2_000, 10_000)
OURS, PLAIN, AGAIN = "referral: tree to PDF in chunks", "plain WeasyPrint", "referral: built again, one exhibit changed"
MOST_WALL, MOST_MEMORY, MOST_AGAIN, STEEPEST = 0.55, 0.3, 0.08, 1.1


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


def ours(rows: int) -> Work:
    return built(rows, write_pdf, ENGINE)


def again(rows: int) -> Work:
    return built_again(rows, write_pdf, ENGINE)


def built(rows: int, write: Callable[[Document, Press[Any]], object], engine: Engine[Any]) -> Work:
    document = annex(rows)

    def work() -> None:
        with Workers(os.cpu_count() or 1, engine) as press:
            write(document, press)

    return work


def built_again(rows: int, write: Callable[[Document, Press[Any]], object], engine: Engine[Any]) -> Work:
    kept, changed = TemporaryDirectory(), annex(rows, is_changed=True)
    with Workers(os.cpu_count() or 1, engine) as press:
        write(annex(rows), Kept(press, Path(kept.name)))

    def work() -> None:
        with kept, Workers(os.cpu_count() or 1, engine) as second:
            write(changed, Kept(second, Path(kept.name)))

    return work


def by_weasyprint(rows: int) -> Work:
    from weasyprint import HTML

    return lambda: HTML(string=plain_page(rows)).write_pdf()


def plain_page(rows: int) -> str:
    """The table as anybody would write it in HTML."""

    def cells(name: str, words: tuple[str, ...]) -> str:
        return "".join(f"<{name}>{escape(each)}</{name}>" for each in words)

    style = """@page { size: A4 landscape; margin: 20mm 10mm 20mm 30mm }
    body { font: 10pt "Liberation Serif"; margin: 0 }
    table { width: 100%; table-layout: fixed; border-collapse: collapse }
    th, td { border: .5pt solid #404040; padding: 2.4pt 1.5mm; vertical-align: top; overflow-wrap: anywhere }"""
    widths = "".join(f'<col style="width: {100 * width / sum(WIDTHS)}%">' for width in WIDTHS)
    body = "".join(f"<tr>{cells('td', words)}</tr>" for words in exhibits(rows))
    head = f"<colgroup>{widths}</colgroup><thead><tr>{cells('th', HEAD)}</tr></thead>"
    return f'<!DOCTYPE html><html lang="uk"><style>{style}</style><table>{head}<tbody>{body}</tbody></table></html>'


def run(scale: Scale) -> Iterator[Section]:
    costs = {rows: measured(rows, scale.rounds) for rows in scale.sizes(*SIZES)}
    curves = {name: {n: found[name].wall for n, found in costs.items()} for name in (OURS, PLAIN, AGAIN)}
    yield Section("Annex as PDF by WeasyPrint", section(costs), figures(costs), curves)


def measured(rows: int, rounds: int) -> dict[str, Cost]:
    works = {OURS: ours, PLAIN: by_weasyprint, AGAIN: again}
    return measure([Job(name, prepare, (rows,)) for name, prepare in works.items()], rounds)


def figures(costs: dict[int, dict[str, Cost]]) -> list[Figure]:
    """What was promised of the largest annex."""
    largest = max(costs)
    found, work = costs[largest], f"annex PDF by WeasyPrint, {largest:,} exhibits × {len(HEAD)} columns"
    shares = {
        f"{work}: time beside {PLAIN}": (found[OURS].wall / found[PLAIN].wall, MOST_WALL),
        f"{work}: memory beside {PLAIN}": (found[OURS].memory / found[PLAIN].memory, MOST_MEMORY),
        f"{work}: built again after one exhibit changed": (found[AGAIN].wall / found[OURS].wall, MOST_AGAIN),
    }
    return [
        *(Figure(what, f"≤ {most} ×", f"{share:.2f} ×", share <= most) for what, (share, most) in shares.items()),
        *_growth(costs),
    ]


def _growth(costs: dict[int, dict[str, Cost]]) -> Iterator[Figure]:
    large = {n: found[OURS].wall for n, found in costs.items() if n >= SIZES[1]}
    if len(large) > 1:
        slope = exponent(large)
        work = f"annex PDF by WeasyPrint: growth of time from {min(large):,} to {max(large):,} exhibits"
        yield Figure(work, f"exponent ≤ {STEEPEST}", f"{slope:.2f}", slope <= STEEPEST)


def section(costs: dict[int, dict[str, Cost]]) -> str:
    """The table in Markdown."""
    rows = [
        [name, f"{n:,}", f"{cost.wall:.2f}", f"{cost.cpu:.2f}", f"{cost.cpu / found[PLAIN].cpu:.2f}", _mega(cost)]
        for n, found in costs.items()
        for name, cost in found.items()
    ]
    text = (
        f"Python {platform.python_version()}, {os.cpu_count()} cores; memory of all processes at the peak; medians.\n"
    )
    return f"{text}\n{table(['work', 'rows', 'seconds', 'of processors', f'× {PLAIN}', 'MB'], rows)}"


def _mega(cost: Cost) -> str:
    return f"{cost.memory / 1e6:.0f}"
