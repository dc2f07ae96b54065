"""`referral build`"""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from referral.app.build import DEFAULT_FORMATS, SUFFIXES, Built, build, check_output
from referral.app.project import Project, Sources, load_case
from referral.case.model import DocumentRequest
from referral.cli.options import CASE, own_folders
from referral.diagnostics import to_text
from referral.errors import UsageError
from referral.schema_errors import nearest


@click.command("build")
@click.argument("cases", nargs=-1, required=True, type=CASE)
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), default=Path("output"), show_default=True)
@click.option("--document", help="Only this document, instead of those that the case lists.")
@click.option("--lang", help="Only documents in this language.")
@click.option("--profile", help="Only for this recipient; with --document and no profile: public.")
@click.option("--person", help="The suspect, for a document that is about one of several.")
@click.option("--format", "formats", default=",".join(DEFAULT_FORMATS), show_default=True, help="docx,pdf,html,text")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; say whether the output is up to date.")
@click.option("--force", is_flag=True, help="Replace files that were not written by this program or changed since.")
@own_folders
def command(
    cases: tuple[Path, ...],
    out: Path,
    document: str | None,
    lang: str | None,
    profile: str | None,
    person: str | None,
    formats: str,
    only_check: bool,
    force: bool,
    law_folder: Path | None,
    template_folder: Path | None,
) -> None:
    """Write the documents of CASES into OUTPUT/<case>/<profile>/<document>.<lang>.<format>.

    \b
    Examples:
      referral build cases/crimea-conscription -o output
      referral build cases/donbas-2022 --document element-coverage --lang en --profile internal --format text
    """
    wanted = _formats(formats)
    sources = Sources.of(law_folder, template_folder)
    stale = 0
    for case in cases:
        project = load_case(case, sources)
        requests = _requests(project, document, lang, profile, person)
        if only_check:
            stale += _report_stale(check_output(project, requests, out, wanted))
        else:
            _report(project, build(project, requests, out, wanted, force), len(requests) * len(wanted))
    sys.exit(1 if stale else 0)


def _formats(text: str) -> list[str]:
    wanted = list(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    unknown = [f for f in wanted if f not in SUFFIXES]
    if unknown or not wanted:
        raise UsageError(f"--format knows {', '.join(SUFFIXES)}; not {', '.join(unknown) or 'nothing'}")
    return wanted


def _requests(
    project: Project, document: str | None, lang: str | None, profile: str | None, person: str | None
) -> list[DocumentRequest]:
    """What the case lists, narrowed; or the one document asked for, in each language its case lists or it has."""
    if document is None:
        listed = project.loaded.case.documents
        chosen = [r for r in listed if lang in (None, r.lang) and profile in (None, r.profile)]
    else:
        chosen = _asked_for(project, document, lang, profile or "public")
    if person:
        chosen = [r.model_copy(update={"person": person}) for r in chosen]
    if not chosen:
        raise UsageError("no document to build: the case lists none that fits; see `documents` in case.yaml")
    return chosen


def _asked_for(project: Project, document: str, lang: str | None, profile: str) -> list[DocumentRequest]:
    if document not in project.templates.kinds:
        hint = nearest(document, project.templates.kinds)
        raise UsageError(f'there is no document "{document}"' + (f"; {hint}" if hint else ""))
    listed = [r for r in project.loaded.case.documents if r.id == document and lang in (None, r.lang)]
    languages = [lang] if lang else [r.lang for r in listed] or project.templates.languages(document)
    known = {r.lang: r for r in listed}
    made = (known.get(code) or DocumentRequest(id=document, lang=code, profile=profile) for code in languages)
    return list({r.lang: r.model_copy(update={"profile": profile}) for r in made}.values())


def _report(project: Project, built: Iterable[Built], total: int) -> None:
    for warning in project.warnings:
        click.echo(to_text(warning), err=True)
    show_progress = sys.stderr.isatty()
    for number, file in enumerate(built, start=1):
        if show_progress:
            click.echo(f"\r[{number}/{total}] ", err=True, nl=False)
        click.echo(f"{file.path}  ({file.open_points} open points)")


def _report_stale(files: Iterable[Built]) -> int:
    stale = [file for file in files if not file.is_current]
    for file in stale:
        click.echo(f"{file.path}: missing, changed or out of date")
    return len(stale)
