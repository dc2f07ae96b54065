"""The summons for publication and the record of service of a demonstration case, and their golden texts in `texts/`.

`python -m tests.golden.service` writes the golden texts anew; look at their difference before you keep it.
"""

from functools import cache
from pathlib import Path

from referral.app.build import compose_document
from referral.app.project import Project, load_case
from referral.writers.text import write_text

HERE = Path(__file__).parent
CASE = HERE.parents[1] / "cases" / "crimea-conscription"
ADVICE = "if the new text is meant, write it with: python -m tests.golden.service"
DOCUMENTS = ("summons", "service-record")


@cache
def demonstration() -> Project:
    return load_case(CASE)


@cache
def written(document: str) -> str:
    """The text without its last paragraph, the stamp: its digests change with every file of law and templates."""
    request = next(r for r in demonstration().loaded.case.documents if r.id == document)
    text = write_text(compose_document(demonstration(), request).document)
    return text.rstrip("\n").rpartition("\n\n")[0] + "\n"


def golden(document: str) -> Path:
    return HERE / "texts" / f"{document}.uk.txt"


if __name__ == "__main__":
    for wanted in DOCUMENTS:
        golden(wanted).write_text(written(wanted), encoding="utf-8")
