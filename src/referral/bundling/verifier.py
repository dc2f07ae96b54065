#!/usr/bin/env python3
"""Checks a sealed package: what was changed, is missing, was added or renamed since it was sealed. All of it at once.

A copy goes into every bundle as `verify.py`, so this is one file for any Python from 3.8 on, with nothing beside its
standard library; it opens no connection, follows no link and writes nothing.
"""

from __future__ import annotations

import sys

if __name__ == "__main__" and not (sys.flags.isolated or getattr(sys.flags, "safe_path", False)):
    del sys.path[0]  # the folder of this file: a module that somebody put beside it must not be run

import argparse
import hashlib
import json
import os
import re
import stat
import unicodedata
import zipfile
import zlib
from dataclasses import asdict, dataclass, replace
from typing import Any, Dict, Iterable, Iterator, Mapping, Sequence

ALGORITHMS = ("sha256", "sha512")
DECLARATION = "bagit.txt"
DECLARED = ("BagIt-Version: 1.0", "Tag-File-Character-Encoding: UTF-8")
INFO = "bag-info.txt"
SEALED_BY = "tagmanifest-sha512.txt"
INTACT, NOT_CHECKED, NOT_INTACT = 0, 3, 4
_LISTS = {"sha256": "SHA256SUMS", "sha512": "SHA512SUMS"}  # as the programs sha256sum and sha512sum write them
_MANIFEST = re.compile(r"(?:tag)?manifest-[a-z0-9]+\.txt")
_LINE = re.compile(r"([0-9a-fA-F]+)[ \t]+\*?([^ \t*].*)", re.DOTALL)
_LINE_END = re.compile(r"\r\n|\r|\n")
_ESCAPED = re.compile(r"%(0[aAdD]|25)")
_DRIVE = re.compile(r"[A-Za-z]:")
_STEP = 1 << 20
_ALONE = "."  # what a package is called that is not one of several
# what files and zip files raise
_UNREADABLE = (OSError, RuntimeError, ValueError, EOFError, KeyError, zipfile.BadZipFile, zlib.error)

Listed = Dict[str, Dict[str, str]]  # path → algorithm → digest


class NotCheckedError(Exception):
    """There is nothing here that can be checked."""


@dataclass(frozen=True, order=True)
class Finding:
    """One thing that is wrong. `kind`: changed, missing, extra, renamed, unsafe, malformed, unreadable."""

    path: str
    kind: str
    detail: str


@dataclass(frozen=True)
class Verified:
    """How many files were looked at, all that is wrong, and by package the seal: a digest that stands for all of it.

    `unvouched` are files of which nobody has recorded a digest; `timestamps` say what is proven of when. This program
    alone knows no timestamps: where there are some, the guide beside it says who does.
    """

    files: int
    seals: dict[str, str]
    findings: tuple[Finding, ...]
    unvouched: tuple[str, ...] = ()
    timestamps: tuple[str, ...] = ()


class Folder:
    """The files below a folder, by paths with forward slashes."""

    def __init__(self, root: str) -> None:
        self._root = root
        self.sizes: dict[str, int] = {}
        self.findings: list[Finding] = []
        self.folders = [""]
        for folder in self.folders:  # which grows on the way
            try:
                self._read(folder)
            except OSError as failure:
                self.findings.append(Finding(folder, "unreadable", str(failure.strerror)))

    def _read(self, folder: str) -> None:
        for entry in sorted(os.scandir(os.path.join(self._root, folder)), key=lambda entry: entry.name):
            name = f"{folder}/{entry.name}" if folder else entry.name
            found = entry.stat(follow_symlinks=False)
            if stat.S_ISDIR(found.st_mode):
                self.folders.append(name)
            elif stat.S_ISREG(found.st_mode):
                self.sizes[name] = found.st_size
            else:
                self.findings.append(Finding(name, "unsafe", "a link, or what belongs to a machine, and no file"))

    def open(self, name: str) -> Any:
        return open(os.path.join(self._root, name), "rb", buffering=0)


