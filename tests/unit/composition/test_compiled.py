"""Templates are compiled once, and no document reads in them what was said in another."""

import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from referral.app.build import compose_document
from referral.app.project import Project, Sources, load_case
from referral.case.model import DocumentRequest
from referral.composition.compiled import CompiledOnce
from referral.composition.kinds import Library
from referral.document.walk import body_blocks
from tests.unit.composition.test_template_errors import SMALL

INCLUDES = "<document>{% include '_shared/own.xml.j2' %}</document>"


def project(folder: Path, shared: str) -> Project:
    """A case whose evidence annex includes this text, in every language."""
    for name, text in (("evidence-annex/en", INCLUDES), ("evidence-annex/uk", INCLUDES), ("_shared/own", shared)):
        path = folder / f"{name}.xml.j2"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return load_case(SMALL, Sources.of(templates=folder))


def words(of: Project, lang: str) -> list[str]:
    request = DocumentRequest(id="evidence-annex", lang=lang, profile="public")
    return list(body_blocks(compose_document(of, request).document))


def test_a_filter_is_asked_about_a_constant_by_each_document(tmp_path: Path):
    made = project(tmp_path, "<p>{{ {'en': 'one', 'uk': 'один'} | t }}</p>")

    assert [["one"], ["один"], ["one"]] == [words(made, lang) for lang in ("en", "uk", "en")]


def test_a_template_that_has_changed_is_compiled_anew(tmp_path: Path):
    assert ["Before"] == words(project(tmp_path, "<p>Before</p>"), "en")
    assert ["After"] == words(project(tmp_path, "<p>After</p>"), "en")


@pytest.fixture
def writing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python may keep what it compiles, whatever this machine says."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def kept_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.parent.name == "__pycache__"]


def compiled(folder: Path, text: str, name: str = "own") -> str:
    """What the template says, read by a process that knows nothing yet."""
    (folder / name).write_text(text, "utf-8")
    environment = Environment(loader=FileSystemLoader(folder), autoescape=True, bytecode_cache=CompiledOnce(folder))
    return environment.get_template(name).render()


@pytest.mark.usefixtures("writing")
def test_the_next_process_finds_what_ours_were_compiled_to(tmp_path: Path):
    assert "Same" == compiled(tmp_path, "Same")
    (kept,) = kept_in(tmp_path)
    kept.write_bytes(kept.read_bytes().replace(b"Same", b"Kept"))

    assert "Kept" == compiled(tmp_path, "Same")
    assert "Changed" == compiled(tmp_path, "Changed")


@pytest.mark.usefixtures("writing")
@pytest.mark.parametrize("damage", [b"", b"\0", b"no code at all"])
def test_what_is_not_whole_is_compiled_anew(tmp_path: Path, damage: bytes):
    compiled(tmp_path, "Same")
    (kept,) = kept_in(tmp_path)
    kept.write_bytes(damage)

    assert "Same" == compiled(tmp_path, "Same")


@pytest.mark.usefixtures("writing")
def test_beside_templates_of_somebody_else_nothing_is_kept_or_run(tmp_path: Path):
    words(project(tmp_path, "<p>Theirs</p>"), "en")

    assert [] == kept_in(tmp_path)


@pytest.mark.usefixtures("writing")
def test_what_is_kept_is_no_part_of_the_templates(tmp_path: Path):
    kind = tmp_path / "memo"
    kind.mkdir()
    (kind / "own").write_text("", "utf-8")
    before = Library((tmp_path,), {}).digest
    compiled(kind, "")

    assert [kind / "__pycache__"] == [path.parent for path in kept_in(tmp_path)]
    assert before == Library((tmp_path,), {}).digest


def test_nothing_is_kept_where_python_may_keep_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    assert "Same" == compiled(tmp_path, "Same")
    assert [] == kept_in(tmp_path)
