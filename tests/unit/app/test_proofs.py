"""Timestamps of files and of lists of digests: made, handed over with what they prove, verified offline."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner

from referral.app.bundle import BundleTerms, bundle
from referral.app.proofs import Proof
from referral.app.stamped import file_to_stamp, lines_to_paste
from referral.app.verify import verify
from referral.cli.verify import command as verify_command
from referral.custody.timestamps.proven import Proven, Standing
from referral.errors import ProtectedDataError, ReferralError, UsageError
from tests.unit.app.small_bundles import POST, RECORD, WITNESS, load_small, write_small
from tests.unit.custody.authority import MOMENT, NAME, certificates, token

TOKEN = "rfc3161, day: 2022-03-12, certificates: files/root.pem"
WHEN = "verified: these bits were there on 2022-03-12 10:00:00 UTC"
SHOWN = f"{WHEN}; vouched for by {NAME} (by the certificates in root.pem)"
SUMS = {"files/post.txt": POST, "files/record.txt": RECORD}


def sums(*paths: str) -> bytes:
    return "".join(f"{sha256(SUMS[path]).hexdigest()}  {path}\n" for path in paths).encode()


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case with timestamps of both files and of two lists: of one file that the prosecution has, and of all."""
    case = write_small(tmp_path)
    held = {"post.tsr": POST, "record.tsr": RECORD, "one.tsr": sums("files/post.txt"), "all.tsr": sums(*SUMS)}
    for name, data in held.items():
        (case / "files" / name).write_bytes(token(data))
    (case / "files/one.sha256").write_bytes(sums("files/post.txt"))
    (case / "files/all.sha256").write_bytes(sums(*SUMS))
    (case / "files/root.pem").write_bytes(certificates())
    path = case / "case.yaml"
    text = path.read_text("utf-8")
    for name in ("post", "record"):
        text = text.replace(f"path: files/{name}.txt,", f"path: files/{name}.txt, timestamps: [{stamp(name)}],")
    lists = ", ".join(f"{{path: files/{name}.sha256, timestamps: [{stamp(name)}]}}" for name in ("one", "all"))
    path.write_text(text.replace("as_at: 2024-01-31}", f"as_at: 2024-01-31, manifests: [{lists}]}}"), "utf-8")
    return case


def stamp(name: str) -> str:
    return f"{{path: files/{name}.tsr, kind: {TOKEN}}}"


def made(case: Path, profile: str = "prosecution") -> Path:
    return bundle(load_small(case), profile, case.parent / "out", BundleTerms(("text",))).path


def held(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in (folder / "data").rglob("*") if path.is_file()}


def test_a_store_tells_what_its_timestamps_prove(case: Path):
    found = verify(case)

    assert () == found.findings
    of_lists = [f"files/{name}.tsr, of {name}.sha256: {SHOWN}" for name in ("one", "all")]
    assert [f"files/{name}.tsr, of {name}.txt: {SHOWN}" for name in ("post", "record")] + of_lists == list(
        found.timestamps
    )


def test_a_list_that_says_otherwise_and_its_timestamp_are_found(case: Path):
    (case / "files/all.sha256").write_bytes(b"0" * 64 + b"  files/post.txt\n")

    found = [(one.path, one.kind) for one in verify(case).findings]
    assert [("files/all.sha256", "changed"), ("files/all.tsr", "unproven")] == found


def test_a_timestamp_that_is_not_there_is_found(case: Path):
    (case / "files/one.tsr").unlink()

    assert [("files/one.tsr", "unproven")] == [(one.path, one.kind) for one in verify(case).findings]


def test_proofs_go_with_the_files_that_they_prove_and_with_no_others(case: Path):
    found = {name for name in held(made(case)) if "/evidence/" in name or "/manifests/" in name}

    evidence = {f"data/evidence/EV-0001/{name}" for name in ("post.txt", "post.tsr", "root.pem")}
    assert evidence | {f"data/manifests/{name}" for name in ("one.sha256", "one.tsr", "root.pem")} == found


def test_a_proof_that_tells_of_somebody_stops_the_bundle(tmp_path: Path):
    case = write_small(tmp_path)
    (case / "files/post.tsr").write_bytes(token(POST, name=WITNESS))
    (case / "files/root.pem").write_bytes(certificates(WITNESS))
    text = (case / "case.yaml").read_text("utf-8")
    (case / "case.yaml").write_text(text.replace("post.txt,", f"post.txt, timestamps: [{stamp('post')}],"), "utf-8")

    with pytest.raises(ProtectedDataError):
        made(case)


def test_nothing_in_the_bundle_tells_the_digest_or_the_name_of_what_is_withheld(case: Path):
    folder = made(case)
    whole = b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())

    assert b"record.txt" not in whole
    assert sha256(RECORD).hexdigest().encode() not in whole
    assert sha256(RECORD).digest() not in whole


