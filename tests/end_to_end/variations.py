"""Variations of a case, loaded and composed."""

import json
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from referral.app.build import compose_document
from referral.app.project import Project, check_case, load_case
from referral.case.model import DocumentRequest
from referral.composition.compose import Composed
from referral.composition.requests import persons_meant
from referral.diagnostics import Diagnostic
from referral.document.nodes import Annex, Block, Section
from referral.document.tables import Rows, Table
from referral.yaml_reader import read_yaml
from tests.end_to_end.case_fields import Data, Files


def read_files(case: Path) -> Files:
    """The plain data of a case and its vault, all files of the case together; every scalar is text."""
    data: Data = {}
    for path in sorted(case.glob("*.yaml")):
        if path.name != "vault.yaml":
            for section, value in read_yaml(path.read_bytes(), str(path)).data.items():
                data[section] = data[section] + value if isinstance(value, list) and section in data else value
    _unlink(data)
    return {"case": data, "vault": read_yaml((case / "vault.yaml").read_bytes(), "vault.yaml").data}


def _unlink(data: Data) -> None:
    """Chains of custody as they were before their events were linked: a linked one lets nothing be changed in it."""
    for item in data.get("evidence", []):
        item.pop("custody_link", None)
        for event in item.get("custody", []):
            event.pop("previous", None)


class Variations:
    """A copy of a case in a folder of its own, written anew for each variation."""

    def __init__(self, case: Path, folder: Path) -> None:
        self.folder = folder / case.name
        self.folder.mkdir()
        shutil.copytree(case / "files", self.folder / "files")
        self.original = read_files(case)

    def write(self, files: Files) -> Path:
        """The case folder with these files. They are JSON, which is YAML too; whatever is not ASCII is escaped."""
        for name, data in files.items():
            (self.folder / f"{name}.yaml").write_text(json.dumps(data, indent=1), "utf-8")
        return self.folder

    def load(self, files: Files) -> Project:
        return load_case(self.write(files))

    def check(self, files: Files) -> list[Diagnostic]:
        return check_case(self.write(files))


def every_document(project: Project, *, in_every_language: bool = False) -> Iterator[DocumentRequest]:
    """Each kind of document for the recipient who sees most of it; in the case's language if there is only one.

    What is about a person of a role is about the first of them, and is left out where nobody has it.
    """
    for kind in project.templates.kinds.values():
        profile = next(p for p in ("prosecution", "internal", "publication", "public") if p in kind.profiles)
        asked = {r.lang: r for r in project.loaded.case.documents if r.id == kind.id}
        known = sorted(project.templates.languages(kind.id), key=lambda lang: lang != project.loaded.case.case.language)
        meant = persons_meant(kind, project.loaded.case) if kind.is_about_role else [None]
        for lang in (known if in_every_language else known[:1]) if meant else []:
            found = asked.get(lang, DocumentRequest(id=kind.id, lang=lang, profile=profile, person=meant[0]))
            yield found.model_copy(update={"profile": profile})


def compose_all(project: Project, *, in_every_language: bool = False) -> dict[str, Composed]:
    requests = every_document(project, in_every_language=in_every_language)
    return {f"{r.id}.{r.lang}": with_rows_kept(compose_document(project, r)) for r in requests}


def with_rows_kept(composed: Composed) -> Composed:
    """The same document for several readings: the rows of its tables are not rendered anew for each."""
    return replace(composed, document=replace(composed.document, blocks=_kept(composed.document.blocks)))


def _kept(blocks: Iterable[Block]) -> tuple[Block, ...]:
    return tuple(map(_with_rows_kept, blocks))


def _with_rows_kept(block: Block) -> Block:
    match block:
        case Table():
            return replace(block, rows=Rows(tuple(block.rows).__iter__))
        case Section():
            return replace(block, blocks=_kept(block.blocks))
        case Annex():
            return replace(block, front=_kept(block.front), blocks=_kept(block.blocks))
        case _:
            return block
