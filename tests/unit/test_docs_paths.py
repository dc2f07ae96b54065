"""Every file and folder that the pages for contributors name is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = ("ARCHITECTURE.md", "CONTRIBUTING.md", "docs/templates.md", "docs/vocabulary.md")
SOURCE = ROOT / "src/referral"
ROOTS = (ROOT, ROOT / "templates", SOURCE, *(room for room in SOURCE.iterdir() if room.is_dir()))
MADE = ("output/", ".venv/", "tests/tools/node_modules", "my-templates/", "xx.cc.100/")  # the last is an example
PATH = re.compile(r"`([\w.@-]+(?:/[\w.@-]*)+)`")


def named(page: str) -> list[str]:
    """What looks like a path in the words of a page, but for what is made on each machine."""
    return [path for path in PATH.findall((ROOT / page).read_text("utf-8")) if not path.startswith(MADE)]


def is_there(path: str) -> bool:
    return any((root / path).exists() for root in ROOTS)


@pytest.mark.parametrize("page", PAGES[:2])
def test_a_page_names_paths(page: str):
    assert [] != named(page)


@pytest.mark.parametrize("page", PAGES)
def test_every_path_that_a_page_names_is_there(page: str):
    assert [] == [path for path in named(page) if not is_there(path)]


def test_a_path_that_is_nowhere_is_found():
    assert not is_there("case/no_such_room/")