class Archive:
    """The files of a zip file, below its one folder; nothing is unpacked."""

    def __init__(self, path: str) -> None:
        self._zip = zipfile.ZipFile(path)
        self.sizes: dict[str, int] = {}
        self.findings: list[Finding] = []
        entries = self._zip.infolist()
        self._top = entries[0].filename.split("/")[0] if entries else ""
        self.folders = [""]
        for entry in entries:
            self._read(entry)
        if self._zip.comment or all(entry.header_offset for entry in entries):
            self.findings.append(Finding("", "extra", "beside its files the zip file holds words, or another file"))

    def _read(self, entry: zipfile.ZipInfo) -> None:
        top, _, name = entry.filename.partition("/")
        path = entry.orig_filename[:-1] if entry.is_dir() else entry.orig_filename
        link = stat.S_ISLNK(entry.external_attr >> 16)
        fault = "a link, and no file" if link else fault_of(path)
        if fault:
            self.findings.append(Finding(path, "unsafe", fault))
        elif entry.is_dir():
            self.folders += [name[:-1]] if top == self._top and name else []
        elif top != self._top or not name:
            self.findings.append(Finding(entry.filename, "extra", "it lies outside the folder that the zip file holds"))
        elif name in self.sizes:
            self.findings.append(Finding(name, "malformed", "it stands twice in the zip file"))
        else:
            self.sizes[name] = entry.file_size

    def open(self, name: str) -> Any:
        return self._zip.open(f"{self._top}/{name}")


Tree = Any  # a Folder or an Archive; Python 3.8 has no word for it


def fault_of(path: str) -> str:
    """Why a path may not stand in a package; empty if it may."""
    if path.startswith(("/", "~")) or _DRIVE.match(path) or "\\" in path or "\0" in path:
        return "a path that leads to another place, or reads as another one elsewhere"
    if any(part in ("", ".", "..") for part in path.split("/")):
        return "a path that climbs, or that is not written in the one plain way"
    return ""


def digests_in(stream: Any, size: int, algorithms: Iterable[str] = ALGORITHMS) -> dict[str, str]:
    """The digests of a stream, read once; `size` is about how long it is."""
    machines = {name: hashlib.new(name) for name in algorithms}
    buffer = memoryview(bytearray(max(1, min(size, _STEP))))
    read = stream.readinto(buffer)
    while read:
        for machine in machines.values():
            machine.update(buffer[:read])
        read = stream.readinto(buffer)
    return {name: machine.hexdigest() for name, machine in machines.items()}


def compared(listed: Mapping[str, Mapping[str, str]], present: Iterable[str], tree: Tree) -> Iterator[Finding]:
    """Every difference between what is listed and what is there; names may differ in how accents are composed."""
    there: dict[str, str] = {}
    for name in sorted(present):
        if there.setdefault(_composed(name), name) != name:
            yield Finding(name, "extra", "two names here differ only in how their accents are composed")
    missing = {path: digests for path, digests in listed.items() if _composed(path) not in there}
    for path, digests in listed.items():
        if path not in missing:
            yield from _changed(there.pop(_composed(path), path), digests, tree)
    yield from _moved(missing, sorted(there.values()), tree)


def _changed(name: str, digests: Mapping[str, str], tree: Tree) -> Iterator[Finding]:
    found, failure = _digests(name, digests, tree)
    if failure:
        yield Finding(name, "unreadable", failure)
        return
    wrong = [algorithm for algorithm in digests if found[algorithm] != digests[algorithm]]
    if wrong:
        yield Finding(name, "changed", f"its {wrong[0]} is {found[wrong[0]]}, and was {digests[wrong[0]]}")


def _digests(name: str, algorithms: Iterable[str], tree: Tree) -> tuple[dict[str, str], str]:
    """The digests of one file, or why it cannot be read."""
    try:
        with tree.open(name) as stream:
            return digests_in(stream, tree.sizes.get(name, 0), algorithms), ""
    except _UNREADABLE as failure:
        return {}, str(failure) or "it cannot be read"


