"""Pages of coverage to open: of the demonstration cases, of cases from the builder, of a large one from a seed."""

from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.cases import Size, case_data
from referral.app.coverage import Asked, report, shown_of
from referral.app.project import Project, Sources, load_case
from referral.case.model import Case
from referral.composition.kinds import load_templates
from referral.coverage import assess
from referral.language import load_language
from referral.language.phrases import Phrases
from referral.law import load_law
from referral.protection.profiles import PROFILES
from referral.protection.view import view_for
from referral.report.page import write_page
from referral.report.shown import Shown
from referral.report.telling import Teller

ROOT = Path(__file__).parents[2]
DEMONSTRATIONS = ("crimea-conscription", "donbas-2022", "kherson-zaporizhzhia-2024")


@cache
def demonstration(name: str) -> Project:
    return load_case(ROOT / "cases" / name)


def page_of_demonstration(name: str, lang: str = "en", **asked: Any) -> bytes:
    project, wanted = demonstration(name), Asked(lang=lang, **asked)
    return report(project, wanted, shown_of(project, wanted), "html")


def page_of(path: Path, **asked: Any) -> bytes:
    """The page of a case on disk."""
    project, wanted = load_case(path), Asked(lang="en", **asked)
    return report(project, wanted, shown_of(project, wanted), "html")


@cache
def large() -> tuple[Case, bytes]:
    """A case of 100 charges, 10 000 items and 30 000 mappings, and its page; made without the way over files."""
    law, library = load_law(Sources.of().law), load_templates(Sources.of().templates)
    case = Case.model_validate(case_data(Size(), law))
    view = view_for(case, assess(case, law), {}, PROFILES["internal"], None)
    teller = Teller(view, law, load_language("en"), Phrases(library.words("en"), "en"))
    return case, write_page(teller, Shown(view.coverage, view.coverage.charges), "")
