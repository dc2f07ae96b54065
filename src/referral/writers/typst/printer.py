"""A document, or a chunk of it, as the data that `program/` prints."""

import json
from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from datetime import date

from referral.document.nodes import Block, Document, Orientation
from referral.errors import WriteError
from referral.writers.chunks import Chunk
from referral.writers.typst.blocks import Blocks
from referral.writers.typst.inlines import Lines
from referral.writers.typst.job import Job
from referral.writers.typst.places import Places, PlacesOfChunk
from referral.writers.typst.runs import Run, runs
from referral.writers.typst.sheet import header, page_height, sheet, text_width, types
from referral.writers.typst.words import Data, Words


class Printer:
    """Writes the pages of one document. `missing` has the characters that no font of ours has."""

    # A chunk costs of its own, its typefaces above all, a sixth of what 200 rows cost; 1,000 take more memory.
    rows = 400

    def __init__(self, document: Document) -> None:
        usual, _ = types(document.layout)
        self._document = document
        self._words = Words(text_width(document.layout, Orientation.PORTRAIT), usual)

    @property
    def missing(self) -> Set[str]:
        return self._words.missing

    def whole(self, told: Iterable[str]) -> Job:
        """The document, in which the program counts pages; it says where the places in `told` and all targets stand."""
        places = Places()
        data = self._data(self._document.blocks, places, None)
        places.check()
        wanted = dict.fromkeys([*told, *sorted(places.targets)], True)
        title = self._document.properties.title
        return Job(_json({**data, "places": wanted}), ("a-3a", "ua-1"), places.known, (), title)

    def chunk(self, chunk: Chunk, numbers: Mapping[str, int]) -> Job:
        """A chunk, in which nothing depends on the others but the `numbers` of pages in its contents."""
        places = PlacesOfChunk(numbers=numbers)
        data = self._data(chunk.blocks, places, chunk)
        places.check()
        # PDF/UA wants a heading of the first level first; what the first chunk claims, the whole file claims.
        claims = ("a-3a", "ua-1") if chunk.is_first else ("a-3a",)
        known = {**data, "places": dict.fromkeys(sorted(places.known), True)}
        return Job(_json(known), claims, places.known, tuple(places.titles), chunk.place, chunk.place)

    def _data(self, blocks: Iterable[Block], places: Places, chunk: Chunk | None) -> Mapping[str, Data]:
        properties = self._document.properties
        return {
            "title": self._words.signs(properties.title),
            "lang": properties.lang,
            "date": _date(properties.created),
            "sheet": sheet(self._document.layout, properties, self._words),
            "is-chunk": chunk is not None,
            "is-first": chunk is None or chunk.is_first,
            "is-last": chunk is None or chunk.is_last,
            "runs": [self._run(run, places) for run in runs(blocks)] or [self._run(Run(()), places)],
        }

    def _run(self, run: Run, places: Places) -> Data:
        _, small = types(self._document.layout)
        places.height = page_height(run.orientation)
        words = replace(self._words, width=text_width(self._document.layout, run.orientation))
        lines = Lines(words, replace(words, type=small), places)
        return {
            "is-wide": run.orientation is Orientation.LANDSCAPE,
            "is-separator": run.is_separator,
            "header": header(self._document.properties, run.header, self._words),
            "blocks": list(Blocks(self._document, lines, small).of(run.blocks)),
        }


def _json(data: Mapping[str, Data]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _date(created: str) -> Data:
    """The case's date as the program takes it."""
    try:
        day = date.fromisoformat(created)
    except ValueError as failure:
        raise WriteError(f"“{created}” is no date, and a PDF tells its own: write it as 2026-03-01") from failure
    return {"year": day.year, "month": day.month, "day": day.day}
