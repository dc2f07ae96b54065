"""`referral build`"""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from referral.app.build import Built, build_each, check_output, require_different_cases
from referral.app.formats import DEFAULT_FORMATS, formats_for, known_formats
from referral.app.project import Project, Sources, load_case, require_opened_vault
from referral.app.selection import Wanted, selected
from referral.app.withdrawn import built_before_withdrawal
from referral.case.model import PdfEngine
from referral.cli.kept_digests import kept_digests
from referral.cli.options import CASE, FILE, own_folders, rehash, vault_key
from referral.diagnostics import to_text


@click.command("build")
@click.argument("cases", nargs=-1, required=True, type=CASE)
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), default=Path("output"), show_default=True)
@click.option("--document", help="Only this document, instead of those that the case lists.")
@click.option("--lang", help="Only documents in this language.")
@click.option("--profile", help="Only for this recipient; with --document and no profile: public.")
@click.option("--person", help="Only documents about this person.")
@click.option(
    "--format", "formats", default=",".join(DEFAULT_FORMATS), show_default=True, help="docx,pdf,html,text,sources"
)
@click.option(
    "--pdf-engine",
    type=click.Choice([engine.value for engine in PdfEngine]),
    help="What lays out the PDF: weasyprint (the default) or typst, fast in long annexes, without system libraries.",
)
@click.option("--letterhead", type=FILE, help="A DOCX of your house, whose first page and styles documents take over.")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; say whether the output is up to date.")
@click.option("--no-cache", is_flag=True, help="Neither use nor keep pages of PDFs in the folder of the case.")
@click.option("--quiet", is_flag=True, help="Do not repeat the warnings that `referral check` gives.")
@click.option("--force", is_flag=True, help="Replace files that were not written by this program or changed since.")
@click.option(
    "--without-vault", is_flag=True, help="Build internal papers with codes for names, while the vault is encrypted."
)
@rehash
@vault_key
@own_folders
def command(
    cases: tuple[Path, ...],
    out: Path,
    document: str | None,
    lang: str | None,
    profile: str | None,
    person: str | None,
    formats: str,
    pdf_engine: str | None,
    letterhead: Path | None,
    only_check: bool,
    no_cache: bool,
    quiet: bool,
    force: bool,
    without_vault: bool,
    rehash: bool,
    age_identity: Path | None,
    sources: Sources,
) -> None:
    """Write the documents of CASES into OUTPUT/<case>/<profile>/<document>.<lang>.<format>.

    An annex of another level of confidentiality than the main text becomes <document>.annex-m.<lang>.<format>.

    \b
    Examples:
      referral build cases/kherson-zaporizhzhia-2024 -o output
      referral build cases/donbas-2022 --document element-coverage --lang en --profile internal --format text
    """
    wanted = known_formats(part.strip() for part in formats.split(",") if part.strip())
    projects = [_loaded(case, sources, age_identity, rehash) for case in cases]
    require_different_cases(projects)
    asked = Wanted(document, lang, profile, person, PdfEngine(pdf_engine) if pdf_engine else None)
    stale = 0
    for project in projects:
        requests = selected(project, asked)
        require_opened_vault(project, (request.profile for request in requests), without_vault)
        withdrawn = list(built_before_withdrawal(project, out))
        if only_check:
            stale += _report_stale(check_output(project, requests, out, wanted, letterhead))
        else:
            total = sum(len(formats_for(project, request, wanted)) for request in requests)
            hints = _report(build_each(project, requests, out, wanted, force, letterhead, not no_cache), total)
            _say(() if quiet else (*map(to_text, project.warnings), *hints))
        _say(withdrawn)
    sys.exit(1 if stale else 0)


def _say(lines: Iterable[str]) -> None:
    """On the other stream, behind which the result would be lost."""
    for line in lines:
        click.echo(line, err=True)


def _loaded(case: Path, sources: Sources, age_identity: Path | None, rehash: bool) -> Project:
    with kept_digests(case, rehash) as read:
        return load_case(case, sources, age_identity, read)


def _report(built: Iterable[Built], total: int) -> list[str]:
    """Say what was built; the hints that came with it, each once."""
    show_progress = sys.stderr.isatty()
    hints: dict[str, None] = {}
    for number, file in enumerate(built, start=1):
        if show_progress:
            click.echo(f"\r[{number}/{max(number, total)}] ", err=True, nl=False)  # annexes may be files of their own
        told = "removed: no file of its own any more" if file.is_removed else f"{file.open_points} open points"
        click.echo(f"{file.path}  ({told})")
        hints.setdefault(file.hint)
    return [hint for hint in hints if hint]


def _report_stale(files: Iterable[Built]) -> int:
    stale = [file for file in files if not file.is_current]
    for file in stale:
        click.echo(f"{file.path}: missing, changed or out of date")
    return len(stale)