def _moved(missing: Mapping[str, Mapping[str, str]], extra: list[str], tree: Tree) -> Iterator[Finding]:
    """What is missing under its name and there under another was renamed."""
    new: dict[str, list[str]] = {}
    for name in extra if missing else ():
        for digest in _digests(name, ALGORITHMS, tree)[0].values():
            new.setdefault(digest, []).append(name)
    taken = set()
    for path, digests in sorted(missing.items()):
        same = [name for digest in digests.values() for name in new.get(digest, []) if name not in taken]
        taken.update(same[:1])
        yield Finding(path, "renamed", "it is now " + same[0]) if same else Finding(path, "missing", "it is not there")
    yield from (Finding(name, "extra", "it is in no list") for name in extra if name not in taken)


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def check_package(tree: Tree) -> list[Finding]:
    """Everything that is wrong with one package, or with a folder that has a list of digests at its head."""
    findings, unlisted = list(tree.findings), [*_LISTS.values()]
    if _is_bag(tree):
        unlisted = ["tagmanifest-sha256.txt", SEALED_BY]
        payload, tags = _listed(tree, "manifest", findings), _listed(tree, "tagmanifest", findings)
        findings += [*_out_of_place(payload, tags, unlisted), *_declaration(tree), *_empty(tree)]
        listed = {**payload, **tags}
    else:
        listed = _listed_plainly(tree, findings)
    unsafe = {finding.path for finding in findings if finding.kind == "unsafe"}
    listed = {path: digests for path, digests in listed.items() if path not in unsafe}
    findings += compared(listed, [name for name in tree.sizes if name not in unlisted], tree)
    if not any(_is_payload(finding.path) for finding in findings):  # which would say it better
        findings += _oxum(tree)
    return findings


def _is_bag(tree: Tree) -> bool:
    return any(name == DECLARATION or _MANIFEST.fullmatch(name) for name in tree.sizes)


def _is_package(tree: Tree) -> bool:
    return _is_bag(tree) or any(name in tree.sizes for name in _LISTS.values())


def _is_payload(path: str) -> bool:
    return path.startswith("data/")


def _listed(tree: Tree, kind: str, findings: list[Finding]) -> Listed:
    """What the manifests of one kind list together; each algorithm that is used at all must vouch for every file."""
    used = [a for a in ALGORITHMS if any(f"{k}-{a}.txt" in tree.sizes for k in ("manifest", "tagmanifest"))]
    together: Listed = {}
    for algorithm in used or ALGORITHMS[-1:]:
        name = f"{kind}-{algorithm}.txt"
        if name not in tree.sizes:
            findings.append(Finding(name, "missing", "it is not there"))
            continue
        for path, digest in _lines(tree, name, algorithm, findings):
            together.setdefault(path, {})[algorithm] = digest
    for path, digests in together.items():
        lacking = [algorithm for algorithm in used if algorithm not in digests]
        findings += [Finding(path, "malformed", f"{kind}-{a}.txt does not list it") for a in lacking]
    return together


def _listed_plainly(tree: Tree, findings: list[Finding]) -> Listed:
    """What the lists of `sha256sum` and `sha512sum` hold."""
    together: Listed = {}
    for algorithm, name in _LISTS.items():
        for path, digest in _lines(tree, name, algorithm, findings) if name in tree.sizes else ():
            together.setdefault(path, {})[algorithm] = digest
    return together


def _lines(tree: Tree, name: str, algorithm: str, findings: list[Finding]) -> Iterator[tuple[str, str]]:
    """Path and digest of each line that can be read; the others become findings."""
    seen = set()
    length = hashlib.new(algorithm).digest_size * 2
    for number, line in enumerate(_text(tree, name, findings), 1):
        match = _LINE.fullmatch(line)
        if not match or len(match.group(1)) != length:
            findings.append(Finding(name, "malformed", f"line {number} is not a digest and a path"))
            continue
        path = _ESCAPED.sub(lambda escape: chr(int(escape.group(1), 16)), match.group(2))
        path = path[2:] if name in _LISTS.values() and path.startswith("./") else path
        if fault_of(path):
            findings.append(Finding(path, "unsafe", f"{name}, line {number}: {fault_of(path)}"))
        elif path in seen:
            findings.append(Finding(name, "malformed", f"line {number} lists {path} again"))
        else:
            seen.add(path)
            yield path, match.group(1).lower()


