"""A sidecar says on what each sentence rests, and holds nothing that its recipient may not see."""

from pathlib import Path

import pytest

from referral.app.build import build, check_output, compose_document
from referral.app.formats import write_document
from referral.app.project import Project, Sources, load_case
from referral.app.sidecar import SOURCES
from referral.errors import UsageError
from referral.tracing.printed import Printed, Where
from referral.tracing.sidecar import Tracer
from referral.tracing.sidecar_model import Bears, FoundText, LawNamed, Pinned, PlaceInFile, Sidecar, Wording
from tests.unit.builder import DATA, fact, mapping
from tests.unit.composition.scenes import scene
from tests.unit.tracing.letters import letter_project, letter_sidecar, request, saying


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return letter_project(tmp_path)


def test_a_marked_sentence_leads_to_its_fact_its_place_in_evidence_its_elements_and_the_law(project: Project):
    taken = saying(letter_sidecar(project), "taken to the camp")
    place = Pinned(evidence="EV-0001", exhibit="Annex 1", locator="page", value="1", pinpoint="p. 1", by="F-001")
    through = {"charge": "CH-01", "bearing": "supports"}

    assert (Wording.MARKED, ("F-001",), (1,)) == (taken.wording, taken.sources, taken.notes)
    assert (place,) == taken.citations
    assert (
        Bears(element="ex.1/1", mapping="M-001", through="F-001", **through),
        Bears(element="ex.1/2", mapping="M-002", through="EV-0001", **through),
    ) == taken.elements
    assert LawNamed(id="ex.1", way="charged") in taken.law


def test_what_is_not_marked_is_found_by_its_words_or_said_to_be_fixed(project: Project):
    sidecar = letter_sidecar(project)
    told, unheard = saying(sidecar, "He was told"), saying(sidecar, "nobody has heard")

    assert (Wording.BY_WORDS, (FoundText(entry="EV-0001", field="title"),)) == (told.wording, told.found)
    assert (Wording.FIXED, (), ()) == (unheard.wording, unheard.found, unheard.citations)


def test_who_sees_the_whole_case_is_told_where_it_was_written(project: Project):
    sidecar = letter_sidecar(project)
    written = (project.loaded.folder / "case.yaml").read_text("utf-8").splitlines()

    assert "F-001" in written[sidecar.places["F-001"].line - 1]
    assert PlaceInFile(file="case.yaml", line=sidecar.places["F-001"].line) == sidecar.places["F-001"]


def test_a_recipient_finds_nothing_of_what_he_may_not_see(project: Project):
    data = letter_sidecar(project, "public").to_bytes().decode()

    assert [] == [name for name in ("EV-0002", "F-002", "M-003", "secret", "places", "case.yaml") if name in data]
    assert "F-001" in data


def test_the_header_of_a_case_can_be_what_a_sentence_rests_on(tmp_path: Path):
    letter = '<document><p><s from="case.title ex.1/1">{{ case.case.title | t }}</s></p></document>'
    sidecar = letter_sidecar(letter_project(tmp_path, letter))

    assert (("case.title", "ex.1/1"), (LawNamed(id="ex.1/1", way="marked"),)) == (
        sidecar.sentences[0].sources,
        sidecar.sentences[0].law,
    )


def test_the_same_inputs_give_the_same_bytes_and_these_can_be_read_again(project: Project, tmp_path: Path):
    data = letter_sidecar(project).to_bytes()

    assert data == letter_sidecar(letter_project(tmp_path)).to_bytes()
    assert letter_sidecar(project) == Sidecar.model_validate_json(data)


def test_a_traced_kind_is_built_with_its_sidecar_and_another_when_asked(project: Project, tmp_path: Path):
    usual = [built.path.name for built in check_output(project, [request()], tmp_path)]
    asked = [built.path.name for built in check_output(project, [request()], tmp_path, ["text", SOURCES])]

    assert ["note.en.docx", "note.en.pdf", "note.en.sources.json"] == usual
    assert ["note.en.txt", "note.en.sources.json"] == asked


def test_a_sidecar_is_stale_when_an_entry_has_moved_for_those_who_are_told_its_place(project: Project, tmp_path: Path):
    for profile in ("internal", "public"):
        assert 1 == len(build(project, [request(profile)], tmp_path / "out", [SOURCES]))
    path = project.loaded.folder / "case.yaml"
    path.write_text("# A line more.\n" + path.read_text("utf-8"), "utf-8")
    moved = load_case(path, Sources((DATA / "law",), project.templates.folders))

    requests = [request("internal"), request("public")]
    assert [True, True] == [b.is_current for b in check_output(project, requests, tmp_path / "out", [SOURCES])]
    assert [False, True] == [b.is_current for b in check_output(moved, requests, tmp_path / "out", [SOURCES])]


def test_a_document_alone_has_no_sidecar(project: Project):
    composed = compose_document(project, request())

    with pytest.raises(UsageError, match="sources are not written from a document"):
        write_document(composed.document, [SOURCES])


def test_five_thousand_sentences_of_two_thousand_facts_are_traced():
    """A search of every text in every sentence would take minutes, and who runs this would notice."""
    facts = [fact(f"F-{n:04}", text=f"On day {n} the men of village {n} were taken away.") for n in range(2_500)]
    made = scene(facts=facts, mappings=[mapping(f"M-{n:04}", fact=f"F-{n:04}") for n in range(2_500)])
    tracer = Tracer(made.view, made.law, {"Annex 1": "EV-0001"}, made.phrases, "en")
    told = [(f["text"], (f["id"],)) for f in facts] + [(f"So: {f['text']}", ()) for f in facts]
    found = [tracer.traced(Printed(text, Where("paragraph"), n, sources)) for n, (text, sources) in enumerate(told)]

    assert [f["id"] for f in facts] * 2 == [sentence.found[0].entry for sentence in found]
