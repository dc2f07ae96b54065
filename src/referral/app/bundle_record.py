"""Whose words or picture the bundles in a folder hold, kept beside them, so that consent taken back finds them."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from referral.durable import replace_file
from referral.errors import WriteError

RECORD = ".bundles.json"


class BundleRecord:
    """The record of one folder: by the name of each bundle, persons by the codes that its reader reads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._persons = _read(folder / RECORD)

    def persons(self, name: str) -> list[str]:
        """Those of one bundle; nobody if it was never written here."""
        return self._persons.get(name, [])

    def note(self, name: str, persons: Iterable[str]) -> None:
        """Write down a bundle that stands here, or is about to."""
        found = sorted({*persons})
        if found != self.persons(name):
            self._persons[name] = found
            told = json.dumps({"schema": 1, "bundles": self._persons}, indent=1, sort_keys=True) + "\n"
            replace_file(self._folder / RECORD, told.encode())

    def made_with(self, person: str, names: Iterable[str]) -> Iterator[Path]:
        """Those of these bundles that are there and hold what a person said, or what shows him."""
        found = (self._folder / name for name in names if person in self.persons(name))
        yield from (path for path in found if path.exists())


def _read(path: Path) -> dict[str, list[str]]:
    try:
        return {name: [str(code) for code in codes] for name, codes in json.loads(path.read_bytes())["bundles"].items()}
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError, AttributeError) as failure:
        raise WriteError(f"{path}: the record of bundles cannot be read; move it away") from failure
