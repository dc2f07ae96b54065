"""Where the law files and templates that ship with the program are: in the wheel, or beside `src` in a checkout."""

from pathlib import Path

LAW = "legal_refs"
TEMPLATES = "templates"
_PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """The shipped folder `name` (LAW or TEMPLATES)."""
    in_wheel = _PACKAGE / "_data" / name
    return in_wheel if in_wheel.is_dir() else _PACKAGE.parent.parent / name


def folders(name: str, own: Path | None) -> tuple[Path, ...]:
    """The shipped folder, then the user's own if there is one: files of the later replace those of the earlier."""
    return (shipped(name), own) if own else (shipped(name),)
