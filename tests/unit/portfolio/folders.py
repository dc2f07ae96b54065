"""Folders of small cases, and the index made of them with the invented statutes of the tests."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import yaml

from referral.app.project import Sources
from referral.custody import digests_of
from referral.portfolio.asked_for import Built
from referral.portfolio.questions import Index
from referral.portfolio.record import DocumentRow
from referral.portfolio.refresh import Refreshed, Terms, refresh
from referral.portfolio.store import reading
from tests.unit.builder import DATA, charge, fact, header, item, mapping, source, write_case

NAME = "Щербаченко"
VAULT = {"schema_version": "1", "identities": [{"person": "PER-001", "names": [{"last": NAME, "first": "Олег"}]}]}


SOURCES = Sources((DATA / "law",), (DATA.parents[1] / "templates",))


def put(folder: Path, name: str, **sections: Any) -> Path:
    """A case below a folder: an element supported by one origin, unless sections replace."""
    path = folder / name
    path.mkdir(parents=True, exist_ok=True)
    entries: dict[str, Any] = {"case": header(id=name.rpartition("/")[2], title=f"Case {name}"), "charges": [charge()]}
    support = {"sources": [source(name="An office")], "evidence": [item()], "facts": [fact()], "mappings": [mapping()]}
    return write_case(path, **{**entries, **support, **sections}).parent


def put_vault(case: Path) -> None:
    """A vault with the name of PER-001, whom the case must have."""
    (case / "vault.yaml").write_text(yaml.safe_dump(VAULT, allow_unicode=True), "utf-8")


def refreshed(folder: Path, profile: str = "internal", index: Path | None = None) -> Refreshed:
    terms = Terms(SOURCES, lambda case: nullcontext(digests_of), profile)
    return refresh(folder, index or file_of(folder), terms)


def file_of(folder: Path) -> Path:
    return folder / ".cache" / "portfolio.sqlite"


@contextmanager
def asked(path: Path, built: Built = Built.CURRENT) -> Iterator[Index]:
    """The index in a file; every document that was built stands in the same way."""

    def stands(row: DocumentRow) -> Built:
        return built

    with reading(path) as opened:
        yield Index(opened, stands, lambda element: {"en": f"Words of {element}"})
