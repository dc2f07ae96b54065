"""Same input, same bytes: on another day, in another time zone, locale, process, folder, with another hash seed.

Each build is a process of its own with a home of its own, so that no cache of an earlier one can help it.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.end_to_end.documents import ROOT, SMALL

FORMATS = "docx,pdf,html,text"

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Circumstances:
    """Everything that may differ between two builds of the same case."""

    moment: str
    zone: str
    locale: str
    hash_seed: str
    umask: int
    folder: str  # where the command runs, and beside which the case lies
    argument: str  # the case as the command line names it, from there


HERE_AND_NOW = Circumstances("2024-02-29 23:59:30", "UTC", "C.UTF-8", "0", 0o022, "a", "case")
ELSEWHERE = Circumstances("2031-07-01 03:00:00", "Asia/Kathmandu", "uk_UA.UTF-8", "4711", 0o077, "б/deep/er", "case")
ANOTHER_PATH = Circumstances("1999-12-31 12:00:00", "Pacific/Apia", "POSIX", "1", 0o002, "c", "../c/./other name/case/")


@pytest.fixture(scope="module")
def faketime() -> str:
    """The tool that tells a process another time."""
    found = shutil.which("faketime")
    if found is None:
        stop = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        stop("faketime is missing; CONTRIBUTING.md says how to install it")
    return str(found)


def start(at: Circumstances, place: Path, formats: str, faketime: str) -> subprocess.Popen[str]:
    """Begin to build a copy of the small case in these circumstances."""
    folder, home = place / at.folder, place / f"home of {at.zone.replace('/', ' ')}"
    home.mkdir(parents=True)
    shutil.copytree(SMALL, folder / at.argument)
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": at.hash_seed,
        **dict.fromkeys(("HOME", "XDG_CACHE_HOME", "TMPDIR"), str(home)),
        **dict.fromkeys(("LANG", "LC_ALL"), at.locale),
        "TZ": at.zone,
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }
    build = (sys.executable, "-m", "referral", "build", at.argument, "-o", "out", "--format", formats)
    return subprocess.Popen(
        (faketime, at.moment, *build),
        cwd=folder,
        env=environment,
        umask=at.umask,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def finished(process: subprocess.Popen[str], at: Circumstances, place: Path) -> dict[str, bytes]:
    """What the build has written, the record of written files included."""
    _, complaints = process.communicate(timeout=300)
    assert 0 == process.returncode, complaints
    out = place / at.folder / "out"
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def built(several: tuple[Circumstances, ...], place: Path, formats: str, faketime: str) -> list[dict[str, bytes]]:
    processes = [(start(at, place, formats, faketime), at) for at in several]
    return [finished(process, at, place) for process, at in processes]


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> dict[str, tuple[bytes, bytes]]:
    """For each file that differs, the bytes around the first difference."""
    found = {}
    for name in sorted(one.keys() | other.keys()):
        a, b = one.get(name, b""), other.get(name, b"")
        if a != b:
            at = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
            found[name] = a[max(0, at - 40) : at + 40], b[max(0, at - 40) : at + 40]
    return found


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory, faketime: str) -> tuple[Path, list[dict[str, bytes]]]:
    """The case built here and elsewhere, in every format; and the folder in which that happened."""
    place = tmp_path_factory.mktemp("twice")
    return place, built((HERE_AND_NOW, ELSEWHERE), place, FORMATS, faketime)


def test_the_same_case_gives_the_same_bytes_elsewhere(twice):
    first, second = twice[1]
    assert {".docx", ".pdf", ".html", ".txt"} <= {Path(name).suffix for name in first}
    assert {} == differing(first, second)


def test_finished_files_hold_no_path_of_this_machine(twice):
    place, (written, _) = twice
    traces = [str(path) for path in (place, ROOT, Path(sys.prefix), Path.home()) if path != Path("/")]
    assert [] == [(name, trace) for name, data in written.items() for trace in traces if trace.encode() in data]


def test_the_way_in_which_a_case_is_named_leaves_no_trace(twice, tmp_path: Path, faketime: str):
    """In formats without pages; a table of contents in Word takes its page numbers from the PDF of the same build."""
    (second,) = built((ANOTHER_PATH,), tmp_path, "html,text", faketime)
    kinds = {".html", ".txt"}
    assert kinds == {Path(name).suffix for name in second} - {".json"} - {""}
    named = {name: data for name, data in second.items() if Path(name).suffix in kinds}
    assert {} == differing({name: twice[1][0][name] for name in named}, named)
