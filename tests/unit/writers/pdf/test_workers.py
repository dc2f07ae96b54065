"""Processes that lay out pages: the same bytes from any number of them; bombs end them, and never the program."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from referral.errors import WriteError
from referral.writers.pdf import write_pdf
from referral.writers.pdf.as_engine import ENGINE
from referral.writers.pdf.job import Job
from referral.writers.pdf.limits import Limits
from referral.writers.pdf.printer import Printer
from referral.writers.pdf.workers import Workers
from tests.unit.writers.pdf.sample import document, paragraph

LITTLE = Limits(seconds=2, elapsed=60, megabytes=1_000)
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")


def page(body: str) -> str:
    return f'<html lang="en"><head><title>t</title></head><body>{body}</body></html>'


def job(body: str, place: str = "Annex B, “Sheets”") -> Job:
    return Job(page(body), {}, place, "n")


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers[Job]]:
    with Workers(2, ENGINE, LITTLE) as press:
        yield press


def nested(levels: int) -> str:
    """Boxes of flexible width in one another: each level is laid out almost three times for every one of the next."""
    return "<div style='display: flex'>" * levels + "word" + "</div>" * levels


def test_jobs_come_back_in_their_order(workers):
    laid = list(workers.begin([job(f"<p id='p{n}'>{n}</p>") for n in range(6)])())
    assert [{f"p{n}"} for n in range(6)] == [set(one.anchors) for one in laid]


def test_a_worker_writes_the_same_bytes_as_this_process(workers):
    known = [document(paragraph(f"слово {n}")) for n in range(3)]
    written = list(workers.begin([Printer(each).whole() for each in known])())
    assert [write_pdf(each).data for each in known] == [laid.data for laid in written]


def test_an_error_of_the_engine_is_told_as_it_is_here(workers):
    dangling = job("<a href='#nowhere'>x</a>")
    with pytest.raises(WriteError, match=r"(?s)Annex B, “Sheets”: .*No anchor #nowhere"):
        list(workers.begin([dangling])())


def test_all_that_is_amiss_is_told_at_once(workers):
    jobs = [job(f"<a href='#{name}'>x</a>", name) for name in ("first", "second")]
    with pytest.raises(WriteError, match=r"(?s)first: .*second: "):
        list(workers.begin(jobs)())


@pytest.mark.slow
@posix_only
def test_a_layout_bomb_is_stopped_and_says_which_part_it_is(workers):
    with pytest.raises(WriteError, match="Annex B, “Sheets”: its pages took more than 2 seconds of processor time"):
        list(workers.begin([job(nested(14))])())


@pytest.mark.slow
@posix_only
def test_a_memory_bomb_is_stopped_and_says_which_part_it_is():
    bomb = job("<p>word</p>" * 3_000_000)
    stopped = pytest.raises(WriteError, match=r"Annex B, “Sheets”.*memory")
    with Workers(1, ENGINE, Limits(megabytes=600)) as press, stopped:
        list(press.begin([bomb])())


def test_elements_without_end_are_an_error_in_words(workers):
    with pytest.raises(WriteError, match=r"Annex B, “Sheets”.*levels of elements"):
        list(workers.begin([job("<div>" * 3_000)])())


@pytest.mark.slow
@posix_only
def test_the_others_are_laid_out_and_the_worker_works_again(workers):
    bomb, good = job(nested(14), "the bomb"), job("<p id='a'>a</p>")
    with pytest.raises(WriteError) as caught:
        list(workers.begin([good, bomb, good])())
    assert str(caught.value).startswith("the bomb: ")
    assert ["a"] == [name for one in workers.begin([good])() for name in one.anchors]


def test_what_takes_too_long_is_stopped_whatever_it_waits_for():
    with Workers(1, ENGINE, Limits(elapsed=2)) as press:
        start = time.monotonic()
        with pytest.raises(WriteError, match="after 2 seconds its pages were not laid out"):
            list(press.begin([job(nested(30))])())
    assert 30 > time.monotonic() - start


@posix_only
def test_a_worker_that_is_killed_is_an_error_and_never_a_hang():
    with Workers(1, ENGINE) as press:
        press.environment()
        (running,) = press.pids
        os.kill(running, signal.SIGKILL)
        with pytest.raises(WriteError, match="Annex B, “Sheets”: the process that laid out its pages broke down"):
            list(press.begin([job("<p>a</p>")])())


def test_no_process_is_left_behind():
    with Workers(1, ENGINE) as press:
        list(press.begin([job("<p>a</p>")])())
        left = press.pids
    assert 1 == len(left)
    for pid in left:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_nothing_is_imported_from_the_folder_in_which_somebody_stands(tmp_path, monkeypatch):
    (tmp_path / "weasyprint.py").write_text("raise SystemExit('imported from here')")
    monkeypatch.chdir(tmp_path)
    with Workers(1, ENGINE) as press:
        assert [1] == [one.length for one in press.begin([job("<p>a</p>")])()]


def test_a_worker_ends_when_nobody_asks_any_more():
    ended = subprocess.run(
        [sys.executable, "-m", "referral.writers.pdf.worker", ENGINE.module, "9", "9", "3000", "9"],
        input=b"",
        capture_output=True,
        check=True,
    )
    assert b"environment" in ended.stdout
