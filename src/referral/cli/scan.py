"""`referral scan`"""

import sys
from pathlib import Path

import click

from referral.app.project import Sources, load_case
from referral.app.scan import Scanned, scan
from referral.cli.options import CASE, own_folders, vault_key
from referral.cli.printing import print_json
from referral.protection.profiles import PROFILES

_FOUND, _NOT_SEARCHED = 5, 3


@click.command("scan")
@click.argument("paths", metavar="PATH…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--case", "case", type=CASE, required=True, help="The case whose vault is searched for.")
@click.option(
    "--profile",
    type=click.Choice(list(PROFILES)),
    default="public",
    show_default=True,
    help="For whom the files are: what he may know is no finding.",
)
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@vault_key
@own_folders
def command(
    paths: tuple[Path, ...],
    case: Path,
    profile: str,
    output_format: str,
    age_identity: Path | None,
    sources: Sources,
) -> None:
    """Search finished files and folders for names, papers, contacts, addresses and birthdays of the vault.

    DOCX, XLSX and ZIP are searched part by part, properties, remarks and deleted words included; PDF with its
    properties, bookmarks, tags, attachments and earlier revisions; HTML, JSON and text; images by their properties.
    Names are found in every grammatical case, in Latin letters, with letters that only look alike, torn by lines.

    Findings name the person's code and the place, never the words. Exit code 5 if there is one; 3 if a file could not
    be searched.

    \b
    Examples:
      referral scan output/donbas-2022/public --case cases/donbas-2022
      referral scan output/donbas-2022/prosecution --case cases/donbas-2022 --profile prosecution
    """
    scanned = scan(paths, load_case(case, sources, age_identity), profile)
    if output_format == "json":
        print_json(_as_json(scanned, profile))
    else:
        _print(scanned, profile)
    sys.exit(_FOUND if scanned.leaks else _NOT_SEARCHED if scanned.unread else 0)


def _as_json(scanned: Scanned, profile: str) -> dict[str, object]:
    return {
        "schema_version": "1",
        "profile": profile,
        "files": scanned.files,
        "leaks": [{"file": x.file, "place": x.place, "person": x.person} for x in scanned.leaks],
        "not_searched": [{"file": x.file, "place": x.place, "reason": x.reason} for x in scanned.unread],
    }


def _print(scanned: Scanned, profile: str) -> None:
    for leak in scanned.leaks:
        click.echo(str(leak))
    for part in scanned.unread:
        click.echo(f"{part}; open it yourself before it goes out")
    files = f"{scanned.files} {'file' if scanned.files == 1 else 'files'}"
    places = len(scanned.leaks)
    found = f"{places} {'place tells' if places == 1 else 'places tell'} of somebody" if places else "nothing found"
    click.echo(f"{files} searched for {profile}: {found}", err=True)
