"""A report on the coverage of a case: what was asked for, and its bytes in one format."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from referral.app.output import OutputFolder
from referral.app.project import Project
from referral.coverage import ChargeCoverage, Coverage
from referral.coverage.exclusion import Change, changes
from referral.coverage.selection import selected
from referral.coverage.standard import at_standard
from referral.errors import UsageError
from referral.language import known_languages, load_language
from referral.language.phrases import Phrases
from referral.law import Law
from referral.law.model import Standard
from referral.protection.profiles import INTERNAL
from referral.protection.view import View
from referral.report.as_json import coverage_to_json
from referral.report.as_text import coverage_to_text
from referral.report.page import write_page
from referral.report.shown import Shown
from referral.report.telling import Teller
from referral.report.workbook import write_workbook
from referral.version import VERSION

FORMATS = ("text", "json", "html", "xlsx")
_DIGEST_SHOWN = 16


@dataclass(frozen=True)
class Asked:
    """What somebody wants to see of the coverage of a case, and who is to see it."""

    profile: str = INTERNAL
    charge: str | None = None
    step: str | None = None
    without: tuple[str, ...] = ()
    only_holes: bool = False
    lang: str | None = None


def shown_of(project: Project, asked: Asked) -> Shown:
    """The coverage without what is excluded. UsageError if something is named that is not there."""
    view = project.view(asked.profile)
    lost = frozenset(name for what in asked.without for name in selected(view.case, what))
    left = project.coverage_without(view, lost) if lost else view.coverage
    return _shown(project, asked, left, changes(view.coverage, left), lost)


def report(project: Project, asked: Asked, shown: Shown, output_format: str) -> bytes:
    """The report in one of FORMATS. UsageError if we have no words in its language."""
    if output_format == "json":
        told = json.dumps(
            coverage_to_json(project.view(asked.profile), shown, project.law), ensure_ascii=False, indent=2
        )
        return f"{told}\n".encode("utf-8", "backslashreplace")
    if output_format == "text":
        view = project.view(asked.profile)
        lines = coverage_to_text(view, shown, project.law, asked.lang or view.case.case.language)
        return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")
    tell = _teller(project, asked)
    if output_format == "xlsx":
        return write_workbook(tell, shown, _stamp(project, tell))
    return write_page(tell, _on_page(project, asked, shown), _stamp(project, tell))


def _on_page(project: Project, asked: Asked, shown: Shown) -> Shown:
    """Those who draw up the case get the whole: they exclude and restore there, beginning with what was excluded here.

    The page of others has nothing to reckon with, and shows what is left.
    """
    if asked.profile != INTERNAL:
        return shown
    return _shown(project, asked, project.view(asked.profile).coverage, shown.changes, shown.lost)


def write_report(project: Project, asked: Asked, data: bytes, path: Path, force: bool = False) -> Path:
    """Put a report into a file; WriteError if one is in the way that we did not write."""
    parts = (project.view(asked.profile).digest, project.law.digest, project.templates.digest, VERSION, repr(asked))
    inputs = hashlib.sha256("\0".join(parts).encode()).hexdigest()
    return OutputFolder(path.parent).write(path.name, data, inputs, force)


def _shown(
    project: Project, asked: Asked, coverage: Coverage, changed: tuple[Change, ...], lost: frozenset[str]
) -> Shown:
    standard = _standard(project.law, asked.step)
    charges = _charges(coverage, project.law, asked.charge, standard)
    pairs = {(c.charge.id, e.element.id) for c in charges for e in c.elements}
    within = tuple(c for c in changed if (c.charge, c.element) in pairs)
    return Shown(coverage, charges, standard, asked.only_holes, asked.without, within, lost)


def _charges(coverage: Coverage, law: Law, wanted: str | None, standard: Standard | None) -> Sequence[ChargeCoverage]:
    charges = [c for c in coverage.charges if wanted in (None, c.charge.id)]
    if wanted and not charges:
        known = ", ".join(c.charge.id for c in coverage.charges) or "none"
        raise UsageError(f'the case has no charge "{wanted}"; there are: {known}')
    if standard is None:
        return charges
    of_forum = at_standard(charges, standard, law)
    if charges and not of_forum:
        raise UsageError(f"no such charge is made before the forum of {standard.id} ({standard.forum.value})")
    return of_forum


def _standard(law: Law, step: str | None) -> Standard | None:
    known = law.standards
    if step is not None and step not in known:
        raise UsageError(f'there is no standard "{step}"; there are: {", ".join(known)}')
    return known[step] if step else None


def _teller(project: Project, asked: Asked) -> Teller:
    view: View = project.view(asked.profile)
    lang = asked.lang or view.case.case.language
    known = sorted(set(known_languages()) & set(project.templates.word_languages))
    if lang not in known:
        raise UsageError(f'there are no words for a report in "{lang}"; --lang takes: {", ".join(known)}')
    return Teller(view, project.law, load_language(lang), Phrases(project.templates.words(lang), lang))


def _stamp(project: Project, tell: Teller) -> str:
    digests = {"view": tell.view.digest, "law": project.law.digest, "templates": project.templates.digest}
    shown = {name: digest[:_DIGEST_SHOWN] for name, digest in digests.items()}
    return tell.words("report.stamp", version=VERSION, **shown)
