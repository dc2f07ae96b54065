"""Digests of evidence files, kept between two runs in a folder beside all cases, under a name that tells of none."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from referral.custody import Reader, RememberedDigests


@contextmanager
def kept_digests(case: Path, folder: Path, rehash: bool = False) -> Iterator[Reader]:
    """What gives the digests of the files of one case; `rehash`: reads every file, whatever is kept."""
    name = hashlib.sha256(os.fsencode(os.path.realpath(case))).hexdigest()[:32]
    read = RememberedDigests(folder / f"{name}.json", believe=not rehash)
    try:
        yield read
    finally:
        read.keep()
