"""`referral law`"""

import json
import sys
from datetime import date
from pathlib import Path

import click

from referral.app.law_report import law_to_json, law_to_text, show_provision
from referral.app.project import Sources
from referral.cli.options import own_folders
from referral.diagnostics import has_errors, to_text
from referral.errors import UsageError
from referral.law import check_law, load_law
from referral.law.model import Forum, Status


@click.group("law")
def command() -> None:
    """List, show and check the law library."""


@command.command("list")
@click.option("--forum", type=click.Choice([f.value for f in Forum]), help="Only instruments of this forum.")
@click.option("--status", type=click.Choice([s.value for s in Status]), help="Only entries known this well.")
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@own_folders
def list_entries(
    forum: str | None,
    status: str | None,
    output_format: str,
    law_folder: Path | None,
    template_folder: Path | None,
) -> None:
    """List every provision and element with its id and status.

    \b
    Example:
      referral law list --forum icc
    """
    law = load_law(Sources.of(law_folder, template_folder).law)
    if output_format == "json":
        click.echo(json.dumps(law_to_json(law, forum, status), ensure_ascii=False, indent=2))
    else:
        for line in law_to_text(law, forum, status):
            click.echo(line)


@command.command("show")
@click.argument("provision_id", metavar="ID")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="The edition in force on this day.")
@click.option("--lang", help="The language of the wording; the authentic one if left out.")
@own_folders
def show(
    provision_id: str, day: date | None, lang: str | None, law_folder: Path | None, template_folder: Path | None
) -> None:
    """Show one provision: citation, editions, wording as far as it is known, elements.

    \b
    Example:
      referral law show rs.8.2.a.v
    """
    law = load_law(Sources.of(law_folder, template_folder).law)
    if provision_id not in law.provisions:
        close = law.nearest(provision_id)
        raise UsageError(f'there is no provision "{provision_id}"' + (f"; nearest: {close}" if close else ""))
    on = date(day.year, day.month, day.day) if day else None
    for line in show_provision(law, provision_id, on, lang):
        click.echo(line)


@command.command("check")
@own_folders
def check(law_folder: Path | None, template_folder: Path | None) -> None:
    """Check the library: ids, references, editions, sources, wording, elements, citations.

    \b
    Example:
      referral law check
    """
    findings = check_law(Sources.of(law_folder, template_folder).law)
    for finding in findings:
        click.echo(to_text(finding))
    errors = sum(f.is_error for f in findings)
    click.echo(f"{errors} error(s), {len(findings) - errors} warning(s)", err=True)
    sys.exit(1 if has_errors(findings) else 0)
