"""What a package consists of: lists, metadata, parts of a set, its zip file, its encrypted form."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pyrage
import pytest

from referral.bundling.bag import bag
from referral.bundling.crate import About, crate
from referral.bundling.encrypted import write_encrypted
from referral.bundling.folder import write_folder, zipped
from referral.bundling.index import Row, as_csv, as_json
from referral.bundling.part import part
from referral.bundling.split import bytes_of, parted
from referral.errors import UsageError, WriteError
from tests.unit.bundling.bags import parts

EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def row(**fields: object) -> Row:
    plain = dict.fromkeys(("item", "title", "kind", "level", "role", "handed_over", "path", "package"), "x")
    return Row(**{**plain, "size": 1, "sha256": "0", "sha512": "1", **fields})  # type: ignore[arg-type]


def test_the_head_of_a_bag_is_what_the_format_asks_for():
    made = {file.path: file.source for file in bag([part("data/a.txt", b"")], {"External-Identifier": "x"})}
    assert b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n" == made["bagit.txt"]
    assert b"External-Identifier: x\nPayload-Oxum: 0.1\n" == made["bag-info.txt"]
    assert f"{EMPTY}  data/a.txt\n".encode() == made["manifest-sha256.txt"]
    tags = str(made["tagmanifest-sha256.txt"]).split("\\n")
    assert ["bag-info.txt", "bagit.txt", "manifest-sha256.txt", "manifest-sha512.txt"] == [
        line.split("  ")[1] for line in tags if "  " in line
    ]


def test_the_metadata_name_every_file_by_its_address():
    files = [part("data/документ 1.docx", b"x"), part("data/evidence/EV-0001/a.bin", b"")]
    data = json.loads(crate(files, {files[1].path: "A paper"}, About("x", "y", "2024-01-31", "1")))
    graph = {entity["@id"]: entity for entity in data["@graph"]}
    assert {"@id": "./"} == graph["ro-crate-metadata.json"]["about"]
    assert "2024-01-31" == graph["./"]["datePublished"]
    address = "%D0%B4%D0%BE%D0%BA%D1%83%D0%BC%D0%B5%D0%BD%D1%82%201.docx"
    assert [{"@id": address}, {"@id": "evidence/EV-0001/a.bin"}] == graph["./"]["hasPart"]
    assert ("документ 1.docx", "A paper") == (graph[address]["name"], graph["evidence/EV-0001/a.bin"]["name"])
    assert (EMPTY, None) == (
        graph["evidence/EV-0001/a.bin"]["sha256"],
        graph["evidence/EV-0001/a.bin"].get("encodingFormat"),
    )


def test_the_index_is_no_place_for_formulas():
    made = as_csv([row(title='=HYPERLINK("http://x")', size=None), row(title="a, b")]).decode("utf-8-sig")
    read = list(csv.DictReader(io.StringIO(made, newline="")))
    assert ['\'=HYPERLINK("http://x")', "a, b"] == [line["title"] for line in read]
    assert ["", "1"] == [line["size"] for line in read]
    assert '=HYPERLINK("http://x")' == json.loads(as_json([row(title='=HYPERLINK("http://x")')]))["files"][0]["title"]


@pytest.mark.parametrize(
    ("size", "text"),
    [(650_000_000, "650MB"), (4_500_000_000, "4.5 GB"), (1 << 30, "1GiB"), (700, "700"), (700, "700 b")],
)
def test_a_size_is_read(size: int, text: str):
    assert size == bytes_of(text)


@pytest.mark.parametrize("text", ["", "0", "0MB", "MB", "-1", "1e9", "1PB", "1 000"])
def test_what_is_no_size_is_refused(text: str):
    with pytest.raises(UsageError, match="is no size"):
        bytes_of(text)


def test_files_are_parted_in_their_order():
    files = [part(f"data/{n}", b"x" * 1000) for n in range(5)]
    groups = parted(files, 6000, 1000)
    assert [["data/0", "data/1"], ["data/2", "data/3"], ["data/4"]] == [
        [file.path for file in group] for group in groups
    ]


def test_a_file_that_fits_into_no_package_is_named():
    with pytest.raises(UsageError, match=r"^data/a: the file needs a package of \d+ bytes or more"):
        parted([part("data/a", b"x" * 9000)], 6000, 1000)


def test_two_zip_files_of_one_package_are_the_same():
    assert b"".join(zipped(parts(), "x")) == b"".join(zipped(parts(), "x"))


def test_a_file_that_changes_while_it_is_packed_stops_the_work(tmp_path: Path):
    path = tmp_path / "a"
    path.write_bytes(b"one")
    made = [part("data/a", path)]
    path.write_bytes(b"two")
    with pytest.raises(WriteError, match="was changed while it was packed"):
        write_folder(made, tmp_path / "x")


def test_who_has_the_key_opens_the_package_and_nobody_else(tmp_path: Path):
    ours, theirs = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    write_encrypted(zipped(parts(), "x"), tmp_path / "x.zip.age", [str(ours.to_public())])
    sealed = (tmp_path / "x.zip.age").read_bytes()
    with zipfile.ZipFile(io.BytesIO(pyrage.decrypt(sealed, [ours]))) as opened:
        assert {f"x/{file.path}": file.source for file in parts()} == {n: opened.read(n) for n in opened.namelist()}
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(sealed, [theirs])


def test_a_key_that_is_none_is_refused_before_anything_is_written(tmp_path: Path):
    with pytest.raises(UsageError, match='"age1x" is no public key of age'):
        write_encrypted([b"x"], tmp_path / "x", ["age1x"])
    assert [] == list(tmp_path.iterdir())


def test_what_goes_wrong_while_it_is_encrypted_is_told_as_it_was(tmp_path: Path):
    path = tmp_path / "a"
    path.write_bytes(b"one")
    changed = [part("data/a", path)]
    path.write_bytes(b"two")
    key = str(pyrage.x25519.Identity.generate().to_public())
    with pytest.raises(WriteError, match="was changed while it was packed"):
        write_encrypted(zipped(changed, "x"), tmp_path / "x.zip.age", [key])
