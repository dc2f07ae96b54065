"""Rows of the fact files, as test data for the law library: `python -m tests.law.facts.extract FOLDER-OF-FACT-FILES`.

Run by hand when the fact files change; the tests read the JSON beside this module.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
KINDS = ("conduct", "consequence", "circumstance", "mental", "context")
NOTE = r"\[fn(\d+)\]"
NOTES = r" ?\[fn\d+\](, ?\[fn\d+\])*"
Row = dict[str, Any]


def elements(lines: list[str]) -> Iterator[Row]:
    """The rows of the tables of elements: id, kinds, official wording, footnotes, status of their crime."""
    status = ""
    for line in lines:
        if found := re.match(r"^Statute: .*`(verified|known|uncertain)`\.", line):
            status = found[1]
        if row := re.match(r"^\| `(rs\.[^`]+/[0-9.a-z]+)` \| ([^|]+) \| ([^|]+) \|", line):
            kinds = re.findall("[a-z]+", re.sub(r"\(.*?\)", "", row[2]))
            text = re.sub(NOTES, "", row[3]).strip()
            notes = [f"eoc.fn{n}" for n in re.findall(NOTE, row[3])]
            yield {
                "id": row[1],
                "kinds": [kind for kind in kinds if kind in KINDS],
                "text": text,
                "footnotes": notes,
                "status": status,
            }


def footnotes(lines: list[str]) -> Iterator[Row]:
    for line in lines:
        if found := re.match(r'^- `(eoc\.fn\d+)`: "(.*)"', line):
            yield {"id": found[1], "paragraphs": [found[2]]}


def quotations(lines: list[str]) -> Iterator[Row]:
    """Block quotes under a bold id: the paragraphs of each, without their editorial numbers."""
    current: Row | None = None
    for line in lines:
        if found := re.match(r"^\*\*`([a-z0-9.-]+)`", line):
            current = {"id": found[1], "paragraphs": []}
        elif line.startswith("> ") and current is not None:
            pieces = (piece.strip() for piece in line[2:].split("[...]"))
            words = (re.sub(r"^((\(\w+\))+|\*\*.*?\*\*) ", "", piece) for piece in pieces)
            current["paragraphs"] += [piece for piece in words if piece and not piece.startswith("[")]
        elif not line.startswith(">") and line.strip():
            if current and current["paragraphs"]:
                yield current
            current = None


def national_wording(lines: list[str]) -> Iterator[Row]:
    """Ukrainian wording of the fact file: block quotes and numbered lists under a heading, and one table."""
    current: Row | None = None
    for line in lines:
        if line.startswith(("### ", "## ")):
            if current and current["paragraphs"]:
                yield current
            heading = re.match(r"^### (ua\.c[a-z]+\.[0-9-]+)", line)
            current = {"id": heading[1], "paragraphs": []} if heading else None
        elif row := re.match(r"^\| `(ua\.cpc\.277\.1\.\d)` \| ([^|]+) \|", line):
            yield {"id": row[1], "paragraphs": [row[2].strip()]}
        elif current is not None and re.match(r"^(> |\d+\) )", line):
            words = re.sub(r"^(> )?(\d+[.)] )?", "", line.strip())
            pieces = (re.sub(r"^\d+[.)] ", "", piece.strip(" ;.-")) for piece in re.split(r"\[…\]|\s\d+\) ", words))
            current["paragraphs"] += [piece for piece in pieces if piece and not piece.startswith("**")]


def provisions(lines: list[str]) -> Iterator[Row]:
    """The ids of the sections on codes, treaties and procedure: each with every status named in its row."""
    wanted = False
    for line in lines:
        if line.startswith("## "):
            wanted = line.startswith(("## 1.", "## 2.", "## 3."))
        heading = re.match(r"^### (ua\.[a-z0-9.-]+) ", line)
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        ids = (
            [heading[1]] if heading else re.findall(r"`(ua\.[a-z0-9.-]+)`", cells[0]) if line.startswith("| `") else []
        )
        if wanted and ids:
            yield from ({"id": name, "statuses": statuses(line)} for name in ids)


def statuses(words: str) -> list[str]:
    """`verified *(2°)*` is what the library calls known, from a secondary source."""
    found = re.findall(r"`(verified|known|uncertain)`( \*\(2°\)\*)?", words)
    return list(dict.fromkeys("known, secondary" if second else status for status, second in found))


def unsaid(folder: Path, parts: dict[str, list[Row]]) -> Iterator[str]:
    """What `statuses.yaml` takes for words of the fact file and does not stand in it."""
    text = (folder / "ukraine.md").read_text(encoding="utf-8")
    said = (part["said"] for of_row in parts.values() for part in of_row)
    yield from (words for words in said if words not in text)


def write(name: str, rows: Iterator[Row]) -> None:
    text = json.dumps(list(rows), ensure_ascii=False, indent=1) + "\n"
    (HERE / f"{name}.json").write_text(text, encoding="utf-8")


def main(folder: Path) -> None:
    lines = (folder / "icc_and_ihl.md").read_text(encoding="utf-8").splitlines()
    write("elements", elements(lines))
    write("wording", iter([*footnotes(lines), *quotations(lines)]))
    national = (folder / "ukraine.md").read_text(encoding="utf-8").splitlines()
    write("national_wording", national_wording(national))
    write("provisions", provisions(national))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
