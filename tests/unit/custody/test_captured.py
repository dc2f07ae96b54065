"""What packages and sidecars say is read as the programs write it, and set beside what the case says."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from referral.custody.captured.check import CapturedFile, check_captured, is_package, read_package
from referral.custody.captured.stated import Stated, StatedDigest, UnreadableError
from referral.diagnostics import Position, Severity
from tests.unit.custody.packages import (
    ADDRESS,
    DIGEST,
    auto_archiver,
    c2pa_report,
    proof_csv,
    proof_json,
    wacz,
)

DAY = date(2022, 3, 10)
SIDECARS: dict[str, Callable[..., bytes]] = {
    "folder/metadata.json": auto_archiver,
    "film.mp4.proof.json": proof_json,
    "film.mp4.proof.csv": proof_csv,
    "film.mp4.c2pa.json": c2pa_report,
}
AT = Position("case.yaml", 7)


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


def told(path: Path) -> Stated:
    stated = read_package(path)
    assert stated
    return stated


def found(path: Path, **recorded: Any) -> list[str]:
    """The rules that are broken, if the case says this, and otherwise what the packages of the tests say."""
    said: dict[str, Any] = {
        "addresses": (ADDRESS,),
        "periods": ((DAY, DAY),),
        "digests": (StatedDigest("files/film.mp4", "sha256", DIGEST),),
    }
    file = CapturedFile(path, path.name, lambda: AT, **{**said, **recorded})
    findings = list(check_captured([file]))
    assert all(AT == finding.position for finding in findings)
    return [finding.rule for finding in findings]


def test_a_wacz_tells_its_address_day_and_program(tmp_path: Path):
    stated = told(wacz(tmp_path / "x.wacz"))

    assert ((ADDRESS,), {DAY}, "a browser 1.0", ()) == (stated.addresses, {*stated.days}, stated.tool, stated.faults)


def test_an_auto_archiver_folder_tells_its_address_day_and_digests(tmp_path: Path):
    stated = told(written(tmp_path, "metadata.json", auto_archiver()))

    assert ((ADDRESS,), (DAY,)) == (stated.addresses, stated.days)
    assert (StatedDigest("film.mp4", "sha256", DIGEST),) == stated.digests


@pytest.mark.parametrize("name", ["film.proof.json", "film.proof.csv", "film.c2pa.json"])
def test_a_sidecar_tells_the_digest_of_the_file_beside_it(tmp_path: Path, name: str):
    made = {"film.proof.json": proof_json, "film.proof.csv": proof_csv, "film.c2pa.json": c2pa_report}[name]
    stated = told(written(tmp_path, name, made()))

    assert ((DAY,), (StatedDigest(None, "sha256", DIGEST),)) == (stated.days, stated.digests)


def test_where_a_recording_was_made_is_not_read(tmp_path: Path):
    stated = told(written(tmp_path, "x.proof.json", proof_json(**{"Location.Latitude": "48.5", "DeviceID": "77"})))

    assert "48.5" not in repr(stated)
    assert "77" not in repr(stated)


def test_what_agrees_with_the_case_is_no_finding(tmp_path: Path):
    assert [] == found(wacz(tmp_path / "x.wacz"))
    assert [[]] * 4 == [found(written(tmp_path, name, made())) for name, made in SIDECARS.items()]


@pytest.mark.parametrize("day", [date(2022, 3, 9), date(2022, 3, 11)])
def test_a_day_may_differ_by_the_hours_of_its_place(tmp_path: Path, day: date):
    assert [] == found(wacz(tmp_path / "x.wacz"), periods=((day, day),))


@pytest.mark.parametrize(
    "otherwise",
    [{"addresses": ("https://example.org/other",)}, {"periods": ((date(2022, 3, 12), None), (None, date(2022, 3, 8)))}],
)
def test_another_address_or_day_than_in_the_case_is_found(tmp_path: Path, otherwise: dict[str, Any]):
    assert ["capture-says-otherwise"] == found(wacz(tmp_path / "x.wacz"), **otherwise)
    assert ["capture-says-otherwise"] == found(written(tmp_path, "metadata.json", auto_archiver()), **otherwise)


@pytest.mark.parametrize("name", SIDECARS)
def test_another_digest_than_in_the_case_is_found(tmp_path: Path, name: str):
    other = (StatedDigest("files/film.mp4", "sha256", "0" * 64),)

    assert ["capture-says-otherwise"] == found(written(tmp_path, name, SIDECARS[name]()), digests=other)


def test_what_the_case_does_not_say_cannot_differ(tmp_path: Path):
    nothing: dict[str, Any] = {"addresses": (), "periods": (), "digests": ()}

    assert [[]] * 4 == [found(written(tmp_path, name, made()), **nothing) for name, made in SIDECARS.items()]


def test_the_digest_of_a_sidecar_itself_is_not_that_of_what_it_is_about(tmp_path: Path):
    own = (StatedDigest("x.proof.json", "sha256", "0" * 64),)

    assert [] == found(written(tmp_path, "x.proof.json", proof_json()), digests=own)


@pytest.mark.parametrize(
    ("part", "changed"),
    [
        ("archive/data.warc.gz", b"other"),
        ("archive/data.warc.gz", None),
        ("indexes/index.cdx", b""),
        ("datapackage-digest.json", b'{"hash": "sha256:00"}'),
    ],
)
def test_a_wacz_that_contradicts_itself_is_an_error(tmp_path: Path, part: str, changed: bytes | None):
    path = wacz(tmp_path / "x.wacz", **{part: changed})

    assert ["capture-damaged"] == found(path)
    (finding,) = check_captured([CapturedFile(path, "x", lambda: AT, (), (), ())])
    assert Severity.ERROR is finding.severity


def test_an_archiver_that_failed_and_a_report_of_faults_are_errors(tmp_path: Path):
    failed = written(tmp_path, "metadata.json", auto_archiver(status="nothing archived"))
    faulty = written(tmp_path, "x.c2pa.json", c2pa_report(validation_status=[{"code": "assertion.dataHash.mismatch"}]))

    assert ["capture-damaged"] == found(failed)
    assert ["capture-damaged"] == found(faulty)


@pytest.mark.parametrize("name", ["x.wacz", "metadata.json", "x.proof.json", "x.proof.csv", "x.c2pa.json"])
@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"[]", b"{}", b"PK\x03\x04", b"[" * 100_000, b'{"metadata": 1}'])
def test_what_is_no_such_file_is_a_warning_and_never_a_failure(tmp_path: Path, name: str, data: bytes):
    path = written(tmp_path, name, data)

    assert ["capture-unreadable"] == found(path)
    with pytest.raises(UnreadableError):
        read_package(path)


def test_shapes_that_no_program_writes_are_passed_over(tmp_path: Path):
    odd: list[dict[str, Any]] = [{"media": [1, {"properties": 3}]}, {"metadata": {"url": 3, "_processed_at": {}}}]
    paths = [written(tmp_path / str(n), "metadata.json", auto_archiver(**one)) for n, one in enumerate(odd)]
    report = json.dumps({"active_manifest": "a", "manifests": {"a": {"assertions": "x", "claim": [], "signature": 1}}})

    assert [[], []] == [found(path) for path in paths]
    assert [] == found(written(tmp_path, "x.c2pa.json", report.encode()))


@pytest.mark.parametrize(
    ("is_one", "name"),
    [
        (True, "files/A.WACZ"),
        (True, "files/folder/metadata.json"),
        (True, "x.proof.csv"),
        (True, "metadata.json"),
        (False, "files/page-metadata.json"),
        (False, "x.json"),
        (False, "x.csv"),
        (False, "wacz"),
    ],
)
def test_packages_and_sidecars_are_known_by_their_names(is_one: bool, name: str):
    assert is_one is is_package(name)


def test_a_file_that_is_not_there_is_left_to_others(tmp_path: Path):
    assert [] == found(tmp_path / "x.wacz")
