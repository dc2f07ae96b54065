"""One thing to search for: words that follow one another; and how any text is cut into words for comparing."""

import re
import unicodedata
from dataclasses import dataclass

Words = tuple[str, ...]

SHORT_NAME = 3  # letters; so short a name is also an ordinary word unless it is written with a capital
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+")
_APOSTROPHES = re.compile("[’ʼ`´‘′ʹ＇\u02bb\u02bd\ua78c]")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\U000e0000-\U000e01ef]"
)
_MARKS = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]")  # of stress; й and ї are one character
_OTHER_DIGITS = re.compile(r"(?![0-9])\d")


@dataclass(frozen=True)
class Datum:
    """Words that follow one another. `is_place`: they tell of a person only beside the person's code.

    `is_sure`: nothing but this is written so, in whatever letters. `needs_capital`: written small, it is an ordinary
    word, or may be one. `is_formed`: a rule made them of a name. `is_parted`: words like «street» or «No.» may stand
    between. `is_whole`: a number that is written in one piece; pieces of others may make the same.
    """

    words: Words
    is_place: bool = False
    is_sure: bool = False
    needs_capital: bool = False
    is_formed: bool = False
    is_parted: bool = False
    is_whole: bool = False

    @property
    def is_short_name(self) -> bool:
        return not self.words[0].isdigit() and sum(map(len, self.words)) <= SHORT_NAME


def plain(text: str) -> str:
    """A text in composed letters, one apostrophe, figures of one kind, and without what is invisible."""
    text = _APOSTROPHES.sub("'", _INVISIBLE.sub("", text)).replace("№", " ")  # else it becomes a word
    text = _MARKS.sub("", unicodedata.normalize("NFKC", text))
    if text.isascii():
        return text
    return _OTHER_DIGITS.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)


def words_of(text: str) -> Words:
    """The words and numbers of a text as they are compared; an apostrophe inside a word belongs to it."""
    return tuple(WORD.findall(plain(text).casefold()))
