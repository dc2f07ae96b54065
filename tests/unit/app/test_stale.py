"""What a finished document hangs on: its stamp names it, and `build --check` finds each change of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import referral.app.build
import referral.app.target
from referral.app.build import build, check_output, compose_document
from referral.app.project import Project, Sources, load_case
from referral.case.model import DocumentRequest
from referral.version import VERSION
from tests.unit.builder import DATA, charge, fact, header, item, mapping, source, write_case

ROOT = Path(__file__).parents[3]
KIND = 'schema_version: "1"\ntitle: {en: Letter}\nprofiles: [public, prosecution, internal]\n'
LETTER = '<document><h1 id="a">{{ case.case.title | t }}</h1></document>\n'
PUBLIC = DocumentRequest(id="letter", lang="en", profile="public")


class Desk:
    """A case with a letter to build, and all that the letter is made of, to be changed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.templates = folder / "templates"
        self.law = folder / "law"
        (self.templates / "letter").mkdir(parents=True)
        (self.templates / "letter/document.yaml").write_text(KIND)
        self.write_letter(LETTER)
        self.law.mkdir()
        for file in (DATA / "law").iterdir():
            (self.law / file.name).write_bytes(file.read_bytes())

    def write_letter(self, template: str) -> None:
        (self.templates / "letter/en.xml.j2").write_text(template)

    def project(self, **sections: Any) -> Project:
        entries = {
            "sources": [source(name="A body")],
            "evidence": [item()],
            "facts": [fact(), fact("F-002", confidentiality="secret")],
            "charges": [charge()],
            "mappings": [mapping(fact="F-001")],
        }
        path = write_case(self._folder, **{**entries, **sections})
        return load_case(path, Sources((self.law,), (ROOT / "templates", self.templates)))

    def build(self) -> None:
        build(self.project(), [PUBLIC], self._folder / "out", ["text", "html"])

    def is_current(self, project: Project | None = None) -> bool:
        found = check_output(project or self.project(), [PUBLIC], self._folder / "out", ["text", "html"])
        return all(file.is_current for file in found)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Where the letter has been built."""
    made = Desk(tmp_path)
    made.build()
    return made


def of_case(desk: Desk) -> Project:
    return desk.project(case=header(title="Another title"))


def of_law(desk: Desk) -> Project:
    file = desk.law / "ex.yaml"
    file.write_text(file.read_text("utf-8").replace("The accused meant to.", "The accused wanted it."), "utf-8")
    return desk.project()


def of_template(desk: Desk) -> Project:
    desk.write_letter(LETTER.replace("</h1>", "!</h1>"))
    return desk.project()


def of_shared_words(desk: Desk) -> Project:
    (desk.templates / "_shared").mkdir()
    (desk.templates / "_shared/words.en.yaml").write_text('draft: "SKETCH"\n')
    return desk.project()


@pytest.mark.parametrize("change", [of_case, of_law, of_template, of_shared_words])
def test_what_was_built_is_out_of_date_after_a_change(change: Callable[[Desk], Project], desk: Desk):
    assert desk.is_current()
    assert not desk.is_current(change(desk))


def test_what_was_built_is_out_of_date_under_another_version(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(referral.app.target, "VERSION", "99.0")

    assert not desk.is_current()


def test_a_change_that_its_reader_may_not_see_leaves_it_as_it_is(desk: Desk):
    facts = [fact(), fact("F-002", text="Another secret.", confidentiality="secret")]

    assert desk.is_current(desk.project(facts=facts))


def test_a_file_that_somebody_changed_or_removed_is_out_of_date(desk: Desk, tmp_path: Path):
    made = tmp_path / "out/x/public/letter.en.txt"
    whole = made.read_text("utf-8")
    made.write_text(whole + "!", "utf-8")
    assert not desk.is_current()
    made.unlink()
    assert not desk.is_current()
    made.write_text(whole, "utf-8")
    assert desk.is_current()


def test_the_stamp_names_view_law_templates_and_version(desk: Desk):
    project = desk.project()
    stamp = compose_document(project, PUBLIC).document.properties.stamp
    view = project.view("public").for_filing()

    named = (view.digest[:16], project.law.digest[:16], project.templates.digest[:16], VERSION)
    assert [] == [part for part in named if part not in stamp]


def test_the_stamp_hangs_on_the_view_and_never_on_the_rest_of_the_case(desk: Desk):
    facts = [fact(), fact("F-002", text="Another secret.", confidentiality="secret")]
    stamps = [
        compose_document(made, PUBLIC).document.properties.stamp for made in (desk.project(), desk.project(facts=facts))
    ]

    assert stamps[0] == stamps[1]
