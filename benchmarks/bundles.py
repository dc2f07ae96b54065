"""The check of a bundle beside a bare loop that reckons the same two digests, and beside the program `bagit`."""

import hashlib
import logging
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

import bagit

from benchmarks.frame import Cost, Job, Scale, Work, measure
from benchmarks.report import Figure, Section, table
from referral.bundling.bag import bag
from referral.bundling.folder import write_folder
from referral.bundling.part import Part, part
from referral.bundling.verifier import verify

SIZES = (10, 1_000, 10_000)
FILE_SIZE = 200_000  # bytes: ten thousand such files are two gigabytes
TARGET = 1.2
_STEP = 1 << 20


def run(scale: Scale) -> Iterator[Section]:
    costs = {files: measured(files, scale.rounds) for files in scale.sizes(*SIZES)}
    curves = {name: {files: cost[name].cpu for files, cost in costs.items()} for name in ("bare", "verify", "bagit")}
    largest = max(costs)
    yield Section("Verify", _told(costs), [_figure(largest, costs[largest])], curves)


def measured(files: int, rounds: int) -> dict[str, Cost]:
    """What it costs to check so many files: in a folder made once, read by each in turn."""
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder) / "package"
        write_folder(bag(list(_payload(files, Path(folder) / "source")), {}), package)
        jobs = [
            Job(name, work, (str(package),)) for name, work in (("bare", bare), ("verify", ours), ("bagit", theirs))
        ]
        return measure(jobs, rounds)


def bare(package: str) -> Work:
    """Both digests of every file, and nothing else."""
    paths = sorted(path for path in Path(package).rglob("*") if path.is_file())

    def work() -> None:
        for path in paths:
            sha256, sha512 = hashlib.sha256(), hashlib.sha512()
            with path.open("rb") as stream:
                while piece := stream.read(_STEP):
                    sha256.update(piece)
                    sha512.update(piece)

    return work


def ours(package: str) -> Work:
    def work() -> None:
        if verify(package).findings:
            raise SystemExit("the package is not intact")

    return work


def theirs(package: str) -> Work:
    logging.disable()  # a line for each file
    return lambda: bagit.Bag(package).validate()


def _payload(files: int, source: Path) -> Iterator[Part]:
    """Files on the disk, because together they need not fit into memory."""
    source.mkdir()
    chance = random.Random(8)  # noqa: S311 - the same files in each run
    for number in range(files):
        path = source / str(number)
        path.write_bytes(chance.randbytes(FILE_SIZE))
        yield part(f"data/evidence/EV-{number:05}/photo.jpg", path)


def _told(costs: dict[int, dict[str, Cost]]) -> str:
    rows = [
        [
            f"{files:,}",
            f"{files * FILE_SIZE / 1e6:,.0f} MB",
            *(f"{cost[n].cpu:.2f} s" for n in ("bare", "verify", "bagit")),
        ]
        for files, cost in costs.items()
    ]
    return table(["files", "size", "bare loop, both digests", "`referral verify`", "bagit"], rows)


def _figure(files: int, cost: dict[str, Cost]) -> Figure:
    ratio = cost["verify"].cpu / cost["bare"].cpu
    work = f"verify of {files:,} files, {files * FILE_SIZE / 1e6:,.0f} MB, against a bare loop over both digests"
    return Figure(work, f"≤ {TARGET} ×", f"{ratio:.2f} ×", ratio <= TARGET)
