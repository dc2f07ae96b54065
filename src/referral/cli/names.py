"""`referral names`"""

from pathlib import Path

import click

from referral.app.names import decline, names
from referral.app.names_text import names_to_json, names_to_yaml, tried_to_json, tried_to_lines
from referral.app.project import Sources, load_case
from referral.cli.options import CASE, own_folders, vault_key
from referral.cli.printing import print_json, print_whole
from referral.errors import UsageError
from referral.language import DEFAULT_LANGUAGE
from referral.language.declension import Declinable, Gender


@click.command("names")
@click.argument("case", type=CASE, required=False)
@click.option("--try", "text", metavar="TEXT", help="Decline this text instead of the names of a case.")
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in Declinable]),
    default=Declinable.FULL_NAME.value,
    show_default=True,
    help="With --try: what the text is; a name of a body is a post.",
)
@click.option(
    "--gender", type=click.Choice([gender.value for gender in Gender]), help="With --try: that of the person."
)
@click.option("--lang", default=DEFAULT_LANGUAGE, show_default=True, help="With --try: the language of the text.")
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@vault_key
@own_folders
def command(
    case: Path | None,
    text: str | None,
    kind: str,
    gender: str | None,
    lang: str,
    output_format: str,
    age_identity: Path | None,
    sources: Sources,
) -> None:
    """Print every name, rank, post and unit of CASE in its grammatical cases, as YAML to confirm and paste. It holds
    the names of the vault.

    A form is written in the files, certain by a rule, or to confirm. Documents print a form to confirm with a
    placeholder behind it.

    \b
    Examples:
      referral names cases/donbas-2022
      referral names --try "старший слідчий" --kind post
      referral names --try "Шевченко" --kind family-name --gender masculine --format json
    """
    if (case is None) == (text is None):
        raise UsageError("name a case, or a text with --try")
    if text is not None:
        _try(text, kind, gender, lang, output_format)
    elif case is not None:
        found = names(load_case(case, sources, age_identity))
        print_json(names_to_json(found)) if output_format == "json" else print_whole(names_to_yaml(found))


def _try(text: str, kind: str, gender: str | None, lang: str, output_format: str) -> None:
    declined = decline(text, kind, gender, lang)
    if output_format == "json":
        print_json(tried_to_json(declined))
    else:
        print_whole("\n".join(tried_to_lines(declined)) + "\n")
