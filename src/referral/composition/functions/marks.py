"""What stands beside words: the mark of what is invented, notes and remarks at the full stop, what is not shown."""

import re
from collections.abc import Callable
from typing import Any

from markupsafe import Markup, escape

from referral.composition import inline
from referral.composition.scene import Scene

_ENDS = (".", "!", "?", "…")
_FIRST_LETTER = re.compile(r"((?:<[^>]*>)*)(.)", re.DOTALL)  # markup escapes every other «<»


def mark_functions(scene: Scene) -> dict[str, Callable[..., Any]]:
    phrases, language = scene.phrases, scene.language

    def marked(entry: dict[str, Any], words: str) -> Markup:
        """The words of an entry, and the mark of what is invented where they do not say so themselves."""
        told = escape(words)
        return told + Markup(" <i>[{}]</i>").format(phrases("invented_mark")) if scene.needs_mark(entry, told) else told

    def before_stop(words: str, remark: str) -> Markup:
        """The words with a remark inside their full stop; after them where they end without one."""
        told = escape(words)
        stop = language.full_stop(told)
        return told[: len(told) - len(stop)] + escape(remark) + stop

    def ended(words: str) -> Markup:
        """The words with a full stop at their end, unless they end a sentence themselves."""
        told = escape(words)
        return told if told.striptags().endswith(_ENDS) else told + "."

    def noted(words: str, note: str) -> Markup:
        """The words with the mark of a note on the side of the full stop where the language puts it."""
        return before_stop(words, note) if note and language.note_before_stop else escape(words) + escape(note)

    def is_cut(entry: dict[str, Any], field: str) -> bool:
        """Whether the recipient sees less in a field of an entry than the case holds."""
        return (entry["id"], field) in scene.view.cut

    def absent(entry: dict[str, Any], field: str, what: str) -> Markup:
        """A placeholder for what nobody recorded in a field; a mark where it is merely not shown."""
        return inline.redacted(phrases("not_shown")) if is_cut(entry, field) else inline.missing(what)

    def upper_first(words: str) -> Markup:
        """The words with a capital first letter, the rest untouched."""
        return Markup(_FIRST_LETTER.sub(lambda m: m[1] + m[2].upper(), escape(words), count=1))  # noqa: S704 - escaped

    return {f.__name__: f for f in (marked, before_stop, ended, noted, is_cut, absent, upper_first)}