def test_who_has_every_file_has_every_list(case: Path):
    path = case / "case.yaml"
    text = (
        path.read_text("utf-8").replace("source: SRC-02", "source: SRC-01").replace("kind: testimony", "kind: document")
    )
    kept = [line for line in text.splitlines() if not line.strip().startswith(("persons: [", "account: {"))]
    path.write_text("\n".join(kept), "utf-8")

    assert {"data/manifests/one.sha256", "data/manifests/all.sha256"} < held(made(case))


def test_the_bundle_says_which_proof_is_of_which_file_and_is_verified_with_them(case: Path):
    folder = made(case)
    told = json.loads((folder / "data/timestamps.json").read_bytes())["timestamps"]
    found = verify(folder)

    assert ("evidence/EV-0001/post.txt", "evidence/EV-0001/post.tsr") == (told[0]["of"], told[0]["proof"])
    assert () == found.findings
    assert [
        f"data/evidence/EV-0001/post.tsr, of post.txt: {SHOWN}",
        f"data/manifests/one.tsr, of one.sha256: {SHOWN}",
    ] == [*found.timestamps]


@pytest.mark.parametrize("text", ["{", "{}", '{"timestamps": [{"of": "../x", "kind": "rfc3161", "proof": "y"}]}'])
def test_a_list_of_proofs_that_somebody_changed_is_told(case: Path, text: str):
    folder = made(case)
    (folder / "data/timestamps.json").write_text(text)

    assert {"changed", "malformed"} == {one.kind for one in verify(folder).findings}


def test_a_proof_that_is_evidence_of_another_item_does_not_go_along(tmp_path: Path):
    case = write_small(tmp_path)
    (case / "files/record.txt").write_bytes(certificates())
    (case / "files/post.tsr").write_bytes(token(POST))
    named = stamp("post").replace("root.pem", "record.txt")
    text = (case / "case.yaml").read_text("utf-8").replace("post.txt,", f"post.txt, timestamps: [{named}],")
    (case / "case.yaml").write_text(
        text.replace(sha256(RECORD).hexdigest(), sha256(certificates()).hexdigest()), "utf-8"
    )

    found = {name for name in held(made(case)) if "/evidence/" in name}
    assert {"data/evidence/EV-0001/post.txt", "data/evidence/EV-0001/post.tsr"} == found


def test_a_case_without_timestamps_has_no_list_of_them(tmp_path: Path):
    assert not (made(write_small(tmp_path)) / "data/timestamps.json").exists()


def test_a_bundle_is_proven_by_a_timestamp_beside_it(case: Path):
    folder = made(case)
    beside = case.parent / "bundle.tsr"
    beside.write_bytes(token((folder / "tagmanifest-sha512.txt").read_bytes()))
    (case.parent / "root.pem").write_bytes(certificates())
    proof = Proof(beside, case.parent / "root.pem")

    assert f"{beside}, of tagmanifest-sha512.txt: {SHOWN}" == verify(folder, proof=proof).timestamps[0]
    beside.write_bytes(token(b"another"))
    assert ["unproven"] == [one.kind for one in verify(folder, proof=proof).findings]


def test_the_command_says_what_is_proven(case: Path):
    folder = made(case)
    said = CliRunner().invoke(verify_command, [str(folder)]).output

    assert f"timestamp: data/evidence/EV-0001/post.tsr, of post.txt: {SHOWN}\n" in said
    wrong = CliRunner().invoke(verify_command, [str(folder), "--certificates", str(case / "files/root.pem")])
    assert isinstance(wrong.exception, UsageError)


def test_the_list_of_a_case_that_is_to_be_stamped_holds_every_file(tmp_path: Path):
    case = write_small(tmp_path)
    out = case / "files/all.tsr"

    assert sums(*SUMS) == file_to_stamp(case, out).read_bytes()
    assert file_to_stamp(case, out) == case / "files/all.sha256"  # again, for it is the same
    lines = [
        "manifests:",
        "  - path: files/all.sha256",
        "    timestamps: [{kind: rfc3161, path: files/all.tsr, day: 2022-03-12}]",
    ]
    assert lines == list(lines_to_paste(case, out, Proven(Standing.UNCHECKED, MOMENT, NAME)))


def test_a_list_is_not_made_of_files_that_are_not_as_recorded_nor_in_the_place_of_another(tmp_path: Path):
    case = write_small(tmp_path)
    (case / "files/all.sha256").write_text("another")
    with pytest.raises(UsageError, match="is there already"):
        file_to_stamp(case, case / "files/all.tsr")
    with pytest.raises(UsageError, match="in its folder"):
        file_to_stamp(case, tmp_path / "all.tsr")
    (case / "files/post.txt").write_text("changed")
    with pytest.raises(ReferralError, match=r"files/post.txt"):
        file_to_stamp(case, case / "files/new.tsr")


def test_the_token_of_a_bundle_lies_beside_it(case: Path):
    folder = made(case)

    assert folder / "tagmanifest-sha512.txt" == file_to_stamp(folder, folder.parent / "x.tsr")
    assert () == lines_to_paste(folder, folder.parent / "x.tsr", Proven(Standing.UNCHECKED, MOMENT, NAME))
    with pytest.raises(UsageError, match="beside it"):
        file_to_stamp(folder, folder / "x.tsr")
