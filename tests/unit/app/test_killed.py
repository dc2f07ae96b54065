"""Killed at any moment, `build` and `bundle` lose and corrupt nothing, and the next run ends as if nothing had been."""

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from referral.app.build import build
from referral.app.bundle import BundleTerms, bundle
from referral.app.output import RECORD
from referral.app.project import Project
from referral.durable import sweep
from tests.unit.app.small_bundles import load_small, write_small

MOMENTS = 50
FORMATS = ("text", "html", "docx", "sources")
Work = Callable[[Project, Path], object]


def bundled(project: Project, out: Path) -> None:
    bundle(project, "prosecution", out, BundleTerms(FORMATS))


def built(project: Project, out: Path) -> None:
    build(project, project.loaded.case.documents, out, FORMATS)


def versions(folder: Path) -> tuple[Project, Project]:
    """One case in two states, so that it shows of which a file is."""
    old, new = (write_small(folder / name, words=f"{name} " * 2_000) for name in ("old", "new"))
    return load_small(old), load_small(new)


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def killed(work: Work, project: Project, out: Path, moment: float, while_writing: bool) -> bool:
    """Whether the child was killed before it had ended; `while_writing`: the moment counts from its first file."""
    child = os.fork()
    if not child:
        code = 1
        try:
            work(project, out)
            code = 0
        finally:
            os._exit(code)
    if while_writing:
        while (
            not list(out.rglob(".writing-*"))
            and os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None
        ):
            pass
    time.sleep(moment)
    os.kill(child, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, -signal.SIGKILL)
    return code != 0


def expected(work: Work, project: Project, folder: Path) -> tuple[dict[str, bytes], float]:
    start = time.perf_counter()
    work(project, folder)
    return files(folder), time.perf_counter() - start


@pytest.mark.slow
@pytest.mark.parametrize("work", [bundled, built])
def test_fifty_moments(work: Work, tmp_path: Path):
    old, new = versions(tmp_path)
    (before, _), (after, takes) = (expected(work, p, tmp_path / n) for p, n in ((old, "a"), (new, "b")))
    chance = random.Random(8)  # noqa: S311 - the same moments in each run, as far as a machine keeps them
    deaths = 0
    for number in range(MOMENTS):
        out = tmp_path / f"out-{number}"
        work(old, out)
        while_writing = number % 2 == 1
        deaths += killed(work, new, out, chance.uniform(0, takes / (10 if while_writing else 1)), while_writing)
        sound_after_a_kill(work, out, before, after)
        work(new, out)
        assert after == files(out), number
    assert deaths >= MOMENTS / 4  # others end before their moment comes


def sound_after_a_kill(work: Work, out: Path, before: dict[str, bytes], after: dict[str, bytes]) -> None:
    """A bundle is the old or the new one; of documents each file is, and nothing is lost."""
    for folder in {out, *(path.parent for path in out.rglob(".writing-*"))}:
        sweep(folder)
    there = files(out)
    if work is bundled:
        assert there in (before, after)
    else:
        assert before.keys() == there.keys()
        assert all(data in (before[name], after[name]) for name, data in there.items() if not name.endswith(RECORD))
