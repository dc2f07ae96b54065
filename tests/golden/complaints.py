"""Three complaints of one small case: of an organisation that names a suspect, of one that reports a fact and nobody,
and of a victim who files for himself. Their golden texts are in `texts/`.

`python -m tests.golden.complaints` writes the golden texts anew; look at their difference before you keep it.
"""

from dataclasses import replace
from functools import cache
from pathlib import Path

from referral.app.build import compose_document
from referral.app.project import Project, load_case
from referral.case.model import DocumentRequest, LocalText
from referral.writers.text import write_text

HERE = Path(__file__).parent
ADVICE = "if the new text is meant, write it with: python -m tests.golden.complaints"
VARIANTS = ("named-suspect", "of-fact", "victim")


@cache
def complaint_case() -> Project:
    return load_case(HERE / "data" / "complaint-case")


def against_nobody(project: Project) -> Project:
    """The same case, in which nobody knows who did it."""
    case = project.loaded.case
    unknown = LocalText({"": "невстановлені особи, які діяли від імені так званого «військового комісаріату»"})
    charges = [charge.model_copy(update={"person": None, "unknown": unknown}) for charge in case.charges]
    loaded = replace(project.loaded, case=case.model_copy(update={"charges": charges}))
    return Project(loaded, project.vault, project.law, project.templates)


@cache
def written(variant: str) -> str:
    """The text without its last paragraph, the stamp: its digests change with every file of law and templates."""
    project = against_nobody(complaint_case()) if variant == "of-fact" else complaint_case()
    asked = {"id": "criminal-complaint", "lang": "uk", "profile": "prosecution", "date": "2026-01-15"}
    told = {"addressee": {"uk": "Офіс Генерального прокурора"}, "place": {"uk": "місто Київ"}}
    who = {"person": "PER-002"} if variant == "victim" else {}
    text = write_text(compose_document(project, DocumentRequest.model_validate({**asked, **told, **who})).document)
    return text.rstrip("\n").rpartition("\n\n")[0] + "\n"


def golden(variant: str) -> Path:
    return HERE / "texts" / f"criminal-complaint.{variant}.uk.txt"


if __name__ == "__main__":
    for wanted in VARIANTS:
        golden(wanted).write_text(written(wanted), encoding="utf-8")
