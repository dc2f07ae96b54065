"""The file of a letterhead, opened with care: what could run, fetch, embed or fill the memory is refused."""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from referral.foreign_xml import declares_type, root_of
from referral.foreign_zip import LETTERHEAD, ZipRefusedError, foreign_zip
from referral.writers.docx.oxml import Element, w

MAIN = "word/document.xml"
_TYPES = "[Content_Types].xml"
_PLAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
# Relationships by the last word of their kinds, parts and elements by their names: why they are refused.
_RELATIONS = {
    "attachedTemplate": "it fetches a template when it is opened",
    "oleObject": "it holds an embedded object",
    "package": "it holds an embedded file",
    "aFChunk": "it imports a foreign part",
    "subDocument": "it is put together from other files",
    "frame": "it shows another file in a frame",
    "control": "it holds a control that can run",
    "vbaProject": "it holds macros",
}
_PARTS = {
    r"vbaProject|vbaData": "it holds macros",
    r"(^|/)embeddings/": "it holds an embedded file",
    r"(^|/)activeX/": "it holds a control that can run",
    r"afchunk": "it imports a foreign part",
}
_ELEMENTS = {
    w("altChunk"): "it imports a foreign part",
    w("object"): "it holds an embedded object",
    w("control"): "it holds a control that can run",
    w("subDoc"): "it is put together from other files",
    w("attachedTemplate"): "it fetches a template when it is opened",
}


class LetterheadError(Exception):
    """Why the file cannot be a letterhead, in words for whoever chose it."""


@dataclass(frozen=True)
class Archive:
    """The parts of the file: XML as roots, everything else as bytes."""

    roots: dict[str, Element]
    other: dict[str, bytes]

    def related(self, part: str) -> dict[str, str]:
        """The parts that a part uses, by the ids of its relationships."""
        folder, name = posixpath.split(part)
        relations = self.roots.get(f"{folder}/_rels/{name}.rels")
        return {
            str(r.get("Id")): resolved(part, str(r.get("Target"))) for r in (() if relations is None else relations)
        }


def resolved(part: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")


def opened(data: bytes) -> Archive:
    """The parts of a file that is free of what we refuse. Raises LetterheadError with the first reason."""
    try:
        with foreign_zip(io.BytesIO(data), LETTERHEAD) as source:
            parts = {name: source.read(name) for name in source.namelist()}
    except ZipRefusedError as failure:
        raise LetterheadError(str(failure)) from failure
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError) as failure:
        raise LetterheadError("it is no DOCX file, or a damaged one") from failure
    archive = Archive({n: _root(n, p) for n, p in parts.items() if _is_xml(n)}, _others(parts))
    for reason in _reasons(archive, set(parts)):
        raise LetterheadError(reason)
    return archive


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def _others(parts: dict[str, bytes]) -> dict[str, bytes]:
    return {name: part for name, part in parts.items() if not _is_xml(name)}


def _root(name: str, part: bytes) -> Element:
    try:
        root = root_of(part)
    except etree.XMLSyntaxError as failure:
        raise LetterheadError(f"its part {name} cannot be read") from failure
    if declares_type(root):
        raise LetterheadError(f"its part {name} declares a document type")
    return root


def _reasons(archive: Archive, names: set[str]) -> Iterator[str]:
    if not {MAIN, _TYPES, "word/styles.xml"} <= names:
        yield "it is no DOCX file, or one without styles"
    types = {str(o.get("PartName")): str(o.get("ContentType")) for o in archive.roots[_TYPES].iter(_OVERRIDE)}
    yield from (why for name in sorted(names) for form, why in _PARTS.items() if re.search(form, name, re.IGNORECASE))
    if types.get(f"/{MAIN}", "") != _PLAIN:
        yield "it is a template or a file with macros; save it as a plain document (.docx)"
    for name, root in archive.roots.items():
        if name.endswith(".rels"):
            yield from _reasons_of_relations(root)
        yield from (why for element in root.iter() if (why := _ELEMENTS.get(str(element.tag))))


def _reasons_of_relations(root: Element) -> Iterator[str]:
    for relation in root:
        kind = str(relation.get("Type")).rpartition("/")[2]
        if kind in _RELATIONS:
            yield _RELATIONS[kind]
        if relation.get("TargetMode") == "External":
            yield f"it leads to {relation.get('Target')}: remove the link, or the picture that stands elsewhere"
