"""`referral verify`"""

import sys
from pathlib import Path

import click

from referral.app.proofs import Proof
from referral.app.timestamps import require_header
from referral.app.verify import verify
from referral.bundling.verifier import INTACT, NOT_INTACT, as_json, as_text
from referral.cli.options import FILE
from referral.cli.printing import print_json
from referral.errors import UsageError


@click.command("verify")
@click.argument("path", type=click.Path(path_type=Path, exists=True))
@click.option("--seal", default="", help="The digest that the sender of a bundle told you in another way.")
@click.option("--proof", type=FILE, help="A timestamp (.tsr, .tst, .ots) of the bundle, which came beside it.")
@click.option("--certificates", type=FILE, help="With --proof: certificates of the authority (PEM).")
@click.option("--block-header", help="With --proof: the header of the block that a proof names, 160 digits.")
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(
    path: Path,
    seal: str,
    proof: Path | None,
    certificates: Path | None,
    block_header: str | None,
    output_format: str,
) -> None:
    """Say what was changed, is missing, was added or renamed at PATH: everything at once.

    PATH is a bundle, its zip file, a folder of bundles, a folder with SHA256SUMS or SHA512SUMS, or a case, whose
    evidence files are checked against their recorded digests. Nothing is taken from an earlier run. Timestamps in it
    are verified with the certificates that lie beside them, offline, and what they prove is said in words.

    Exit code 4 if something is wrong. Without its seal (`--seal`) a bundle that is intact may have been made anew as a
    whole.

    \b
    Examples:
      referral verify cases/donbas-2022
      referral verify cases/donbas-2022 --format json
    """
    if proof is None and (certificates or block_header):
        raise UsageError("--certificates and --block-header belong to a timestamp; name it with --proof")
    require_header(block_header)
    verified = verify(path, seal, Proof(proof, certificates, block_header) if proof else None)
    if output_format == "json":
        print_json(as_json(verified))
    else:
        for line in as_text(verified):
            click.echo(line)
    sys.exit(NOT_INTACT if verified.findings else INTACT)
