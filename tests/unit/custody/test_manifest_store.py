"""C2PA manifests read as they come: beside a recording or in a JPEG, set beside the bits, their signatures unverified.

Two samples in `tests/data/captured` were made by the reference implementation (c2pa-rs 0.91.3), signed with a key of
the moment; the other manifests are written by hand, box by box.
"""

import hashlib
import sys
from datetime import date
from pathlib import Path
from typing import Any

import cbor2
import pytest

from referral.custody.captured.check import CapturedFile, check_captured, is_package, read_package
from referral.custody.captured.manifest_store import read, read_jpeg
from referral.custody.captured.stated import Stated, StatedDigest, UnreadableError
from referral.diagnostics import Position

SAMPLES = Path(__file__).parents[2] / "data/captured"
FORM = "C2PA, its signature not verified"
DAY = date(2022, 3, 10)
BITS = b"the recording"
AT = Position("case.yaml", 7)


def box(kind: bytes, content: bytes) -> bytes:
    return (8 + len(content)).to_bytes(4, "big") + kind + content


def labelled(label: str, *inside: bytes) -> bytes:
    return box(b"jumb", box(b"jumd", bytes(16) + b"\x03" + label.encode() + b"\0") + b"".join(inside))


def store(claimed: dict[str, Any] | None = None, more: bytes = b"", **binding: Any) -> bytes:
    """One manifest: an action, what binds it to a recording, and a claim that holds the digests of both."""
    bound = {"alg": "sha256", "hash": hashlib.sha256(BITS).digest(), **binding}
    actions = {"actions": [{"action": "c2pa.created", "when": "2022-03-10T23:00:00Z"}]}
    held = {"c2pa.hash.data": bound, "c2pa.actions": actions}
    boxes = {label: labelled(label, box(b"cbor", cbor2.dumps(data))) for label, data in held.items()}
    references = [
        {"url": f"self#jumbf=c2pa.assertions/{label}", "hash": hashlib.sha256(made[8:]).digest()}
        for label, made in boxes.items()
    ]
    claim = {"claim_generator": "a camera", "alg": "sha256", "assertions": references, **(claimed or {})}
    inside = (labelled("c2pa.assertions", *boxes.values()), labelled("c2pa.claim", box(b"cbor", cbor2.dumps(claim))))
    return labelled("c2pa", labelled("urn:1", *inside, more))


def jpeg(boxes: bytes, step: int = 60_000) -> bytes:
    """The boxes in as many segments as they need, each with the head of the first box, then a picture."""
    pieces = [boxes[8:][at : at + step] for at in range(0, len(boxes) - 8, step)]
    said = (b"JP\0\1" + n.to_bytes(4, "big") + boxes[:8] + piece for n, piece in enumerate(pieces, 1))
    segments = b"".join(b"\xff\xeb" + (2 + len(one)).to_bytes(2, "big") + one for one in said)
    return b"\xff\xd8\xff\xe0\0\x04ab" + segments + b"\xff\xdapicture"


def of_jpeg(folder: Path, data: bytes) -> Stated | None:
    (folder / "x.jpg").write_bytes(data)
    return read_jpeg(folder / "x.jpg")


def found(path: Path, *digests: StatedDigest) -> list[tuple[str, bool]]:
    file = CapturedFile(path, path.name, lambda: AT, (), ((DAY, DAY),), digests)
    return [(finding.rule, finding.is_error) for finding in check_captured([file])]


def test_a_manifest_beside_a_recording_tells_its_day_program_and_digest():
    stated = read(store())

    assert (
        Stated(FORM, (), (DAY,), (StatedDigest(None, "sha256", hashlib.sha256(BITS).hexdigest()),), "a camera")
        == stated
    )


def test_the_samples_of_the_reference_implementation_are_read():
    (beside, within) = (read_package(SAMPLES / name) for name in ("signed.c2pa", "signed.jpg"))

    assert beside
    assert within
    assert [("a camera 1.0", (DAY,), ())] * 2 == [(one.tool, one.days, one.faults) for one in (beside, within)]
    assert ["sha256"] == [digest.algorithm for digest in beside.digests]
    assert () == within.digests  # the manifest lies in the file itself, so that nobody can state a digest of all of it


