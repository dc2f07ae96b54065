"""What commands print for other programs: whole, in UTF-8, whatever the terminal can show."""

import json
from typing import Any

import click


def as_json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def print_json(data: Any) -> None:
    print_whole(as_json(data))


def print_whole(text: str) -> None:
    """Text of JSON or XML. Half a surrogate, from a file name that is not UTF-8, is written as `\\udc..`."""
    click.echo(text.encode("utf-8", "backslashreplace"), nl=False)
