"""The parts of a Word file that comes from anywhere: nothing is fetched or expanded, or read beyond a limit."""

import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from lxml.etree import _Element as Element

from referral.errors import UsageError
from referral.foreign_xml import declares_type, root_of
from referral.foreign_zip import WORD_FILE, foreign_zip

_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT_KIND = "http://purl.oclc.org/ooxml/officeDocument/relationships/"


@dataclass(frozen=True)
class WordFile:
    """The text of the document and its notes, by the kind of note."""

    body: Element
    notes: dict[str, Element]


def read_word(path: Path) -> WordFile:
    """The parts that hold text. UsageError for what is no Word file, too large, or made to do harm when it is read."""
    try:
        with foreign_zip(path, WORD_FILE) as archive:
            return _parts(archive)
    except (OSError, zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError) as failure:
        raise UsageError(f"{path}: the file cannot be opened as a Word document: {failure}") from failure
    except (etree.XMLSyntaxError, KeyError, ValueError, _RefusedError) as failure:
        raise UsageError(f"{path}: the file cannot be read as a Word document: {failure}") from failure


class _RefusedError(Exception):
    """Why a file is not read."""


def _parts(archive: zipfile.ZipFile) -> WordFile:
    main = _targets(archive, "")["officeDocument"]
    found = _targets(archive, main)
    notes = {kind: _root(archive, part) for kind, part in found.items() if kind in ("footnotes", "endnotes")}
    return WordFile(_root(archive, main), notes)


def _targets(archive: zipfile.ZipFile, part: str) -> dict[str, str]:
    """Where the relationships of a part lead, by kind; those that lead out of the file are passed over."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in archive.namelist():
        return {}
    found: dict[str, str] = {}
    for relation in _root(archive, relations):
        kind = str(relation.get("Type")).removeprefix(_KIND).removeprefix(_STRICT_KIND)
        if relation.get("TargetMode") != "External":
            found[kind] = posixpath.normpath(posixpath.join("/", folder, str(relation.get("Target")))).lstrip("/")
    return found


def _root(archive: zipfile.ZipFile, name: str) -> Element:
    root = root_of(archive.read(name))
    if declares_type(root):
        raise _RefusedError(f"{name} brings a document type, which no Word document has")
    return root