@pytest.mark.parametrize("at", [-1, -200])
def test_a_picture_that_was_changed_after_the_claim_is_told(tmp_path: Path, at: int):
    data = bytearray((SAMPLES / "signed.jpg").read_bytes())
    data[at] ^= 1
    stated = of_jpeg(tmp_path, bytes(data))

    assert stated
    assert ("the picture is not the one that its claim was made of",) == stated.faults


def test_an_assertion_that_was_changed_after_the_claim_is_told():
    changed = (SAMPLES / "signed.c2pa").read_bytes().replace(b"2022-03-10T", b"2022-03-11T")

    assert ("its assertion c2pa.actions.v2 has not the digest that its claim states",) == read(changed).faults


def test_an_assertion_that_is_not_there_is_told():
    lost = {"assertions": [{"url": "self#jumbf=c2pa.assertions/c2pa.location", "hash": b""}]}

    assert ("its assertion c2pa.location is missing",) == read(store(lost)).faults


@pytest.mark.parametrize("step", [50, 60_000])
def test_a_manifest_in_a_picture_is_put_together_from_its_segments(tmp_path: Path, step: int):
    stated = of_jpeg(tmp_path, jpeg(store(), step))

    assert stated
    assert ("a camera", (DAY,)) == (stated.tool, stated.days)


@pytest.mark.parametrize("data", [b"", b"no picture", b"\xff\xd8\xff\xe0\0\x04ab\xff\xda", b"\xff\xd8\xff\xeb\0\x02"])
def test_a_picture_alone_says_nothing_and_is_no_fault(tmp_path: Path, data: bytes):
    assert of_jpeg(tmp_path, data) is None
    assert [] == found(tmp_path / "x.jpg")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0\0\0\x09",
        b"\0\0\xff\xffjumb",
        labelled("c2pa"),
        labelled("c2pa", labelled("urn:1")),
        labelled("other", labelled("urn:1")),
        labelled("c2pa", labelled("urn:1", labelled("c2pa.claim", box(b"cbor", b"\xff")))),
        store()[:-1],
    ],
    ids=["empty", "short", "ends behind", "no manifest", "no claim", "another", "no CBOR", "cut off"],
)
def test_what_is_no_manifest_is_said_to_be_none(data: bytes):
    with pytest.raises(UnreadableError):
        read(data)


@pytest.mark.parametrize("start", ["a", -1, None])
def test_a_claim_that_leaves_out_what_is_no_stretch_is_refused(tmp_path: Path, start: object):
    left_out = [{"start": start, "length": 1}, {"start": 1, "length": 1}]

    with pytest.raises(UnreadableError, match="not said in numbers"):
        of_jpeg(tmp_path, jpeg(store(exclusions=left_out)))


def test_boxes_too_deep_in_one_another_are_refused():
    deep = labelled("x")
    for _ in range(20):
        deep = labelled("x", deep)

    with pytest.raises(UnreadableError, match="too deep"):
        read(deep)


def test_without_the_library_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "cbor2", None)

    with pytest.raises(UnreadableError, match=r"referral\[c2pa\]"):
        read(store())


def test_what_a_manifest_says_is_set_beside_the_case(tmp_path: Path):
    (tmp_path / "x.c2pa").write_bytes(store())
    right = StatedDigest("x.mp4", "sha256", hashlib.sha256(BITS).hexdigest())

    assert [] == found(tmp_path / "x.c2pa", right)
    assert [("capture-says-otherwise", False)] == found(tmp_path / "x.c2pa", StatedDigest("x.mp4", "sha256", "0" * 64))


def test_a_damaged_sidecar_is_an_error_and_a_picture_changed_before_it_was_found_is_a_warning(tmp_path: Path):
    (tmp_path / "x.c2pa").write_bytes(store({"assertions": [{"url": "a/b", "hash": b""}]}))
    (tmp_path / "x.jpg").write_bytes((SAMPLES / "signed.jpg").read_bytes() + b"x")

    assert [("capture-damaged", True)] == found(tmp_path / "x.c2pa")
    assert [("capture-damaged", False)] == found(tmp_path / "x.jpg")


def test_pictures_and_manifests_are_known_by_their_names():
    assert all(map(is_package, ("a.c2pa", "b/c.JPG", "d.jpeg")))
    assert not is_package("a.png")
