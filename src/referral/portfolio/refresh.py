"""The index brought up to its cases: what has changed is read anew, what is gone leaves, and nothing tells of anybody.

What would come into the file is searched as a finished file is, case by case, for whom the vault of that case protects.
"""

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path

from referral.app.project import Project, Sources, load_case, load_law
from referral.app.scan import searched, sought_for
from referral.composition.kinds import load_templates
from referral.custody import Reader
from referral.diagnostics import has_errors
from referral.errors import InvalidInputError, VaultNotOpenedError
from referral.portfolio.asked_for import documents_of
from referral.portfolio.contents import cases_in, digest_of
from referral.portfolio.drawn import drawn
from referral.portfolio.record import CaseRow, Held, Record
from referral.portfolio.store import Store, alone, store
from referral.protection.profiles import INTERNAL
from referral.protection.sought import Sought
from referral.protection.vault_check import read_vault
from referral.protection.view import View
from referral.version import VERSION

NAME = "the index"  # what is searched, in findings


@dataclass(frozen=True)
class Terms:
    """With what the cases are read, for whom, and what gives the digests of the evidence files of one."""

    sources: Sources
    reader: Callable[[Path], AbstractContextManager[Reader]]
    profile: str = INTERNAL


@dataclass(frozen=True)
class NotRead:
    """A case of which nothing is in the index, and why; what was found is told by the run that read it."""

    path: Path
    held: Held
    found: tuple[str, ...] = ()


@dataclass(frozen=True)
class Refreshed:
    """What a run did: the cases that it read, and all that are not in the index, whenever they were read.

    `made_anew` says why nothing of earlier runs could be used.
    """

    read: tuple[Path, ...]
    unchanged: int
    gone: int
    not_read: tuple[NotRead, ...]
    made_anew: str


def refresh(
    folder: Path, index: Path, terms: Terms, progress: Callable[[Path], object] = lambda path: None
) -> Refreshed:
    """Every case below a folder. `progress` is told of each that is read."""
    cases = {_key(name): (name, path) for name, path in cases_in(folder).items()}
    with store(index, _made_of(folder, terms)) as kept:
        gone = kept.keep_only(cases)
        found = _bring_up(kept, cases, terms, progress)
        held = {key: Held(head.held) for key, head in kept.cases().items()}
    return Refreshed(
        read=tuple(cases[key][1] for key in found),
        unchanged=len(cases) - len(found),
        gone=gone,
        not_read=tuple(
            NotRead(path, held[key], tuple(found.get(key, ())))
            for key, (_, path) in cases.items()
            if not held[key].is_read
        ),
        made_anew=kept.made_anew,
    )


def _bring_up(
    kept: Store, cases: Mapping[str, tuple[str, Path]], terms: Terms, progress: Callable[[Path], object]
) -> dict[str, Sequence[str]]:
    """Read what has changed; gives what was found in each case that was read, by key."""
    known = kept.cases()
    found: dict[str, Sequence[str]] = {}
    for key, (name, path) in cases.items():
        with terms.reader(path) as read:
            way = CaseRow(key, name, digest_of(path, read), Held.WHOLE)
            if key not in known or known[key].digest != way.digest:
                progress(path)
                record, found[key] = _read(path, way, terms, read)
                kept.put(record)
    return found


def _key(name: str) -> str:
    return hashlib.sha256(os.fsencode(name)).hexdigest()


def _made_of(folder: Path, terms: Terms) -> dict[str, str]:
    """What an index hangs on beside its cases, in words that a message can use. The folder is not named in the file."""
    return {
        "version of the program": VERSION,
        "law library": load_law(terms.sources).digest,
        "set of templates": load_templates(terms.sources.templates).digest,
        "profile": terms.profile,
        "folder of cases": hashlib.sha256(os.fsencode(folder.resolve())).hexdigest(),
    }


def _read(path: Path, way: CaseRow, terms: Terms, read: Reader) -> tuple[Record, Sequence[str]]:
    """The record of a case, or that there is none and why."""
    try:
        project = load_case(path, terms.sources, read=read)
        view = project.view(terms.profile)
        documents = tuple(documents_of(project, terms.profile))
    except InvalidInputError as failure:
        return _none(way, path, Held.HAS_ERRORS), [str(failure)]
    except VaultNotOpenedError as failure:
        return _none(way, path, Held.VAULT_NOT_OPENED), [str(failure)]
    record = drawn(way, view, documents, with_words=project.vault.sealed is None)
    told = list(_told_by(record, project, view))
    return (_none(way, path, Held.TELLS_OF_SOMEBODY), told) if told else (record, ())


def _told_by(record: Record, project: Project, view: View) -> Iterator[str]:
    """Of an encrypted vault nobody is known to search for, and no word of its case is in the record."""
    if project.vault.sealed is None:
        yield from map(str, searched(alone(record), NAME, sought_for(project, view)))


def _none(way: CaseRow, path: Path, held: Held) -> Record:
    """That a case was not read. The way to it may name those whom its vault protects."""
    vault, findings = read_vault(path)
    is_known = not has_errors(findings)
    is_free = is_known and (bool(vault.sealed) or Sought(vault.identities.values()).may_be_printed(way.path))
    return Record(replace(way, held=held, path=way.path if is_free else ""))