def _text(tree: Tree, name: str, findings: list[Finding]) -> list[str]:
    """The lines of a text file."""
    try:
        with tree.open(name) as stream:
            lines = _LINE_END.split(stream.read().decode("utf-8"))
    except _UNREADABLE as failure:
        findings.append(Finding(name, "unreadable", str(failure)))
        return []
    if lines[0].startswith("\ufeff"):
        findings.append(Finding(name, "malformed", "it begins with a byte-order mark"))
        lines[0] = lines[0][1:]
    return lines if lines[-1] else lines[:-1]


def _out_of_place(payload: Listed, tags: Listed, unlisted: Sequence[str]) -> Iterator[Finding]:
    """`unlisted`: the lists that no list can hold."""
    for path in payload:
        if not _is_payload(path):
            yield Finding(path, "malformed", "a manifest of the payload lists it, and it is not below data/")
    for path in tags:
        if _is_payload(path) or path in unlisted:
            yield Finding(path, "malformed", "a tag manifest lists what it may not list")


def _empty(tree: Tree) -> Iterator[Finding]:
    """Folders with nothing in them: no list can hold one, and its name may say something."""
    held = {"", "data"}
    for name in tree.sizes:
        parts = name.split("/")
        held.update("/".join(parts[:end]) for end in range(1, len(parts)))
    yield from (
        Finding(folder, "extra", "a folder with no file in it") for folder in tree.folders if folder not in held
    )


def _declaration(tree: Tree) -> list[Finding]:
    findings: list[Finding] = []
    if DECLARATION not in tree.sizes:
        findings.append(Finding(DECLARATION, "missing", "it is not there"))
    elif tuple(_text(tree, DECLARATION, findings)) != DECLARED:
        findings.append(Finding(DECLARATION, "malformed", "it is not the two lines that BagIt 1.0 asks for"))
    if "data" not in tree.folders and not any(_is_payload(name) for name in tree.sizes):
        findings.append(Finding("data", "missing", "the folder of what is handed over is not there"))
    return findings


def _oxum(tree: Tree) -> list[Finding]:
    """The size and number of files that the package claims to have."""
    findings: list[Finding] = []
    claims = _values(tree, "Payload-Oxum", findings)
    sizes = [size for name, size in tree.sizes.items() if _is_payload(name)]
    found = f"{sum(sizes)}.{len(sizes)}"
    if claims and claims != [found]:
        findings.append(Finding(INFO, "malformed", "Payload-Oxum says {}; it is {}".format(", ".join(claims), found)))
    return findings


def _values(tree: Tree, label: str, findings: list[Finding]) -> list[str]:
    """What `bag-info.txt` says under a label."""
    lines = _text(tree, INFO, findings) if INFO in tree.sizes else []
    return [value.strip() for name, _, value in (line.partition(":") for line in lines) if name.strip() == label]


def verify(path: str, seal: str = "") -> Verified:
    """Checks a package, its zip file, or a folder of packages. Raises NotCheckedError if there is none.

    `seal` is the digest that the sender told in another way.
    """
    findings: list[Finding] = []
    packages = _packages(path, findings)
    for name, tree in packages.items():
        found = check_package(tree)
        findings += [replace(each, path=f"{name}/{each.path}") for each in found] if name else found
    findings += _incomplete(packages)
    seals = {name or _ALONE: _seal(tree) for name, tree in packages.items() if SEALED_BY in tree.sizes}
    if seal and seal.strip().lower() not in seals.values():
        findings.append(Finding(SEALED_BY, "changed", "the seal is not the one that you were told"))
    return Verified(sum(len(tree.sizes) for tree in packages.values()), seals, tuple(sorted(set(findings))))


