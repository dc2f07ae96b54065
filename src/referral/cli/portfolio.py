"""`referral portfolio`"""

import hashlib
import sys
from collections.abc import Callable
from pathlib import Path

import click

from referral.app.output import OutputFolder
from referral.app.project import Sources
from referral.cli.coverage import refuse_workbook_on_terminal, show
from referral.cli.kept_digests import kept_digests
from referral.cli.options import FOLDER, own_folders, rehash
from referral.language import DEFAULT_LANGUAGE
from referral.portfolio.questions import QUESTIONS
from referral.portfolio.record import Held
from referral.portfolio.refresh import Refreshed, Terms, refresh
from referral.portfolio.report import FORMATS, MOST, Asked, report, written
from referral.protection.profiles import INTERNAL, PROFILES

_INDEX = Path(".cache", "portfolio.sqlite")
# Cases that are not in the index: what people are told, and the exit code.
_NOT_READ = {
    Held.TELLS_OF_SOMEBODY: ("it tells of somebody whom the reader may not know; nothing of it is in the index", 5),
    Held.VAULT_NOT_OPENED: ("its vault is encrypted, and for this profile it would have to be searched for names", 3),
    Held.HAS_ERRORS: ("it has errors; see referral check", 1),
}


@click.command("portfolio")
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option("--search", metavar="WORDS", default="", help="Entries that hold all these words, in any form.")
@click.option("--show", "tables", multiple=True, type=click.Choice(list(QUESTIONS)), help="Only this; may be repeated.")
@click.option("--most", type=click.IntRange(min=1), default=MOST, show_default=True, help="How many finds are shown.")
@click.option("--index", type=click.Path(path_type=Path, dir_okay=False), help=f"By default DIR/{_INDEX.as_posix()}.")
@click.option(
    "--built",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("output"),
    show_default=True,
    help="Where `build` has put the documents.",
)
@click.option("--profile", type=click.Choice(list(PROFILES)), default=INTERNAL, show_default=True)
@click.option("--format", "output_format", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--lang", default=DEFAULT_LANGUAGE, show_default=True, help="The language of text, html and xlsx.")
@click.option("-o", "--output", "out", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.")
@click.option("--force", is_flag=True, help="Replace a file that was not written by this program or changed since.")
@rehash
@own_folders
def command(
    folder: Path,
    search: str,
    tables: tuple[str, ...],
    most: int,
    index: Path | None,
    built: Path,
    profile: str,
    output_format: str,
    lang: str,
    out: Path | None,
    force: bool,
    rehash: bool,
    sources: Sources,
) -> None:
    """Show all cases below DIR side by side, and search their words; an index is kept, and brought up to date first.

    Tables: cases, states of elements, elements of a single origin, documents that are missing or stale, charges and
    proceedings by stage, what sources count of them. A case of which nothing has changed is not read again.

    The index holds what the reader of --profile may see, and nobody's identity; of a case whose vault is encrypted,
    codes and states only. It is one SQLite file, and as confidential as the cases.

    A search takes a word in all its forms; "in quotes" words side by side; word* a beginning; EV-0012 a code.

    \b
    Examples:
      referral portfolio cases
      referral portfolio cases --search "наказ командира"
      referral portfolio cases --show single_origin --show documents --lang en
      referral portfolio cases --format html -o portfolio.html
      referral portfolio cases --format xlsx --lang en -o portfolio.xlsx
    """
    refuse_workbook_on_terminal(output_format, out)
    path = index or folder / _INDEX
    done = refresh(folder, path, Terms(sources, lambda case: kept_digests(case, rehash), profile), _progress())
    asked = Asked(tables, search, most, built, lang)
    found = report(path, sources, asked)
    data = written(found, sources, profile, asked, output_format)
    _tell(done)
    click.echo(str(_write(data, out, force)), err=True) if out else show(data, output_format)
    sys.exit(max((_NOT_READ[case.held][1] for case in done.not_read), default=0))


def _write(data: bytes, out: Path, force: bool) -> Path:
    return OutputFolder(out.parent).write(out.name, data, hashlib.sha256(data).hexdigest(), force)


def _tell(done: Refreshed) -> None:
    """What this run has done, then which cases are not in the index, and what was found in them."""
    if done.made_anew:
        click.echo(f"{done.made_anew}; it is made anew", err=True)
    click.echo(f"{len(done.read)} case(s) read, {done.unchanged} unchanged, {done.gone} gone", err=True)
    for case in done.not_read:
        click.echo(f"{case.path}: {_NOT_READ[case.held][0]}", err=True)
        if case.held is Held.TELLS_OF_SOMEBODY:
            click.echo("".join(f"  {line}\n" for line in case.found), err=True, nl=False)


def _progress() -> Callable[[Path], object]:
    """Which case is being read, on a terminal."""
    if not sys.stderr.isatty():
        return lambda path: None
    return lambda path: click.echo(f"reading {path}", err=True)
