"""A folder written from a skeleton, with its slots filled: a first case, a first pack of law."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from referral.errors import TemplateError, WriteError


def write_skeleton(skeletons: Sequence[Path], folder: Path, slots: Mapping[str, str]) -> Iterator[Path]:
    """Write every file of the skeletons into a new or empty folder; of one name, that of the last skeleton.

    Slots `@NAME@` stand in texts and in file names.
    """
    if folder.exists() and any(folder.iterdir()):
        raise WriteError(f"{folder}: the folder is not empty; name a new one")
    files = {name: path for skeleton in skeletons for name, path in _files(skeleton)}
    filled = [(folder / _filled(name, slots), _filled(_text(path), slots)) for name, path in sorted(files.items())]
    for target, text in filled:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        yield target


def slug(name: str) -> str:
    """A folder's name as an id: lower-case letters of the Latin alphabet, digits, hyphens; may be empty."""
    kept = "".join(c if c.isascii() and c.isalnum() else "-" for c in name.lower())
    return "-".join(part for part in kept.split("-") if part)


def _files(skeleton: Path) -> Iterator[tuple[str, Path]]:
    for path in skeleton.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(skeleton).as_posix(), path


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as failure:
        raise TemplateError(f"{path}: the file is not UTF-8 text") from failure


def _filled(text: str, slots: Mapping[str, str]) -> str:
    for name, value in slots.items():
        text = text.replace(f"@{name}@", value)
    return text
