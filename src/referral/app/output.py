"""Writing finished files: atomically, and never over a file that this program did not write.

Each output folder keeps a record `.referral.json` of the files written there: their digest and that of their inputs.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from referral.durable import replace_file, sweep
from referral.errors import WriteError

RECORD = ".referral.json"


@dataclass(frozen=True)
class Written:
    """One file of the record. `replaces` is the digest of what stood there before, while it is being written."""

    sha256: str
    inputs: str
    part_of: str = ""  # of an annex in a file of its own, the name of the main file
    replaces: str = ""
    persons: tuple[str, ...] = ()  # who speaks or is shown in what it was made from, by the codes that its reader reads

    def is_of_ours(self, digest: str | None) -> bool:
        """Whether a file with this digest is the one that was written, or the one that it was to replace."""
        return digest in (self.sha256, self.replaces)


class OutputFolder:
    """One folder of finished files with its record."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._written = _read_record(folder / RECORD)

    def is_current(self, name: str, inputs: str) -> bool:
        """True if the file is there as it was written, from the same inputs."""
        entry = self._written.get(name)
        return bool(entry and entry.inputs == inputs and _digest(self.folder / name) == entry.sha256)

    def write(
        self,
        name: str,
        data: bytes,
        inputs: str,
        force: bool = False,
        part_of: str = "",
        persons: tuple[str, ...] = (),
    ) -> Path:
        """Write a file; WriteError if one is in the way that we did not write, or that was changed since."""
        path = self._ours(name, force, "replace")
        self.folder.mkdir(parents=True, exist_ok=True)
        sweep(self.folder)
        entry = Written(hashlib.sha256(data).hexdigest(), inputs, part_of, persons=persons)
        # First what is about to be, so that whoever is killed in between leaves nothing that looks foreign.
        self._record(name, replace(entry, replaces=_digest(path) or ""))
        replace_file(path, data)
        self._record(name, entry)
        return path

    def parts_of(self, name: str) -> list[str]:
        """The files of annexes that were written with this main file."""
        return sorted(part for part, written in self._written.items() if written.part_of == name)

    def made_with(self, person: str) -> list[Path]:
        """The files that are there and were made from what a person said, or from what shows him."""
        found = (self.folder / name for name, written in sorted(self._written.items()) if person in written.persons)
        return [path for path in found if path.exists()]

    def remove(self, name: str, force: bool = False) -> Path:
        """Remove a file that is no longer written; WriteError if it was changed since it was."""
        path = self._ours(name, force, "remove")
        path.unlink(missing_ok=True)
        del self._written[name]
        self._save()
        return path

    def take_back(self, name: str) -> None:
        """Remove a file that was written here, and is as it was written; one that somebody changed is his."""
        entry = self._written.pop(name, None)
        if entry and _digest(self.folder / name) == entry.sha256:
            (self.folder / name).unlink()
            self._save()

    def _ours(self, name: str, force: bool, what: str) -> Path:
        """Where the file is, if nothing is there that we did not write as it is."""
        path, entry = self.folder / name, self._written.get(name)
        if path.exists() and not force and not (entry and entry.is_of_ours(_digest(path))):
            why = "was changed after it was written" if entry else "was not written by this program"
            raise WriteError(f"{path}: the file {why}; move it away, or use --force to {what} it")
        return path

    def _record(self, name: str, entry: Written) -> None:
        if self._written.get(name) != entry:
            self._written[name] = entry
            self._save()

    def _save(self) -> None:
        entries = {name: _entry(written) for name, written in sorted(self._written.items())}
        replace_file(self.folder / RECORD, (json.dumps({"schema": 1, "files": entries}, indent=1) + "\n").encode())


def _entry(written: Written) -> dict[str, object]:
    optional = ("part_of", "replaces", "persons")
    return {key: value for key, value in asdict(written).items() if value or key not in optional}


def _read_record(path: Path) -> dict[str, Written]:
    try:
        files = json.loads(path.read_bytes())["files"]
        return {
            name: Written(
                e["sha256"], e["inputs"], e.get("part_of", ""), e.get("replaces", ""), tuple(e.get("persons", ()))
            )
            for name, e in files.items()
        }
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError, AttributeError) as failure:
        raise WriteError(f"{path}: the record of written files cannot be read; move it away") from failure


def _digest(path: Path) -> str | None:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None
