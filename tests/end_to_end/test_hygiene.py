"""Finished files hold nothing of how they were made: no author, device, folder, earlier wording or hidden pixel."""

import io
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import gettempdir

import docx
import pytest
from docx.oxml import parse_xml
from lxml import etree
from openpyxl import load_workbook
from PIL import Image
from pypdf import PdfReader

from referral.scan.carried import passages
from referral.scan.passage import Unread
from tests.end_to_end.documents import ROOT, SMALL
from tests.end_to_end.variations import read_files
from tests.unit.writers.docx.house import letterhead, saved

pytestmark = pytest.mark.slow

OWNER = "qqfindableowner"  # of the machine, the letterhead, the camera
WORDS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OF_A_HAND = {"ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "rsids", "comment", "commentReference"}
NEUTRAL = {"Title", "Producer", "CreationDate", "ModDate", "Lang", "Keywords", "Subject"}
AS_RECORDED = "small-case-prosecution/data/evidence/"
DAY = "2026-01-15"  # of which the case speaks; no other stands in the lists of a bundle
PUBLIC = "bundles/small-case-public/"
LISTED = {
    "bagit.txt",
    "bag-info.txt",
    *(f"{kind}-{algorithm}.txt" for kind in ("manifest", "tagmanifest") for algorithm in ("sha256", "sha512")),
    *(f"data/{name}" for name in ("index.csv", "index.json", "provenance.json", "ro-crate-metadata.json")),
}
LISTS = re.compile("|".join(f"^bundles/[^/]+/{re.escape(name)}$" for name in sorted(LISTED)))
SHOWN = (60, 40)  # width and height of the pictures of the case


def photo() -> bytes:
    """A JPEG with its camera's owner, a place, and a thumbnail of what was cut off since."""
    exif = Image.Exif()
    exif[0x013B], exif[0x8298], exif[0x9C9D] = OWNER, OWNER, OWNER.encode("utf-16-le")
    exif.get_ifd(0x8825).update({1: "N", 2: (50.0, 27.0, 1.25), 3: "E", 4: (30.0, 31.0, 2.5), 29: OWNER})
    small = io.BytesIO()
    Image.new("RGB", (16, 12), "blue").save(small, "JPEG", comment=OWNER.encode())
    out = io.BytesIO()
    Image.new("RGB", SHOWN, "red").save(out, "JPEG", exif=exif, comment=OWNER.encode())
    return out.getvalue() + small.getvalue()


def screenshot() -> bytes:
    """A PNG with remarks, that was cropped in place: the rest of its larger forerunner lies behind its end."""
    out = io.BytesIO()
    Image.new("RGB", SHOWN, "green").save(out, "PNG")
    whole = out.getvalue()
    remark = b"tEXtAuthor\0" + OWNER.encode()
    chunk = struct.pack(">I", len(remark) - 4) + remark + struct.pack(">I", zlib.crc32(remark))
    return whole[:33] + chunk + whole[33:] + b"IDAT" + OWNER.encode() + zlib.compress(OWNER.encode() * 9)


def house() -> bytes:
    """A letterhead with its author, a thumbnail, a comment, and wording that was struck out and put in."""
    document = docx.Document(io.BytesIO(letterhead()))
    for name in ("author", "last_modified_by", "comments", "keywords", "category"):
        setattr(document.core_properties, name, OWNER)
    words = document.add_paragraph("Earlier wording: ")  # in a head it would be refused
    for mark, text in (("ins", "t"), ("del", "delText")):
        inner = f"<w:r><w:{text}>{OWNER}</w:{text}></w:r>"
        words._p.append(parse_xml(f'<w:{mark} {WORDS} w:id="7" w:author="{OWNER}">{inner}</w:{mark}>'))
    document.add_comment(document.add_paragraph("x").add_run("y"), text=OWNER, author=OWNER, initials="q")
    return saved(document)  # which has a thumbnail of its own


def written_case(folder: Path) -> Path:
    """The small case with both pictures, and documents in every form."""
    shutil.copytree(SMALL / "files", folder / "files")
    files = read_files(SMALL)
    shown = {"photo.jpg": photo(), "screenshot.png": screenshot()}
    item = next(entry for entry in files["case"]["evidence"] if entry["id"] == "EV-0003")
    for name, data in shown.items():
        (folder / "files" / name).write_bytes(data)
        told = {"role": "original", "digest": {"value": sha256(data).hexdigest()}, "shows_nobody": "true"}
        item["files"].append({"path": f"files/{name}", "depicts": {"uk": "площа", "en": "a square"}, **told})
    (folder / "house.docx").write_bytes(house())
    asked = [("evidence-annex", "public"), ("evidence-annex", "prosecution"), ("article-15-communication", "public")]
    files["case"]["documents"] = [
        {"id": name, "lang": "en", "profile": profile, "letterhead": "house.docx"} for name, profile in asked
    ]
    for name, entries in files.items():
        (folder / f"{name}.yaml").write_text(json.dumps(entries), "utf-8")
    return folder


def run(place: Path, *arguments: str) -> None:
    """The command in a folder, for a user and on a machine whose names would be found again."""
    home = place / "home" / OWNER
    home.mkdir(parents=True, exist_ok=True)
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src")}
    environment |= dict.fromkeys(("USER", "LOGNAME", "USERNAME", "HOSTNAME"), OWNER)
    environment |= dict.fromkeys(("HOME", "XDG_CACHE_HOME", "TMPDIR"), str(home))
    command = (sys.executable, "-m", "referral", *arguments)
    done = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, encoding="utf-8")
    assert 0 == done.returncode, done.stderr


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every file of a build in every format, of every report on coverage, and of bundles, by its name.

    What a bundle holds of the evidence as it was recorded is evidence, with whatever it tells.
    """
    place = tmp_path_factory.mktemp("x") / OWNER
    (place / "case").mkdir(parents=True)
    written_case(place / "case")
    run(place, "build", str(place / "case"), "-o", "out", "--format", "docx,pdf,html,text,sources")
    for name in ("json", "html", "xlsx"):
        run(place, "coverage", str(place / "case"), "--format", name, "-o", f"out/coverage.{name}")
    only = ("--document", "evidence-annex", "--format", "docx,html,text,sources", "-o", "out/bundles")
    for profile in ("public", "prosecution"):
        run(place, "bundle", str(place / "case"), "--profile", profile, *only, "--seen")
    out = place / "out"
    files = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    return {name: data for name, data in files.items() if AS_RECORDED not in name}


def of_kind(finished: dict[str, bytes], suffix: str) -> list[bytes]:
    found = [data for name, data in finished.items() if name.endswith(suffix)]
    assert found
    return found


def parts(finished: dict[str, bytes], suffix: str = ".docx") -> Iterator[tuple[str, bytes]]:
    for data in of_kind(finished, suffix):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            yield from ((name, package.read(name)) for name in package.namelist())


def test_the_case_has_what_must_not_come_through(tmp_path: Path):
    case = written_case(tmp_path)

    assert [True, True] == [
        OWNER.encode() in (case / "files" / name).read_bytes() for name in ("photo.jpg", "screenshot.png")
    ]
    with zipfile.ZipFile(case / "house.docx") as package:
        names = package.namelist()
        holding = {name for name in names if OWNER.encode() in package.read(name)}
    assert {"docProps/core.xml", "word/comments.xml"} < holding
    assert "docProps/thumbnail.jpeg" in names


def test_no_file_tells_of_user_machine_camera_or_author(finished: dict[str, bytes]):
    carried = [(name, read) for name, data in finished.items() for read in passages(data)]

    assert [] == [name for name, data in finished.items() if OWNER.encode() in data]
    assert [] == [(name, read) for name, read in carried if isinstance(read, Unread)]
    assert [] == [(n, read.place) for n, read in carried if not isinstance(read, Unread) and OWNER in read.text]


def test_no_file_names_a_folder_of_this_machine(finished: dict[str, bytes]):
    traces = [str(ROOT), sys.prefix, gettempdir(), "/home/", "\\Users\\", "file://"]
    texts = [(name, read.text) for name, data in finished.items() for read in passages(data) if hasattr(read, "text")]

    assert [] == [(name, trace) for name, text in texts for trace in traces if trace in text]


def test_a_word_file_has_no_revision_comment_or_trace_of_a_session(finished: dict[str, bytes]):
    marks = {
        etree.QName(element).localname
        for name, part in parts(finished)
        if name.endswith(".xml")
        for element in etree.fromstring(part).iter(etree.Element)
    }

    assert set() == marks & OF_A_HAND
    assert [] == [name for name, part in parts(finished) if re.search(rb"\bw:rsid", part)]


def test_packages_have_no_thumbnail_and_neutral_properties(finished: dict[str, bytes]):
    names = {name for suffix in (".docx", ".xlsx") for name, _ in parts(finished, suffix)}
    authors = [docx.Document(io.BytesIO(data)).core_properties for data in of_kind(finished, ".docx")]
    authors += [load_workbook(io.BytesIO(data)).properties for data in of_kind(finished, ".xlsx")]
    told = {str(getattr(one, key, "") or "") for one in authors for key in ("author", "creator", "last_modified_by")}

    assert [] == [name for name in names if "thumbnail" in name or "comments" in name or name.startswith("customXml")]
    assert told <= {"", "referral"}


def test_a_pdf_has_neutral_properties(finished: dict[str, bytes]):
    keys = {
        str(key).lstrip("/") for data in of_kind(finished, ".pdf") for key in PdfReader(io.BytesIO(data)).metadata or {}
    }

    assert set() == keys - NEUTRAL


def test_pictures_are_pixels_alone_of_the_size_that_is_shown(finished: dict[str, bytes]):
    media = {
        data for name, data in parts(finished) if name.startswith("word/media/") and name.endswith((".png", ".jpg"))
    }
    opened = [image for image in map(Image.open, map(io.BytesIO, media)) if image.size == SHOWN]
    crops = [name for name, part in parts(finished) if b"srcRect" in part]

    assert 2 == len(opened)
    assert [{}, {}] == [dict(image.getexif()) for image in opened]
    assert [] == crops


def test_the_lists_of_a_bundle_know_no_day_but_that_of_the_case(finished: dict[str, bytes]):
    lists = {name: data.decode() for name, data in finished.items() if LISTS.search(name)}
    days = {day for text in lists.values() for day in re.findall(r"\b20\d\d-\d\d-\d\d", text)}

    assert 2 * len(LISTED) == len(lists)
    assert {DAY} == days


def test_the_names_in_a_bundle_are_of_its_documents_and_items_alone(finished: dict[str, bytes]):
    names = [name.removeprefix(PUBLIC) for name in finished if name.startswith(PUBLIC)]
    evidence = [name for name in names if name.startswith("data/evidence/")]
    documents = {name for name in names if name.startswith("data/documents/")}

    assert {
        f"data/documents/evidence-annex.en.{suffix}" for suffix in ("docx", "html", "txt", "sources.json")
    } == documents
    assert {"EV-0003/photo.png", "EV-0003/screenshot.png"} == {name.removeprefix("data/evidence/") for name in evidence}
    assert {*LISTED, *documents, *evidence, "VERIFY.md", "verify.py"} == {*names}


def test_a_picture_in_a_bundle_for_anyone_is_pixels_alone(finished: dict[str, bytes]):
    pictures = [data for name, data in finished.items() if name.startswith(f"{PUBLIC}data/evidence/")]
    opened = [Image.open(io.BytesIO(data)) for data in pictures]

    assert [SHOWN, SHOWN] == [image.size for image in opened]
    assert [{}, {}] == [dict(image.getexif()) for image in opened]
