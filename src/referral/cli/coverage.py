"""`referral coverage`"""

import sys
from pathlib import Path

import click

from referral.app.coverage import FORMATS, Asked, report, shown_of, write_report
from referral.app.project import Project, Sources, load_case
from referral.cli.options import CASE, own_folders, vault_key
from referral.coverage.selection import FORMS
from referral.coverage.standard import holes
from referral.errors import UsageError
from referral.protection.profiles import PROFILES
from referral.report.no_charge import WhyNone, no_charge


@click.command("coverage")
@click.argument("case", type=CASE)
@click.option("--charge", help="Only this charge.")
@click.option(
    "--gaps", is_flag=True, help="Only elements that nothing supports; a justified gap is not shown. A page starts so."
)
@click.option("--standard", "step", help="Only what is asked at this step, as std.indictment; see `referral law list`.")
@click.option("--without", multiple=True, metavar="WHAT", help=f"Exclude {FORMS}; may be repeated.")
@click.option("--fail-on", type=click.Choice(["gaps"]), help="Exit code 1 if there is a gap that nobody justified.")
@click.option("--profile", type=click.Choice(list(PROFILES)), default="internal", show_default=True)
@click.option("--format", "output_format", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--lang", help="The language of text, html and xlsx; by default that of the case.")
@click.option("-o", "--output", "out", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.")
@click.option("--force", is_flag=True, help="Replace a file that was not written by this program or changed since.")
@vault_key
@own_folders
def command(
    case: Path,
    charge: str | None,
    gaps: bool,
    step: str | None,
    without: tuple[str, ...],
    fail_on: str | None,
    profile: str,
    output_format: str,
    lang: str | None,
    out: Path | None,
    force: bool,
    age_identity: Path | None,
    sources: Sources,
) -> None:
    """Show what supports, contradicts or is missing for each element of each charge of CASE.

    In the table, + counts supporting items, - contradicting, ~ qualifying ones. What a state means:
    referral explain supported_corroborated

    The page (html) is one file that works offline in a browser: search, the items behind each state,
    what becomes of each element if an item is excluded.

    --standard chooses one step of proceedings; the document element-coverage shows all of them side by side.

    \b
    Examples:
      referral coverage cases/kherson-zaporizhzhia-2024
      referral coverage cases/donbas-2022 --gaps
      referral coverage cases/donbas-2022 --standard std.article-15
      referral coverage cases/donbas-2022 --without EV-0001 --without class:hearsay
      referral coverage cases/donbas-2022 --charge CH-01 --format json
      referral coverage cases/donbas-2022 --format html --lang en -o coverage.html
      referral coverage cases/donbas-2022 --format xlsx -o coverage.xlsx
    """
    refuse_workbook_on_terminal(output_format, out)
    project = load_case(case, sources, age_identity)
    asked = Asked(profile, charge, step, without, gaps, lang)
    shown = shown_of(project, asked)
    warn_without_charges(project, profile, case)
    data = report(project, asked, shown, output_format)
    click.echo(str(write_report(project, asked, data, out, force)), err=True) if out else show(data, output_format)
    sys.exit(1 if fail_on == "gaps" and any(map(holes, shown.charges)) else 0)


def warn_without_charges(project: Project, profile: str, case: Path) -> None:
    """A case in which nobody has written a charge yet; what is withheld the report itself says."""
    if (none := no_charge(project.view(profile))) and none.why is WhyNone.NONE_WRITTEN:
        click.echo(f"{case}: {none.in_words}", err=True)


def show(data: bytes, output_format: str) -> None:
    """Print the report: text as text, all else as the bytes it is."""
    click.echo(data.decode() if output_format == "text" else data, nl=False)


def refuse_workbook_on_terminal(output_format: str, out: Path | None) -> None:
    if output_format == "xlsx" and out is None and is_terminal():
        raise UsageError("a workbook cannot be shown on a terminal; write -o FILE.xlsx")


def is_terminal() -> bool:
    """Whether somebody would see the bytes of the report as they are."""
    return sys.stdout.isatty()