def _seal(tree: Tree) -> str:
    return _digests(SEALED_BY, ["sha256"], tree)[0].get("sha256", "")


def _packages(path: str, findings: list[Finding]) -> dict[str, Tree]:
    """The package at a path, under no name; or those in a folder, by name, with what lies beside them as findings."""
    tree = _opened(path)
    if _is_package(tree) or not os.path.isdir(path):
        return {"": tree}
    inner = {name: os.path.join(path, name) for name in sorted(os.listdir(path))}
    trees = {name: _opened(place) for name, place in inner.items() if _may_be_package(place)}
    if not any(_is_package(tree) for tree in trees.values()):
        raise NotCheckedError(f"{path}: neither a package, nor a folder of packages or with a list of digests")
    findings += [Finding(name, "extra", "it is none of the packages") for name in inner if name not in trees]
    return trees


def _may_be_package(path: str) -> bool:
    return not os.path.islink(path) and (os.path.isdir(path) or path.endswith(".zip"))


def _opened(path: str) -> Tree:
    try:
        return Folder(path) if os.path.isdir(path) else Archive(path)
    except _UNREADABLE as failure:
        raise NotCheckedError(f"{path}: neither a folder nor a zip file that can be read") from failure


def _incomplete(packages: Mapping[str, Tree]) -> Iterator[Finding]:
    """The packages of a set that are not there: each says “2 of 3” of itself."""
    counts = [count for name, tree in packages.items() if name for count in _values(tree, "Bag-Count", [])]
    for total in {count.partition(" of ")[2] for count in counts}:
        numbers = range(1, int(total) + 1) if re.fullmatch(r"[0-9]{1,4}", total) else range(0)
        wanted = [f"{number} of {total}" for number in numbers]
        yield from (Finding("package " + each, "missing", "it is not there") for each in wanted if each not in counts)


def printable(text: str) -> str:
    """A name as it may stand on a terminal, which obeys some characters and hides others."""
    return "".join(sign if sign.isprintable() else f"\\x{ord(sign):02x}" for sign in text)


def as_text(verified: Verified) -> list[str]:
    """What was found, a line each; the last says whether it is whole."""
    lines = [f"{f.kind}: {printable(f.path)}: {printable(f.detail)}" for f in verified.findings]
    lines += [f"no digest: {printable(path)}: nobody recorded one when it was taken in" for path in verified.unvouched]
    lines += ["timestamp: " + printable(told) for told in verified.timestamps]
    for name, seal in verified.seals.items():
        lines.append("seal {}{}".format(seal, "" if name == _ALONE else "  " + printable(name)))
    verdict = f"NOT INTACT: {len(verified.findings)} findings" if verified.findings else "intact"
    return [*lines, f"{verdict}; {verified.files} files were checked"]


def as_json(verified: Verified) -> dict[str, Any]:
    """The same as data."""
    return {"schema_version": "1", "intact": not verified.findings, **asdict(verified)}


def main() -> int:
    """The check as a program of its own; gives the exit code."""
    parser = argparse.ArgumentParser(description="Check that nothing in a sealed package was changed, lost or added.")
    here = os.path.dirname(os.path.abspath(__file__))
    parser.add_argument("path", nargs="?", default=here, help="the package; if left out, the one this file lies in")
    parser.add_argument("--seal", default="", help="the digest that the sender told you in another way")
    parser.add_argument("--json", action="store_true", help="say it as JSON")
    asked = parser.parse_args()
    try:
        verified = verify(asked.path, asked.seal)
    except NotCheckedError as failure:
        sys.stderr.write(ascii(str(failure)) + "\n")
        return NOT_CHECKED
    lines = [json.dumps(as_json(verified), indent=1)] if asked.json else as_text(verified)
    sys.stdout.buffer.write(("\n".join(lines) + "\n").encode("utf-8", "replace"))
    return NOT_INTACT if verified.findings else INTACT


if __name__ == "__main__":
    sys.exit(main())
