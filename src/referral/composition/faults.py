"""Whatever goes wrong inside a template, told with the template, its line and the words of that line.

Templates are files that users may write: a fault of one is never a bug of the program, whatever Python calls it.
"""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager

from jinja2 import TemplateError as JinjaError
from jinja2.debug import rewrite_traceback_stack
from jinja2.exceptions import TemplateNotFound, TemplateSyntaxError

from referral.composition.kinds import SOURCE_SUFFIX
from referral.composition.scene import RowSource
from referral.errors import ReferralError, TemplateError


@contextmanager
def placed(name: str) -> Iterator[None]:
    """Turns whatever is raised while the template `name` runs into a TemplateError with its place."""
    try:
        yield
    except Exception as failure:
        rewrite_traceback_stack()  # in lines of templates, not of the code that Jinja makes of them
        raise TemplateError(_told(failure, name)) from failure


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
