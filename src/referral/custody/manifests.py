"""Lists of digests of the evidence files, kept as they were on a day, beside what the case records now.

A timestamp of such a list is one of all the files in it. `referral timestamp CASE` makes one.

`manifest-missing`: a list that is not there, or cannot be opened.
`manifest-unreadable`: a list in which a line is not a digest and a path, as `sha256sum` writes them.
`manifest-differs`: a file whose digest in the list is not the one that the case records; one of the two was changed.
`manifest-lists-more`: a file in the list that the case has not, or not any more; say what became of it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from referral.diagnostics import Diagnostic, Where, error, warning

LARGEST = 64 * 1024 * 1024  # bytes
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


@dataclass(frozen=True)
class Manifest:
    """A list as the case records it: where it should be, and where that is said."""

    path: Path
    shown_as: str
    at: Where


class ManifestError(ValueError):
    """A file that is no list of digests; the message says why."""


def line_of(sha256: str, path: str) -> str:
    """A line of a list."""
    return f"{sha256}  {path}\n"


def listed_in(path: Path) -> dict[str, str]:
    """The SHA-256 of each file that a list holds, by its path. OSError or ManifestError if it cannot be read."""
    if path.stat().st_size > LARGEST:
        raise ManifestError(f"it has more than {LARGEST // 2**20} MiB")
    try:
        lines = path.read_bytes().decode("utf-8").splitlines()
    except UnicodeDecodeError as failure:
        raise ManifestError("it is not text in UTF-8") from failure
    return dict(_read(number, line) for number, line in enumerate(lines, 1))


def _read(number: int, line: str) -> tuple[str, str]:
    found = _LINE.fullmatch(line)
    if not found:
        raise ManifestError(f"line {number} is not a digest and a path, as sha256sum writes them")
    return found[2], found[1]


def check_manifests(manifests: Iterable[Manifest], recorded: Mapping[str, str | None]) -> Iterator[Diagnostic]:
    """Every rule of this module. `recorded`: by path the SHA-256 in the case; None where it records none."""
    for manifest in manifests:
        try:
            listed = listed_in(manifest.path)
        except ManifestError as failure:
            message = f'the list "{manifest.shown_as}" cannot be read: {failure}'
            yield error(manifest.at(), "manifest-unreadable", message)
        except (OSError, ValueError):
            message = f'there is no list "{manifest.shown_as}" below the case folder, or it cannot be opened'
            yield error(manifest.at(), "manifest-missing", message)
        else:
            yield from _compared(manifest, listed, recorded)


def _compared(
    manifest: Manifest, listed: Mapping[str, str], recorded: Mapping[str, str | None]
) -> Iterator[Diagnostic]:
    for path, digest in listed.items():
        if path not in recorded:
            message = f'the list "{manifest.shown_as}" holds "{path}", no file of this case; say what became of it'
            yield warning(manifest.at(), "manifest-lists-more", message)
        elif recorded[path] not in (None, digest):
            message = f'by the list "{manifest.shown_as}" the sha256 of "{path}" was {digest}; the case records another'
            yield error(manifest.at(), "manifest-differs", message, "find out which was changed since, and by whom")
