"""What stands beside words: the mark of what is invented, notes and remarks at the full stop, what is not shown."""

import re
from typing import Any

from markupsafe import Markup, escape

from referral.composition import inline
from referral.composition.regimes import Regime
from referral.composition.scene import Scene
from referral.errors import TemplateError
from referral.protection.redaction import RedactionClass, class_of

_ENDS = (".", "!", "?", "…")
_FIRST_LETTER = re.compile(r"((?:<[^>]*>)*)(.)", re.DOTALL)  # markup escapes every other «<»


def _bears_number(entry: dict[str, Any] | None, regime: Regime) -> bool:
    """Whether the record by which an item came in has a number of this regime."""
    action = (entry or {}).get("procedural_action")
    return bool(action and action["number"] and regime.material.fullmatch(action["number"]))


class MarkFunctions:
    """Words of the case or of a template with something added, in the places where the language wants it."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._phrases, self._language = scene, scene.phrases, scene.language

    def marked(self, entry: dict[str, Any], words: str) -> Markup:
        """The words of an entry, and the mark of what is invented where they do not say so themselves."""
        told = escape(words)
        if not self._scene.needs_mark(entry, told):
            return told
        return told + Markup(" <i>[{}]</i>").format(self._phrases("invented_mark"))

    def before_stop(self, words: str, remark: str) -> Markup:
        """The words with a remark inside their full stop; after them where they end without one."""
        told = escape(words)
        stop = self._language.full_stop(told)
        return told[: len(told) - len(stop)] + escape(remark) + stop

    @staticmethod
    def ended(words: str) -> Markup:
        """The words with a full stop at their end, unless they end a sentence themselves."""
        told = escape(words)
        return told if told.striptags().endswith(_ENDS) else told + "."

    def noted(self, words: str, note: str) -> Markup:
        """The words with the mark of a note on the side of the full stop where the language puts it."""
        if note and self._language.note_before_stop:
            return self.before_stop(words, note)
        return escape(words) + escape(note)

    def is_cut(self, entry: dict[str, Any], field: str) -> bool:
        """Whether the recipient sees less in a field of an entry than the case holds."""
        return (entry["id"], field) in self._scene.view.cut

    def absent(self, entry: dict[str, Any], field: str, what: str) -> Markup:
        """A placeholder for what nobody recorded in a field; a mark where it is merely not shown."""
        return self.redaction(class_of(field), entry) if self.is_cut(entry, field) else inline.missing(what)

    def redaction(self, kind: str, entry: dict[str, Any] | None = None) -> Markup:
        """The mark of what is not shown, by its class; its code where the item is material of the recipient's court."""
        try:
            known = RedactionClass(kind)
        except ValueError:
            raise TemplateError(
                f"there is no class “{kind}” of what is not shown: {', '.join(RedactionClass)}"
            ) from None
        regime = self._scene.regime
        if regime is None or not _bears_number(entry, regime):
            return inline.redacted(
                self._phrases("redaction.mark", what=self._phrases(f"redaction.class.{known.value}"))
            )
        code = regime.codes[known]
        self._scene.check_law("open.redaction_code", code)
        return inline.redacted(self._phrases("redaction.mark", what=code))

    @staticmethod
    def upper_first(words: str) -> Markup:
        """The words with a capital first letter, the rest untouched."""
        return Markup(_FIRST_LETTER.sub(lambda m: m[1] + m[2].upper(), escape(words), count=1))  # noqa: S704 - escaped
