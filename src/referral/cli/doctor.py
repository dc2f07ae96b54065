"""`referral doctor`"""

import sys

import click

from referral.app.doctor import examine
from referral.app.project import Sources
from referral.cli.options import own_folders


@click.command("doctor")
@own_folders
def command(sources: Sources) -> None:
    """Say what this machine lacks, and for each thing the command that mends it.

    \b
    Example:
      referral doctor
    """
    lacking = 0
    for finding in examine(sources):
        lacking += not finding.ok
        click.echo(f"{'ok  ' if finding.ok else 'LACK'} {finding.what}" + (f": {finding.mend}" if finding.mend else ""))
    sys.exit(3 if lacking else 0)
