"""Where a sentence ends in words that nobody marked. No language is asked; in doubt two sentences stay one."""

import re

# Quotation marks may stand apart from the words by a no-break space; a question mark, from the words before it.
_END = re.compile(r"[.!?…]+(?:[\u00a0\u202f]?[»”’\"')\]])*\s+(?=(?:[«“‘\"'(\[][\u00a0\u202f]?)*[^\W_])")
_LAST_WORD = re.compile(r"[^\W\d_]*$")
_SHORT = 4  # letters of a word that may be shortened: «p. 5», «Art. 8»
_INITIAL = 1  # letters of one that may be shortened before a capital letter


def cut(text: str) -> list[tuple[int, int]]:
    """Beginning and end of each sentence, without the spaces around it; none where there are no words."""
    ends = [match for match in _END.finditer(text) if _is_end(text, match)]
    starts = [0, *(match.end() for match in ends)]
    stops = [*(match.end() for match in ends), len(text)]
    return [trimmed for span in zip(starts, stops, strict=True) if (trimmed := _trimmed(text, *span))]


def _is_end(text: str, match: re.Match[str]) -> bool:
    following = next(letter for letter in text[match.end() :] if letter.isalnum())
    if following.islower():
        return False
    if not match[0].startswith("."):
        return True
    before = _LAST_WORD.search(text[max(0, match.start() - 2 * _SHORT) : match.start()])
    length = len(before[0]) if before else 0
    return length == 0 or length > (_SHORT if following.isdigit() else _INITIAL)


def _trimmed(text: str, start: int, stop: int) -> tuple[int, int] | None:
    words = text[start:stop]
    if not words.strip():
        return None
    return start + len(words) - len(words.lstrip()), stop - len(words) + len(words.rstrip())
