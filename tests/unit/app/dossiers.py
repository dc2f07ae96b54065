"""A small case, and the kind of document of `tests/data/annexes`, whose annexes have several levels."""

from pathlib import Path
from typing import Any

from referral.app.build import compose_document
from referral.app.project import Project, Sources, load_case
from referral.case.model import DocumentRequest
from referral.document.nodes import Document
from referral.document.parts import parts
from tests.unit.builder import DATA, fact, item, person, source, write_case

SOURCES = Sources((DATA / "law",), (DATA.parents[1] / "templates", DATA / "annexes"))


def project(folder: Path, **sections: Any) -> Project:
    """Two items and two facts, one of each under seal; sections replace."""
    sealed = {"confidentiality": "under_seal"}
    entries: dict[str, Any] = {
        "sources": [source(name="An office")],
        "persons": [person("PER-001", "victim", label="a woman from the town")],
        "evidence": [item(), item("EV-0002", **sealed)],
        "facts": [fact(), fact("F-002", "EV-0002", text="She was there.", **sealed)],
    }
    folder.mkdir(exist_ok=True)
    return load_case(write_case(folder, **{**entries, **sections}), SOURCES)


def request(profile: str = "icc-confidential", **fields: Any) -> DocumentRequest:
    return DocumentRequest(id="dossier", lang="en", profile=profile, **fields)


def composed(folder: Path, asked: DocumentRequest | None = None, **sections: Any) -> Document:
    return compose_document(project(folder, **sections), asked or request()).document


def files(document: Document) -> dict[str | None, Document]:
    """The document of each file by the letter of its annex."""
    return {part.annex: part.document for part in parts(document)}
