"""Templates compiled once: what they compile to hangs on their name, their place and their text alone."""

import marshal
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, pass_context
from jinja2 import __version__ as jinja
from jinja2.bccache import Bucket
from jinja2.runtime import Context

from referral.durable import replace_file
from referral.resources import TEMPLATES, shipped
from referral.version import VERSION

_BY = "".join(filter(str.isalnum, f"jinja{jinja}referral{VERSION}"))  # what others have compiled is made anew
_NOTHING = ("", None)


class CompiledOnce(BytecodeCache):
    """Documents share what their templates were compiled to; of a template whose text has changed, nothing is kept.

    That of templates in `folder` lies beside them for the next process, as Python keeps its modules. It is run as it
    is: so never a folder of somebody else's, whose templates may do no more than templates can.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._known: dict[str, tuple[str, CodeType | None]] = {}
        self._folder = folder

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return filename or name

    def load_bytecode(self, bucket: Bucket) -> None:
        known = self._known.get(bucket.key) or self._kept(bucket.key)
        if known[0] == bucket.checksum:
            bucket.code = known[1]

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._known[bucket.key] = compiled = bucket.checksum, bucket.code
        if (path := self._beside(bucket.key)) and not sys.dont_write_bytecode:
            _write(path, compiled)

    def _kept(self, source: str) -> tuple[str, CodeType | None]:
        path = self._beside(source)
        self._known[source] = kept = _read(path) if path else _NOTHING
        return kept

    def _beside(self, source: str) -> Path | None:
        """Where a compiled template is kept; None if it is not."""
        is_kept = self._folder and Path(source).is_relative_to(self._folder)
        return Path(cache_from_source(source, optimization=_BY)) if is_kept else None


def _read(path: Path) -> tuple[str, CodeType | None]:
    """What was kept, and of which text; nothing of a file that is not whole."""
    with suppress(OSError, EOFError, ValueError, TypeError):
        checksum, code = marshal.loads(path.read_bytes())  # noqa: S302 - of our own folder, as Python reads modules
        return checksum, code
    return _NOTHING


def _write(path: Path, compiled: tuple[str, CodeType | None]) -> None:
    """Keep it, where the folder may be written to."""
    with suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        replace_file(path, marshal.dumps(compiled))


COMPILED = CompiledOnce(shipped(TEMPLATES))


def at_rendering(function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter for templates that are compiled once.

    Jinja asks a plain filter about a constant while it compiles; the answer of one document would stand in all others.
    """

    @pass_context
    def asked(_: Context, *values: Any, **named: Any) -> Any:
        return function(*values, **named)

    return asked
