"""Of whom a document about one person can be, and the file it becomes."""

from pathlib import Path
from typing import Any

import pytest

from referral.case.model import Case, DocumentRequest
from referral.composition.kinds import Library, load_templates
from referral.composition.requests import persons_meant, resolved, stem
from referral.errors import TemplateError
from tests.unit.builder import case, charge, person

TEMPLATES = Path(__file__).parents[2] / "data" / "templates"


@pytest.fixture(scope="module")
def library() -> Library:
    return load_templates([TEMPLATES])


def two_witnesses(**sections: Any) -> Case:
    persons = [person("PER-001", "witness"), person("PER-002"), person("PER-003", "witness")]
    return case(persons=persons, charges=[charge(person="PER-002")], **sections)


def request(kind: str, code: str | None = None) -> DocumentRequest:
    return DocumentRequest(id=kind, lang="en", profile="internal", person=code)


@pytest.mark.parametrize(("kind", "meant"), [("notice", ["PER-002"]), ("memo", ["PER-001", "PER-003"]), ("letter", [])])
def test_a_kind_is_about_those_charged_or_those_of_its_role(kind: str, meant: list[str], library: Library):
    assert meant == persons_meant(library.kinds[kind], two_witnesses())


def test_a_withdrawn_person_is_nobody_to_write_about(library: Library):
    gone = case(persons=[person("PER-001", "witness", status="withdrawn")])

    assert [] == persons_meant(library.kinds["memo"], gone)


def test_the_only_person_of_the_role_needs_no_mention(library: Library):
    only = case(persons=[person("PER-001", "witness")])

    assert "PER-001" == resolved(request("memo"), only, library).person
    assert "memo.en" == stem(request("memo"), only, library)


def test_a_document_about_one_of_several_bears_his_code(library: Library):
    assert "memo-per-003.en" == stem(request("memo", "PER-003"), two_witnesses(), library)
    assert "notice.en" == stem(request("notice", "PER-002"), two_witnesses(), library)


def test_a_role_that_does_not_exist_is_refused(tmp_path: Path):
    (tmp_path / "_shared").mkdir()
    (tmp_path / "memo").mkdir()
    (tmp_path / "memo" / "document.yaml").write_text(
        "title: {en: Memo}\nprofiles: [internal]\nabout_person: passer-by\n", "utf-8"
    )

    with pytest.raises(TemplateError, match=r"document\.yaml:3:15: .*there is no role \"passer-by\""):
        load_templates([tmp_path])
