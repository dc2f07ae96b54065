"""An annex of many exhibits as PDF by Typst: our writer beside a plain page of WeasyPrint, headless Chromium, and a
Typst file as one would write it by hand; and built again, with the pages of the first build and one exhibit changed.

All print the table of `docx_annex`; ours and the file by hand are PDF/A-3a and tagged, the others are neither.
"""

import platform
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.docx_annex import HEAD, WIDTHS, exhibits
from benchmarks.frame import Cost, Job, Scale, Work, exponent, measure
from benchmarks.pdf import MOST_AGAIN, built, built_again, by_weasyprint, plain_page
from benchmarks.report import Figure, Section, table
from referral.writers.pdf.fonts import FOLDER
from referral.writers.typst import write_pdf
from referral.writers.typst.as_engine import ENGINE

SIZES = (10, 1_000, 10_000)
OURS, AGAIN, PLAIN, BROWSER, BY_HAND = (
    "referral: tree to PDF by Typst",
    "referral: built again, one exhibit changed",
    "plain WeasyPrint",
    "headless Chromium",
    "Typst by hand",
)
MOST_OF = {PLAIN: 0.12, BROWSER: 0.5, BY_HAND: 1.3}  # times their processor time
MOST_MEMORY = 0.3  # times that of plain WeasyPrint
_HERE = "\u200b"
_AGAIN = "built again after one exhibit changed"


def ours(rows: int) -> Work:
    return built(rows, write_pdf, ENGINE)


def again(rows: int) -> Work:
    return built_again(rows, write_pdf, ENGINE)


def by_chromium(rows: int) -> Work:
    browser = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")

    def work() -> None:
        with TemporaryDirectory() as folder:
            page = Path(folder, "annex.html")
            page.write_text(plain_page(rows), encoding="utf-8")
            command = [browser, *options, f"--user-data-dir={folder}/profile", f"--print-to-pdf={folder}/annex.pdf"]
            subprocess.run([*command, page.as_uri()], check=True, capture_output=True)  # noqa: S603 - a peer, on our page

    return work


def by_hand(rows: int) -> Work:
    import typst

    columns = ", ".join(f"{width}fr" for width in WIDTHS)
    head = f"""#set document(title: "Вигаданий додаток", date: datetime(year: 2023, month: 1, day: 31))
#set page(paper: "a4", flipped: true, numbering: "1 / 1", margin: (left: 30mm, right: 10mm, y: 20mm))
#set text(font: "Liberation Serif", size: 10pt, lang: "uk")
#table(columns: ({columns}), stroke: .5pt, align: left, table.header({_cells(HEAD)}),
"""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FOLDER])

    def work() -> None:
        lines = [head, *(f"{_cells(words)},\n" for words in exhibits(rows)), ")\n"]
        with TemporaryDirectory() as folder:
            file = Path(folder, "annex.typ")
            file.write_text("".join(lines), encoding="utf-8")
            typst.compile(file, font_paths=fonts, format="pdf", pdf_standards=["a-3a", "ua-1"])

    return work


def _cells(words: tuple[str, ...]) -> str:
    """Cells of a Typst table; a digest may be parted, or it would run over its column."""
    return ", ".join(f"[{_HERE.join(_pieces(each))}]" for each in words)


def _pieces(text: str) -> list[str]:
    return [text[at : at + 8] for at in range(0, len(text), 8)] if len(text) == 64 else [text]


def run(scale: Scale) -> Iterator[Section]:
    costs = {rows: measured(rows, scale.rounds) for rows in scale.sizes(*SIZES)}
    curves = {name: {n: found[name].cpu for n, found in costs.items()} for name in (OURS, *MOST_OF)}
    yield Section("Annex as PDF by Typst", section(costs), figures(costs), curves)


def measured(rows: int, rounds: int) -> dict[str, Cost]:
    works = {OURS: ours, AGAIN: again, PLAIN: by_weasyprint, BROWSER: by_chromium, BY_HAND: by_hand}
    return measure([Job(name, prepare, (rows,)) for name, prepare in works.items()], rounds)


def figures(costs: dict[int, dict[str, Cost]]) -> list[Figure]:
    """What was promised of the largest annex."""
    largest = max(costs)
    found, work = costs[largest], f"annex PDF by Typst, {largest:,} exhibits × {len(HEAD)} columns"
    shares = {name: found[OURS].cpu / found[name].cpu for name in MOST_OF}
    memory, share = found[OURS].memory / found[PLAIN].memory, found[AGAIN].wall / found[OURS].wall
    return [
        *(
            Figure(
                f"{work}: processor time beside {name}", f"≤ {most} ×", f"{shares[name]:.2f} ×", shares[name] <= most
            )
            for name, most in MOST_OF.items()
        ),
        Figure(f"{work}: memory beside {PLAIN}", f"≤ {MOST_MEMORY} ×", f"{memory:.2f} ×", memory <= MOST_MEMORY),
        Figure(f"{work}: {_AGAIN}", f"≤ {MOST_AGAIN} ×", f"{share:.2f} ×", share <= MOST_AGAIN),
    ]


def section(costs: dict[int, dict[str, Cost]]) -> str:
    """The table in Markdown."""
    rows = [
        [
            name,
            f"{n:,}",
            f"{cost.wall:.2f}",
            f"{cost.cpu:.2f}",
            f"{cost.cpu / found[PLAIN].cpu:.2f}",
            f"{cost.memory / 1e6:.0f}",
        ]
        for n, found in costs.items()
        for name, cost in found.items()
    ]
    text = f"Python {platform.python_version()}; processor time, and memory of all processes at the peak; medians.\n"
    return "\n".join(
        [text, table(["work", "rows", "seconds", "of processors", f"× {PLAIN}", "MB"], rows), *_exponent(costs)]
    )


def _exponent(costs: dict[int, dict[str, Cost]]) -> list[str]:
    large = {n: found[OURS].cpu for n, found in costs.items() if n >= SIZES[1]}
    return [f"\nGrowth exponent of ours, from {SIZES[1]:,} rows on: {exponent(large):.2f}."] if len(large) > 1 else []
