"""Notices of suspicion of one invented proceeding against five suspects, and of the demonstrations, as golden texts.

`python -m tests.golden.notices` writes them anew; look at their difference before you keep it.
"""

from functools import cache
from pathlib import Path
from shutil import copytree

import pytest

from referral.app import project
from referral.app.build import compose_document
from referral.app.project import Project, load_case
from referral.case.model.root import Author
from referral.diagnostics import Diagnostic
from referral.writers.text import write_text

HERE = Path(__file__).parent
CASE = HERE / "data" / "notices"
CASES = HERE.parents[1] / "cases"
DEMONSTRATIONS = ("crimea-conscription", "donbas-2022", "kherson-zaporizhzhia-2024")
KIND = "notice-of-suspicion"
ADVICE = "if the new text is meant, write it with: python -m tests.golden.notices"

# What the text is for, whom it is about, and whose act it is.
VARIANTS: dict[str, tuple[str, Author]] = {
    "man": ("PER-001", Author.INVESTIGATOR),
    "woman": ("PER-002", Author.INVESTIGATOR),
    "two-charges-with-accomplice": ("PER-003", Author.INVESTIGATOR),
    "prosecutor-as-author": ("PER-001", Author.PROSECUTOR),
    "unknown-residence": ("PER-004", Author.INVESTIGATOR),
    "translated": ("PER-005", Author.INVESTIGATOR),
}


@cache
def notices() -> Project:
    return load_case(CASE)


def notice(of: Project, person: str, author: Author = Author.INVESTIGATOR) -> str:
    """The text without its last paragraph, the stamp: its digests change with every file of law and templates."""
    request = next(r for r in of.loaded.case.documents if r.id == KIND and r.person == person)
    text = write_text(compose_document(of, request.model_copy(update={"author": author})).document)
    return text.rstrip("\n").rpartition("\n\n")[0] + "\n"


@cache
def of_demonstration(name: str) -> str:
    """The notice that a demonstration case lists."""
    case = load_case(CASES / name)
    (request,) = (r for r in case.loaded.case.documents if r.id == KIND)
    return notice(case, request.person or "")


@cache
def variant(name: str) -> str:
    return notice(notices(), *VARIANTS[name])


def golden(name: str) -> Path:
    return HERE / "texts" / f"notice-of-suspicion.{name}.txt"


def changed(folder: Path, *changes: tuple[str, str]) -> Path:
    """A copy of the case in which each first text is replaced by the second, wherever it stands."""
    copy = Path(copytree(CASE, folder / "changed"))
    files = sorted(copy.glob("*.yaml"))
    for old, new in changes:
        texts = {file: file.read_text(encoding="utf-8") for file in files}
        if not any(old in text for text in texts.values()):
            raise ValueError(f"nothing to change: {old}")
        for file, text in texts.items():
            file.write_text(text.replace(old, new), encoding="utf-8")
    return copy


def checked(folder: Path) -> list[Diagnostic]:
    """What `referral check` says of a case, with the law library read only once for all cases."""
    law = notices().law
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(project, "read_law", lambda _: (law, []))
        return project.check_case(folder)


if __name__ == "__main__":
    for name in VARIANTS:
        golden(name).write_text(variant(name), encoding="utf-8")
    for name in DEMONSTRATIONS:
        golden(name).write_text(of_demonstration(name), encoding="utf-8")
