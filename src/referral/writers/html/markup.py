"""Elements and escaped words: the only place where the characters of a document meet those of HTML.

What is written is HTML that is well-formed XML too, so that a strict parser can check it.
"""

import re
from collections.abc import Mapping
from html import escape
from urllib.parse import quote

from referral.errors import WriteError

Attributes = Mapping[str, str | None]

# What XML cannot hold, and the marks that turn the order of letters around: with them a number reads backwards.
_CONTROL_CHARACTER = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def words(text: str) -> str:
    """Plain text as HTML. Raises WriteError for a control character."""
    return escape(without_controls(text), quote=False)


def without_controls(text: str) -> str:
    """The text itself. Raises WriteError for a control character."""
    if found := _CONTROL_CHARACTER.search(text):
        place = text[max(0, found.start() - 30) : found.start()]
        raise WriteError(f"the control character U+{ord(found[0]):04X} after “{place}” cannot be printed: remove it")
    return text


def element(name: str, content: str = "", attributes: Attributes | None = None) -> str:
    """One element around content that is markup already; an attribute that is None is left out."""
    return f"{opening(name, attributes)}{content}</{name}>"


def opening(name: str, attributes: Attributes | None = None) -> str:
    """The opening tag alone, for content that is streamed."""
    return f"<{name}{_written(attributes)}>" if attributes else f"<{name}>"


def void(name: str, attributes: Attributes | None = None) -> str:
    """An element that HTML never closes: `br`, `col`, `meta`."""
    return f"<{name}{_written(attributes or {})}/>"


def link_to(target: str) -> str:
    """The address of a place in the same document."""
    return "#" + quote(target, safe="")


def _written(attributes: Attributes) -> str:
    return "".join(
        f' {name}="{escape(without_controls(value))}"' for name, value in attributes.items() if value is not None
    )
