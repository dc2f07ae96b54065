"""Photographs, other image files and single frames of recordings as rows of a table, with the pictures to be shown.

The facts that cite them tell what they show.
"""

from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from referral.case.model import EvidenceKind
from referral.case.model.base import LocatorType
from referral.composition.functions.words import in_language
from referral.composition.scene import Scene
from referral.pictures.files import kind_by_name

Entry = dict[str, Any]
Cited = tuple[Entry, Entry]  # a fact and the place that it cites
_WHOLE = (EvidenceKind.PHOTO.value, EvidenceKind.SATELLITE.value)


class ImageState(StrEnum):
    """`withheld`: this recipient may not be shown it; `unreadable`: no digest, not the recorded file, or no image."""

    SHOWN = "shown"
    WITHHELD = "withheld"
    UNREADABLE = "unreadable"


class PictureFunctions:
    """A picture is shown if the view allows it: a file may show more than its recipient may see."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._case = scene, scene.case

    def pictures(self) -> list[Entry]:
        """In the order of the annex: `number`, `item`, `locator` of a frame or none, `facts` on it, `images`."""
        citing: dict[str, list[Cited]] = defaultdict(list)
        for fact in self._case["facts"]:
            for citation in fact["citations"]:
                citing[citation["evidence"]].append((fact, citation["locator"]))
        found = [row for item in self._case["evidence"] for row in _rows(item, citing[item["id"]])]
        return [{"number": n, "images": self._images(row), **row} for n, row in enumerate(found, start=1)]

    def _images(self, row: Entry) -> list[Entry]:
        """The image files of an item; a frame has none of its own."""
        return [] if row["locator"] else [self._image(row, n, file) for n, file in _image_files(row["item"])]

    def _image(self, row: Entry, number: int, file: Entry) -> Entry:
        """`source` names it for `<picture>`; `alternative` says in plain words what it shows."""
        source = f"{row['item']['id']}/{number}"
        state = ImageState.SHOWN if source in self._scene.pictures else self._read(source, file["path"])
        told = [file["depicts"]] if file["depicts"] else [fact["text"] for fact in row["facts"]]
        words = [in_language(text, self._scene)[0].rstrip(".") for text in (row["item"]["title"], *told)]
        words = [piece[:1].upper() + piece[1:] for piece in words]
        return {"file": file, "source": source, "state": state.value, "alternative": ". ".join(words)}

    def _read(self, source: str, path: str) -> ImageState:
        if path not in self._scene.view.pictures:
            return ImageState.WITHHELD
        picture = self._scene.read_picture(path)
        if picture is None:
            return ImageState.UNREADABLE
        self._scene.pictures[source] = picture
        return ImageState.SHOWN


def _rows(item: Entry, citing: list[Cited]) -> Iterator[Entry]:
    """An item that is a picture or has one, whatever part is cited; of a recording each frame that a fact cites."""
    if item["kind"] in _WHOLE or _image_files(item):
        yield {"item": item, "locator": None, "facts": _each_once([fact for fact, _ in citing])}
    if item["kind"] in _WHOLE:
        return
    framed = [(fact, locator) for fact, locator in citing if locator["type"] == LocatorType.FRAME.value]
    first = {locator["value"]: locator for _, locator in reversed(framed)}
    for locator in sorted(first.values(), key=_by_value):
        shown = [fact for fact, frame in framed if frame["value"] == locator["value"]]
        yield {"item": item, "locator": locator, "facts": _each_once(shown)}


def _image_files(item: Entry) -> list[tuple[int, Entry]]:
    """With the number of each among the files of its item, from one."""
    return [(n, file) for n, file in enumerate(item["files"], start=1) if kind_by_name(file["path"])]


def _by_value(locator: Entry) -> tuple[int, str]:
    return len(locator["value"]), locator["value"]


def _each_once(facts: list[Entry]) -> list[Entry]:
    return list({fact["id"]: fact for fact in facts}.values())
