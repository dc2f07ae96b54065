"""Measures pieces of work, each in a process of its own: processor time, time of the clock, memory at the peak.

Jobs take turns, so that other work on the machine hits all of them alike; medians are kept. Needs Linux (`/proc`).
"""

import json
import math
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path
from statistics import linear_regression, median
from time import sleep

Work = Callable[[], object]
Argument = str | int | float | bool

ROOT = Path(__file__).parents[1]
_BETWEEN_SAMPLES = 0.05  # seconds


@dataclass(frozen=True)
class Job:
    """A piece of work: `prepare`, a function of a module, is called with the arguments; what it returns is measured."""

    name: str
    prepare: Callable[..., Work]
    arguments: tuple[Argument, ...] = ()


@dataclass(frozen=True)
class Cost:
    """What a job took, with all processes that it started; `base` is what its process had before."""

    cpu: float  # seconds
    wall: float  # seconds
    memory: int  # bytes
    base: int  # bytes

    @property
    def growth(self) -> int:
        return self.memory - self.base


@dataclass(frozen=True)
class Scale:
    """How much is measured: every size, or for a trial only those up to the largest."""

    rounds: int = 3
    largest: int | None = None

    def sizes(self, *sizes: int) -> tuple[int, ...]:
        """Those that are measured; the first always is."""
        return sizes[:1] + tuple(size for size in sizes[1:] if self.largest is None or size <= self.largest)


def how(scale: Scale) -> str:
    """In words."""
    return "one run" if scale.rounds == 1 else f"medians of {scale.rounds} runs"


FULL, TINY = Scale(), Scale(rounds=1, largest=10)


def measure(jobs: Sequence[Job], rounds: int = 3) -> dict[str, Cost]:
    """The medians by the names of the jobs."""
    turns = [{job.name: _run(job) for job in jobs} for _ in range(rounds)]
    return {job.name: _median([turn[job.name] for turn in turns]) for job in jobs}


def exponent(costs: Mapping[int, float]) -> float:
    """The slope of a straight line through the costs, both scales logarithmic: 1 is linear, 2 is quadratic."""
    return linear_regression([math.log(n) for n in costs], [math.log(cost) for cost in costs.values()]).slope


def _median(costs: Sequence[Cost]) -> Cost:
    cpu, wall, memory, base = ([getattr(cost, one.name) for cost in costs] for one in fields(Cost))
    return Cost(median(cpu), median(wall), round(median(memory)), round(median(base)))


def _run(job: Job) -> Cost:
    what = f"{job.prepare.__module__}:{job.prepare.__qualname__}"
    command = [sys.executable, "-m", "benchmarks.child", what, json.dumps(job.arguments)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:  # noqa: S603
        if process.stdout is None or not process.stdout.readline():
            raise SystemExit(f"{job.name}: {what} failed before it was measured")
        cpu, memory = _watched(process)
        measured = process.stdout.read()
    if process.returncode:
        raise SystemExit(f"{job.name}: {what} failed with code {process.returncode}")
    cost = Cost(**json.loads(measured))
    return Cost(max(cost.cpu, cpu), cost.wall, max(cost.memory, memory), cost.base)


def _watched(process: "subprocess.Popen[str]") -> tuple[float, int]:
    """Of the process and those below it, whenever they were looked at: their processor time, and the most memory.

    What a process knows of its own time leaves out those below it that nobody has waited for, as a browser's.
    """
    before, used, most = _used(process.pid), dict[int, float](), 0
    while process.poll() is None:
        family = list(_family(process.pid))
        most = max(most, sum(map(_resident, family)))
        used |= {pid: seconds for pid in family if (seconds := _used(pid))}
        sleep(_BETWEEN_SAMPLES)
    return sum(used.values()) - before, most


def _used(pid: int) -> float:
    """Seconds of processor time of one process, without those below it; 0 if it has ended."""
    for told in _read(f"/proc/{pid}/stat"):
        user, system = told.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
    return 0.0


def _family(pid: int) -> Iterator[int]:
    yield pid
    for thread in _read(f"/proc/{pid}/task/*/children"):
        for child in thread.split():
            yield from _family(int(child))


def _resident(pid: int) -> int:
    return sum(
        int(line.split()[1]) * 1024
        for status in _read(f"/proc/{pid}/status")
        for line in status.splitlines()
        if line.startswith("VmRSS")
    )


def _read(pattern: str) -> Iterator[str]:
    """The files of that pattern; a process may end while it is looked at."""
    with suppress(OSError):
        for path in Path("/").glob(pattern.lstrip("/")):
            yield path.read_text("ascii")
