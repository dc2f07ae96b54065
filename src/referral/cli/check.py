"""`referral check`"""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from referral.app.project import Sources, check_case
from referral.app.reports import diagnostics_to_json, diagnostics_to_junit, diagnostics_to_sarif
from referral.cli.kept_digests import kept_digests
from referral.cli.options import CASE, own_folders, rehash, vault_key
from referral.cli.printing import print_json, print_whole
from referral.diagnostics import Diagnostic, has_errors, to_text


@click.command("check")
@click.argument("cases", nargs=-1, required=True, type=CASE)
@click.option("--format", "output_format", type=click.Choice(["text", "json", "sarif", "junit"]), default="text")
@rehash
@vault_key
@own_folders
def command(
    cases: tuple[Path, ...],
    output_format: str,
    rehash: bool,
    age_identity: Path | None,
    sources: Sources,
) -> None:
    """Say everything that is wrong or missing in CASES, each with file, line and column.

    Exit code 1 if there is an error; warnings alone give 0.

    \b
    Example:
      referral check cases/donbas-2022
    """
    findings = [finding for case in cases for finding in _findings(case, sources, age_identity, rehash)]
    _print(findings, output_format)
    sys.exit(1 if has_errors(findings) else 0)


def _findings(case: Path, sources: Sources, age_identity: Path | None, rehash: bool) -> list[Diagnostic]:
    with kept_digests(case, rehash) as read:
        return check_case(case, sources, age_identity, read)


def _print(findings: Sequence[Diagnostic], output_format: str) -> None:
    if output_format == "text":
        _print_text(findings)
    elif output_format == "junit":
        print_whole(diagnostics_to_junit(findings) + "\n")
    else:
        print_json(diagnostics_to_json(findings) if output_format == "json" else diagnostics_to_sarif(findings))


def _print_text(findings: Sequence[Diagnostic]) -> None:
    for finding in findings:
        click.echo(to_text(finding))
    errors = sum(f.is_error for f in findings)
    click.echo(f"{errors} error(s), {len(findings) - errors} warning(s)", err=True)
