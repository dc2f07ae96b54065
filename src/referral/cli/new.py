"""`referral new`"""

from datetime import date
from pathlib import Path

import click

from referral.app.new_case import SCHEMAS, schemas_for, start_case
from referral.app.project import Sources
from referral.cli.options import own_templates
from referral.language import DEFAULT_LANGUAGE


@click.command("new")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--lang", default=DEFAULT_LANGUAGE, show_default=True, help="The language in which the case is written.")
@click.option("--as-at", help="The day the case speaks of, as 2024-05-31; today if left out.")
@own_templates
def command(folder: Path, lang: str, as_at: str | None, sources: Sources) -> None:
    """Start a case in DIR that passes `check` and shows where to write. Nothing that is there is touched.

    The files are those of the folder `_new/<language>` of the templates, ours and yours.

    \b
    Example:
      referral new my-case
    """
    day = as_at or date.today().isoformat()  # noqa: TID251 - written into the file, where a person sees it; never read again
    for path in start_case(folder, lang, day, sources):
        click.echo(path)
    if schemas_for(folder) == SCHEMAS:
        click.echo(f"For an editor that checks as you type: referral schema -o {folder / SCHEMAS}", err=True)
    click.echo(f"Next: write in {folder}, then run: referral check {folder}", err=True)
