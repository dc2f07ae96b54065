"""A small case and a letter made from it: what the tests of sidecars start from."""

from pathlib import Path
from typing import Any

from referral import resources
from referral.app.build import compose_document
from referral.app.project import Project, Sources, load_case
from referral.app.sidecar import sidecar_of
from referral.case.model import DocumentRequest
from referral.tracing.sidecar_model import SentenceTraced, Sidecar
from tests.unit.builder import DATA, charge, fact, item, mapping, person, source, write_case

KIND = "schema_version: '1'\ntitle: {en: A letter}\nprofiles: [public, internal]\ntraced: true\n"
LETTER = """{% import "_shared/macros.en.xml.j2" as m with context %}
<document><h1>Facts</h1>
{{ m.prose(facts()) }}
<p kind="numbered">He was told: {{ get("EV-0001").title | t }}.</p>
<p kind="numbered">Of this nobody has heard.</p>
</document>"""


def letter_project(folder: Path, letter: str = LETTER, **sections: Any) -> Project:
    """Two facts, the second one secret, weighed for one element; a third item is weighed itself."""
    (folder / "templates/note").mkdir(parents=True, exist_ok=True)
    (folder / "templates/note/document.yaml").write_text(KIND, "utf-8")
    (folder / "templates/note/en.xml.j2").write_text(letter, "utf-8")
    (folder / "case").mkdir(exist_ok=True)
    entries = {
        "sources": [source()],
        "persons": [person()],
        "evidence": [item(title="The order of the head of the camp"), item("EV-0002", confidentiality="secret")],
        "facts": [
            fact("F-001", text="The men were taken to the camp.", incidents=[]),
            fact("F-002", "EV-0002", text="A secret witness saw it.", confidentiality="secret"),
        ],
        "charges": [charge("CH-01", person="PER-001")],
        "mappings": [
            mapping("M-001", fact="F-001"),
            mapping("M-002", "ex.1/2"),
            mapping("M-003", fact="F-002", confidentiality="secret"),
        ],
    }
    path = write_case(folder / "case", **{**entries, **sections})
    templates = (resources.shipped(resources.TEMPLATES), folder / "templates")
    return load_case(path, Sources((DATA / "law",), templates))


def request(profile: str = "internal") -> DocumentRequest:
    return DocumentRequest(id="note", lang="en", profile=profile)


def letter_sidecar(project: Project, profile: str = "internal") -> Sidecar:
    wanted = request(profile)
    return sidecar_of(project, wanted, compose_document(project, wanted))


def saying(sidecar: Sidecar, words: str) -> SentenceTraced:
    """The first sentence with these words."""
    return next(sentence for sentence in sidecar.sentences if words in sentence.text)
