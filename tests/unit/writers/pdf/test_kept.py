"""Pages kept from build to build: laid out once, and anew where an entry is not what it was."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from referral.document.drawings import Picture, PictureFormat
from referral.writers.pages.laid import Laid, Mark, Spot
from referral.writers.pdf.job import Job
from referral.writers.pdf.kept import Kept
from referral.writers.pdf.press import Pages

JOB = Job("<p>word</p>", {}, "Annex A")
OTHER = replace(JOB, html="<p>other</p>")


class Counting:
    """A press that remembers what it was asked for, and lays out nothing."""

    def __init__(self, environment: str = "weasyprint 70") -> None:
        self.asked: list[str] = []
        self._environment = environment

    def require(self) -> None:
        pass

    def environment(self) -> str:
        return self._environment

    def begin(self, jobs: Iterable[Job]) -> Pages:
        given = list(jobs)
        self.asked += [job.html for job in given]
        return lambda: map(laid, given)


class Starting(Counting):
    """One that does not know yet what it is."""

    is_ready = False

    def environment(self) -> str:
        assert self.is_ready, "nobody waits for it before there is nothing else to do"
        return super().environment()


def laid(job: Job) -> Laid:
    spot = Spot(1, 2.5, 700.25)
    return Laid(job.html.encode() * 3, 4, {"розділ:1/а": spot}, (Mark(2, "1. Обставини", spot),))


def entries(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.pages"))


def test_what_was_laid_out_is_not_laid_out_again(tmp_path):
    press = Counting()
    first = list(Kept(press, tmp_path / "new").begin([JOB, OTHER])())
    again = list(Kept(press, tmp_path / "new").begin([OTHER, JOB])())
    assert [laid(JOB), laid(OTHER)] == first
    assert [laid(OTHER), laid(JOB)] == again
    assert [JOB.html, OTHER.html] == press.asked


def test_only_what_has_changed_is_laid_out(tmp_path):
    press, changed = Counting(), replace(OTHER, html="<p>changed</p>")
    list(Kept(press, tmp_path).begin([JOB, OTHER])())
    assert [laid(JOB), laid(changed)] == list(Kept(press, tmp_path).begin([JOB, changed])())
    assert [JOB.html, OTHER.html, changed.html] == press.asked


def test_work_is_begun_before_the_process_has_said_what_it_is(tmp_path):
    list(Kept(Counting(), tmp_path).begin([JOB])())
    press = Starting()
    pages = Kept(press, tmp_path).begin([JOB, OTHER])
    assert [OTHER.html] == press.asked
    press.is_ready = True
    assert [laid(JOB), laid(OTHER)] == list(pages())


PICTURE = Picture(b"pixels", PictureFormat.PNG, 1, 1)


@pytest.mark.parametrize(
    "other",
    [replace(JOB, name="a chunk"), replace(JOB, pictures={"picture:1": PICTURE}), replace(JOB, html="<p>word</p> ")],
    ids=["its name", "its pictures", "its words"],
)
def test_an_entry_is_of_all_that_its_bytes_depend_on(tmp_path, other):
    press = Counting()
    list(Kept(press, tmp_path).begin([JOB])())
    list(Kept(press, tmp_path).begin([other])())
    assert 2 == len(press.asked)


def test_another_version_of_a_library_finds_nothing(tmp_path):
    list(Kept(Counting(), tmp_path).begin([JOB])())
    newer = Counting("weasyprint 71")
    list(Kept(newer, tmp_path).begin([JOB])())
    assert [JOB.html] == newer.asked


@pytest.mark.parametrize("damage", [b"", b"x", None], ids=["emptied", "replaced", "cut short"])
def test_a_damaged_entry_is_made_anew(tmp_path, damage):
    press = Counting()
    list(Kept(press, tmp_path).begin([JOB])())
    (entry,) = entries(tmp_path)
    whole = entry.read_bytes()
    entry.write_bytes(whole[:-1] if damage is None else damage)
    assert [laid(JOB)] == list(Kept(press, tmp_path).begin([JOB])())
    assert [JOB.html] * 2 == press.asked
    assert whole == entry.read_bytes()


def test_a_folder_that_cannot_be_written_to_keeps_nothing(tmp_path):
    (tmp_path / "file").write_text("in the way")
    assert [laid(JOB)] == list(Kept(Counting(), tmp_path / "file" / "pages").begin([JOB])())


def test_what_was_longest_of_no_use_goes_first(tmp_path):
    press = Counting()
    jobs = [replace(JOB, html=f"<p>{n}</p>" * 1000) for n in range(4)]
    for job in (*jobs, jobs[0]):
        list(Kept(press, tmp_path, most=70_000).begin([job])())
    before = len(press.asked)
    list(Kept(press, tmp_path, most=70_000).begin([jobs[3]])())
    assert before == len(press.asked)
    list(Kept(press, tmp_path, most=70_000).begin([jobs[1]])())
    assert before + 1 == len(press.asked)


def test_the_folder_is_for_its_owner_alone_and_git_passes_it_over(tmp_path):
    list(Kept(Counting(), tmp_path / "pages").begin([JOB])())
    assert "*" == (tmp_path / "pages" / ".gitignore").read_text().strip()
    assert 0o700 == (tmp_path / "pages").stat().st_mode & 0o777
