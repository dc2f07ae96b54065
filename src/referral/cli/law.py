"""`referral law`"""

import sys
from datetime import date
from pathlib import Path

import click

from referral.app.law_list import Filter, law_to_json, law_to_text
from referral.app.law_report import diff_editions, show_entry, show_provision
from referral.app.named_provision import SEARCH, provision_named
from referral.app.new_law import start_pack
from referral.app.pin_law import pin_folder
from referral.app.project import Sources, check_law, load_law
from referral.cli.options import FOLDER, day, own_folders
from referral.cli.printing import print_json
from referral.diagnostics import has_errors, to_text
from referral.errors import UsageError
from referral.law import Law
from referral.law.model import Forum, Status

YAML = click.Path(path_type=Path, dir_okay=False)


@click.group("law")
def command() -> None:
    """Search, list, show, compare, check and extend the law library."""


@command.command("list")
@click.option("--forum", type=click.Choice([f.value for f in Forum]), help="Only instruments of this forum.")
@click.option("--status", type=click.Choice([s.value for s in Status]), help="Only entries known this well.")
@click.option(
    "--on",
    "on",
    metavar="DATE",
    type=day,
    help="Only what was in force on this day, or may have been; without what has no days.",
)
@click.option(
    "--find", "words", metavar="WORD", help="Only entries with this word, or all of several, in any language."
)
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@own_folders
def list_entries(
    forum: str | None,
    status: str | None,
    on: date | None,
    words: str | None,
    output_format: str,
    sources: Sources,
) -> None:
    """List every entry with its id and status: provisions with elements, authorities, means of proof, pitfalls,
    relations and their groups, precedents, policies, dates, terms.

    \b
    Examples:
      referral law list --forum icc
      referral law list --find "prisoner of war"
      referral law list --status uncertain --on 2024-10-24
    """
    law = load_law(sources)
    wanted = Filter(forum, status, on, words)
    if output_format == "json":
        print_json(law_to_json(law, wanted))
    else:
        for line in law_to_text(law, wanted):
            click.echo(line)


@command.command("show")
@click.argument("name", metavar="ID-OR-CITATION")
@click.option(
    "--on", "on", metavar="DATE", type=day, help="The edition in force on this day; refused for what has no editions."
)
@click.option("--lang", help="The language of the wording; the authentic one if left out.")
@own_folders
def show(name: str, on: date | None, lang: str | None, sources: Sources) -> None:
    """Show one entry: of a provision citation, editions, wording as far as it is known, elements, who is bound.

    \b
    Examples:
      referral law show rs.8.2.a.v
      referral law show "article 51(1) of Geneva Convention IV"
    """
    law = load_law(sources)
    for line in show_entry(law, name, on, lang) or show_provision(law, _provision(law, name), on, lang):
        click.echo(line)


@command.command("diff")
@click.argument("name", metavar="ID-OR-CITATION")
@click.argument("first", metavar="DATE", type=day)
@click.argument("second", metavar="DATE", type=day)
@click.option("--lang", help="The language of the wording; the authentic one if left out.")
@own_folders
def diff(
    name: str,
    first: date,
    second: date,
    lang: str | None,
    sources: Sources,
) -> None:
    """Compare the editions of a provision that governed on two days.

    \b
    Example:
      referral law diff ua.cc.437 2024-10-23 2024-10-24
    """
    law = load_law(sources)
    for line in diff_editions(law, _provision(law, name), first, second, lang):
        click.echo(line)


@command.command("check")
@click.option("--pin", type=FOLDER, help="Write the digests of what is verified in this folder into its pins.yaml.")
@own_folders
def check(pin: Path | None, sources: Sources) -> None:
    """Check the library: ids, references, editions, sources, wording and its digests, elements, citations, relations.

    After a wording was changed on purpose and compared with its source, pin it anew: --pin FOLDER

    \b
    Example:
      referral law check
    """
    if pin:
        written, count = pin_folder(pin)
        click.echo(f"{written}: {count} pins", err=True)
    findings = check_law(sources)
    for finding in findings:
        click.echo(to_text(finding))
    errors = sum(f.is_error for f in findings)
    click.echo(f"{errors} error(s), {len(findings) - errors} warning(s)", err=True)
    sys.exit(1 if has_errors(findings) else 0)


@command.command("new")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Start a pack of law in DIR: an invented instrument, a case that charges it, and a test that runs both.

    \b
    Example:
      referral law new my-law
    """
    for path in start_pack(folder):
        click.echo(path)
    click.echo(f"Next: write in {folder / 'law'}, then run: referral law check --law {folder / 'law'}", err=True)


def _provision(law: Law, name: str) -> str:
    """The id of a provision named by its id or by a citation; UsageError if there is none, or several."""
    found = provision_named(law, name)
    if found is None:
        close = law.nearest(name)
        raise UsageError(f'there is no provision "{name}"; ' + (f"nearest: {close}" if close else SEARCH))
    return found
