"""Writing finished files: atomically, and never over a file that this program did not write.

Each output folder keeps a record `.referral.json` of the files written there: their digest and that of their inputs.
"""

import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from referral.errors import WriteError

RECORD = ".referral.json"


@dataclass(frozen=True)
class Written:
    """One file of the record."""

    sha256: str
    inputs: str


class OutputFolder:
    """One folder of finished files with its record."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._written = _read_record(folder / RECORD)

    def is_current(self, name: str, inputs: str) -> bool:
        """True if the file is there as it was written, from the same inputs."""
        entry = self._written.get(name)
        return bool(entry and entry.inputs == inputs and _digest(self.folder / name) == entry.sha256)

    def write(self, name: str, data: bytes, inputs: str, force: bool = False) -> Path:
        """Write a file; WriteError if one is in the way that we did not write, or that was changed since."""
        path = self.folder / name
        entry = self._written.get(name)
        if path.exists() and not force and (entry is None or _digest(path) != entry.sha256):
            why = "was changed after it was written" if entry else "was not written by this program"
            raise WriteError(f"{path}: the file {why}; move it away, or use --force to replace it")
        self.folder.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)
        self._written[name] = Written(hashlib.sha256(data).hexdigest(), inputs)
        self._save()
        return path

    def _save(self) -> None:
        entries = {name: {"sha256": w.sha256, "inputs": w.inputs} for name, w in sorted(self._written.items())}
        replace_file(self.folder / RECORD, (json.dumps({"schema": 1, "files": entries}, indent=1) + "\n").encode())


def _read_record(path: Path) -> dict[str, Written]:
    try:
        files = json.loads(path.read_bytes())["files"]
        return {name: Written(entry["sha256"], entry["inputs"]) for name, entry in files.items()}
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError, AttributeError) as failure:
        raise WriteError(f"{path}: the record of written files cannot be read; move it away") from failure


def _digest(path: Path) -> str | None:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None


def replace_file(path: Path, data: bytes) -> None:
    """Write beside the target and move into place, so that no half-written file is ever seen under its name."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
