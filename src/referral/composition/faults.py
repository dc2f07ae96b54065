"""Whatever goes wrong inside a template, told with the template, its line and the words of that line.

Templates are files that users may write: a fault of one is never a bug of the program, whatever Python calls it.
"""

import re
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import Environment
from jinja2 import TemplateError as JinjaError
from jinja2.debug import rewrite_traceback_stack
from jinja2.exceptions import TemplateNotFound, TemplateSyntaxError

from referral.composition.kinds import SOURCE_SUFFIX
from referral.composition.scene import RowSource
from referral.errors import DocumentError, ReferralError, TemplateError


@contextmanager
def placed(name: str) -> Iterator[None]:
    """Turns whatever is raised while the template `name` runs into a TemplateError with its place."""
    try:
        yield
    except Exception as failure:
        rewrite_traceback_stack()  # in lines of templates, not of the code that Jinja makes of them
        raise TemplateError(_told(failure, name)) from failure


@contextmanager
def numbered_from(name: str, environment: Environment) -> Iterator[None]:
    """Adds the template `name` to what is wrong in its document: ids, references, headings, sources."""
    try:
        yield
    except (DocumentError, TemplateError) as failure:
        source = environment.get_template(name).filename
        lines = Path(source).read_text("utf-8").splitlines() if source else []
        told = "\n".join(_with_line(problem, name, lines) for problem in str(failure).splitlines())
        raise type(failure)(told) from failure


def _with_line(told: str, name: str, lines: list[str]) -> str:
    """The line too, where the id in quotation marks stands in the template itself and is not made up of parts."""
    id_ = re.search(r'"([^"]+)"', told)
    quoted = re.compile(rf"[\"'\s]{re.escape(id_[1])}[\"'\s]") if id_ else None  # a sentence may name several sources
    found = [n for n, line in enumerate(lines, start=1) if quoted and quoted.search(line)]
    return f"{name}:{found[-1]}: {told}: {lines[found[-1] - 1].strip()}" if found else f"{name}: {told}"


def guarded(source: RowSource, name: str) -> RowSource:
    """Rows of a long table, which are made when the template has long run: their faults have places too."""

    def opened() -> Iterator[str]:
        with placed(name):
            rows = source()
        while (row := _next(rows, name)) is not None:
            yield row

    return opened


def _next(rows: Iterator[str], name: str) -> str | None:
    with placed(name):
        return next(rows, None)


def _told(failure: Exception, name: str) -> str:
    if isinstance(failure, TemplateSyntaxError):
        return f"{failure.name}:{failure.lineno}: {failure.message}{_line_of(failure)}"
    frames = [f for f in traceback.extract_tb(failure.__traceback__) if f.filename.endswith(SOURCE_SUFFIX)]
    if not frames:
        return f"{name}: {_named(failure)}"
    return f"{frames[-1].filename}:{frames[-1].lineno}: {_named(failure)}: {(frames[-1].line or '').strip()}"


def _line_of(failure: TemplateSyntaxError) -> str:
    line = (failure.source or "").splitlines()[failure.lineno - 1 : failure.lineno]
    return "".join(f": {words.strip()}" for words in line)


def _named(failure: Exception) -> str:
    """Jinja and we speak in sentences; of Python's own errors the name says what the words do not."""
    if isinstance(failure, TemplateNotFound):
        return f"no template folder has {failure.message}"
    is_a_sentence = isinstance(failure, JinjaError | ReferralError)
    return str(failure) if is_a_sentence else f"{type(failure).__name__}: {failure}"
