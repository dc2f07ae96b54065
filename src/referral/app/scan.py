"""Finished files searched for what their recipient may not know. Findings name code and place, never the words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from referral.app.filed import FiledViews
from referral.app.handed_over import Handed, handed_over
from referral.app.project import Project
from referral.errors import VaultNotOpenedError
from referral.protection.sought import Sought
from referral.protection.vault_check import places_told
from referral.protection.view import View
from referral.scan.carried import passages
from referral.scan.limits import Limits
from referral.scan.passage import Passage, Unread

_PARTED = "\n\n"
_HIDDEN_PLACE = "a part whose name might tell of somebody"
_NO_FILE = "no file: a link, or what belongs to a machine"


@dataclass(frozen=True, slots=True, order=True)
class Leak:
    """That a file tells who a person is, or holds a code that others read. `file` is a path that may be shown."""

    file: str
    place: str
    person: str
    is_code: bool = False

    def __str__(self) -> str:
        what = f"holds {self.person}, a code that others read" if self.is_code else f"tells who {self.person} is"
        return f"{self.file}: {self.place}: {what} [protected-data]"


@dataclass(frozen=True, slots=True, order=True)
class NotSearched:
    """A part of a file that could not be read."""

    file: str
    place: str
    reason: str

    def __str__(self) -> str:
        return ": ".join(filter(None, (self.file, self.place, f"could not be searched: {self.reason}")))


Finding = Leak | NotSearched


@dataclass(frozen=True)
class Scanned:
    """What a search has found, and what it could not read; without either the files are clean for their recipient."""

    files: int
    leaks: tuple[Leak, ...]
    unread: tuple[NotSearched, ...]


def sought_for(project: Project, view: View) -> Sought:
    """All that the recipient of a view may not know of the persons in the vault."""
    told = places_told(project.loaded)
    identities = view.codes.in_identities(project.vault.identities)
    return Sought(identities.values(), view.identities, told, view.codes.by_id.keys())


def scan(paths: Iterable[Path], project: Project, profile: str, limits: Limits | None = None) -> Scanned:
    """Search files, and all files in folders. Raises UsageError for a path that does not exist.

    Raises VaultNotOpenedError if nobody could be searched for.
    """
    if project.vault.sealed:
        why = "the vault was not opened, so that nobody can be searched for; give a key: --age-identity FILE"
        raise VaultNotOpenedError(f"{project.vault.sealed.path}: {why}")
    views = FiledViews(project, profile)
    sought_by = cache(lambda start: sought_for(project, views.of(start)))
    sought = sought_by("")
    handed = [each for number, path in enumerate(paths, 1) for each in handed_over(path, number, sought)]
    found = [finding for each in handed for finding in _searched(each, sought_by(views.start(each.path.name)), limits)]
    leaks = {finding for finding in found if isinstance(finding, Leak)}
    unread = {finding for finding in found if isinstance(finding, NotSearched)}
    return Scanned(sum(not each.is_folder for each in handed), tuple(sorted(leaks)), tuple(sorted(unread)))


def searched(data: bytes, name: str, sought: Sought, limits: Limits | None = None) -> list[Finding]:
    """What is about to be handed over under a name, before it is written."""
    shown = name if sought.may_be_printed(name) else _HIDDEN_PLACE
    found_in_name = sought.found_in(name, is_path=True)
    named = [Leak(shown, "its name", found.person, found.is_code) for found in found_in_name]
    return [*named, *_inside(data, shown, sought, limits)]


def _searched(handed: Handed, sought: Sought, limits: Limits | None) -> Iterator[Finding]:
    yield from (Leak(handed.shown, "its name", found.person, found.is_code) for found in handed.told)
    if handed.is_folder:
        return
    if not handed.path.is_file():
        yield NotSearched(handed.shown, "", _NO_FILE)
        return
    try:
        data = handed.path.read_bytes()
    except OSError:
        yield NotSearched(handed.shown, "", "it cannot be opened")
        return
    yield from _inside(data, handed.shown, sought, limits)


def _inside(data: bytes, shown: str, sought: Sought, limits: Limits | None) -> Iterator[Finding]:
    """Of words that stand in a file again and again only the first are searched and told."""
    seen: set[tuple[str, bool]] = set()
    for read in passages(data, limits):
        if isinstance(read, Unread):
            yield NotSearched(shown, _place(read.place, sought), read.reason)
            continue
        for line, block in _blocks(read.text):
            if (block, read.is_path) not in seen:
                seen.add((block, read.is_path))
                yield from _leaks(replace(read, text=block), line, shown, sought)


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """The paragraphs of a text, each with its line; what a blank line parts is not read together."""
    line = 1
    for block in text.split(_PARTED):
        if block.strip():
            yield line, block
        line += block.count("\n") + len(_PARTED)


def _leaks(read: Passage, line: int, shown: str, sought: Sought) -> Iterator[Leak]:
    for text in read.decoded():
        for found in sought.found_in(text, is_path=read.is_path):
            at = line + text.count("\n", 0, found.at)
            place = _place(read.place, sought)
            yield Leak(shown, f"{place}, line {at}" if at > 1 else place, found.person, found.is_code)


def _place(place: str, sought: Sought) -> str:
    return place if sought.may_be_printed(place) else _HIDDEN_PLACE
