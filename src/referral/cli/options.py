"""Options that several commands share."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)
FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
CASE = click.Path(path_type=Path)


def day(text: str) -> date:
    """The type of an argument: a day as our files write it."""
    try:
        return date.fromisoformat(text)
    except ValueError as failure:
        raise click.BadParameter(f'"{text}" is not a day; write year, month, day, as in 2022-03-01') from failure


Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def own_folders(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--law DIR` and `--templates DIR`: the user's own folders, whose files replace shipped ones of the same name."""
    law = click.option("--law", "law_folder", type=FOLDER, help="Your own law files, beside or instead of ours.")
    return law(own_templates(function))


def own_templates(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--templates DIR` alone."""
    help_text = "Your own templates, beside or instead of ours."
    return click.option("--templates", "template_folder", type=FOLDER, help=help_text)(function)


def vault_key(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--age-identity FILE`: the keys that open an encrypted vault, in memory."""
    help_text = "The file of your age key, which opens an encrypted vault in memory."
    return click.option("--age-identity", "age_identity", type=FILE, help=help_text)(function)
