"""Chunks put together to one file: pages, tags, links and bookmarks; its title and claims are those of the first."""

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

import pikepdf

from referral.errors import WriteError
from referral.writers.pages.laid import ELSEWHERE, Laid, Mark, Spot
from referral.writers.pages.numbers import Numbers
from referral.writers.pages.outline import add_outline
from referral.writers.pages.tags import Tags
from referral.writers.pages.unnamed import opened


def merged(laid: Iterable[Laid], numbers: Numbers) -> tuple[bytes, Mapping[str, Spot]]:
    """One PDF of all chunks, each page with its number, and where each anchor stands in it.

    Raises WriteError for an anchor that two chunks have, and for a link that leads nowhere.
    """
    with pikepdf.new() as file:
        tags, places = Tags(file), _Places()
        for part in laid:
            places.add(part, len(file.pages))
            _take(file, tags, part)
        places.check()
        tags.close()
        _lead(file, places.anchors)
        _name_places(file, places.anchors)
        add_outline(file, places.marks)
        numbers.stamp(file)
        return _bytes(file), places.anchors


class _Places:
    """The anchors and bookmarks of all chunks, with their pages in the file."""

    def __init__(self) -> None:
        self.anchors: dict[str, Spot] = {}
        self.marks: list[Mark] = []
        self._twice: set[str] = set()

    def add(self, part: Laid, first: int) -> None:
        """Those of a chunk whose pages begin with this one, from 0."""
        self._twice |= self.anchors.keys() & part.anchors.keys()
        self.anchors |= {name: _moved(spot, first) for name, spot in part.anchors.items()}
        self.marks += (replace(mark, spot=_moved(mark.spot, first)) for mark in part.marks)

    def check(self) -> None:
        """Raise WriteError if two chunks have the same anchor."""
        if self._twice:
            raise WriteError("\n".join(f"Anchor defined twice: {name!r}" for name in sorted(self._twice)))


def _moved(spot: Spot, pages: int) -> Spot:
    return replace(spot, page=pages + spot.page)


def _take(file: Any, tags: Tags, laid: Laid) -> None:
    """The pages and tags of a chunk. What it was read into goes with this call; all of them would fill the memory."""
    part, first = opened(laid.data), len(file.pages)
    file.pages.extend(part.pages)
    tags.add(part, first)
    if first == 0:
        _take_claims(file, part)


def _bytes(file: Any) -> bytes:
    written = io.BytesIO()
    modes = pikepdf.ObjectStreamMode.generate, pikepdf.StreamDecodeLevel.none
    file.save(written, deterministic_id=True, object_stream_mode=modes[0], stream_decode_level=modes[1])
    return written.getvalue()


def _take_claims(file: Any, first: Any) -> None:
    """The entries of the catalog and the metadata, which are the same in every chunk."""
    for key in ("/Metadata", "/OutputIntents", "/Lang", "/ViewerPreferences", "/MarkInfo"):
        value = first.Root[key]
        file.Root[key] = file.copy_foreign(first.make_indirect(value))
    for key, value in first.docinfo.items():
        file.docinfo[key] = str(value)


def _lead(file: Any, anchors: Mapping[str, Spot]) -> None:
    """Turns the links of chunks into links to named places of this file."""
    nowhere = set()
    for annotation in _links(file):
        target = unquote(str(annotation.A.URI)).removeprefix(ELSEWHERE)
        if target not in anchors:
            nowhere.add(target)
        del annotation["/A"]
        annotation.Dest = _name(target)
        annotation.Contents = target
    if nowhere:
        raise WriteError("\n".join(f"No anchor #{target} for internal URI reference" for target in sorted(nowhere)))


def _links(file: Any) -> Iterator[Any]:
    for page in file.pages:
        for annotation in page.obj.get("/Annots", ()):
            if annotation.Subtype == "/Link" and "/A" in annotation:
                yield annotation


def _name_places(file: Any, anchors: Mapping[str, Spot]) -> None:
    pages = [page.obj for page in file.pages]
    names = pikepdf.Array()
    for name, spot in sorted((bytes(_name(name)), spot) for name, spot in anchors.items()):
        names.append(pikepdf.String(name))
        names.append(pikepdf.Array([pages[spot.page], pikepdf.Name.XYZ, spot.x, spot.y, 0]))
    file.Root.Names = pikepdf.Dictionary(Dests=file.make_indirect(pikepdf.Dictionary(Names=names)))


def _name(anchor: str) -> Any:
    return pikepdf.String(anchor)
