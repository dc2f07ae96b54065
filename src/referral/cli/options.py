"""Options that several commands share."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import click

from referral.app.project import Sources

FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)
FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
CASE = click.Path(path_type=Path)


def day(text: str) -> date:
    """The type of an argument: a day as our files write it."""
    try:
        return date.fromisoformat(text)
    except ValueError as failure:
        raise click.BadParameter(f'"{text}" is not a day; write year, month, day, as in 2022-03-01') from failure


_TEMPLATES = click.option(
    "--templates", "template_folder", type=FOLDER, help="Your own templates, beside or instead of ours."
)


def own_folders(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--law DIR` and `--templates DIR`: the user's own folders, whose files replace shipped ones of the same name.

    The command gets both as `sources`.
    """

    @wraps(function)
    def with_sources(*given: Any, law_folder: Path | None, template_folder: Path | None, **options: Any) -> Any:
        return function(*given, sources=Sources.of(law_folder, template_folder), **options)

    law = click.option("--law", "law_folder", type=FOLDER, help="Your own law files, beside or instead of ours.")
    return law(_TEMPLATES(with_sources))


def own_templates(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--templates DIR` alone; the command gets `sources`."""

    @wraps(function)
    def with_sources(*given: Any, template_folder: Path | None, **options: Any) -> Any:
        return function(*given, sources=Sources.of(templates=template_folder), **options)

    return _TEMPLATES(with_sources)


def vault_key(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--age-identity FILE`: the keys that open an encrypted vault, in memory."""
    help_text = "The file of your age key, which opens an encrypted vault in memory."
    return click.option("--age-identity", "age_identity", type=FILE, help=help_text)(function)


def rehash(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--rehash`: read every evidence file, also those that look untouched since the last run."""
    help_text = "Read every evidence file anew, also those that look untouched since the last run."
    return click.option("--rehash", is_flag=True, help=help_text)(function)
