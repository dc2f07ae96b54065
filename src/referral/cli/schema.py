"""`referral schema`"""

import json
from pathlib import Path

import click

from referral.app.schemas import schemas


@click.command("schema")
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), help="Write the files into this folder.")
@click.option("--name", type=click.Choice(sorted(schemas())), help="Print this one to standard output.")
def command(out: Path | None, name: str | None) -> None:
    """Write the JSON Schemas of case, vault and law files, for editors that check YAML as it is typed.

    \b
    Examples:
      referral schema --name case
      referral schema -o schemas
    """
    texts = {n: json.dumps(s, ensure_ascii=False, indent=1) + "\n" for n, s in schemas().items()}
    if out is None:
        for chosen in [name] if name else sorted(texts):
            click.echo(texts[chosen], nl=False)
        return
    out.mkdir(parents=True, exist_ok=True)
    for schema, text in texts.items():
        path = out / f"{schema}.schema.json"
        path.write_text(text, encoding="utf-8")
        click.echo(path)
