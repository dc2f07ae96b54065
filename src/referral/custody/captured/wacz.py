"""WACZ packages (Webrecorder, 1.1.1): pages with address and time; the digests of the parts are reckoned again.

The signature that a package may carry is not looked at.
"""

import hashlib
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from referral.custody.captured import json_text
from referral.custody.captured.stated import Stated, UnreadableError, day_of, words_of
from referral.foreign_zip import ZipRefusedError, foreign_zip, web_archive

_PACKAGE, _DIGEST, _PAGES = "datapackage.json", "datapackage-digest.json", "pages/pages.jsonl"
_PIECE = 1024 * 1024  # bytes
_DAMAGED = (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error, EOFError, KeyError)


def read(path: Path) -> Stated:
    """What a package says. UnreadableError if it is none."""
    try:
        with foreign_zip(path, web_archive(path.stat().st_size)) as package:
            return _stated(package)
    except ZipRefusedError as failure:
        raise UnreadableError(str(failure)) from failure
    except _DAMAGED as failure:
        raise UnreadableError("it is damaged, encrypted, or no package") from failure


def _stated(package: zipfile.ZipFile) -> Stated:
    head = json_text.mapping(_small(package, _PACKAGE))
    pages = list(_pages(package))
    return Stated(
        "WACZ",
        words_of(head.get("mainPageUrl"), head.get("mainPageURL"), *(page.get("url") for page in pages)),
        tuple(
            day for moment in (head.get("mainPageDate"), *(page.get("ts") for page in pages)) for day in day_of(moment)
        ),
        tool=next(iter(words_of(head.get("software"))), None),
        faults=(*_unlike_digest(package), *_unlike_parts(package, head)),
    )


def _small(package: zipfile.ZipFile, name: str) -> bytes:
    if package.getinfo(name).file_size > json_text.LARGEST:
        raise UnreadableError(f"its {name} is too large")
    return package.read(name)


def _pages(package: zipfile.ZipFile) -> Iterator[Mapping[str, Any]]:
    """The lines of the list of pages but for its head, which has no address."""
    names = set(package.namelist())
    lines = _small(package, _PAGES).splitlines() if _PAGES in names else []
    yield from (page for line in lines if line.strip() and "url" in (page := json_text.mapping(line)))


def _unlike_digest(package: zipfile.ZipFile) -> Iterator[str]:
    if _DIGEST in package.namelist():
        stated = json_text.mapping(_small(package, _DIGEST)).get("hash")
        if stated != f"sha256:{hashlib.sha256(package.read(_PACKAGE)).hexdigest()}":
            yield f"{_PACKAGE} has not the digest that {_DIGEST} states"


def _unlike_parts(package: zipfile.ZipFile, head: Mapping[str, Any]) -> Iterator[str]:
    names = set(package.namelist())
    for part in json_text.parts(head.get("resources")):
        name, stated = str(part.get("path")), str(part.get("hash"))
        algorithm, _, digest = stated.rpartition(":")
        if name not in names:
            yield f"its part {name} is missing"
        elif algorithm not in ("", "sha256"):
            yield f"the digest of its part {name} is by {algorithm}, which is not reckoned here"
        elif digest != _digest_of(package, name):
            yield f"its part {name} has not the digest that {_PACKAGE} states"


def _digest_of(package: zipfile.ZipFile, name: str) -> str:
    whole = hashlib.sha256()
    with package.open(name) as stream:
        while piece := stream.read(_PIECE):
            whole.update(piece)
    return whole.hexdigest()
