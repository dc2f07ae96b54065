"""Which cases a folder holds, and what each is made from: a digest of all its files."""

import hashlib
from pathlib import Path

from referral.case.files import FILES_FOLDER, cases_below, made_of
from referral.custody import Reader, digests_of
from referral.errors import UsageError


def cases_in(folder: Path) -> dict[str, Path]:
    """The folders of cases by their path below this one; itself alone if it is a case. UsageError if there is none."""
    below = set(cases_below(folder)) or {folder}
    outermost = sorted(path for path in below if below.isdisjoint(path.parents))
    if outermost == [folder] and not any(folder.glob("*.yaml")):
        raise UsageError(f"{folder}: there is no case below this folder; a case is a folder with case.yaml")
    return {path.relative_to(folder).as_posix(): path for path in outermost}


def digest_of(case: Path, read: Reader) -> str:
    """Of the names and contents of all files but hidden ones; `read` may remember the digests of evidence files."""
    whole = hashlib.sha256()
    for path in made_of(case):
        inner = path.relative_to(case)
        content = _content(path, read if inner.parts[0] == FILES_FOLDER else digests_of)
        whole.update(f"{inner.as_posix()}\0{content}\0".encode("utf-8", "surrogateescape"))
    return whole.hexdigest()


def _content(path: Path, read: Reader) -> str:
    """Empty for what cannot be opened: `check` says so when the case is read."""
    try:
        return read(path).sha256
    except OSError:
        return ""
