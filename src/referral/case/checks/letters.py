"""Letters that look like others: they print alike, but no search, declension or transliteration takes them so.

`mixed-letters`: Latin and Cyrillic letters in one word, as an “i” typed for an “і”; retype the word.
`odd-apostrophe`: a sign such as ` or ´ in place of the apostrophe within a word; write ’ or '.
"""

import re
from collections.abc import Iterator

from referral.case.load import LoadedCase
from referral.case.texts import texts_in
from referral.diagnostics import Diagnostic, warning

_LATIN, _CYRILLIC = "A-Za-zÀ-ÖØ-öø-ɏ", "\u0400-\u052f"
_MIXED = re.compile(rf"[{_LATIN}][{_CYRILLIC}]|[{_CYRILLIC}][{_LATIN}]")
_WORD = re.compile(r"[^\W\d_]+")
_ODD_APOSTROPHE = re.compile(rf"(?<=[{_CYRILLIC}])[`´‘′ʹ](?=[{_CYRILLIC}])")
_AS_IN_THE_SOURCE = "quote"  # what an item says is quoted as it stands there


def letters_are_what_they_seem(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`mixed-letters` and `odd-apostrophe`, in one walk over all that is written."""
    for loc, text in texts_in(loaded.case):
        if text.isascii() or _AS_IN_THE_SOURCE in loc:
            continue
        if words := mixed_words(text):
            message = f"Latin and Cyrillic letters stand in one word: {', '.join(words)}; retype it"
            yield warning(loaded.origin.position(loc), "mixed-letters", message)
        if has_odd_apostrophe(text):
            message = "a sign that only looks like an apostrophe stands within a word; write ’ or '"
            yield warning(loaded.origin.position(loc), "odd-apostrophe", message)


def mixed_words(text: str) -> tuple[str, ...]:
    """The words of a text with letters of both alphabets; parts around a hyphen are words of their own."""
    if not _MIXED.search(text):
        return ()
    return tuple(dict.fromkeys(word for word in _WORD.findall(text) if _MIXED.search(word)))


def has_odd_apostrophe(text: str) -> bool:
    return bool(_ODD_APOSTROPHE.search(text))
