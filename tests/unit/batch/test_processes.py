"""Cases in processes of their own: one that is killed, one that hangs, one that fails; and a batch that was killed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor  # noqa: TID251 - each waits for a process
from pathlib import Path

import pytest

from referral.batch.crew import Crew, crew
from referral.batch.engines import PROCESSES, engine
from referral.batch.result import Result, State
from referral.batch.run import run
from referral.batch.terms import BatchTerms
from tests.unit.batch.batches import ENDLESS, cases_in, entitle, folder_of_cases, real_terms, silent

pytestmark = pytest.mark.slow

LONG = 120  # seconds, for what takes one on an idle machine


def until(there: Callable[[], bool]) -> None:
    end = time.monotonic() + LONG
    while not there():
        assert time.monotonic() < end, "it never came to be"
        time.sleep(0.02)


def worked(folder: Path, terms: BatchTerms, workers: int = 2) -> dict[str, Result]:
    with crew(terms), engine(PROCESSES, workers) as executor:
        return {result.name: result for result in run(cases_in(folder), terms, executor, silent)}


def states(results: dict[str, Result]) -> dict[str, State]:
    return {name: result.state for name, result in results.items()}


def test_a_case_that_hangs_is_stopped_and_the_others_are_done(tmp_path: Path):
    entitle(folder_of_cases(tmp_path, "a", "b", "c") / "a", ENDLESS)
    results = worked(tmp_path, real_terms(tmp_path, seconds=8))

    assert {"a": State.FAILED, "b": State.DONE, "c": State.DONE} == states(results)
    assert "more than 8 seconds" in results["a"].message
    assert (tmp_path / "out/a/check.json").is_file()


def test_a_case_that_fails_and_one_with_errors_stop_no_other(tmp_path: Path):
    folder = folder_of_cases(tmp_path, "a", "b", "c")
    (folder / "a/case.yaml").write_text("schema_version: '1'\nno: []\n", "utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out/b").write_text("in the way")
    results = worked(tmp_path, real_terms(tmp_path))

    assert {"a": State.ERRORS, "b": State.FAILED, "c": State.DONE} == states(results)


def test_a_process_that_is_killed_loses_one_case_which_is_tried_once_more(tmp_path: Path):
    entitle(folder_of_cases(tmp_path, "a", "b", "c") / "a", ENDLESS)
    terms = real_terms(tmp_path)
    deaths: list[int] = []

    def killer() -> None:
        for _ in range(2):
            until(lambda: (tmp_path / "out/a/check.json").is_file() and len(crew(terms).pids) > 0)
            time.sleep(0.5)
            # Two processes in the beginning: of them the one that is done with the others is not hurt.
            until(lambda: all((tmp_path / f"out/.batch/{name}.json").is_file() for name in "bc"))
            busy = max(crew(terms).pids, key=processor_time)
            deaths.append(busy)
            (tmp_path / "out/a/check.json").unlink()
            os.kill(busy, signal.SIGKILL)

    with ThreadPoolExecutor(1) as beside:
        done = beside.submit(killer)
        results = worked(tmp_path, terms)
        done.result()

    assert {"a": State.FAILED, "b": State.DONE, "c": State.DONE} == states(results)
    assert 2 == len(set(deaths))
    assert "twice, the second time alone: the process that worked on it broke down (-9)" in results["a"].message


def processor_time(pid: int) -> int:
    """What the system counted of a process, in its own units."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rsplit(")", 1)[1].split()
    return int(fields[11]) + int(fields[12])


def test_a_process_that_is_killed_once_costs_nothing_but_time(tmp_path: Path):
    folder_of_cases(tmp_path, "a")
    terms = real_terms(tmp_path)
    with Crew(terms) as ours:
        first = ours.work_on(cases_in(tmp_path)[0])
        (pid,) = ours.pids
        os.kill(pid, signal.SIGKILL)
        until(lambda: os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None)
        again = ours.work_on(cases_in(tmp_path)[0])

    assert (State.DONE, State.DONE, True) == (first.state, again.state, again.unchanged)


def test_the_same_files_by_any_number_of_processes(tmp_path: Path):
    folder_of_cases(tmp_path, "a", "b", "c")
    for workers in (1, 3):
        terms = real_terms(tmp_path, out=str(tmp_path / f"out-{workers}"), formats=("docx", "text"))
        results = worked(tmp_path, terms, workers)
        assert [State.DONE] * 3 == [result.state for result in results.values()], results

    assert files(tmp_path / "out-1") == files(tmp_path / "out-3")
    assert len(files(tmp_path / "out-1")) > 10


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_another_law_than_that_of_who_started_it_is_refused(tmp_path: Path):
    folder_of_cases(tmp_path, "a")
    terms = real_terms(tmp_path)
    (tmp_path / "templates/slip/en.xml.j2").write_text("<document/>", "utf-8")
    results = worked(tmp_path, terms)

    assert (State.FAILED, 3) == (results["a"].state, results["a"].code)
    assert "templates: here it is not what the batch was started with" in results["a"].message


def command(folder: Path, *more: str) -> list[str]:
    places = ["--templates", str(folder / "templates"), "-o", str(folder / "out"), "--workers", "1", "--files", "text"]
    return [sys.executable, "-m", "referral", "batch", str(folder / "cases"), *places, *more]


def test_a_batch_that_was_killed_goes_on_where_it_was(tmp_path: Path):
    folder = folder_of_cases(tmp_path, "a", "b", "c")
    entitle(folder / "b", ENDLESS)
    with subprocess.Popen(command(tmp_path), stdout=subprocess.PIPE) as batch:
        until(lambda: (tmp_path / "out/b/check.json").is_file())
        children = Path(f"/proc/{batch.pid}/task/{batch.pid}/children").read_text("ascii").split()
        batch.kill()
    until(lambda: not any(Path(f"/proc/{child}/cmdline").exists() for child in children))
    entitle(folder / "b", "Not any more")
    done = subprocess.run(command(tmp_path), capture_output=True, text=True, check=False)

    assert 0 == done.returncode, done.stderr
    assert ["a done (unchanged)", "b done", "c done"] == [
        " ".join(line.split(":")[0].split()) for line in done.stdout.splitlines()[:3]
    ]
