"""Typst in processes that can be stopped, by the same press as WeasyPrint: the same bytes, and never a hang."""

import sys
from pathlib import Path

import pytest

from referral.document.nodes import Document
from referral.errors import WriteError
from referral.writers import typst
from referral.writers.pdf.kept import Kept
from referral.writers.pdf.limits import Limits
from referral.writers.pdf.press import Here
from referral.writers.pdf.workers import Workers
from referral.writers.typst.as_engine import ENGINE
from referral.writers.typst.job import Job, of_job, to_job
from referral.writers.typst.printer import Printer
from tests.unit.writers.pdf.sample import communication, document, heading, paragraph, table

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")


class Counting(Here[Job]):
    """This process, which counts what it is asked for."""

    def __init__(self) -> None:
        super().__init__(ENGINE)
        self.asked = 0

    def begin(self, jobs):
        given = list(jobs)
        self.asked += len(given)
        return super().begin(given)


@pytest.fixture
def in_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typst, "is_long", lambda *_: True)


def test_processes_write_the_same_bytes_as_this_one(in_chunks):
    here = typst.write_pdf(communication()).data
    for count in (1, 2):
        with Workers(count, ENGINE) as press:
            assert here == typst.write_pdf(communication(), press).data


def test_what_was_kept_gives_the_same_bytes_and_is_not_laid_out_again(in_chunks, tmp_path: Path):
    first, second, third = Counting(), Counting(), Counting()
    made = typst.write_pdf(communication(), Kept(first, tmp_path)).data

    assert made == typst.write_pdf(communication(), Kept(second, tmp_path)).data
    assert (True, 0) == (first.asked > 2, second.asked)
    typst.write_pdf(changed(communication()), Kept(third, tmp_path))
    assert first.asked > third.asked > 0


def changed(known: Document) -> Document:
    return document(*known.blocks, paragraph("one more"), layout=known.layout, properties=known.properties)


def test_a_job_comes_back_from_bytes_as_it_was():
    job = Printer(document(heading(1, "Title", "t", "1"), paragraph("word"))).whole(["t"])
    assert job == to_job(of_job(job))


@pytest.mark.slow
@posix_only
def test_a_layout_that_takes_too_long_is_stopped_and_says_which_part_it_is():
    bomb = document(*[paragraph("слово " * 20_000)] * 100)
    with Workers(1, ENGINE, Limits(seconds=1)) as press:
        with pytest.raises(WriteError, match=r"^Plain: its pages took more than 1 seconds.*divide what stands there$"):
            list(press.begin([Printer(bomb).whole(())])())
        assert [1] == [one.length for one in press.begin([Printer(document(paragraph("word"))).whole(())])()]


@pytest.mark.slow
@posix_only
def test_a_layout_that_takes_too_much_memory_is_stopped_and_says_which_part_it_is():
    with Workers(1, ENGINE, Limits(megabytes=400)) as press, pytest.raises(WriteError, match=r"^Plain: .*memory"):
        list(press.begin([Printer(document(table(3_000))).whole(())])())
