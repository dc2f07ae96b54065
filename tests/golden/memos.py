"""Status memos as text, and the golden texts they are compared with, in `texts/`.

`python -m tests.golden.memos` writes the golden texts anew; read their difference as a prosecutor before you keep it.
"""

from functools import cache
from pathlib import Path

from referral.app.build import compose_document
from referral.app.project import Project, load_case
from referral.case.model import DocumentRequest
from referral.writers.text import write_text

HERE = Path(__file__).parent
CASES = HERE.parents[1] / "cases"
KIND = "conscript-status-memo"
DOUBLE_ROLE = HERE / "data" / "double-role"
Wanted = tuple[Path, str, str]  # case, person, language
MEMOS: tuple[Wanted, ...] = (
    (DOUBLE_ROLE, "PER-002", "uk"),
    (DOUBLE_ROLE, "PER-002", "en"),
    (CASES / "kherson-zaporizhzhia-2024", "PER-004", "uk"),
    (CASES / "donbas-2022", "PER-005", "uk"),
)


@cache
def _project(case: Path) -> Project:
    return load_case(case)


@cache
def written(case: Path, person: str, lang: str) -> str:
    """The text without its last paragraph, the stamp: its digests change with every file of law and templates."""
    request = DocumentRequest(id=KIND, lang=lang, profile="internal", person=person)
    text = write_text(compose_document(_project(case), request).document)
    return text.rstrip("\n").rpartition("\n\n")[0] + "\n"


def plain(case: Path, person: str, lang: str) -> str:
    """The text with ordinary spaces, to search in."""
    return written(case, person, lang).replace("\u00a0", " ")


def golden(case: Path, person: str, lang: str) -> Path:
    return HERE / "texts" / f"{KIND}.{case.name}.{person.lower()}.{lang}.txt"


if __name__ == "__main__":
    for wanted in MEMOS:
        golden(*wanted).write_text(written(*wanted), encoding="utf-8")
