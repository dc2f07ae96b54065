"""Annexes as a template sees them: who gets which, how confidential each is, and what raises that."""

from pathlib import Path
from typing import Any

import pytest

from referral.app.build import compose_document
from referral.app.project import Project
from referral.case.model import DocumentRequest
from referral.composition.kinds import load_templates
from referral.document.nodes import Annex, Document
from referral.document.walk import flat, words
from referral.errors import TemplateError, UsageError
from referral.writers.text import write_text
from tests.unit.app.dossiers import composed, files, project, request
from tests.unit.builder import DATA, fact, item

SEALED = {"confidentiality": "under_seal"}


def annexes(document: Document) -> dict[str, tuple[str, str]]:
    """The level of each annex and its words."""
    return {b.id: (b.level, b.classification) for b in document.blocks if isinstance(b, Annex)}


def points(document: Document) -> list[str]:
    return [point.text for point in document.open_points]


def text(document: Document) -> str:
    return write_text(document).replace("\u00a0", " ")


def test_each_recipient_gets_the_annexes_that_have_a_level_for_him(tmp_path: Path):
    case = project(tmp_path)
    got = {p: annexes(compose_document(case, request(p)).document) for p in ("public", "icc-confidential", "internal")}

    assert {"A": ("public", "Public")} == got["public"]
    confidential = "Confidential: for the Office of the Prosecutor only"
    assert {"A": ("confidential", confidential), "M": ("under_seal", "Under seal")} == got["icc-confidential"]
    assert {"A", "M"} == {*got["internal"]}
    assert {"secret"} == {level for level, _ in got["internal"].values()}


def test_the_list_of_annexes_says_what_is_where_and_why_something_is_not(tmp_path: Path):
    own = text(composed(tmp_path))
    assert "Annex A | Index of evidence | Confidential: for the Office of the Prosecutor only | in this file" in own
    assert "Annex M | Victims | Under seal | separate file: / dossier.annex-m.en" in own
    assert "Annex H | Legislation | Confidential: for the Office of the Prosecutor only | no legislation is rec" in own
    assert "Annex M | Victims | Under seal | not part of this version" in text(composed(tmp_path, request("public")))


def test_a_reference_to_an_annex_that_is_not_there_says_so(tmp_path: Path):
    assert "See Annex A, Annex H (not part of this version) and Annex M." in text(composed(tmp_path))


def test_an_annex_that_would_be_empty_is_left_out_and_one_that_is_not_stays(tmp_path: Path):
    law = item("EV-0003", kind="official_act")
    document = composed(tmp_path, evidence=[item(), item("EV-0002", **SEALED), law])
    assert ["A", "H", "M"] == [*annexes(document)]


def test_an_entry_that_is_more_confidential_raises_its_annex_and_an_open_point_says_so(tmp_path: Path):
    ex_parte = item("EV-0003", confidentiality="confidential_ex_parte")
    document = composed(tmp_path, evidence=[item(), item("EV-0002", **SEALED), ex_parte])

    assert ("confidential_ex_parte", "Confidential, ex parte") == annexes(document)["A"]
    raised = "Annex A is “Confidential, ex parte” and not “Confidential”, because entries of that level are printed"
    assert [True] == [p.startswith(f"{raised} in it: EV-0003.") for p in points(document) if "Annex A is" in p]
    apart = files(document)
    assert {None, "A", "M"} == apart.keys()
    assert not [p for p in points(apart[None]) if "EV-0003" in p]
    assert "Annex A | Index of evidence | Confidential, ex parte | separate file: / dossier.annex-a.en" in text(
        document
    )


def test_the_main_text_is_raised_by_what_it_prints_and_its_annexes_are_then_apart(tmp_path: Path):
    entries = [fact(), fact("F-002", "EV-0002", **SEALED), fact("F-003", "EV-0002")]
    document = composed(tmp_path, facts=entries)

    assert ("under_seal", "Under seal") == (document.properties.level, document.properties.classification)
    assert [p for p in points(document) if p.startswith("The main text is “Under seal” and not “Confidential”")]
    assert {None, "A"} == files(document).keys()
    assert "The class is Under seal." in text(document)


def test_a_person_of_whom_the_recipient_knows_the_code_alone_raises_nothing(tmp_path: Path):
    persons = [{"id": "PER-001", "roles": [{"role": "victim"}], "confidentiality": "secret"}]
    assert ("under_seal", "Under seal") == annexes(composed(tmp_path, persons=persons))["M"]


