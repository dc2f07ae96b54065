"""The documents that the cases of this repository list, loaded, composed and written once for all tests."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from referral.app.build import compose_document
from referral.app.formats import write_document
from referral.app.project import Project, load_case
from referral.case.model import DocumentRequest
from referral.composition.compose import Composed
from referral.document.nodes import Document
from referral.document.parts import parts
from referral.durable import replace_file
from referral.writers.text import write_text
from referral.yaml_reader import read_yaml

FORMATS = ("docx", "pdf")
ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests/golden/data/small-case"
DEMONSTRATIONS = tuple(sorted(path for path in (ROOT / "cases").iterdir() if (path / "case.yaml").is_file()))


@dataclass(frozen=True)
class Listed:
    """One document that a case lists."""

    case: Path
    number: int  # in the list
    id: str
    lang: str
    profile: str

    def __str__(self) -> str:
        return f"{self.case.name}-{self.number + 1}-{self.id}.{self.lang}-{self.profile}"


def listed(case: Path) -> list[Listed]:
    """What a case lists, read without checking it, so that a case with errors breaks its tests and not their names."""
    data: Any = read_yaml((case / "case.yaml").read_bytes(), "case.yaml").data
    return [Listed(case, n, d["id"], d["lang"], d["profile"]) for n, d in enumerate(data["documents"])]


@cache
def project(case: Path) -> Project:
    return load_case(case)


def request(document: Listed) -> DocumentRequest:
    return project(document.case).loaded.case.documents[document.number]


@cache
def composed(document: Listed) -> Composed:
    return compose_document(project(document.case), request(document))


def tree(document: Listed) -> Document:
    return composed(document).document


@cache
def text(document: Listed) -> str:
    return write_text(tree(document))


@cache
def files(document: Listed) -> dict[str, bytes]:
    """The finished DOCX and PDF."""
    return _written(str(document), tree(document))


@dataclass(frozen=True)
class File:
    """What is handed over of a document: its main file, or that of an annex of another level."""

    name: str
    document: Document
    data: dict[str, bytes]  # by format


def parted(document: Listed) -> list[File]:
    """The finished files of a document."""
    found = parts(tree(document))
    if len(found) == 1:
        return [File(str(document), tree(document), files(document))]
    names = [f"{document}-{part.annex or 'main'}" for part in found]
    return [File(n, part.document, _written(n, part.document)) for n, part in zip(names, found, strict=True)]


# --- one worker writes for all ---

_shelf: Path | None = None  # finished files, where several workers share them


def share(folder: Path) -> None:
    """From now on finished files are kept here, and taken from here if another worker was first."""
    global _shelf  # because a function that is cached can be given no fixture
    _shelf = folder
    folder.mkdir(exist_ok=True)


def _written(name: str, document: Document) -> dict[str, bytes]:
    places = {suffix: _shelf / f"{name}.{suffix}" for suffix in FORMATS} if _shelf else {}
    if places and all(place.is_file() for place in places.values()):
        return {suffix: place.read_bytes() for suffix, place in places.items()}
    data = write_document(document, FORMATS)
    for suffix, place in places.items():
        replace_file(place, data[suffix])
    return data
