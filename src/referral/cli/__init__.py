"""The command line. Each command is a module of its own, loaded when it is called, so that `--help` is instant."""

import importlib
import io
import sys
import traceback

import click

from referral.version import VERSION

_TRACEBACK = "--traceback"
_VAULT_KEY = "--age-identity"  # who gives it wants nothing of the vault in a message, not even in that of a bug

# command → module below this package, and the line that `--help` shows
_COMMANDS = {
    "new": "start a case that passes `check`",
    "check": "say everything that is wrong or missing in a case",
    "coverage": "show what supports, contradicts or is missing for each element",
    "review": "print the lines that sign off facts and mappings, with digests of what was reviewed",
    "build": "write the documents of a case as DOCX and PDF",
    "names": "print every name, post and unit in its grammatical cases, to confirm; decline any text: `--try TEXT`",
    "custody": "print digests of evidence files, and the lines that link custody events: `custody CASE --link`",
    "bundle": "seal documents and evidence for one recipient: `bundle CASE --profile NAME -o DIR`",
    "verify": "check a bundle, or the evidence files of a case: changed, missing, added, renamed",
    "timestamp": "verify the timestamp of a file offline; with `--request URL`, and only then, ask for one",
    "diff": "say what differs between two revisions of a case: entries, states of elements, documents",
    "batch": "check, assess, build and bundle many cases at once; what has not changed is not done again",
    "portfolio": "show many cases side by side, and search their words: `portfolio DIR --search WORDS`",
    "scan": "search finished files for what their recipient may not know",
    "law": "search, list, show and compare the law library: `law list --find WORD`",
    "explain": "the manual of one rule, state, provision or element; the sources of one paragraph",
    "schema": "write the JSON Schemas that editors use",
    "doctor": "say what this machine lacks, and the command that mends it",
}


class _Lazy(click.Group):
    """Knows the commands by name; imports one when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"referral.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, prog_name="referral")
@click.option(_TRACEBACK, is_flag=True, expose_value=False, help="If it fails, show where in the program; for reports.")
def group() -> None:
    """Prepare war-crime referrals: check a case, show its element coverage, write its documents.

    \b
    Exit codes: 0 done, 1 the files have errors, 2 wrong usage,
    3 could not do the job, 4 `verify` found a change, 5 protected data found, 70 a bug in the program.
    """


def main() -> None:
    """Run the command line and exit with its code."""
    _print_what_can_be_printed()
    try:
        group.main(standalone_mode=False, prog_name="referral")
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.ClickException as failure:
        failure.show()
        sys.exit(2)
    except click.Abort:
        sys.exit(130)
    except Exception as failure:  # noqa: BLE001 - the last place that can turn a failure into an exit code
        sys.exit(_code_of(failure))


def _print_what_can_be_printed() -> None:
    """A terminal that has no sign for a letter shows «?» in its place; the default is to fail there."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _code_of(failure: Exception) -> int:
    is_discreet = any(argument.startswith(_VAULT_KEY) for argument in sys.argv)
    if _TRACEBACK in sys.argv:
        _print_traceback(failure, is_discreet)
    # The exception tree is imported only when there is an exception to name.
    errors = importlib.import_module("referral.errors")
    code: int = errors.exit_code(failure)
    if isinstance(failure, errors.InvalidInputError | errors.ProtectedDataError):
        click.echo(str(failure), err=True)
        return code
    if isinstance(failure, errors.ReferralError | OSError):
        click.echo(f"Error: {failure}", err=True)
        return code
    what = type(failure).__name__ if is_discreet else f"{type(failure).__name__}: {failure}"
    click.echo(f"This is a bug in referral {VERSION}: {what}", err=True)
    click.echo(f"To see where, for a report: referral {_TRACEBACK} COMMAND …", err=True)
    return code


def _print_traceback(failure: BaseException | None, is_discreet: bool) -> None:
    """Where it failed; discreetly, without what the exceptions say, which may be words of the vault."""
    if failure is not None and not is_discreet:
        traceback.print_exception(failure)
        return
    while failure is not None:
        click.echo("".join(traceback.format_tb(failure.__traceback__)) + type(failure).__name__, err=True)
        failure = failure.__cause__ or failure.__context__
