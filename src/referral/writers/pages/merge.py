"""Chunks put together to one file: pages, tags, links and bookmarks; its title and claims are those of the first."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any
from urllib.parse import unquote

import pikepdf

from referral.errors import WriteError
from referral.writers.pages.laid import ELSEWHERE, Laid, Mark, Spot
from referral.writers.pages.numbers import Numbers
from referral.writers.pages.outline import add_outline
from referral.writers.pages.tags import Tags


def merged(laid: Sequence[Laid], numbers: Numbers) -> bytes:
    """One PDF of all chunks, each page with its number. Raises WriteError for a link that leads nowhere."""
    starts = list(accumulate((part.length for part in laid[:-1]), initial=0))
    with pikepdf.new() as file:
        tags = Tags(file)
        for number, part in enumerate(laid):
            _take(file, tags, part, number)
        tags.close()
        anchors = _anchors(laid, starts)
        _lead(file, anchors)
        _name_places(file, anchors)
        add_outline(file, list(_marks(laid, starts)))
        numbers.stamp(file)
        return _bytes(file)


def _take(file: Any, tags: Tags, laid: Laid, number: int) -> None:
    """The pages and tags of a chunk. What it was read into goes with this call; all of them would fill the memory."""
    part, first = pikepdf.open(io.BytesIO(laid.data)), len(file.pages)
    file.pages.extend(part.pages)
    tags.add(part, first)
    if number == 0:
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


def _anchors(laid: Sequence[Laid], starts: Sequence[int]) -> Mapping[str, Spot]:
    """Where each anchor stands in the file. WriteError if two chunks have the same."""
    found: dict[str, Spot] = {}
    for part, start in zip(laid, starts, strict=True):
        if both := found.keys() & part.anchors.keys():
            raise WriteError("\n".join(f"Anchor defined twice: {name!r}" for name in sorted(both)))
        found |= {name: replace(spot, page=start + spot.page) for name, spot in part.anchors.items()}
    return found


def _marks(laid: Sequence[Laid], starts: Sequence[int]) -> Iterator[Mark]:
    for part, start in zip(laid, starts, strict=True):
        yield from (replace(mark, spot=replace(mark.spot, page=start + mark.spot.page)) for mark in part.marks)


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
