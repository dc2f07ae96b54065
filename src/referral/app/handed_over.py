"""Files and folders as they are handed over: whose names tell of somebody, and how they may be called in a message."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from referral.errors import UsageError
from referral.protection.sought import Sought


@dataclass(frozen=True)
class Handed:
    """One file or folder. `shown` is what a message may call it; `persons` are those of whom its own name tells."""

    path: Path
    shown: str
    persons: tuple[str, ...]
    is_folder: bool


def handed_over(root: Path, number: int, sought: Sought) -> Iterator[Handed]:
    """A path that was asked for, the `number`th, and everything below it. UsageError if it is not there."""
    shown = str(root) if sought.may_be_printed(str(root)) else f"path {number}"
    if not root.exists():
        raise UsageError(f"{shown} does not exist")
    yield Handed(root, shown, _persons(root.name, sought), root.is_dir())
    if root.is_dir():
        yield from _below(root, shown, root.name, sought)


def _below(folder: Path, shown: str, named: str, sought: Sought) -> Iterator[Handed]:
    """`named` is the path as it is handed over. A link to a folder is not followed: it may lead round in a ring."""
    for number, path in enumerate(sorted(folder.iterdir()), 1):
        is_folder = path.is_dir() and not path.is_symlink()
        name = f"{named}/{path.name}"
        called = path.name if sought.may_be_printed(name) else f"{'folder' if is_folder else 'file'} {number}"
        known = set(_persons(named, sought))
        yield Handed(path, f"{shown}/{called}", tuple(p for p in _persons(name, sought) if p not in known), is_folder)
        if is_folder:
            yield from _below(path, f"{shown}/{called}", name, sought)


def _persons(name: str, sought: Sought) -> tuple[str, ...]:
    return tuple(found.person for found in sought.found_in(name, is_path=True))
