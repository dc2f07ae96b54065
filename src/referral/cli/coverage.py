"""`referral coverage`"""

import sys
from pathlib import Path

import click

from referral.app.coverage_report import coverage_to_json, coverage_to_text
from referral.app.project import Sources, load_case
from referral.cli.options import CASE, own_folders
from referral.cli.printing import print_json
from referral.errors import UsageError
from referral.protection.profiles import PROFILES


@click.command("coverage")
@click.argument("case", type=CASE)
@click.option("--charge", "charge_id", help="Only this charge.")
@click.option("--gaps", is_flag=True, help="Only elements that nothing supports; a justified gap is not shown.")
@click.option("--fail-on", type=click.Choice(["gaps"]), help="Exit code 1 if there is a gap that nobody justified.")
@click.option("--profile", type=click.Choice(list(PROFILES)), default="internal", show_default=True)
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@own_folders
def command(
    case: Path,
    charge_id: str | None,
    gaps: bool,
    fail_on: str | None,
    profile: str,
    output_format: str,
    law_folder: Path | None,
    template_folder: Path | None,
) -> None:
    """Show what supports, contradicts or is missing for each element of each charge of CASE.

    In the table, + counts supporting items, - contradicting, ~ qualifying ones.

    \b
    Examples:
      referral coverage cases/kherson-zaporizhzhia-2024
      referral coverage cases/donbas-2022 --gaps
      referral coverage cases/donbas-2022 --charge CH-01 --format json
    """
    project = load_case(case, Sources.of(law_folder, template_folder))
    view = project.view(profile)
    charges = [c for c in view.coverage.charges if charge_id in (None, c.charge.id)]
    if not charges:
        raise UsageError(f'the case has no charge "{charge_id}"' if charge_id else "the case has no charge")
    if output_format == "json":
        print_json(coverage_to_json(view, charges, project.law, gaps))
    else:
        for line in coverage_to_text(charges, gaps):
            click.echo(line)
    has_holes = any(e.is_hole for c in charges for e in c.elements)
    sys.exit(1 if fail_on == "gaps" and has_holes else 0)
