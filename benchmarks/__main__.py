"""`python -m benchmarks [NAME…]`: measure, and write `docs/performance.md` and `docs/performance.json`.

`--tiny` measures only what takes no time, to see that everything works; `-o` writes elsewhere than into `docs/`.
"""

import argparse
import importlib
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.frame import FULL, TINY
from benchmarks.report import DOCS, record

# Each module has `run(scale)`, which gives the sections of its report.
MODULES = (
    *("load", "coverage", "stages", "documents", "docx_annex", "pdf"),
    *("scan", "bundles", "batch", "portfolio", "small_case"),
)


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"any of: {', '.join(MODULES)}; by default all")
    parser.add_argument("--tiny", action="store_true")
    parser.add_argument("--rounds", type=int, default=FULL.rounds, help="how often each is measured (%(default)s)")
    parser.add_argument("-o", dest="folder", type=Path, default=DOCS)
    asked = parser.parse_args(arguments)
    if unknown := sorted(set(asked.names) - set(MODULES)):
        parser.error(f"there is no benchmark {', '.join(unknown)}; there are: {', '.join(MODULES)}")
    scale = TINY if asked.tiny else replace(FULL, rounds=asked.rounds)
    for name in asked.names or MODULES:
        for section in importlib.import_module(f"benchmarks.{name}").run(scale):
            record(section, asked.folder)
            sys.stdout.write(f"## {section.title}\n\n{section.text}\n\n")


if __name__ == "__main__":
    main(sys.argv[1:])
