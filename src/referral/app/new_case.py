"""A first case folder: the skeleton of a language, with the slots filled. It passes `check`, with warnings."""

from collections.abc import Iterator
from pathlib import Path

from referral import resources
from referral.edtf import parse_edtf
from referral.errors import UsageError, WriteError

SKELETONS = "_new"


def start_case(folder: Path, lang: str, as_at: str) -> Iterator[Path]:
    """Write the skeleton into a new or empty folder; UsageError for a bad day or language."""
    skeleton = resources.shipped(resources.TEMPLATES) / SKELETONS / lang
    if not skeleton.is_dir():
        known = ", ".join(sorted(p.name for p in skeleton.parent.iterdir() if p.is_dir()))
        raise UsageError(f'no skeleton in "{lang}"; there are: {known}')
    try:
        parse_edtf(as_at)
    except ValueError as failure:
        raise UsageError(f"--as-at: {failure}") from failure
    if folder.exists() and any(folder.iterdir()):
        raise WriteError(f"{folder}: the folder is not empty; name a new one")
    for source in sorted(p for p in skeleton.rglob("*") if p.is_file()):
        target = folder / source.relative_to(skeleton)
        target.parent.mkdir(parents=True, exist_ok=True)
        text = source.read_text("utf-8").replace("@CASE@", _slug(folder.name)).replace("@AS-AT@", as_at)
        target.write_text(text, encoding="utf-8")
        yield target


def _slug(name: str) -> str:
    """The folder's name as an id: lower-case letters of the Latin alphabet, digits, hyphens."""
    kept = "".join(c if c.isascii() and c.isalnum() else "-" for c in name.lower())
    return "-".join(part for part in kept.split("-") if part) or "case"