def test_the_label_of_exhibits_is_that_of_the_kind(tmp_path: Path):
    made = compose_document(project(tmp_path), request())
    assert {"Annex B-1": "EV-0001", "Annex B-2": "EV-0002"} == made.exhibits
    assert "Annex B-1" in text(made.document)


def raised(letter: str, level: str, profile: str = "icc-confidential") -> DocumentRequest:
    return request(profile, annexes=[{"id": letter, "level": level}])


def test_a_request_raises_an_annex(tmp_path: Path):
    document = composed(tmp_path, raised("A", "under_seal"))
    assert ("under_seal", "Under seal") == annexes(document)["A"]
    assert not [p for p in points(document) if "Annex A is" in p]


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (raised("M", "confidential"), "annex M is “under_seal” at least, and can only be raised"),
        (raised("A", "secret"), "may not see what is “secret”, as annex A would be"),
        (raised("X", "under_seal"), "“dossier” has no annex X for this recipient; annexes for this profile: A, H, M"),
        (raised("M", "under_seal", "public"), "“dossier” has no annex M for this recipient"),
    ],
)
def test_a_request_neither_lowers_an_annex_nor_raises_it_out_of_sight(asked: DocumentRequest, why: str, tmp_path: Path):
    with pytest.raises(UsageError, match=why):
        composed(tmp_path, asked)


def with_template(folder: Path, **changed: tuple[str, str]) -> Project:
    """The kind of the tests with something replaced in a file of it."""
    own = folder / "templates" / "dossier"
    for path in (DATA / "annexes" / "dossier").rglob("*.*"):
        target = own / path.relative_to(DATA / "annexes" / "dossier")
        target.parent.mkdir(parents=True, exist_ok=True)
        words = path.read_text("utf-8")
        for name, (old, new) in changed.items():
            if path.name.startswith(name):
                assert old in words
                words = words.replace(old, new)
        target.write_text(words, "utf-8")
    shipped = DATA.parents[1] / "templates"
    made = project(folder / "case")
    return Project(made.loaded, made.vault, made.law, load_templates([shipped, folder / "templates"]))


@pytest.mark.parametrize(
    ("file", "old", "new", "why"),
    [
        ("en", " if a.is_included", "", 'the annex "H" is written, and document.yaml has no level of it'),
        (
            "en",
            " if a.is_included",
            ' if a.is_included and a.id != "M"',
            'declares the annex "M", and the template does',
        ),
        ("en", 'annex("A")', 'annex("X")', 'document.yaml declares no annex "X"'),
        ("document", "icc-confidential: under_seal", "icc-confidential: secret", "“secret” is beyond the profile"),
        ("document", "id: M", "id: A", "two annexes have one letter"),
        ("document", "public: public, ", "prosecution: public, ", "the profile “prosecution”, which may not have"),
        ("document", "title: {en: Victims}", "title: {uk: Victims}", 'no title of the annex "M"'),
    ],
)
def test_a_kind_that_contradicts_itself_is_refused(file: str, old: str, new: str, why: str, tmp_path: Path):
    with pytest.raises(TemplateError, match=why):
        compose_document(with_template(tmp_path, **{file: (old, new)}), request())


def test_what_a_template_marks_raises_as_what_it_prints_does(tmp_path: Path):
    changed = {"a.en": ("Every item", '<s from="F-002">Every item</s>')}
    assert "under_seal" == annexes(compose_document(with_template(tmp_path, **changed), request()).document)["A"][0]


@pytest.mark.parametrize("way", ['<ref to="victims"/> F-002', "({{ exhibit('EV-0002') }})", "{{ code('EV-0002') }}"])
def test_a_code_or_a_citation_in_the_words_raises_an_annex(way: str, tmp_path: Path):
    made = with_template(tmp_path, **{"a.en": ("Every item", f"Every item {way}")})
    assert "under_seal" == annexes(compose_document(made, request()).document)["A"][0]


def test_the_separator_page_names_document_annex_and_level(tmp_path: Path):
    annex = next(b for b in composed(tmp_path).blocks if isinstance(b, Annex) and b.id == "M")
    lines: list[Any] = [words(block.content) for block in annex.front if hasattr(block, "content")]
    assert ["Dossier: A case", "Annex M. Victims", "Under seal"] == lines
    assert lines == [words(block.content) for block in list(flat([annex]))[:3] if hasattr(block, "content")]
