"""`referral explain`"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from referral.app.edited import compare_edited, difference_data, difference_lines
from referral.app.explain import explain
from referral.app.paragraph import explain_paragraph, explained
from referral.app.project import Project, Sources, load_case
from referral.app.selection import Wanted, one_request
from referral.case.model import DocumentRequest
from referral.cli.options import CASE, own_folders, vault_key
from referral.errors import UsageError


@click.command("explain")
@click.argument("what", metavar="NAME|CASE", required=False)
@click.argument("paragraph", required=False)
@click.option("--document", help="With CASE: the document of which a paragraph or a footnote is to be explained.")
@click.option("--profile", help="With CASE: its recipient; that of the case's own list if left out, else public.")
@click.option("--person", help="With CASE: the person whom the document is about.")
@click.option("--lang", help="The language of the document, or of our own words beside the official wording.")
@click.option("--edited", type=CASE, help="A Word document, edited since it was built, to be set against its sidecar.")
@click.option("--against", type=CASE, help="With --edited: the file DOCUMENT.LANG.sources.json that was built with it.")
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@vault_key
@own_folders
def command(
    what: str | None,
    paragraph: str | None,
    document: str | None,
    profile: str | None,
    person: str | None,
    lang: str | None,
    edited: Path | None,
    against: Path | None,
    output_format: str,
    age_identity: Path | None,
    sources: Sources,
) -> None:
    """Print the manual of one rule (as named in brackets by `check`), state of coverage, provision (by id or
    citation), or whatever else `law list` lists; or what a paragraph or footnote of a document rests on, sentence by
    sentence; or which sentences of an edited document are no longer those that were built.

    \b
    Examples:
      referral explain unknown-evidence
      referral explain secondary_only
      referral explain rs.8.2.a.v/1
      referral explain "article 51(1) of Geneva Convention IV"
      referral explain cases/donbas-2022 --document article-15-communication 12
      referral explain cases/donbas-2022 --document article-15-communication "fn. 3"

    To compare: --edited FILE.docx --against FILE.sources.json
    """
    if edited or against:
        _compare(edited, against, output_format, what)
    elif what and document and paragraph:
        project = load_case(Path(what), sources, age_identity)
        request = one_request(project, Wanted(document, lang, profile, person))
        _explain_paragraph(project, request, paragraph, output_format)
    elif not what or document or paragraph or profile or person:
        raise UsageError('to explain a paragraph write: referral explain CASE --document ID "¶ 42"')
    elif output_format != "text":
        raise UsageError("a manual is text; --format json is for paragraphs and edited documents")
    else:
        _print(explain(what, lang or "", sources))


def _compare(edited: Path | None, against: Path | None, output_format: str, what: str | None) -> None:
    if what or not (edited and against):
        raise UsageError("to compare write: referral explain --edited FILE.docx --against FILE.sources.json")
    difference = compare_edited(edited, against)
    if output_format == "json":
        _print_data(difference_data(difference))
    else:
        _print(difference_lines(difference))


def _explain_paragraph(project: Project, request: DocumentRequest, paragraph: str, output_format: str) -> None:
    if output_format == "json":
        _print_data(explained(project, request, paragraph).model_dump(mode="json", exclude_defaults=True))
    else:
        _print(explain_paragraph(project, request, paragraph))


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _print_data(data: dict[str, Any]) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=1))
