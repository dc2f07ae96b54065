"""Where digests of evidence files are kept between two runs: a folder of the user's machine, never the case."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from referral.custody import Reader, RememberedDigests

_OWN = "REFERRAL_CACHE"
_PLACES = ("XDG_CACHE_HOME", "LOCALAPPDATA")  # as Linux and Windows call it


@contextmanager
def kept_digests(case: Path, rehash: bool = False) -> Iterator[Reader]:
    """What gives the digests of the evidence files of a case; `rehash`: reads every file, whatever is kept."""
    name = hashlib.sha256(os.fsencode(os.path.realpath(case))).hexdigest()[:32]
    read = RememberedDigests(_folder() / f"{name}.json", believe=not rehash)
    try:
        yield read
    finally:
        read.keep()


def _folder() -> Path:
    given = os.environ  # noqa: TID251 - where this machine keeps what can be made again is said there only
    if own := given.get(_OWN):
        return Path(own)
    place = next((named for name in _PLACES if (named := given.get(name))), os.path.expanduser("~/.cache"))
    return Path(place) / "referral" / "digests"
