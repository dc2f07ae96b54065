"""Characters that no font of ours has: a few signs are printed by their nearest kin, the others stop the document."""

import unicodedata
from collections.abc import Iterable
from functools import cache

from referral.errors import WriteError
from referral.writers.pdf.fonts import covered

# Marks that lists and tables use; what they say does not change.
_KIN = {
    **dict.fromkeys("✓✔☑✅", "√"),
    **dict.fromkeys("✗✘☒❌✕✖", "×"),
    **dict.fromkeys("☐❏❐❑❒", "□"),
    **dict.fromkeys("⇒➔➜➝➞→⟶⟹", "→"),
    **dict.fromkeys("⇐⟵⟸", "←"),
    **dict.fromkeys("⇔⟷", "↔"),
    **dict.fromkeys("‣⁃∙⦁", "•"),
    "◦": "○",
    "➤": "►",
}
# Drawn without a glyph of their own: spaces, joiners, and the no-break hyphen, for which the shaper takes a hyphen.
_NEEDS_NO_GLYPH = frozenset("\t\n\r\u2011\u200b\u2060\ufe0e\ufe0f\ufeff")
# Other forms of the same letters («Ⅱ», «ﬁ», fullwidth digits). Not raised and lowered figures: 10⁵ is not 105.
_SAME_LETTERS = ("<compat>", "<noBreak>", "<wide>", "<narrow>", "<font>")
_SHOWN_AT_MOST = 20
_NONE = frozenset[str]()


def printable(text: str) -> str:
    """The text with signs that no font has replaced by their kin; what has none stays as it is."""
    if not missing(text):
        return text
    return "".join(_nearest(sign) for sign in unicodedata.normalize("NFC", text))


def missing(text: str) -> frozenset[str]:
    """The characters of a text that cannot be printed."""
    known = _printed()
    return _NONE if known.issuperset(text) else frozenset(text) - known  # the first is the faster question


def refuse(signs: Iterable[str]) -> None:
    """Raise WriteError that names these characters, if there are any."""
    named = [f"“{sign}” (U+{ord(sign):04X} {unicodedata.name(sign, 'without a name')})" for sign in sorted(signs)]
    if named:
        more = f", and {len(named) - _SHOWN_AT_MOST} more" if len(named) > _SHOWN_AT_MOST else ""
        raise WriteError(
            f"the fonts of the program cannot print {', '.join(named[:_SHOWN_AT_MOST])}{more}: "
            "write these words in Latin or Cyrillic letters, or make this document in another format than PDF"
        )


@cache
def _printed() -> frozenset[str]:
    return covered() | _NEEDS_NO_GLYPH


def _nearest(sign: str) -> str:
    if not missing(sign):
        return sign
    kin = _KIN.get(sign) or _same_letters(sign)
    return sign if missing(kin) else kin


def _same_letters(sign: str) -> str:
    is_form = unicodedata.decomposition(sign).startswith(_SAME_LETTERS)
    return unicodedata.normalize("NFKC", sign) if is_form else sign
