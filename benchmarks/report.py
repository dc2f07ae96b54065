"""Where figures are kept: sections of `docs/performance.md` for people, `docs/performance.json` for programs."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"
_HEAD = "# Performance\n\nMeasured by the programs in `benchmarks/`, and written by them: `make bench`.\n"


@dataclass(frozen=True)
class Figure:
    """What was promised of a piece of work, what was measured, and whether that keeps the promise."""

    work: str
    target: str
    measured: str
    met: bool


def record(title: str, text: str, figures: list[Figure], folder: Path = DOCS) -> None:
    """Put a section in the place of the one with the same title, and figures in the place of those of the same work."""
    page, data = folder / "performance.md", folder / "performance.json"
    page.write_text(_with_section(page.read_text("utf-8") if page.exists() else _HEAD, title, text), "utf-8")
    kept = json.loads(data.read_text("utf-8")) if data.exists() else []
    lines = {entry["work"]: entry for entry in [*kept, *map(asdict, figures)]}
    data.write_text(json.dumps(list(lines.values()), ensure_ascii=False, indent=2) + "\n", "utf-8")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown: words in the first column, numbers in the others."""
    line = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, line, *rows))


def _with_section(page: str, title: str, text: str) -> str:
    section = f"## {title}\n\n{text}\n"
    old = re.compile(rf"^## {re.escape(title)}\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    if old.search(page):
        return old.sub(lambda found: section + ("\n" if found.end() < len(page) else ""), page)
    return f"{page.rstrip()}\n\n{section}"
