"""People in our own words are codes, or whole names of real officials; initials are neither.

`initials-in-text`: a name with initials where documents print our words; write the code, or the whole name.
"""

import re
from collections.abc import Iterator

from referral.case.load import LoadedCase
from referral.case.model import LocalText
from referral.diagnostics import Diagnostic, warning

_TOLD = (
    ("facts", "text"),
    ("incidents", "title"),
    ("charges", "conduct"),
    ("postings", "duties"),
    ("persons", "label"),
)
_SMALL = "".join(letter for letter in map(chr, range(0x530)) if letter.islower())  # Latin, Greek, Cyrillic
_CAPITAL, _NAME = rf"[^\W\d_{_SMALL}]", rf"[^\W\d_{_SMALL}][^\W\d_]{{2,}}"
_ROMAN = r"[IVXLCDMІХ]"  # the number of a part: its full stop ends a sentence, or a heading
_BEFORE = re.compile(rf"(?<![\w.])(?!{_ROMAN}\.\s?{_NAME}){_CAPITAL}\.\s?(?:{_CAPITAL}\.\s?)?{_NAME}")
_PAIR_BEFORE = re.compile(rf"(?<![\w.]){_CAPITAL}\.\s?{_CAPITAL}\.\s?{_NAME}")
_AFTER = re.compile(rf"(?<!\w){_NAME}\s{_CAPITAL}\.\s?{_CAPITAL}\.")


def names_are_whole(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`initials-in-text`"""
    for section, field in _TOLD:
        for index, entry in loaded.entries(section):
            value = getattr(entry, field)
            for text in value.by_lang.values() if isinstance(value, LocalText) else ():
                if found := with_initials(text):
                    message = f"“{found}” is a name with initials; write the code of the person, or the whole name"
                    yield warning(loaded.where(section, index, field), "initials-in-text", message)


def with_initials(text: str) -> str:
    """The first name with initials in a text; empty if there is none."""
    found = _PAIR_BEFORE.search(text) or _AFTER.search(text) or _BEFORE.search(text)
    return found[0] if found else ""
