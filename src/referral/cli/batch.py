"""`referral batch`"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from referral.app.formats import DEFAULT_FORMATS, known_formats
from referral.app.output import OutputFolder
from referral.app.printing import cores
from referral.app.project import Sources
from referral.batch.cases import listed, named_cases
from referral.batch.crew import crew
from referral.batch.engines import ENGINES, PROCESSES, engine
from referral.batch.result import Result, State
from referral.batch.run import run
from referral.batch.summary import lines, summary, worst
from referral.batch.terms import BatchTerms, Step, known_steps
from referral.case.model import PdfEngine
from referral.cli.kept_digests import folder_of_digests
from referral.cli.options import FILE, own_folders, rehash, vault_key
from referral.cli.printing import as_json, print_json, print_whole
from referral.protection.profiles import PROFILES

_SUMMARY = "batch.json"
_STEPS = ",".join((Step.CHECK, Step.COVERAGE, Step.BUILD))


@click.command("batch")
@click.argument("cases", nargs=-1)
@click.option("--list", "list_file", type=FILE, help="A file with one path a line, each as in CASES.")
@click.option(
    "-o", "--output", "out", type=click.Path(path_type=Path), required=True, help="The folder for all results."
)
@click.option("--steps", default=_STEPS, show_default=True, help="Any of check,coverage,build,bundle.")
@click.option("--files", default=",".join(DEFAULT_FORMATS), show_default=True, help="docx,pdf,html,text,sources")
@click.option("--document", help="Only this document, instead of those that each case lists.")
@click.option("--lang", help="Only documents in this language.")
@click.option("--profile", type=click.Choice(list(PROFILES)), help="Only for this recipient; a bundle must have one.")
@click.option("--pdf-engine", type=click.Choice([one.value for one in PdfEngine]), help="What lays out PDFs.")
@click.option("--seen", is_flag=True, help="You have looked through the evidence that no program can search, as films.")
@click.option("--engine", "engine_name", type=click.Choice(ENGINES), default=PROCESSES, show_default=True)
@click.option("--scheduler", metavar="ADDRESS", help="With --engine dask: where the scheduler is, tcp://HOST:8786.")
@click.option("--workers", type=click.IntRange(min=1), help="How many cases at once; by default one for each core.")
@click.option(
    "--time-limit",
    "seconds",
    type=click.IntRange(min=1),
    default=3600,
    show_default=True,
    metavar="SECONDS",
    help="A case that takes longer is stopped.",
)
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--costs", is_flag=True, help="With --format json: what each case took in time and memory.")
@click.option("--force", is_flag=True, help="Do all anew, and replace files that were changed since they were written.")
@rehash
@vault_key
@own_folders
def command(
    cases: tuple[str, ...],
    list_file: Path | None,
    out: Path,
    steps: str,
    files: str,
    document: str | None,
    lang: str | None,
    profile: str | None,
    pdf_engine: str | None,
    seen: bool,
    engine_name: str,
    scheduler: str | None,
    workers: int | None,
    seconds: int,
    output_format: str,
    costs: bool,
    force: bool,
    rehash: bool,
    age_identity: Path | None,
    sources: Sources,
) -> None:
    """Do the same with many cases at once, each in a process of its own, which is stopped where it takes too long.

    CASES are folders of cases, folders that hold some at any depth, or patterns as "cases/*-2024". Of each case
    OUTPUT/<case> has check.json, coverage.json, what `build -o OUTPUT/<case>` would write, and the bundle;
    OUTPUT/batch.json has an entry for each. One that fails stops no other. A case of which nothing has changed since it
    was finished is not done again, so that a batch that was broken off goes on where it was.

    The exit code is that of the worst case.

    \b
    Examples:
      referral batch cases -o results
      referral batch cases --steps check,coverage --format json -o results
      referral batch --list cases.txt --steps build,bundle --profile prosecution --files html -o results
      referral batch cases -o results --engine dask --scheduler tcp://10.0.0.5:8786
    """
    named = named_cases([*cases, *(listed(list_file) if list_file else ())])
    asked = BatchTerms(
        out=str(out),
        folder=os.getcwd(),
        digests=str(folder_of_digests()),
        steps=known_steps(steps.split(","), profile),
        formats=known_formats(part.strip() for part in files.split(",") if part.strip()),
        document=document,
        lang=lang,
        profile=profile,
        pdf_engine=pdf_engine,
        age_identity=str(age_identity) if age_identity else None,
        seen=seen,
        force=force,
        rehash=rehash,
        seconds=seconds,
    )
    terms = asked.by(sources)
    with crew(terms), engine(engine_name, workers or cores(), scheduler) as executor:
        results = run(named, terms, executor, _Progress(len(named)))
    _report(results, out, output_format, with_costs=costs)
    sys.exit(worst(results))


class _Progress:
    """How far it is, on a terminal."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = self._failed = 0

    def __call__(self, result: Result) -> None:
        self._done += 1
        self._failed += result.state is State.FAILED
        if sys.stderr.isatty():
            failed = f", {self._failed} failed" if self._failed else ""
            click.echo(f"\r[{self._done}/{self._total}{failed}] ", err=True, nl=self._done == self._total)


def _report(results: Sequence[Result], out: Path, output_format: str, *, with_costs: bool) -> None:
    """The summary is the program's own and tells no clock, so that it may always be written anew."""
    data = as_json(summary(results, with_costs=False)).encode("utf-8", "backslashreplace")
    OutputFolder(out).write(_SUMMARY, data, "", force=True)
    if output_format == "json":
        print_json(summary(results, with_costs=with_costs))
    else:
        print_whole("".join(f"{line}\n" for line in lines(results)))
