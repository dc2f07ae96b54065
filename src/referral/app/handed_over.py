"""Files and folders as they are handed over: whose names tell of somebody, and how they may be called in a message."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from referral.errors import UsageError
from referral.protection.sought import Found, Sought


@dataclass(frozen=True)
class Handed:
    """One file or folder. `shown` is what a message may call it; `told` is what its own name tells."""

    path: Path
    shown: str
    told: tuple[Found, ...]
    is_folder: bool


def handed_over(root: Path, number: int, sought: Sought) -> Iterator[Handed]:
    """A path that was asked for, the `number`th, and everything below it. UsageError if it is not there."""
    shown = str(root) if sought.may_be_printed(str(root)) else f"path {number}"
    if not root.exists():
        raise UsageError(f"{shown} does not exist")
    yield Handed(root, shown, tuple(_told(root.name, sought)), root.is_dir())
    if root.is_dir():
        yield from _below(root, shown, root.name, sought)


def _below(folder: Path, shown: str, named: str, sought: Sought) -> Iterator[Handed]:
    """`named` is the path as it is handed over. A link to a folder is not followed: it may lead round in a ring."""
    for number, path in enumerate(sorted(folder.iterdir()), 1):
        is_folder = path.is_dir() and not path.is_symlink()
        name = f"{named}/{path.name}"
        called = path.name if sought.may_be_printed(name) else f"{'folder' if is_folder else 'file'} {number}"
        known = {found.person for found in _told(named, sought)}
        told = tuple(found for found in _told(name, sought) if found.person not in known)
        yield Handed(path, f"{shown}/{called}", told, is_folder)
        if is_folder:
            yield from _below(path, f"{shown}/{called}", name, sought)


def _told(name: str, sought: Sought) -> list[Found]:
    return sought.found_in(name, is_path=True)
