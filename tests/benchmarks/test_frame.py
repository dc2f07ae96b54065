"""The frame measures what it is given, in a process of its own, and keeps what was measured. Nothing here is timed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import __main__ as command
from benchmarks.child import cpu_used
from benchmarks.frame import TINY, Cost, Job, Scale, Work, exponent, measure
from benchmarks.plot import drawn
from benchmarks.report import Figure, Section, record


def filling(megabytes: int) -> Work:
    prepared = bytearray(8 * 1024 * 1024)
    return lambda: len(prepared) + len(bytearray(b"x") * (megabytes * 1024 * 1024))


def failing() -> Work:
    raise ValueError("not prepared")


def failing_later() -> Work:
    return lambda: 1 / 0


def talking() -> Work:
    return lambda: sys.stdout.write("what the work says is no measurement")


def leaving_work_behind() -> Work:
    """Half a second of work by a process that the one which started it does not wait for."""
    busy = f"'{sys.executable}' -c 'from time import process_time\nwhile process_time() < 0.5: pass' & sleep 1.5"
    return lambda: subprocess.run(["sh", "-c", busy], check=True)


def test_the_exponent_of_a_square_is_two():
    assert pytest.approx(2) == exponent({n: 3.0 * n**2 for n in (1, 10, 50)})


def test_memory_is_that_of_the_work_and_not_of_what_prepared_it():
    little, much = measure([Job("little", filling, (1,)), Job("much", filling, (60,))], 1).values()

    assert 50_000_000 < much.growth - little.growth < 70_000_000
    assert much.cpu > 0
    assert much.wall > 0


def test_processor_time_is_also_that_of_processes_that_nobody_waits_for():
    (cost,) = measure([Job("left", leaving_work_behind)], 1).values()

    assert cost.cpu >= 0.3


@pytest.mark.parametrize("prepare", [failing, failing_later])
def test_a_job_that_fails_is_not_measured(prepare: object):
    with pytest.raises(SystemExit, match="failed"):
        measure([Job("broken", prepare)], 1)  # type: ignore[arg-type]


def test_what_the_work_prints_is_not_taken_for_a_measurement():
    assert {"talking"} == measure([Job("talking", talking)], 1).keys()


def test_the_time_of_a_process_only_grows():
    assert 0 < cpu_used() <= cpu_used()


@pytest.mark.parametrize(("largest", "sizes"), [(None, (10, 100)), (10, (10,)), (1, (10,)), (100, (10, 100))])
def test_a_trial_measures_the_first_size_and_those_that_are_small_enough(largest: int | None, sizes: tuple[int, ...]):
    assert sizes == Scale(1, largest).sizes(10, 100)


def test_a_section_and_a_figure_take_the_place_of_the_old_ones(tmp_path: Path):
    for text in ("old", "new"):
        record(Section("Coverage", text, [Figure("growth", "1", text, met=True)]), tmp_path)
        record(Section("Another", "stays", [Figure("speed", "1", "2", met=False)]), tmp_path)
    page = (tmp_path / "performance.md").read_text("utf-8")

    assert ["## Coverage", "new", "## Another", "stays"] == [
        line for line in page.splitlines() if line and "|" not in line
    ][-4:]
    assert "| growth | 1 | new | yes |" in page
    assert "| speed | 1 | 2 | **no** |" in page
    assert [("growth", "new"), ("speed", "2")] == [
        (entry["work"], entry["measured"]) for entry in json.loads((tmp_path / "performance.json").read_text("utf-8"))
    ]


def test_why_a_figure_is_missed_is_told_once_and_to_people_only(tmp_path: Path):
    missed = [Figure(work, "1", "2", met=False, why="It is far.") for work in ("one", "two")]
    record(Section("Some work", "told", [*missed, Figure("three", "1", "1", met=True, why="No.")]), tmp_path)
    page = (tmp_path / "performance.md").read_text("utf-8")

    assert (1, 0) == (page.count("It is far."), page.count("No."))
    assert [{"work", "target", "measured", "met"}] * 3 == [
        set(entry) for entry in json.loads((tmp_path / "performance.json").read_text("utf-8"))
    ]


def test_curves_are_drawn_beside_the_page(tmp_path: Path):
    record(Section("Some work", "told", curves={"ours & theirs": {10: 0.5, 100: 5.0}}), tmp_path)

    assert "(performance.some-work.svg)" in (tmp_path / "performance.md").read_text("utf-8")
    assert "ours &amp; theirs" in (tmp_path / "performance.some-work.svg").read_text("utf-8")


def test_a_curve_that_grows_rises_to_the_right():
    (line,) = [line for line in drawn({"a": {10: 1.0, 1000: 100.0}}).splitlines() if line.startswith("<polyline")]
    (x1, y1), (x2, y2) = (map(float, point.split(",")) for point in line.split('"')[1].split())

    assert x1 < x2
    assert y1 > y2


@pytest.mark.slow
@pytest.mark.parametrize("name", ["load", "docx_annex"])
def test_a_benchmark_runs_and_tells_its_figures(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    pytest.importorskip("docxtpl", reason="the extra [bench] is not installed")
    pytest.importorskip("ruamel.yaml", reason="the extra [bench] is not installed")
    monkeypatch.setattr(command, "FULL", TINY)
    command.main([name, "-o", str(tmp_path)])

    assert json.loads((tmp_path / "performance.json").read_text("utf-8"))
    assert "| 10 |" in (tmp_path / "performance.md").read_text("utf-8")


def test_a_benchmark_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        command.main(["speed"])

    assert "there is no benchmark speed" in capsys.readouterr().err


def test_growth_is_what_came_on_top():
    assert 30 == Cost(1, 1, 50, 20).growth
