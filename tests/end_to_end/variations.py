"""Variations of a case, loaded and composed quickly: the law and the templates do not change and are read once."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from referral.app import project as loading
from referral.app.build import compose_document
from referral.app.project import Project, check_case, load_case
from referral.case.model import DocumentRequest
from referral.compose import compose as composing
from referral.compose.compose import Composed
from referral.compose.kinds import Library
from referral.diagnostics import Diagnostic
from referral.yaml_reader import read_yaml

Data = dict[str, Any]


def read_files(case: Path) -> dict[str, Data]:
    """The plain data of a case and its vault, all files of the case together."""
    data: Data = {}
    for path in sorted(case.glob("*.yaml")):
        if path.name != "vault.yaml":
            for section, value in read_yaml(path.read_bytes(), str(path)).data.items():
                data[section] = data[section] + value if isinstance(value, list) and section in data else value
    return {"case": data, "vault": read_yaml((case / "vault.yaml").read_bytes(), "vault.yaml").data}


class Variations:
    """A copy of a case in a folder of its own, written anew for each variation."""

    def __init__(self, case: Path, folder: Path) -> None:
        self._folder = folder / case.name
        self._folder.mkdir()
        shutil.copytree(case / "files", self._folder / "files")
        self.original = read_files(case)

    def write(self, files: dict[str, Data]) -> Path:
        """The case folder with these files. They are JSON, which is YAML; each scalar is text already."""
        for name, data in files.items():
            (self._folder / f"{name}.yaml").write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")
        return self._folder

    def load(self, files: dict[str, Data]) -> Project:
        return load_case(self.write(files))

    def check(self, files: dict[str, Data]) -> list[Diagnostic]:
        return check_case(self.write(files))


def every_document(project: Project) -> Iterator[DocumentRequest]:
    """Each kind in each language, for the recipient who sees most of those that may have it."""
    for kind in project.templates.kinds.values():
        profile = next(p for p in ("prosecution", "internal", "public") if p in kind.profiles)
        asked = {r.lang: r for r in project.loaded.case.documents if r.id == kind.id}
        for lang in project.templates.languages(kind.id):
            yield asked.get(lang, DocumentRequest(id=kind.id, lang=lang, profile=profile))


def compose_all(project: Project) -> dict[str, Composed]:
    return {f"{r.id}.{r.lang}": compose_document(project, r) for r in every_document(project)}


@contextmanager
def law_and_templates_read_once() -> Iterator[None]:
    """Nine tenths of the time of a variation would go into the same law and the same templates again and again."""
    make = composing._environment

    def with_compiled(library: Library) -> Environment:
        environment = make(library)
        environment.bytecode_cache = compiled
        return environment

    compiled = _Compiled()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(composing, "_environment", with_compiled)
        for name in ("check_law", "load_law", "load_templates"):
            patch.setattr(loading, name, cache(getattr(loading, name)))
        yield


class _Compiled(BytecodeCache):
    """Compiled templates, kept in memory."""

    def __init__(self) -> None:
        self._known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._known:
            bucket.bytecode_from_string(self._known[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._known[bucket.key] = bucket.bytecode_to_string()
