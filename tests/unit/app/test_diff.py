"""Two revisions: which documents a reader would find to be others, and that nobody learns more than his view holds."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from referral.app.diff import diff
from referral.app.project import Project, Sources, load_case
from referral.cli.diff import command
from referral.revision import DocumentChange, EntryChange, How
from tests.unit.builder import DATA, Entry, charge, fact, header, item, mapping, person, source, write_case

ROOT = Path(__file__).parents[3]
LETTER = """\
<document><h1 id="a">{{ case.case.title | t }}</h1>
{% for f in case.facts %}<p>{{ f.id }} {{ f.text | t }}</p>{% endfor %}</document>
"""
TITLE = 'schema_version: "1"\ntitle: {en: Letter}\nprofiles: [public, prosecution, internal]\n'
PUBLIC = {"id": "letter", "lang": "en", "profile": "public"}
INTERNAL = {**PUBLIC, "profile": "internal"}
SECRET = {"confidentiality": "secret"}


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """A letter that tells all facts, and nothing else of the case but its title."""
    folder = tmp_path / "templates/letter"
    folder.mkdir(parents=True)
    (folder / "document.yaml").write_text(TITLE)
    (folder / "en.xml.j2").write_text(LETTER)
    return folder.parent


def write(folder: Path, vault: Entry | None = None, **sections: Any) -> Path:
    folder.mkdir(parents=True)
    entries = {
        "documents": [PUBLIC, INTERNAL],
        "sources": [source(name="A body")],
        "evidence": [item()],
        "facts": [fact(), fact("F-002", text="He hid.", **SECRET)],
        "charges": [charge()],
        "mappings": [mapping(fact="F-001")],
    }
    if vault:
        (folder / "vault.yaml").write_text(yaml.safe_dump({"schema_version": "1", "identities": [vault]}))
    write_case(folder, **{**entries, **sections})
    return folder


class Revisions:
    """The case as it is by itself, and another one beside it."""

    def __init__(self, folder: Path, templates: Path) -> None:
        self._folder, self._templates = folder, templates
        self._sources = Sources((DATA / "law",), (ROOT / "templates", templates))

    def load(self, name: str, **sections: Any) -> Project:
        return load_case(write(self._folder / name, **sections), self._sources)

    def found(self, profile: str = "internal", **sections: Any) -> Any:
        return diff(self.load("a"), self.load("b", **sections), profile)


@pytest.fixture
def revisions(tmp_path: Path, templates: Path) -> Revisions:
    return Revisions(tmp_path, templates)


def documents(found: Any) -> dict[str, How]:
    return {one.name: one.how for one in found.documents}


def test_nothing_differs_between_two_copies_of_a_case(revisions: Revisions):
    assert revisions.found().is_same


def test_a_document_that_tells_what_was_changed_reads_otherwise(revisions: Revisions):
    told = revisions.found(facts=[fact(text="It was otherwise."), fact("F-002", text="He hid.", **SECRET)])

    assert (EntryChange("facts", "F-001", How.CHANGED, ("text",)),) == told.entries
    assert {"public/letter.en": How.CHANGED, "internal/letter.en": How.CHANGED} == documents(told)


def test_a_document_that_tells_nothing_of_it_has_another_stamp_alone(revisions: Revisions):
    told = revisions.found(mappings=[mapping(fact="F-001", rationale="For another reason.")])

    assert {How.RESTAMPED} == set(documents(told).values())


def test_a_document_whose_reader_may_not_see_it_is_the_same(revisions: Revisions):
    told = revisions.found(facts=[fact(), fact("F-002", text="He fled.", **SECRET)])

    assert {"internal/letter.en": How.CHANGED} == documents(told)


def test_a_reader_is_told_of_nothing_that_he_may_not_see(revisions: Revisions):
    changed = [fact(), fact("F-002", text="He fled.", **SECRET)]

    assert revisions.found("public", facts=changed).is_same


def test_a_reader_is_told_of_his_own_documents_alone(revisions: Revisions):
    told = revisions.found("public", case=header(title="Another title"))

    assert {"public/letter.en": How.CHANGED} == documents(told)


def test_documents_asked_for_anew_and_no_longer_are_told(revisions: Revisions):
    told = revisions.found(documents=[PUBLIC, {**PUBLIC, "profile": "prosecution"}])

    expected = (
        DocumentChange("prosecution/letter.en", How.ADDED),
        DocumentChange("internal/letter.en", How.REMOVED),
    )
    assert expected == told.documents


def test_another_engine_makes_another_file(revisions: Revisions):
    told = revisions.found(documents=[{**PUBLIC, "pdf_engine": "typst"}, INTERNAL])

    assert How.CHANGED is documents(told)["public/letter.en"]


def identity(last: str) -> Entry:
    return {"person": "PER-001", "names": [{"last": last, "first": "Ivan", "script": "Latn"}]}


def run(tmp_path: Path, templates: Path, *options: str, **sections: Any) -> Result:
    """The command on the case and on its revision, each with one person and his vault."""
    persons = {"persons": [person()]}
    before = write(tmp_path / "a", identity("Before"), **persons)
    after = write(tmp_path / "b", identity("After"), **{**persons, **sections})
    given = [str(before), str(after), "--law", str(DATA / "law"), "--templates", str(templates), *options]
    return CliRunner().invoke(command, given, catch_exceptions=False)


@pytest.mark.parametrize("output_format", ["text", "json"])
def test_of_the_vault_the_code_is_told_and_no_name(output_format: str, tmp_path: Path, templates: Path):
    done = run(tmp_path, templates, "--format", output_format)

    assert "PER-001" in done.stdout
    assert [] == [name for name in ("Before", "After", "Ivan", "names") if name in _told(done, output_format)]


def _told(done: Result, output_format: str) -> str:
    """What is told but for the paths of the two revisions."""
    if output_format == "text":
        return done.stdout
    return json.dumps({key: value for key, value in json.loads(done.stdout).items() if key not in ("before", "after")})


def test_differences_are_no_failure_unless_they_are_asked_to_be(tmp_path: Path, templates: Path):
    assert 0 == run(tmp_path / "one", templates).exit_code
    assert 1 == run(tmp_path / "two", templates, "--fail-on", "changes").exit_code


def test_as_json_the_revisions_and_the_profile_are_named(tmp_path: Path, templates: Path):
    told = json.loads(run(tmp_path, templates, "--format", "json", "--profile", "public").stdout)

    assert ("public", str(tmp_path / "a"), str(tmp_path / "b")) == tuple(
        told[key] for key in ("profile", "before", "after")
    )
    assert [] == told["entries"]
