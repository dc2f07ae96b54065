"""`referral timestamp`"""

from pathlib import Path

import click

from referral.app.proofs import Proof, in_words
from referral.app.stamped import lines_to_paste
from referral.app.timestamps import request_timestamp, verify_timestamp
from referral.cli.options import FILE
from referral.errors import UsageError


@click.command("timestamp")
@click.argument("path", type=click.Path(path_type=Path, exists=True))
@click.option("--proof", type=FILE, help="The token (.tsr, .tst) or proof (.ots) to verify, offline.")
@click.option("--certificates", type=FILE, help="With --proof: certificates of the authority (PEM).")
@click.option("--block-header", help="With --proof: the header of the block that a proof names, 160 digits.")
@click.option("--request", "address", metavar="URL", help="Ask this authority; its server learns a SHA-256.")
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), help="With --request: where the token goes.")
def command(
    path: Path,
    proof: Path | None,
    certificates: Path | None,
    block_header: str | None,
    address: str | None,
    out: Path | None,
) -> None:
    """Say what a timestamp proves of PATH, or ask an authority for one. Without --request nothing is sent anywhere.

    PATH is a file; or the folder of a bundle, and then its tagmanifest-sha512.txt is stamped, which stands for every
    file in it; or the folder of a case, and then a list of all its evidence files is written beside the token and
    stamped, and the lines are printed that name both in the case.

    A timestamp proves that the bits were there on that day. It does not prove that they are true, or who made them.

    \b
    Examples:
      referral timestamp page.wacz --proof page.wacz.tsr --certificates authority.pem
      referral timestamp page.wacz --request https://timestamp.example.org -o page.wacz.tsr
    """
    if (proof is None) == (address is None) or (out is None) != (address is None):
        raise UsageError("name a token or proof with --proof, or an authority with --request and a new file with -o")
    if address and out:
        proven = request_timestamp(path, address, out)
        for line in (in_words(proven), *lines_to_paste(path, out, proven)):
            click.echo(line)
    elif proof:
        for proven in verify_timestamp(path, Proof(proof, certificates, block_header)):
            click.echo(in_words(proven))
