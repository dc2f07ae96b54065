"""Where digests of evidence files are kept between two runs: a folder of the user's machine, never the case."""

import os
from contextlib import AbstractContextManager
from pathlib import Path

from referral.app import kept_digests as kept
from referral.custody import Reader

_OWN = "REFERRAL_CACHE"
_PLACES = ("XDG_CACHE_HOME", "LOCALAPPDATA")  # as Linux and Windows call it


def kept_digests(case: Path, rehash: bool = False) -> AbstractContextManager[Reader]:
    """What gives the digests of the evidence files of a case; `rehash`: reads every file, whatever is kept."""
    return kept.kept_digests(case, folder_of_digests(), rehash)


def folder_of_digests() -> Path:
    """On this machine, for this user."""
    given = os.environ  # noqa: TID251 - where this machine keeps what can be made again is said there only
    if own := given.get(_OWN):
        return Path(own)
    place = next((named for name in _PLACES if (named := given.get(name))), os.path.expanduser("~/.cache"))
    return Path(place) / "referral" / "digests"
