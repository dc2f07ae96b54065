"""Documents of the small case as text, and the golden texts they are compared with, in `texts/`.

`python -m tests.golden.texts` writes the golden texts anew; look at their difference before you keep it.
"""

from functools import cache
from pathlib import Path

from referral.app.build import compose_document
from referral.app.project import Project, load_case
from referral.case.model import DocumentRequest
from referral.writers.text import write_text

HERE = Path(__file__).parent
ADVICE = "if the new text is meant, write it with: python -m tests.golden.texts"
Wanted = tuple[str, str, str]  # document, language, profile

EVIDENCE_ANNEX: tuple[Wanted, ...] = (
    ("evidence-annex", "uk", "prosecution"),
    ("evidence-annex", "en", "public"),
)
ELEMENT_COVERAGE: tuple[Wanted, ...] = (
    ("element-coverage", "uk", "internal"),
    ("element-coverage", "en", "internal"),
)


@cache
def small_case() -> Project:
    return load_case(HERE / "data" / "small-case")


@cache
def written(document: str, lang: str, profile: str) -> str:
    """The text without its last paragraph, the stamp: its digests change with every file of law and templates."""
    request = DocumentRequest(id=document, lang=lang, profile=profile)
    text = write_text(compose_document(small_case(), request).document)
    return text.rstrip("\n").rpartition("\n\n")[0] + "\n"


def plain(document: str, lang: str, profile: str) -> str:
    """The text with ordinary spaces, to search in."""
    return written(document, lang, profile).replace("\u00a0", " ")


def golden(document: str, lang: str, profile: str) -> Path:
    return HERE / "texts" / f"{document}.{lang}.{profile}.txt"


if __name__ == "__main__":
    for wanted in (*EVIDENCE_ANNEX, *ELEMENT_COVERAGE):
        golden(*wanted).write_text(written(*wanted), encoding="utf-8")
