"""The work on one case: checked, assessed, its documents written, handed over, as far as the terms ask for it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from referral.app.build import build_each
from referral.app.bundle import BundleTerms, bundle
from referral.app.coverage import Asked, report, shown_of
from referral.app.kept_digests import kept_digests
from referral.app.output import OutputFolder
from referral.app.project import Project, load_case, require_opened_vault
from referral.app.reports import diagnostics_to_json
from referral.app.selection import selected
from referral.app.withdrawn import built_before_withdrawal
from referral.batch.cases import NamedCase
from referral.batch.record import Record
from referral.batch.result import Result, State, failed
from referral.batch.terms import BatchTerms, Step
from referral.coverage.standard import holes
from referral.custody import Reader
from referral.diagnostics import Diagnostic
from referral.errors import InvalidCaseError, ReferralError

CHECK, COVERAGE = "check.json", "coverage.json"
_TOO_LITTLE = "it needs more memory, or more levels, than a process may have; divide the case"


def work_on(case: NamedCase, terms: BatchTerms) -> Result:
    """What became of it. Nothing is raised: whatever goes wrong with one case is told in its result."""
    try:
        with kept_digests(Path(case.path), Path(terms.digests), terms.rehash) as read:
            return _anew_or_known(_Work(case, terms, read))
    except (MemoryError, RecursionError):
        return failed(case.name, ReferralError(_TOO_LITTLE))
    except Exception as failure:  # noqa: BLE001 - the others go on, and the summary says what it was
        return failed(case.name, failure)


@dataclass
class _Work:
    """One case under work, and the files that were written so far."""

    case: NamedCase
    terms: BatchTerms
    read: Reader
    files: list[Path] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        return Path(self.terms.out, self.case.name)


def _anew_or_known(work: _Work) -> Result:
    record = Record(work.case, work.terms, work.read)
    if not work.terms.force and (earlier := record.finished()):
        return replace(earlier, unchanged=True)
    result = replace(_anew(work, record.key), files=len(work.files))
    record.keep(result, work.files)
    return result


def _anew(work: _Work, key: str) -> Result:
    try:
        project = load_case(work.case.path, work.terms.sources, work.terms.age_identity, work.read)
    except InvalidCaseError as failure:
        _write(work, CHECK, _checked(failure.diagnostics), key)
        result = Result(work.case.name, State.ERRORS, failure.code, message=f"what is wrong is said in {CHECK}")
        return _counted(result, failure.diagnostics)
    work.terms.require_same(project.law.digest, project.templates.digest)
    _write(work, CHECK, _checked(project.warnings), key)
    result = _counted(Result(work.case.name, State.DONE), project.warnings)
    if Step.COVERAGE in work.terms.steps:
        result = replace(result, gaps=_coverage(work, project, key))
    if Step.BUILD in work.terms.steps:
        withdrawn = "\n".join(built_before_withdrawal(project, work.folder))  # asked before they are built anew
        result = replace(result, message=withdrawn, open_points=_documents(work, project))
    if Step.BUNDLE in work.terms.steps:
        work.files += _handed_over(work, project)
    return result


def _coverage(work: _Work, project: Project, key: str) -> int:
    """Writes the report for those who draw up the case; how many elements nothing supports."""
    asked = Asked()
    shown = shown_of(project, asked)
    _write(work, COVERAGE, report(project, asked, shown, "json"), key)
    return sum(len(holes(charge)) for charge in shown.charges)


def _documents(work: _Work, project: Project) -> int:
    """Writes them; how many points stay open in all of them. PDFs are laid out here: this process can be stopped."""
    terms, requests = work.terms, selected(project, work.terms.wanted)
    require_opened_vault(project, (request.profile for request in requests), without_vault=False)
    built = build_each(project, requests, work.folder, terms.formats, terms.force, starts_processes=False)
    points = 0
    for file in built:
        work.files += [] if file.is_removed else [file.path]
        points += file.open_points
    return points


def _handed_over(work: _Work, project: Project) -> Iterator[Path]:
    terms = BundleTerms(work.terms.formats, work.terms.document, seen=work.terms.seen, force=work.terms.force)
    made = bundle(project, str(work.terms.profile), work.folder, terms)
    return (path for path in sorted(made.path.rglob("*")) if path.is_file())


def _write(work: _Work, name: str, data: bytes, inputs: str) -> None:
    work.files.append(OutputFolder(work.folder).write(name, data, inputs, work.terms.force))


def _checked(findings: tuple[Diagnostic, ...]) -> bytes:
    told = json.dumps(diagnostics_to_json(findings), ensure_ascii=False, indent=2)
    return f"{told}\n".encode("utf-8", "backslashreplace")


def _counted(result: Result, findings: tuple[Diagnostic, ...]) -> Result:
    errors = sum(finding.is_error for finding in findings)
    return replace(result, errors=errors, warnings=len(findings) - errors)
