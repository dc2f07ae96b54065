"""`referral bundle`"""

from pathlib import Path

import click

from referral.app.bundle import Bundled, BundleTerms, bundle
from referral.app.formats import DEFAULT_FORMATS, known_formats
from referral.app.project import Sources, load_case
from referral.app.withdrawn import built_before_withdrawal
from referral.bundling.split import bytes_of
from referral.cli.options import CASE, own_folders, vault_key
from referral.protection.profiles import PROFILES


@click.command("bundle")
@click.argument("case", type=CASE)
@click.option("--profile", type=click.Choice(list(PROFILES)), required=True, help="The recipient.")
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), required=True, help="The folder to put it in.")
@click.option("--document", help="Only this document, instead of those that the case lists for the recipient.")
@click.option(
    "--format", "formats", default=",".join(DEFAULT_FORMATS), show_default=True, help="docx,pdf,html,text,sources"
)
@click.option("--split", metavar="SIZE", help="As several bundles, none larger than this: 650MB, 4.5GB.")
@click.option(
    "--age-recipient", "recipients", multiple=True, metavar="KEY", help="Encrypt to this public key of age; repeatable."
)
@click.option("--seen", is_flag=True, help="You have looked through the evidence that no program can search, as films.")
@click.option("--force", is_flag=True, help="Replace what is in the way and is no intact bundle of this program.")
@vault_key
@own_folders
def command(
    case: Path,
    profile: str,
    out: Path,
    document: str | None,
    formats: str,
    split: str | None,
    recipients: tuple[str, ...],
    seen: bool,
    force: bool,
    age_identity: Path | None,
    sources: Sources,
) -> None:
    """Write OUTPUT/<case>-<profile>: documents and evidence files for one recipient, which he can check offline.

    A file of evidence goes as it is only to who sees its item whole and may know everybody in it; of a picture that he
    may see the pixels go. The index says what is withheld. Every file is searched first, as by `referral scan`.

    The same case gives the same bytes, save with --age-recipient, which gives <case>-<profile>.zip.age: age draws a new
    key each time. Tell the recipient the seal that is printed in another way than the one by which the bundle goes.

    \b
    Examples:
      referral bundle cases/donbas-2022 --profile prosecution -o bundles
      referral bundle cases/donbas-2022 --profile public --document evidence-annex --format html -o bundles --split 4GB
    """
    wanted = known_formats(part.strip() for part in formats.split(",") if part.strip())
    terms = BundleTerms(wanted, document, bytes_of(split) if split else None, recipients, seen, force)
    project = load_case(case, sources, age_identity)
    withdrawn = list(built_before_withdrawal(project, out))
    _report(bundle(project, profile, out, terms))
    for line in withdrawn:
        click.echo(line, err=True)


def _report(made: Bundled) -> None:
    click.echo(f"{made.path}  ({made.files} files)")
    for name, seal in made.seals.items():
        click.echo(f"seal {seal}  {name}")
