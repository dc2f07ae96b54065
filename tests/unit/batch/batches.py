"""Small cases for a batch, the terms for them, and engines written by hand."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from dataclasses import replace
from pathlib import Path
from typing import Any

from referral.app.project import Sources
from referral.batch.cases import NamedCase, named_cases
from referral.batch.result import Result, State
from referral.batch.terms import BatchTerms
from tests.unit.app.small_bundles import write_small

# The document of a case with this title is never finished.
ENDLESS = "Endless"
_SLIP = f"""<document><p>{{% if case.case.title.en == "{ENDLESS}" -%}}
{{% for a in range(99999) %}}{{% for b in range(99999) %}}{{% endfor %}}{{% endfor %}}
{{%- endif %}}{{{{ case.case.title | t }}}}</p></document>
"""


def folder_of_cases(folder: Path, *names: str) -> Path:
    """Cases that take no time, each in a folder of its own; their templates are beside."""
    for name in names:
        write_small(folder / "made" / name)
        (folder / "made" / name / "case").rename(_empty(folder / "cases") / name)
    (_empty(folder / "templates/slip") / "en.xml.j2").write_text(_SLIP, "utf-8")
    kind = folder / "made" / names[0] / "templates/slip/document.yaml"
    (folder / "templates/slip/document.yaml").write_bytes(kind.read_bytes())
    return folder / "cases"


def _empty(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def entitle(case: Path, title: str) -> None:
    """Another title of a case."""
    text = (case / "case.yaml").read_text("utf-8")
    start = text.index(", en: ") + len(", en: ")
    (case / "case.yaml").write_text(text[:start] + title + text[text.index("}", start) :], "utf-8")


def cases_in(folder: Path) -> list[NamedCase]:
    return named_cases([str(folder / "cases")])


def terms(folder: Path, **fields: Any) -> BatchTerms:
    """Every step that needs no recipient, as text, by no law in particular."""
    places = {"out": str(folder / "out"), "folder": str(folder), "digests": str(folder / "digests")}
    return BatchTerms(**{**places, "formats": ("text",), **fields})


def real_terms(folder: Path, **fields: Any) -> BatchTerms:
    """Those by which the cases of `folder_of_cases` can be worked on; fields replace what was found there."""
    found = terms(folder).by(Sources.of(templates=folder / "templates"))
    return replace(found, **fields)


def done(name: str, **fields: Any) -> Result:
    return Result(name, State.DONE, **fields)


def silent(result: Result) -> None:
    """Hears of a result, and tells nobody."""


class Here(Executor):
    """Works on what it is given at once; `work` takes the place of what was asked for."""

    def __init__(self, work: Callable[..., Any] | None = None) -> None:
        self._work = work

    def submit(self, fn: Callable[..., Any], /, *given: Any, **named: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        try:
            future.set_result((self._work or fn)(*given, **named))
        except Exception as failure:  # noqa: BLE001 - as every engine does
            future.set_exception(failure)
        return future


class Losing(Executor):
    """An engine that loses some cases, as one does of whose processes one is killed; so often, and then no more."""

    def __init__(self, deadly: Sequence[str], times: int = 2) -> None:
        self._deadly, self._times = deadly, times
        self.asked: list[str] = []

    def submit(self, fn: Callable[..., Any], /, *given: Any, **named: Any) -> "Future[Any]":
        case: NamedCase = given[0]
        self.asked.append(case.name)
        future: Future[Any] = Future()
        if case.name in self._deadly and self.asked.count(case.name) <= self._times:
            future.set_exception(BrokenPipeError("a process in the pool was terminated"))
        else:
            future.set_result(done(case.name))
        return future
