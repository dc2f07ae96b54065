"""`referral diff`"""

import sys
from pathlib import Path

import click

from referral.app.diff import diff
from referral.app.project import Sources, load_case
from referral.cli.options import CASE, own_folders, vault_key
from referral.cli.printing import print_json, print_whole
from referral.protection.profiles import INTERNAL, PROFILES
from referral.revision.told import compared_to_json, compared_to_text


@click.command("diff")
@click.argument("before", type=CASE)
@click.argument("after", type=CASE)
@click.option("--profile", type=click.Choice(list(PROFILES)), default=INTERNAL, show_default=True)
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--fail-on", type=click.Choice(["changes"]), help="Exit code 1 if anything differs.")
@vault_key
@own_folders
def command(
    before: Path,
    after: Path,
    profile: str,
    output_format: str,
    fail_on: str | None,
    age_identity: Path | None,
    sources: Sources,
) -> None:
    """Say what differs between two revisions of a case, BEFORE and AFTER: entries, states of elements, documents.

    Each is a folder or a file, as for `check`. Of a person and of the vault, the code is named and nothing else. Both
    are read under one law library and one set of templates. A document is affected if a reader would see a difference;
    one that says the same under another stamp of provenance is told apart.

    With a profile, the differences are those that this recipient could see, in the documents made for him.

    \b
    Examples:
      referral diff earlier/donbas-2022 cases/donbas-2022
      referral diff earlier/donbas-2022 cases/donbas-2022 --profile public --format json
    """
    found = diff(load_case(before, sources, age_identity), load_case(after, sources, age_identity), profile)
    if output_format == "json":
        print_json(compared_to_json(found, profile, str(before), str(after)))
    else:
        print_whole("".join(f"{line}\n" for line in compared_to_text(found)))
    sys.exit(1 if fail_on and not found.is_same else 0)
