"""What somebody may do to a package, by small functions, and what each reader of packages must say of it.

Where the program of the Library of Congress finds nothing, the row says why.
"""

import hashlib
import os
import re
import shutil
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Change = Callable[[Path], object]

NOTICE = "data/documents/notice.uk.docx"
LIST = "data/documents/перелік.txt"
SHOT = "data/evidence/EV-0001/йод.jpg"
COPY = "data/evidence/EV-0001/copy.jpg"
EMPTY = "data/evidence/EV-0002/empty.txt"
ONE, TWO = "data/evidence/EV-0003/post one.txt", "data/evidence/EV-0003/post two.txt"
SUMS, LONG_SUMS = "manifest-sha256.txt", "manifest-sha512.txt"
TAGS, LONG_TAGS = "tagmanifest-sha256.txt", "tagmanifest-sha512.txt"

LISTS_NO_TAGS = "it looks for no files beside data/ that are in no list"
NO_FOLDERS = "it looks at files alone"
FOLLOWS_LINKS = "it reads through links to files"
SKIPS_LINES = "it logs lines that it cannot read and goes on"
NORMALISES = "it takes another spelling of a path for the path itself"
ONE_IS_ENOUGH = "one list of the files beside data/, or none, is enough for it"
FIRST_LINE = "it looks at the labels of bagit.txt and at nothing else"


@dataclass(frozen=True)
class Tampering:
    """`says` is a kind of finding that ours must give; `not_by_bagit` why the other program finds nothing."""

    name: str
    change: Change
    says: str
    not_by_bagit: str = ""


