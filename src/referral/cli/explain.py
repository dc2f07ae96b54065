"""`referral explain`"""

from pathlib import Path

import click

from referral.app.manual import explain_element, explain_provision, rules
from referral.app.project import Sources
from referral.cli.options import own_folders
from referral.errors import UsageError
from referral.law import load_law
from referral.schema_errors import nearest


@click.command("explain")
@click.argument("what", metavar="RULE-OR-ELEMENT")
@click.option("--lang", help="The language of our own words beside the official wording.")
@own_folders
def command(what: str, lang: str | None, law_folder: Path | None, template_folder: Path | None) -> None:
    """Print the manual of one rule (as named in brackets by `check`), provision or element.

    \b
    Examples:
      referral explain unknown-evidence
      referral explain rs.8.2.a.v/1
    """
    if what in rules():
        click.echo(f"{what}\n  {rules()[what]}")
        return
    law = load_law(Sources.of(law_folder, template_folder).law)
    language = lang or ""
    if what in law.elements:
        lines = explain_element(law, what, language)
    elif what in law.provisions:
        lines = explain_provision(law, what, language)
    else:
        hint = nearest(what, [*rules(), *law.provisions, *law.elements])
        raise UsageError(f'there is no rule, provision or element "{what}"' + (f"; {hint}" if hint else ""))
    for line in lines:
        click.echo(line)
