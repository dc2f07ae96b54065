"""What may be printed: words and numbers. Whatever else reaches the output is a fault of the template, told as one.

Without this Python would write its own notation of a list or of an entry into a document that somebody files.
"""

from datetime import date
from numbers import Number
from typing import Any

from jinja2 import Undefined, pass_context
from jinja2.runtime import Context

from referral.edtf import UncertainDate
from referral.errors import TemplateError

_KEYS_SHOWN = 12
_LONGEST_LANGUAGE_CODE = 3


@pass_context  # with it Jinja calls this when the template runs, and the fault has a line
def printed(_: Context, value: Any) -> Any:
    """The value itself, where a document may hold it. Raises TemplateError."""
    if isinstance(value, bool) or not isinstance(value, str | Number | Undefined):
        raise not_printable(value)
    return value


class Unprintable(dict[str, Any]):
    """Data of a case, which does not become words where “~”, a filter or a function of ours takes it for words."""

    def __str__(self) -> str:
        raise not_printable(self)


def not_printable(value: Any) -> TemplateError:
    return TemplateError(f"only words and numbers can be printed, and this is {_described(value)}")


def _described(value: Any) -> str:
    match value:
        case None:
            return "nothing; write “| t” behind it, which prints a placeholder, or ask with “if”"
        case bool():
            return "yes or no; ask with “if” and write the words"
        case UncertainDate():
            return "a date; write “| date” behind it"
        case date():
            return "a day; write it in day(…)"
        case dict() if _is_by_language(value):
            return "a text by language; write “| t” behind it"
        case dict():
            keys = ", ".join(map(str, list(value)[:_KEYS_SHOWN]))
            return f"a whole entry; print one of its keys: {keys}"
        case list() | tuple():
            return "a list; go through it with “for”, or use a filter for such lists"
    return f"of the type {type(value).__name__}"


def _is_by_language(value: dict[Any, Any]) -> bool:
    """Words that a case gives for languages; the case's own is the empty key."""
    return bool(value) and all(len(str(key)) <= _LONGEST_LANGUAGE_CODE for key in value)