def flip(path: str, bit: int = 0) -> Change:
    def change(bag: Path) -> None:
        data = bytearray((bag / path).read_bytes())
        data[bit // 8] ^= 1 << bit % 8
        (bag / path).write_bytes(bytes(data))

    return change


def flip_last(path: str) -> Change:
    return lambda bag: flip(path, (bag / path).stat().st_size * 8 - 1)(bag)


def write(path: str, data: bytes) -> Change:
    def change(bag: Path) -> None:
        (bag / path).parent.mkdir(parents=True, exist_ok=True)
        (bag / path).write_bytes(data)

    return change


def folder(path: str) -> Change:
    return lambda bag: (bag / path).mkdir(parents=True)


def append(path: str, data: bytes) -> Change:
    return lambda bag: (bag / path).write_bytes((bag / path).read_bytes() + data)


def prepend(path: str, data: bytes) -> Change:
    return lambda bag: (bag / path).write_bytes(data + (bag / path).read_bytes())


def truncate(path: str, size: int = -1) -> Change:
    return lambda bag: (bag / path).write_bytes((bag / path).read_bytes()[:size])


def remove(*paths: str) -> Change:
    def change(bag: Path) -> None:
        for path in paths:
            (bag / path).unlink()

    return change


def rename(old: str, new: str) -> Change:
    return lambda bag: os.rename(bag / old, bag / new)


def swap(one: str, two: str) -> Change:
    def change(bag: Path) -> None:
        first, second = (bag / one).read_bytes(), (bag / two).read_bytes()
        (bag / one).write_bytes(second)
        (bag / two).write_bytes(first)

    return change


def link(path: str, target: str) -> Change:
    def change(bag: Path) -> None:
        (bag / path).unlink(missing_ok=True)
        (bag / path).symlink_to(target)

    return change


def link_out(path: str) -> Change:
    """The file is moved out of the package, and a link left in its place."""

    def change(bag: Path) -> None:
        outside = bag.parent / f"{bag.name}-outside"
        shutil.move(bag / path, outside)
        (bag / path).symlink_to(outside)

    return change


def link_folder(bag: Path) -> None:
    outside = bag.parent / f"{bag.name}-folder"
    shutil.move(bag / "data/documents", outside)
    (bag / "data/documents").symlink_to(outside)


def pipe(bag: Path) -> None:
    os.mkfifo(bag / "data/pipe")


def edit(path: str, old: str, new: str) -> Change:
    def change(bag: Path) -> None:
        text = (bag / path).read_bytes().decode()
        assert re.search(old, text), old
        (bag / path).write_bytes(re.sub(old, new, text, count=1).encode())

    return change


def resealed(*changes: Change) -> Change:
    """The change, and then the lists of tag files made anew: what an attacker would do who knows the format."""

    def change(bag: Path) -> None:
        for each in changes:
            each(bag)
        for algorithm in ("sha256", "sha512"):
            path = bag / f"tagmanifest-{algorithm}.txt"
            names = [line.split("  ", 1)[1] for line in path.read_text("utf-8").splitlines()]
            there = [name for name in names if (bag / name).is_file()]
            lines = [f"{hashlib.new(algorithm, (bag / name).read_bytes()).hexdigest()}  {name}\n" for name in there]
            path.write_text("".join(lines), "utf-8")

    return change


def list_again(path: str, digest: str = "") -> Change:
    """A second line for a file that a manifest has already."""

    def change(bag: Path) -> None:
        line = next(line for line in (bag / path).read_text("utf-8").splitlines() if line.endswith("notice.uk.docx"))
        again = f"{digest}  {line.split('  ', 1)[1]}" if digest else line
        append(path, f"{again}\n".encode())(bag)

    return change


def list_path(path: str) -> Change:
    """A line for a path in both manifests, with the digests of nothing."""

    def change(bag: Path) -> None:
        for name, algorithm in ((SUMS, "sha256"), (LONG_SUMS, "sha512")):
            append(name, f"{hashlib.new(algorithm).hexdigest()}  {path}\n".encode())(bag)

    return change


def respell(path: str, new: str) -> Change:
    return resealed(edit(SUMS, re.escape(path), new), edit(LONG_SUMS, re.escape(path), new))


def twin(bag: Path) -> None:
    """A second file whose name is the other spelling of an accent."""
    (bag / unicodedata.normalize("NFD", SHOT)).write_bytes(b"another")


TAMPERINGS = [
    Tampering("the first bit of a document", flip(NOTICE), "changed"),
    Tampering("the last bit of a document", flip_last(NOTICE), "changed"),
    Tampering("a bit of a picture with a name in another script", flip(SHOT, 20), "changed"),
    Tampering("a bit of the guide", flip("VERIFY.md", 3), "changed"),
    Tampering("a bit of the program that checks", flip("verify.py", 80), "changed"),
    Tampering("a bit of a list", flip(SUMS), "changed"),
    Tampering("a bit of the other list", flip_last(LONG_SUMS), "changed"),
    Tampering("a bit of a digest in the list of lists", flip(TAGS, 1), "changed"),
    Tampering("a bit of what is said of the bag", flip("bag-info.txt", 5), "changed"),
    Tampering("a space at the end of a document", append(NOTICE, b" "), "changed"),
    Tampering("a byte in an empty file", append(EMPTY, b"\0"), "changed"),
    Tampering("a document cut short", truncate(NOTICE), "changed"),
    Tampering("a document emptied", truncate(NOTICE, 0), "changed"),
    Tampering("a list emptied", truncate(SUMS, 0), "changed"),
    Tampering("both lists emptied, and resealed", resealed(truncate(SUMS, 0), truncate(LONG_SUMS, 0)), "extra"),
    Tampering("the end of a list cut off", truncate(LONG_SUMS, 300), "changed"),
    Tampering("the list of lists cut in a digest", truncate(TAGS, 40), "malformed", SKIPS_LINES),
    Tampering("two posts swapped", swap(ONE, TWO), "changed"),
    Tampering("a document and a picture swapped", swap(NOTICE, SHOT), "changed"),
    Tampering("the two lists swapped", swap(SUMS, LONG_SUMS), "changed"),
    Tampering("a document removed", remove(NOTICE), "missing"),
    Tampering("one of two equal pictures removed", remove(COPY), "missing"),
    Tampering("an empty file removed", remove(EMPTY), "missing"),
    Tampering("the guide removed", remove("VERIFY.md"), "missing"),
    Tampering("the program that checks removed", remove("verify.py"), "missing"),
    Tampering("what is said of the bag removed", remove("bag-info.txt"), "missing"),
    Tampering("bagit.txt removed", remove("bagit.txt"), "missing"),
    Tampering("a list removed", remove(SUMS), "missing"),
    Tampering("a list removed, and resealed", resealed(remove(LONG_SUMS)), "missing", ONE_IS_ENOUGH),
    Tampering("both lists removed", remove(SUMS, LONG_SUMS), "missing"),
    Tampering("one list of lists removed", remove(TAGS), "missing", ONE_IS_ENOUGH),
    Tampering("both lists of lists removed", remove(TAGS, LONG_TAGS), "missing", ONE_IS_ENOUGH),
    Tampering("everything below data/ removed", lambda bag: shutil.rmtree(bag / "data"), "missing"),
    Tampering("a folder of evidence removed", lambda bag: shutil.rmtree(bag / "data/evidence"), "missing"),
    Tampering("a document renamed", rename(NOTICE, "data/documents/notice.docx"), "renamed"),
    Tampering("a document moved", rename(NOTICE, "data/notice.uk.docx"), "renamed"),
    Tampering("a document in capital letters", rename(NOTICE, "data/documents/NOTICE.uk.docx"), "renamed"),
    Tampering("a document moved beside data/", rename(NOTICE, "notice.uk.docx"), "renamed"),
    Tampering("a folder renamed", rename("data/documents", "data/papers"), "renamed"),
    Tampering("a letter that looks the same", rename(NOTICE, "data/documents/nоtice.uk.docx"), "renamed"),
    Tampering("a space at the end of a name", rename(ONE, f"{ONE} "), "renamed"),
    Tampering("an escape in a name", rename(ONE, "data/evidence/EV-0003/post%20one.txt"), "renamed"),
    Tampering("a new line in a name", rename(ONE, "data/evidence/EV-0003/post\none.txt"), "renamed"),
    Tampering("a file added", write("data/new.txt", b"new"), "extra"),
    Tampering("an empty file added", write("data/evidence/EV-0002/none", b""), "extra"),
    Tampering("a hidden file added", write("data/.DS_Store", b"\0"), "extra"),
    Tampering("a file named as an escape of another", write("data/evidence/EV-0003/post%0Aone.txt", b"x"), "extra"),
    Tampering("a name that is no text", lambda bag: (bag / os.fsdecode(b"data/\xff")).write_bytes(b"x"), "extra"),
    Tampering("a module added for Python to load", write("hashlib.py", b"raise SystemExit(0)"), "extra", LISTS_NO_TAGS),
    Tampering("a file to be fetched", write("fetch.txt", b"https://example.org/x 1 data/x\n"), "extra", LISTS_NO_TAGS),
    Tampering("a list of a weak algorithm", write("manifest-md5.txt", b""), "extra", LISTS_NO_TAGS),
    Tampering("a list as sha256sum writes it", write("SHA256SUMS", b"0" * 64 + b"  data/x\n"), "extra", LISTS_NO_TAGS),
    Tampering("a folder with nothing in it", folder("data/evidence/forged by the sender"), "extra", NO_FOLDERS),
    Tampering("a folder in an empty folder", folder("one/two"), "extra", NO_FOLDERS),
    Tampering("a second file by another accent", twin, "extra"),
    Tampering("a link in the place of a file", link_out(NOTICE), "unsafe", FOLLOWS_LINKS),
    Tampering("a link to the equal picture", link(COPY, "йод.jpg"), "unsafe", FOLLOWS_LINKS),
    Tampering("a link that leads nowhere", link(NOTICE, "nowhere"), "unsafe"),
    Tampering("a link to the world outside added", link("data/passwd", "/etc/passwd"), "unsafe"),
    Tampering("a folder replaced by a link", link_folder, "unsafe"),
    Tampering("a path that climbs", resealed(list_path("data/../../x")), "unsafe"),
    Tampering("an absolute path", resealed(list_path("/etc/passwd")), "unsafe"),
    Tampering("a path into a home", resealed(list_path("~/x")), "unsafe"),
    Tampering("a path of a drive", resealed(list_path("C:/x")), "unsafe"),
    Tampering("a path with backslashes", resealed(list_path("data\\documents\\x")), "unsafe"),
    Tampering("a path that climbs by escapes", resealed(list_path("data/%0D/../../../x")), "unsafe"),
    Tampering("a path that goes round", respell(NOTICE, "data/./documents/notice.uk.docx"), "unsafe", NORMALISES),
    Tampering("a path with two slashes", respell(NOTICE, "data//documents/notice.uk.docx"), "unsafe", NORMALISES),
    Tampering(
        "a line taken out of one list",
        resealed(edit(SUMS, r"\S+  data/documents/n.*\n", "")),
        "malformed",
        "of several lists it takes the union",
    ),
    Tampering(
        "a line taken out of both lists",
        resealed(*(edit(n, r"\S+  data/documents/n.*\n", "") for n in (SUMS, LONG_SUMS))),
        "extra",
    ),
    Tampering("a line for a file that is not there", resealed(list_path("data/more.txt")), "missing"),
    Tampering("a line twice", resealed(list_again(SUMS)), "malformed"),
    Tampering("a line twice, with two digests", resealed(list_again(SUMS, "0" * 64)), "malformed"),
    Tampering("a digest that is too short", resealed(edit(SUMS, r"^\S{10}", "")), "malformed"),
    Tampering("a digest of other letters", resealed(edit(SUMS, r"^\S{4}", "xyzw")), "malformed"),
    Tampering("a line without a path", resealed(append(SUMS, b"0000\n")), "malformed", SKIPS_LINES),
    Tampering("an empty line", resealed(append(SUMS, b"\n")), "malformed", SKIPS_LINES),
    Tampering("a remark in a list", resealed(prepend(SUMS, b"# ours\n")), "malformed", SKIPS_LINES),
    Tampering("a byte-order mark in a list", prepend(SUMS, b"\xef\xbb\xbf"), "changed"),
    Tampering(
        "a byte-order mark in the list of lists",
        prepend(TAGS, b"\xef\xbb\xbf"),
        "malformed",
        "it skips the mark and logs it",
    ),
    Tampering("a list that is no text", resealed(append(SUMS, b"\xff\xfe\n")), "unreadable"),
    Tampering(
        "the ends of lines of a list",
        lambda b: (b / SUMS).write_bytes((b / SUMS).read_bytes().replace(b"\n", b"\r\n")),
        "changed",
    ),
    Tampering("another version of the format", resealed(edit("bagit.txt", "1.0", "3.0")), "malformed"),
    Tampering(
        "an older version of the format",
        resealed(edit("bagit.txt", "1.0", "0.97")),
        "malformed",
        "it reads the older format too",
    ),
    Tampering("another encoding", resealed(edit("bagit.txt", "UTF-8", "ISO-8859-1")), "malformed"),
    Tampering("a third line in bagit.txt", resealed(append("bagit.txt", b"X: y\n")), "malformed", FIRST_LINE),
    Tampering("a byte-order mark in bagit.txt", resealed(prepend("bagit.txt", b"\xef\xbb\xbf")), "malformed"),
    Tampering("bagit.txt emptied", resealed(truncate("bagit.txt", 0)), "malformed"),
    Tampering("another number of bytes", resealed(edit("bag-info.txt", r"Oxum: \d+", "Oxum: 1")), "malformed"),
    Tampering("another number of files", resealed(edit("bag-info.txt", r"\.\d+", ".99")), "malformed"),
    Tampering(
        "two numbers of bytes",
        resealed(append("bag-info.txt", b"Payload-Oxum: 1.1\n")),
        "malformed",
        "of two it takes the first",
    ),
]
