"""What a bundle holds, in the words of RO-Crate 1.1, which programs of archives read.

It lies in the payload, because RO-Crate speaks of the folder in which it stands: whoever keeps `data/` alone keeps a
whole crate, and the manifests vouch for it as for the rest. No licence is named, for none is given.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from referral.bundling.index import json_bytes
from referral.bundling.part import Part

CRATE = "ro-crate-metadata.json"
_CONTEXT = ["https://w3id.org/ro/crate/1.1/context", {"sha256": "https://schema.org/sha256"}]
_TYPES = {
    "csv": "text/csv",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
    "jpeg": "image/jpeg",
    "json": "application/json",
    "pdf": "application/pdf",
    "png": "image/png",
    "txt": "text/plain",
}  # of what the program writes; what others wrote is handed on without a word on its type


@dataclass(frozen=True)
class About:
    """What is said of the bundle as a whole; `day` is that of the case."""

    name: str
    description: str
    day: str
    version: str


def crate(files: Sequence[Part], names: dict[str, str], about: About) -> bytes:
    """The metadata file. `files` have their paths below `data/`; `names` are titles, by path, where there is one."""
    graph = [
        {
            "@id": CRATE,
            "@type": "CreativeWork",
            "about": {"@id": "./"},
            "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        },
        {
            "@id": "./",
            "@type": "Dataset",
            "name": about.name,
            "description": about.description,
            "datePublished": about.day,
            "hasPart": [{"@id": _id(file)} for file in files],
        },
        {"@id": "#program", "@type": "SoftwareApplication", "name": "referral", "version": about.version},
        {"@id": "#bundle", "@type": "CreateAction", "instrument": {"@id": "#program"}, "result": {"@id": "./"}},
        *(_file(file, names.get(file.path)) for file in files),
    ]
    return json_bytes({"@context": _CONTEXT, "@graph": graph})


def _file(file: Part, name: str | None) -> dict[str, Any]:
    format_name = _TYPES.get(file.path.rpartition(".")[2])
    return {
        "@id": _id(file),
        "@type": "File",
        "name": name or file.path.rpartition("/")[2],
        "contentSize": str(file.size),
        "sha256": file.digests["sha256"],
        **({"encodingFormat": format_name} if format_name else {}),
    }


def _id(file: Part) -> str:
    """An address relative to the crate."""
    return quote(file.path.removeprefix("data/"))
