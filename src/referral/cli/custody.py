"""`referral custody`"""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from referral.app.custody import FileState, LinkToWrite, links_to_write, opened_case, states_of_files
from referral.cli.kept_digests import kept_digests
from referral.cli.options import CASE, rehash
from referral.cli.printing import print_json, print_whole
from referral.errors import UsageError


@click.command("custody")
@click.argument("case", type=CASE)
@click.option("--link", is_flag=True, help="Print the lines that link custody events, to paste into the case.")
@click.option(
    "--format", "output_format", type=click.Choice(["text", "json", "sums"]), default="text", show_default=True
)
@rehash
def command(case: Path, link: bool, output_format: str, rehash: bool) -> None:
    """Print the evidence files of CASE with SHA-256 and SHA-512, and whether each is the one that was recorded.

    With --format sums: one line for each file, as `sha256sum` writes and checks them; a timestamp of that list is one
    of all the files. With --link: the digests by which each custody event holds the one before it. The files of the
    case stay as they are; whoever keeps the case pastes the lines. Exit code 1 if a file is not as recorded.

    \b
    Examples:
      referral custody cases/donbas-2022
      referral custody cases/donbas-2022 --link
    """
    if link and output_format == "sums":
        raise UsageError("links are no list of files; take --link with --format text or json")
    loaded = opened_case(case)
    if link:
        _print_links(list(links_to_write(loaded)), output_format)
        return
    with kept_digests(case, rehash) as read:
        states = list(states_of_files(loaded, read))
    _print_states(states, output_format)
    sys.exit(1 if any(set(state.wrong) - {"no-digest"} for state in states) else 0)


def _print_links(links: list[LinkToWrite], output_format: str) -> None:
    if output_format == "json":
        print_json({"schema_version": "1", "links": [_link(link) for link in links]})
        return
    for link in links:
        click.echo(f"# {link.at}: {link.item}")
        click.echo(f"{link.key}: {link.value}")
    click.echo("nothing to write: every event is linked" if not links else f"{len(links)} line(s) to write", err=True)


def _link(link: LinkToWrite) -> dict[str, str]:
    return {"item": link.item, "at": str(link.at), link.key: link.value}


def _print_states(states: Iterable[FileState], output_format: str) -> None:
    if output_format == "json":
        print_json({"schema_version": "1", "files": [_state(state) for state in states]})
        return
    if output_format == "sums":
        print_whole("".join(f"{state.digests.sha256}  {state.file.shown_as}\n" for state in states if state.digests))
        return
    for state in states:
        click.echo(f"{state.file.shown_as}: {', '.join(state.wrong) or 'as recorded'}")
        if state.digests:
            click.echo(f"    sha256 {state.digests.sha256}\n    sha512 {state.digests.sha512}")


def _state(state: FileState) -> dict[str, object]:
    digests = {"sha256": state.digests.sha256, "sha512": state.digests.sha512} if state.digests else {}
    return {"path": state.file.shown_as, "at": str(state.file.at()), **digests, "wrong": list(state.wrong)}
