"""`referral review`"""

from datetime import date
from pathlib import Path

import click

from referral.app.project import Sources, load_case
from referral.app.review import review_lines, reviews_to_json, to_sign
from referral.cli.options import CASE, day, own_folders, vault_key
from referral.cli.printing import print_json, print_whole


@click.command("review")
@click.argument("case", type=CASE)
@click.argument("entries", nargs=-1)
@click.option("--stale", is_flag=True, help="Only entries that were signed off and have changed since.")
@click.option("--by", default="", metavar="ROLE", help="Who signs off: a role, never a name.")
@click.option("--on", "signed_on", type=day, metavar="DAY", help="The day of the review, as 2024-01-31.")
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@vault_key
@own_folders
def command(
    case: Path,
    entries: tuple[str, ...],
    stale: bool,
    by: str,
    signed_on: date | None,
    output_format: str,
    age_identity: Path | None,
    sources: Sources,
) -> None:
    """Print the lines that sign off facts and mappings of CASE, to paste below each; no file is changed.

    ENTRIES are ids of facts and mappings; without them, all that nobody signed off as they stand. The digests are of
    the entry, of what it rests on, and of the law it is set against: when one of these changes, `check` says so.

    \b
    Examples:
      referral review cases/donbas-2022 F-001 --by reviewer-1 --on 2024-01-31
      referral review cases/donbas-2022 --stale
    """
    found = to_sign(load_case(case, sources, age_identity), entries, stale)
    if output_format == "json":
        print_json(reviews_to_json(found))
    else:
        lines = (line for one in found for line in review_lines(one, by, signed_on.isoformat() if signed_on else ""))
        print_whole("".join(f"{line}\n" for line in lines))
