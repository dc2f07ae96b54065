"""The letterhead of a house: which file it is, why it may be refused, and what a document takes over of it."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from referral.case.checks.evidence import stays_inside
from referral.case.load import LoadedCase
from referral.case.model import DocumentRequest
from referral.diagnostics import Diagnostic, Position, error
from referral.document.nodes import Document
from referral.errors import InvalidInputError
from referral.pictures.decode import PictureError, decoded
from referral.writers.docx.letterhead import Letterhead, LetterheadError, read_letterhead

_RULE = "letterhead-refused"
_LARGEST = 10_000_000
_HINT = "save the letterhead as a plain .docx, without macros, links, objects and text boxes"


def check_letterheads(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`letterhead-refused`, for each document that names one."""
    for index, request in enumerate(loaded.case.documents):
        if request.letterhead:
            at = loaded.origin.position(("documents", index, "letterhead"))
            why = _refusal(loaded.folder, request.letterhead)
            if why:
                yield error(at, _RULE, f"“{request.letterhead}” cannot be a letterhead: {why}", _HINT)


def letterhead_of(request: DocumentRequest, folder: Path, own: Path | None = None) -> Letterhead | None:
    """The letterhead of a document: `own`, which goes first, or the case's. InvalidInputError if it is refused."""
    if own is None and request.letterhead is None:
        return None
    path = own or folder / str(request.letterhead)
    try:
        return _read(path) if own else _read_inside(folder, str(request.letterhead))
    except LetterheadError as failure:
        message = f"it cannot be a letterhead: {failure}"
        raise InvalidInputError([error(Position(str(path)), _RULE, message, _HINT)]) from failure


def bytes_of_letterhead(request: DocumentRequest, folder: Path, own: Path | None) -> bytes:
    """What a document is made of besides its case; empty where there is no letterhead."""
    path = own or (folder / request.letterhead if request.letterhead else None)
    return path.read_bytes() if path and path.is_file() else b""


def on_letterhead(document: Document, letterhead: Letterhead | None) -> Document:
    """The document with the margins of the letterhead, in every format."""
    if letterhead is None:
        return document
    return replace(document, layout=replace(document.layout, margins=letterhead.margins))


def _refusal(folder: Path, name: str) -> str:
    try:
        _read_inside(folder, name)
    except LetterheadError as failure:
        return str(failure)
    return ""


def _read_inside(folder: Path, name: str) -> Letterhead:
    path = folder / name
    if not stays_inside(name) or not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
        raise LetterheadError("it lies outside the folder of the case")
    return _read(path)


def _read(path: Path) -> Letterhead:
    if not path.is_file():
        raise LetterheadError("there is no such file")
    if path.stat().st_size > _LARGEST:
        raise LetterheadError(f"it has more than {_LARGEST // 1_000_000} MB")
    return read_letterhead(path.read_bytes(), encoded)


def encoded(picture: bytes) -> bytes:
    """The picture made anew of its pixels, without what its file says of its maker."""
    try:
        return decoded(picture).picture.data
    except PictureError as failure:
        raise LetterheadError(f"a picture in it cannot be shown: {failure}") from failure
