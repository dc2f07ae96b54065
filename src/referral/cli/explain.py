"""`referral explain`"""

from pathlib import Path

import click

from referral.app.build import listed_request
from referral.app.law_manual import explain_entry
from referral.app.manual import rules
from referral.app.paragraph import explain_paragraph
from referral.app.project import Sources, load_case
from referral.cli.options import own_folders
from referral.errors import UsageError
from referral.law import load_law
from referral.schema_errors import nearest


@click.command("explain")
@click.argument("what", metavar="RULE-OR-ELEMENT|CASE")
@click.argument("paragraph", required=False)
@click.option("--document", help="With CASE: the document of which a paragraph is to be explained.")
@click.option("--profile", help="With CASE: its recipient; that of the case's own list if left out.")
@click.option("--lang", help="The language of the document, or of our own words beside the official wording.")
@own_folders
def command(
    what: str,
    paragraph: str | None,
    document: str | None,
    profile: str | None,
    lang: str | None,
    law_folder: Path | None,
    template_folder: Path | None,
) -> None:
    """Print the manual of one rule (as named in brackets by `check`), provision, element or pitfall; or the sources
    of one numbered paragraph of a document.

    \b
    Examples:
      referral explain unknown-evidence
      referral explain rs.8.2.a.v/1
      referral explain cases/donbas-2022 --document article-15-communication 12
    """
    sources = Sources.of(law_folder, template_folder)
    if document and paragraph:
        project = load_case(Path(what), sources)
        for line in explain_paragraph(project, listed_request(project, document, profile, lang), paragraph):
            click.echo(line)
        return
    if document or paragraph or profile:
        raise UsageError('to explain a paragraph write: referral explain CASE --document ID "¶ 42"')
    if what in rules():
        click.echo(f"{what}\n  {rules()[what]}")
        return
    law = load_law(sources.law)
    lines = explain_entry(law, what, lang or "")
    if lines is None:
        hint = nearest(what, [*rules(), *law.provisions, *law.elements, *law.remarks])
        raise UsageError(f'there is no rule, provision or element "{what}"' + (f"; {hint}" if hint else ""))
    for line in lines:
        click.echo(line)
