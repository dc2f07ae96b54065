"""A cluster of Dask, of processes on this machine: the same results, and one of the processes is killed meanwhile."""

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor  # noqa: TID251 - each waits for a process
from pathlib import Path
from typing import Any

import pytest

from referral.batch.engines import DASK, PROCESSES, engine
from referral.batch.result import Result, State
from referral.batch.run import run
from referral.batch.terms import BatchTerms
from referral.errors import ReferralError
from tests.unit.batch.batches import ENDLESS, cases_in, entitle, folder_of_cases, real_terms, silent

distributed = pytest.importorskip("distributed", reason="the extra [batch] is not installed")
pytestmark = [pytest.mark.slow, pytest.mark.loopback, pytest.mark.filterwarnings("ignore")]  # it warns of deaths


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Two processes beside this one; a third one is started for each that dies."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1", silence_logs=50
    ) as cluster:
        yield cluster


def worked(folder: Path, terms: BatchTerms, scheduler: str | None = None) -> list[Result]:
    with engine(DASK if scheduler else PROCESSES, 2, scheduler) as executor:
        return run(cases_in(folder), terms, executor, silent)


def test_a_cluster_gives_what_processes_give(tmp_path: Path, cluster: Any):
    folder_of_cases(tmp_path, *"abcd")
    ours = worked(tmp_path, real_terms(tmp_path, out=str(tmp_path / "ours")))
    theirs = worked(tmp_path, real_terms(tmp_path, out=str(tmp_path / "theirs")), cluster.scheduler_address)

    assert [State.DONE] * 4 == [result.state for result in theirs]
    assert [result.to_data() | {"cost": 0} for result in ours] == [result.to_data() | {"cost": 0} for result in theirs]
    assert files(tmp_path / "ours") == files(tmp_path / "theirs")


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_a_worker_of_the_cluster_that_is_killed_loses_no_case(tmp_path: Path, cluster: Any):
    folder_of_cases(tmp_path, *"abcdefgh")
    terms = real_terms(tmp_path)
    victims: list[int] = []

    def killer() -> None:
        while not list((tmp_path / "out").glob(".batch/*.json")):
            time.sleep(0.02)
        victims.append(next(iter(cluster.workers.values())).pid)
        os.kill(victims[0], signal.SIGKILL)

    with ThreadPoolExecutor(1) as beside:
        killed = beside.submit(killer)
        results = worked(tmp_path, terms, cluster.scheduler_address)
        killed.result()

    assert [State.DONE] * 8 == [result.state for result in results]
    assert victims


def test_a_case_that_hangs_is_stopped_on_a_cluster_too(tmp_path: Path, cluster: Any):
    entitle(folder_of_cases(tmp_path, "a", "b") / "a", ENDLESS)
    results = worked(tmp_path, real_terms(tmp_path, seconds=8), cluster.scheduler_address)

    assert [State.FAILED, State.DONE] == [result.state for result in results]
    assert "more than 8 seconds" in results[0].message


def test_a_scheduler_that_is_not_there_is_said_to_be_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("referral.batch.engines._SECONDS_TO_REACH", 1)
    with pytest.raises(ReferralError, match="no Dask scheduler could be reached"), engine(DASK, 1, "tcp://127.0.0.1:9"):
        pass
