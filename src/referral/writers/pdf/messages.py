"""Jobs and finished pages as bytes: between two processes, and in the cache. Nothing in them is a program."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from referral.document.drawings import Picture, PictureFormat
from referral.writers.pages.laid import Laid, Mark, Spot
from referral.writers.pdf.job import Job

_LENGTH = 8  # bytes that say how many follow
_ORDER: Literal["big"] = "big"


def packed(told: Mapping[str, Any], parts: Sequence[bytes] = ()) -> bytes:
    """Words and numbers, then bytes as they are."""
    head = json.dumps({**told, "parts": list(map(len, parts))}).encode()
    return b"".join((len(head).to_bytes(_LENGTH, _ORDER), head, *parts))


def unpacked(message: bytes) -> tuple[dict[str, Any], list[bytes]]:
    start = _LENGTH + int.from_bytes(message[:_LENGTH], _ORDER)
    told, parts = json.loads(message[_LENGTH:start]), []
    for length in told.pop("parts"):
        parts.append(message[start : start + length])
        start += length
    return told, parts


def of_job(job: Job) -> bytes:
    shown = [(address, picture.format, picture.width, picture.height) for address, picture in job.pictures.items()]
    parts = [job.html.encode(), *(picture.data for picture in job.pictures.values())]
    return packed({"place": job.place, "name": job.name, "pictures": shown}, parts)


def to_job(message: bytes) -> Job:
    told, (html, *pixels) = unpacked(message)
    shown = zip(told["pictures"], pixels, strict=True)
    pictures = {address: Picture(data, PictureFormat(kind), *size) for (address, kind, *size), data in shown}
    return Job(html.decode(), pictures, told["place"], told["name"])


def of_laid(laid: Laid) -> bytes:
    anchors = {name: (spot.page, spot.x, spot.y) for name, spot in laid.anchors.items()}
    marks = [(mark.level, mark.title, mark.spot.page, mark.spot.x, mark.spot.y) for mark in laid.marks]
    return packed({"length": laid.length, "anchors": anchors, "marks": marks}, [laid.data])


def to_laid(message: bytes) -> Laid:
    told, (data,) = unpacked(message)
    anchors = {name: Spot(*spot) for name, spot in told["anchors"].items()}
    marks = tuple(Mark(level, title, Spot(*spot)) for level, title, *spot in told["marks"])
    return Laid(data, told["length"], anchors, marks)
