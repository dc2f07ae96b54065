"""`referral schema`"""

from pathlib import Path

import click

from referral.app.schemas import NAMES, schema_text, write_schemas
from referral.cli.printing import print_whole


@click.command("schema")
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), help="Write the files into this folder.")
@click.option("--name", type=click.Choice(NAMES), help="Only this one.")
@click.option("--force", is_flag=True, help="Replace files that are not the same.")
def command(out: Path | None, name: str | None, force: bool) -> None:
    """Write the JSON Schemas of case, vault and law files, for editors that check YAML as it is typed.

    \b
    Examples:
      referral schema --name case
      referral schema -o schemas
    """
    names = [name] if name else NAMES
    if out is None:
        for chosen in names:
            print_whole(schema_text(chosen))
        return
    for path in write_schemas(out, names, force):
        click.echo(path)
