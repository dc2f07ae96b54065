"""`referral timestamp`"""

from pathlib import Path

import click

from referral.app.timestamps import request_timestamp, verify_timestamp
from referral.cli.options import FILE
from referral.custody.timestamps.proven import Proven, Standing
from referral.errors import UsageError

_WORDS = {
    Standing.VERIFIED: "verified: these bits were there on {moment}; vouched for by {by}",
    Standing.UNCHECKED: "not verified: it names {by}{at}, and nothing was given to check that with",
    Standing.PENDING: "promised only: {by} will have it in a block later",
}


@click.command("timestamp")
@click.argument("file", type=FILE)
@click.option("--proof", type=FILE, help="The token (.tsr, .tst) or proof (.ots) to verify, offline.")
@click.option("--certificates", type=FILE, help="With --proof: certificates of the authority (PEM).")
@click.option("--block-header", help="With --proof: the header of the block that a proof names, 160 digits.")
@click.option("--request", "address", metavar="URL", help="Ask this authority; its server learns the SHA-256 of FILE.")
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), help="With --request: where the token goes.")
def command(
    file: Path,
    proof: Path | None,
    certificates: Path | None,
    block_header: str | None,
    address: str | None,
    out: Path | None,
) -> None:
    """Say what a timestamp proves of FILE, or ask an authority for one. Without --request nothing is sent anywhere.

    A timestamp proves that the bits were there on that day. It does not prove that they are true, or who made them.

    \b
    Examples:
      referral timestamp page.wacz --proof page.wacz.tsr --certificates authority.pem
      referral timestamp page.wacz --request https://timestamp.example.org -o page.wacz.tsr
    """
    if (proof is None) == (address is None) or (out is None) != (address is None):
        raise UsageError("name a token or proof with --proof, or an authority with --request and a new file with -o")
    if address and out:
        _print(request_timestamp(file, address, out))
    elif proof:
        for proven in verify_timestamp(file, proof, certificates, block_header):
            _print(proven)


def _print(proven: Proven) -> None:
    moment = f"{proven.moment:%Y-%m-%d %H:%M:%S} UTC" if proven.moment else ""
    at = f" and {moment}" if moment else ""
    by = f"block {proven.by} of Bitcoin" if proven.by.isdigit() else proven.by or "an authority without a name"
    click.echo(_WORDS[proven.standing].format(moment=moment, by=by, at=at))
