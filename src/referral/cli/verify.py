"""`referral verify`"""

import sys
from pathlib import Path

import click

from referral.app.verify import verify
from referral.bundling.verifier import INTACT, NOT_INTACT, as_json, as_text
from referral.cli.printing import print_json


@click.command("verify")
@click.argument("path", type=click.Path(path_type=Path, exists=True))
@click.option("--seal", default="", help="The digest that the sender of a bundle told you in another way.")
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(path: Path, seal: str, output_format: str) -> None:
    """Say what was changed, is missing, was added or renamed at PATH: everything at once.

    PATH is a bundle, its zip file, a folder of bundles, a folder with SHA256SUMS or SHA512SUMS, or a case, whose
    evidence files are checked against their recorded digests. Nothing is taken from an earlier run.

    Exit code 4 if something is wrong. Without its seal (`--seal`) a bundle that is intact may have been made anew as a
    whole.

    \b
    Examples:
      referral verify cases/donbas-2022
      referral verify cases/donbas-2022 --format json
    """
    verified = verify(path, seal)
    if output_format == "json":
        print_json(as_json(verified))
    else:
        for line in as_text(verified):
            click.echo(line)
    sys.exit(NOT_INTACT if verified.findings else INTACT)
