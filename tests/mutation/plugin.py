"""Runs the tests that were collected once for each mutant, in a child of this process, until one of them fails.

Those that come to the changed function are run first; all others only where none of these fails.
"""

import gc
import json
import os
import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from tests.mutation.calls import Function, functions_run
from tests.mutation.mutants import Mutant, disable, is_of_function, mutants_of

_NO_START = "the module cannot be loaded without it"
_PATIENCE = 15  # seconds of work on one test; a mutant that needs more does not end
Tell = Callable[[Any], object]  # what can be JSON


@dataclass(frozen=True)
class Tried:
    """A test as it runs while every rule holds."""

    item: pytest.Item
    fails: bool
    runs: frozenset[Function]

    def comes_to(self, mutant: Mutant) -> bool:
        """A constant is of all that the module does."""
        functions = {name for module, name in self.runs if module == mutant.module}
        return mutant.within in functions or (bool(functions) and not is_of_function(mutant))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--mutate", help="modules, parted by commas")
    parser.addoption("--harmless", help="a file of mutants that change nothing and are not tried")
    parser.addoption("--caught", help="the file that tells what caught each mutant, and which tests fail without any")


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    modules = session.config.getoption("--mutate").split(",")
    tried = _tried(session, modules)
    tests = [test for test in tried if not test.fails]
    harmless = json.loads(Path(session.config.getoption("--harmless")).read_text("utf-8"))
    caught: dict[str, str | None] = {}
    gc.freeze()  # or each child would copy all that it only looks at
    for module in modules:
        caught |= {str(m): _caught(m, tests) for m in mutants_of(module) if str(m) not in harmless}
        found = {"failing": sorted(test.item.nodeid for test in tried if test.fails), "caught": caught}
        Path(session.config.getoption("--caught")).write_text(json.dumps(found, indent=1, ensure_ascii=False), "utf-8")
    return True


def _caught(mutant: Mutant, tests: list[Tried]) -> str | None:
    """By which test. One that does not come to the function may still catch it: by what another left in a cache."""
    told = sorted(tests, key=lambda test: not test.comes_to(mutant))
    return _caught_by(_in_child(partial(_try, mutant, told)), told, tests)


def _tried(session: pytest.Session, modules: Sequence[str]) -> list[Tried]:
    """Every test, those that take the shortest first."""
    told = _in_child(partial(_try_all, session, modules))
    known = [
        (seconds, Tried(item, fails, frozenset((module, name) for module, name in runs)))
        for item, (seconds, fails, runs) in zip(session.items, told, strict=True)
    ]
    return [test for _, test in sorted(known, key=lambda each: each[0])]


def _try_all(session: pytest.Session, modules: Sequence[str], tell: Tell) -> None:
    for item in session.items:
        start = time.process_time()
        with functions_run(modules) as runs:
            fails = _fails(item)
        tell([time.process_time() - start, fails, sorted(runs)])


def _try(mutant: Mutant, tests: Sequence[Tried], tell: Tell) -> None:
    """Tells the number of each test before it is run, and that of the last once more when all have passed."""
    disable(mutant)
    for number, test in enumerate(tests):
        tell(number)
        if _fails(test.item):
            return
    tell(len(tests) - 1)


def _caught_by(numbers: list[int], told: Sequence[Tried], tests: list[Tried]) -> str | None:
    """The test at which it ended, which has failed or come to no end; most likely it catches the next rule too."""
    if not numbers:
        return _NO_START
    if len(numbers) > len(told):
        return None
    catching = told[numbers[-1]]
    tests.remove(catching)
    tests.insert(0, catching)
    return catching.item.nodeid


def _in_child(work: Callable[[Tell], None]) -> list[Any]:
    """What the work tells in a process of its own, which it may change and from which it need not come back."""
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(told)
        _never_back(work, tell)
    os.close(tell)
    with os.fdopen(told) as answers:
        lines = [json.loads(line) for line in answers]
    os.waitpid(child, 0)
    return lines


def _never_back(work: Callable[[Tell], None], tell: int) -> None:
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)

    def say(told: object) -> None:
        signal.setitimer(signal.ITIMER_PROF, _PATIENCE)
        os.write(tell, f"{json.dumps(told)}\n".encode())

    try:
        work(say)
    finally:
        os._exit(0)


def _fails(item: pytest.Item) -> bool:
    return any(report.failed for report in runtestprotocol(item, nextitem=None, log=False))
