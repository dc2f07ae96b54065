"""Runs the tests that were collected once for each mutant, in a child of this process, until one of them fails."""

import json
import os
import signal
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest
from _pytest.runner import runtestprotocol

from tests.mutation.mutants import Mutant, disable, mutants_of

_NO_START = "the module cannot be loaded without it"
_PATIENCE = 300  # seconds; a mutant that runs longer does not end
Told = list[int]  # numbers of tests
Tell = Callable[[int], object]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--mutate", help="modules, parted by commas")
    parser.addoption("--harmless", help="a file of mutants that change nothing and are not tried")
    parser.addoption("--caught", help="the file that tells what caught each mutant, and which tests fail without any")


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    failing = {session.items[number].nodeid for number in _in_child(partial(_fail_by_themselves, session))}
    items = [item for item in session.items if item.nodeid not in failing]
    harmless = json.loads(Path(session.config.getoption("--harmless")).read_text("utf-8"))
    caught: dict[str, str | None] = {}
    for module in session.config.getoption("--mutate").split(","):
        for mutant in mutants_of(module):
            if str(mutant) not in harmless:
                tried = _in_child(partial(_try, mutant, items))
                caught[str(mutant)] = _caught_by(tried, items)
                if tried:  # what caught one rule most likely catches the next
                    items.insert(0, items.pop(tried[-1]))
        found = {"failing": sorted(failing), "caught": caught}
        Path(session.config.getoption("--caught")).write_text(json.dumps(found, indent=1, ensure_ascii=False), "utf-8")
    return True


def _fail_by_themselves(session: pytest.Session, tell: Tell) -> None:
    for number, item in enumerate(session.items):
        if _fails(item):
            tell(number)


def _try(mutant: Mutant, items: Sequence[pytest.Item], tell: Tell) -> None:
    """Tells the number of each test before it is run, and that of the last once more when all have passed."""
    disable(mutant)
    for number, item in enumerate(items):
        tell(number)
        if _fails(item):
            return
    tell(len(items) - 1)


def _caught_by(tried: Told, items: Sequence[pytest.Item]) -> str | None:
    """The test at which it ended, which has failed or come to no end."""
    if not tried:
        return _NO_START
    return None if len(tried) > len(items) else items[tried[-1]].nodeid


def _in_child(work: Callable[[Tell], None]) -> Told:
    """What the work tells in a process of its own, which it may change and from which it need not come back."""
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(told)
        _never_back(work, tell)
    os.close(tell)
    with os.fdopen(told) as answers:
        numbers = [int(number) for number in answers.read().split()]
    os.waitpid(child, 0)
    return numbers


def _never_back(work: Callable[[Tell], None], tell: int) -> None:
    signal.alarm(_PATIENCE)
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    try:
        work(lambda number: os.write(tell, f"{number} ".encode()))
    finally:
        os._exit(0)


def _fails(item: pytest.Item) -> bool:
    return any(report.failed for report in runtestprotocol(item, nextitem=None, log=False))
