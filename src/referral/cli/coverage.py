"""`referral coverage`"""

import sys
from pathlib import Path

import click

from referral.app.coverage_report import Shown, coverage_to_json, coverage_to_text
from referral.app.project import Project, Sources, load_case
from referral.cli.options import CASE, own_folders
from referral.cli.printing import print_json
from referral.coverage import ChargeCoverage, Coverage
from referral.coverage.exclusion import changes
from referral.coverage.selection import FORMS, selected
from referral.coverage.standard import at_standard, holes
from referral.errors import UsageError
from referral.law import Law
from referral.law.model import Standard
from referral.protection.profiles import PROFILES
from referral.protection.view import View


@click.command("coverage")
@click.argument("case", type=CASE)
@click.option("--charge", "charge_id", help="Only this charge.")
@click.option("--gaps", is_flag=True, help="Only elements that nothing supports; a justified gap is not shown.")
@click.option("--standard", "step", help="Only what is asked at this step, as std.indictment; see `referral law list`.")
@click.option("--without", multiple=True, metavar="WHAT", help=f"Exclude {FORMS}; may be repeated.")
@click.option("--fail-on", type=click.Choice(["gaps"]), help="Exit code 1 if there is a gap that nobody justified.")
@click.option("--profile", type=click.Choice(list(PROFILES)), default="internal", show_default=True)
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@own_folders
def command(
    case: Path,
    charge_id: str | None,
    step: str | None,
    gaps: bool,
    without: tuple[str, ...],
    fail_on: str | None,
    profile: str,
    output_format: str,
    law_folder: Path | None,
    template_folder: Path | None,
) -> None:
    """Show what supports, contradicts or is missing for each element of each charge of CASE.

    In the table, + counts supporting items, - contradicting, ~ qualifying ones. What a state means:
    referral explain supported_corroborated

    \b
    Examples:
      referral coverage cases/kherson-zaporizhzhia-2024
      referral coverage cases/donbas-2022 --gaps
      referral coverage cases/donbas-2022 --standard std.article-15
      referral coverage cases/donbas-2022 --without EV-0001 --without class:hearsay
      referral coverage cases/donbas-2022 --charge CH-01 --format json
    """
    project = load_case(case, Sources.of(law_folder, template_folder))
    shown = _shown(project, project.view(profile), charge_id, step, without, only_holes=gaps)
    if not shown.coverage.charges:
        click.echo(f"{case}: no charge is written yet; see `charges` in case.yaml", err=True)
    if output_format == "json":
        print_json(coverage_to_json(project.view(profile), shown, project.law))
    else:
        for line in coverage_to_text(shown):
            click.echo(line)
    sys.exit(1 if fail_on == "gaps" and any(map(holes, shown.charges)) else 0)


def _shown(
    project: Project, view: View, charge: str | None, step: str | None, without: tuple[str, ...], *, only_holes: bool
) -> Shown:
    """What the options ask for. UsageError if they name what is not there."""
    lost = frozenset(name for what in without for name in selected(view.case, what))
    coverage = project.coverage_without(view, lost) if lost else view.coverage
    standard = _standard(project.law, step)
    charges = _charges(coverage, project.law, charge, standard)
    asked = {(c.charge.id, e.element.id) for c in charges for e in c.elements}
    changed = tuple(c for c in changes(view.coverage, coverage) if (c.charge, c.element) in asked)
    return Shown(coverage, charges, standard, only_holes, without, changed)


def _charges(coverage: Coverage, law: Law, wanted: str | None, standard: Standard | None) -> list[ChargeCoverage]:
    charges = [c for c in coverage.charges if wanted in (None, c.charge.id)]
    if wanted and not charges:
        known = ", ".join(c.charge.id for c in coverage.charges) or "none"
        raise UsageError(f'the case has no charge "{wanted}"; there are: {known}')
    if standard is None:
        return charges
    of_forum = list(at_standard(charges, standard, law))
    if charges and not of_forum:
        raise UsageError(f"no such charge is made before the forum of {standard.id} ({standard.forum.value})")
    return of_forum


def _standard(law: Law, step: str | None) -> Standard | None:
    known = law.standards
    if step is not None and step not in known:
        raise UsageError(f'there is no standard "{step}"; there are: {", ".join(known)}')
    return known[step] if step else None
