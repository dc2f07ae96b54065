"""`referral explain`"""

from pathlib import Path

import click

from referral.app.explain import explain
from referral.app.paragraph import explain_paragraph
from referral.app.project import Sources, load_case
from referral.app.selection import Wanted, one_request
from referral.cli.options import own_folders
from referral.errors import UsageError


@click.command("explain")
@click.argument("what", metavar="NAME|CASE")
@click.argument("paragraph", required=False)
@click.option("--document", help="With CASE: the document of which a paragraph is to be explained.")
@click.option("--profile", help="With CASE: its recipient; that of the case's own list if left out, else public.")
@click.option("--person", help="With CASE: the person whom the document is about.")
@click.option("--lang", help="The language of the document, or of our own words beside the official wording.")
@own_folders
def command(
    what: str,
    paragraph: str | None,
    document: str | None,
    profile: str | None,
    person: str | None,
    lang: str | None,
    law_folder: Path | None,
    template_folder: Path | None,
) -> None:
    """Print the manual of one rule (as named in brackets by `check`), state of coverage, provision (by id or
    citation), or whatever else `law list` lists; or the sources of one numbered paragraph of a document.

    \b
    Examples:
      referral explain unknown-evidence
      referral explain secondary_only
      referral explain rs.8.2.a.v/1
      referral explain "article 51(1) of Geneva Convention IV"
      referral explain cases/donbas-2022 --document article-15-communication 12
    """
    sources = Sources.of(law_folder, template_folder)
    if document and paragraph:
        project = load_case(Path(what), sources)
        request = one_request(project, Wanted(document, lang, profile, person))
        for line in explain_paragraph(project, request, paragraph):
            click.echo(line)
        return
    if document or paragraph or profile or person:
        raise UsageError('to explain a paragraph write: referral explain CASE --document ID "¶ 42"')
    for line in explain(what, lang or "", sources):
        click.echo(line)
