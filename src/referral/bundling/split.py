"""Files parted into packages of at most some size; each package can be checked by itself."""

import re
from collections.abc import Sequence

from referral.bundling.part import Part
from referral.errors import UsageError

_SIZE = re.compile(r"(\d{1,9}(?:\.\d{1,3})?) ?([kmgt]?)(i?)b?", re.IGNORECASE)
_POWERS = {"": 0, "k": 1, "m": 2, "g": 3, "t": 4}
_OF_A_FILE = 1000  # bytes that a file takes in manifests and metadata, beside its path, which stands there five times


def bytes_of(text: str) -> int:
    """`650MB`, `4.5 GB`, `1GiB` in bytes. UsageError for anything else."""
    found = _SIZE.fullmatch(text.strip())
    if not found or not float(found[1]):
        raise UsageError(f'"{text}" is no size; write a number and its unit, as in 650MB or 4.5GB')
    return int(float(found[1]) * (1024 if found[3] else 1000) ** _POWERS[found[2].lower()])


def parted(files: Sequence[Part], most: int, beside: int) -> list[list[Part]]:
    """The files in their order, in groups that stay below `most` bytes; `beside` is what each package holds anyway.

    UsageError if one file alone is too large.
    """
    groups: list[list[Part]] = [[]]
    taken = beside
    for file in files:
        needed = file.size + _OF_A_FILE + 5 * len(file.path.encode())
        if beside + needed > most:
            least = beside + needed
            raise UsageError(f"{file.path}: the file needs a package of {least} bytes or more; take a larger --split")
        if taken + needed > most:
            groups.append([])
            taken = beside
        groups[-1].append(file)
        taken += needed
    return groups
