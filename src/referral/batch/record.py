"""What was finished of a case, kept beside the results: a case of which nothing has changed is not worked on again.

A record hangs on every file of the case, on law, templates, version and terms, and names each file that was written,
with its digest. It lies apart from the results, because a digest of a whole case is nothing to hand over.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from referral.batch.cases import NamedCase
from referral.batch.result import Result, State
from referral.batch.terms import BatchTerms
from referral.case.files import made_of
from referral.custody import Reader, digests_of
from referral.durable import replace_file

FOLDER = ".batch"


class Record:
    """That of one case, for the terms of this run. `key` is empty for a case whose files cannot be told from others."""

    def __init__(self, case: NamedCase, terms: BatchTerms, read: Reader) -> None:
        self._path = Path(terms.out, FOLDER, f"{case.name}.json")
        self._folder = Path(terms.out, case.name)
        self.key = _key(Path(case.path), terms, read)

    def finished(self) -> Result | None:
        """What an earlier run made of the same, if every file of it is there as it was written."""
        try:
            told = json.loads(self._path.read_bytes())
            is_same = bool(self.key) and told["key"] == self.key
            return Result.of_data(told["result"]) if is_same and self._is_whole(told["files"]) else None
        except (OSError, ValueError, KeyError, TypeError, AttributeError):  # no record, or none as we write it
            return None

    def keep(self, result: Result, files: Iterable[Path]) -> None:
        """Of these files, all below the folder of the case. What was told of a case that is done is told once."""
        result = replace(result, message="") if result.state is State.DONE else result
        digests = {path.relative_to(self._folder).as_posix(): digests_of(path).sha256 for path in files}
        told = {"key": self.key, "result": result.to_data(), "files": digests}
        self._path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(self._path, (json.dumps(told, indent=1, sort_keys=True) + "\n").encode())

    def _is_whole(self, files: Mapping[str, str]) -> bool:
        return all(digests_of(self._folder / name).sha256 == digest for name, digest in files.items())


def _key(path: Path, terms: BatchTerms, read: Reader) -> str:
    """A case of one file shares its folder with others, so that nothing says which files beside it are its own."""
    whole = hashlib.sha256(terms.decisive.encode())
    try:
        for file in made_of(path):
            whole.update(
                f"\0{file.relative_to(path).as_posix()}\0{read(file).sha256}".encode("utf-8", "backslashreplace")
            )
    except (OSError, ValueError):  # of what cannot be read, the work on it tells
        return ""
    return whole.hexdigest() if path.is_dir() else ""
