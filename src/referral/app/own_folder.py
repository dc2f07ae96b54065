"""A folder of one's own for law or templates: whether it holds any, so that a wrong one does not pass in silence."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from referral import resources
from referral.errors import UsageError

# What makes a folder one of its kind: files of law lie in it, those of templates below, skeletons one level deeper.
_PATTERNS = {resources.LAW: ("law file", ("*.yaml",)), resources.TEMPLATES: ("template", ("*/*", "_new/*/*"))}


def require_own(name: str, folder: Path) -> None:
    """UsageError if a folder that is there holds nothing of its kind; the folder below that does is named."""
    what, patterns = _PATTERNS[name]
    if not folder.is_dir() or _has_files(folder, patterns):
        return
    below = [inner for inner in _folders(folder) if _has_files(inner, patterns)]
    hint = f"; did you mean {' or '.join(map(str, below))}?" if below else ""
    raise UsageError(f"no {what} in {folder}{hint}")


def _folders(folder: Path) -> Iterator[Path]:
    return (inner for inner in sorted(folder.iterdir()) if inner.is_dir() and not inner.name.startswith("."))


def _has_files(folder: Path, patterns: Iterable[str]) -> bool:
    return any(path.is_file() for pattern in patterns for path in folder.glob(pattern))
