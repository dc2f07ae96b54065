"""Where figures are kept: sections of `docs/performance.md` for people, `docs/performance.json` for programs."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.plot import drawn

DOCS = Path(__file__).parents[1] / "docs"
_HEAD = "# Performance\n\nMeasured by the programs in `benchmarks/`, and written by them: `make bench`.\n"


@dataclass(frozen=True)
class Figure:
    """What was promised of a piece of work, what was measured, and whether that keeps the promise; `why`, if not."""

    work: str
    target: str
    measured: str
    met: bool
    why: str = ""


@dataclass(frozen=True)
class Section:
    """What one benchmark tells. `curves`, by their names, have seconds by size and are drawn together."""

    title: str
    text: str
    figures: Sequence[Figure] = ()
    curves: Mapping[str, Mapping[int, float]] = field(default_factory=dict)


def record(section: Section, folder: Path = DOCS) -> None:
    """Put a section in the place of the one with the same title, and figures in the place of those of the same work."""
    folder.mkdir(parents=True, exist_ok=True)
    page, data = folder / "performance.md", folder / "performance.json"
    text = "\n\n".join(filter(None, (section.text, _verdicts(section.figures), _plot(section, folder))))
    page.write_text(_with_section(page.read_text("utf-8") if page.exists() else _HEAD, section.title, text), "utf-8")
    kept = json.loads(data.read_text("utf-8")) if data.exists() else []
    lines = {entry["work"]: entry for entry in [*kept, *map(_kept, section.figures)]}
    data.write_text(json.dumps(list(lines.values()), ensure_ascii=False, indent=2) + "\n", "utf-8")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown: words in the first column, numbers in the others."""
    line = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, line, *rows))


def _verdicts(figures: Sequence[Figure]) -> str:
    rows = [[one.work, one.target, one.measured, "yes" if one.met else "**no**"] for one in figures]
    reasons = dict.fromkeys(one.why for one in figures if one.why and not one.met)
    return "\n\n".join([table(["promised of", "target", "measured", "met"], rows), *reasons]) if rows else ""


def _kept(figure: Figure) -> dict[str, str | bool]:
    """For programs: what was promised and measured."""
    return {"work": figure.work, "target": figure.target, "measured": figure.measured, "met": figure.met}


def _plot(section: Section, folder: Path) -> str:
    """The link to the drawing, which is written beside."""
    if not section.curves:
        return ""
    name = f"performance.{re.sub('[^a-z]+', '-', section.title.lower()).strip('-')}.svg"
    (folder / name).write_text(drawn(section.curves), "utf-8")
    return f"![{section.title}: seconds by size, both scales logarithmic]({name})"


def _with_section(page: str, title: str, text: str) -> str:
    section = f"## {title}\n\n{text}\n"
    old = re.compile(rf"^## {re.escape(title)}\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    if old.search(page):
        return old.sub(lambda found: section + ("\n" if found.end() < len(page) else ""), page)
    return f"{page.rstrip()}\n\n{section}"
