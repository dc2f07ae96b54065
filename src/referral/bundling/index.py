"""The index of a bundle: one row for each file of evidence, as a table for people and as JSON for programs."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a table program may take for the beginning of one


@dataclass(frozen=True)
class Row:
    """One file of an item. `handed_over`: as recorded, a picture made anew, or not at all; then `path` is empty."""

    item: str
    title: str
    kind: str
    level: str
    role: str
    handed_over: str
    path: str
    package: str
    size: int | None
    sha256: str
    sha512: str


def as_csv(rows: Sequence[Row]) -> bytes:
    """Comma-separated values in UTF-8 with the mark by which table programs know it."""
    stream = io.StringIO(newline="")
    table = csv.writer(stream)
    table.writerow([field.name for field in fields(Row)])
    table.writerows([_cell(value) for value in asdict(row).values()] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def as_json(rows: Sequence[Row]) -> bytes:
    """`{"schema_version": "1", "files": […]}`"""
    return json_bytes({"schema_version": "1", "files": [asdict(row) for row in rows]})


def json_bytes(data: object) -> bytes:
    """The same text for the same data."""
    return (json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
