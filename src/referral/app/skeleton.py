"""A folder written from a skeleton, with its slots filled: a first case, a first pack of law."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from referral.errors import WriteError


def write_skeleton(skeleton: Path, folder: Path, slots: Mapping[str, str]) -> Iterator[Path]:
    """Write every file of a skeleton into a new or empty folder; slots `@NAME@` stand in texts and in file names."""
    if folder.exists() and any(folder.iterdir()):
        raise WriteError(f"{folder}: the folder is not empty; name a new one")
    for source in sorted(p for p in skeleton.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        target = folder / _filled(source.relative_to(skeleton).as_posix(), slots)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_filled(source.read_text("utf-8"), slots), encoding="utf-8")
        yield target


def slug(name: str) -> str:
    """A folder's name as an id: lower-case letters of the Latin alphabet, digits, hyphens; may be empty."""
    kept = "".join(c if c.isascii() and c.isalnum() else "-" for c in name.lower())
    return "-".join(part for part in kept.split("-") if part)


def _filled(text: str, slots: Mapping[str, str]) -> str:
    for name, value in slots.items():
        text = text.replace(f"@{name}@", value)
    return text
