"""Where a line may end on paper: what Pango and WeasyPrint take for such a place, or miss, is set right here.

All is done with signs without width, for which no glyph is drawn, so that a reader of the file finds the words alone.
"""

import re

from referral.writers.codes import unparted

_HERE = "\N{ZERO WIDTH SPACE}"
# Pango keeps a bracket on the line of a quotation mark, whatever space is between, and moves both words to the next.
_QUOTED_THEN_OPENED = re.compile(" (?=[(\\[{„‚])(?<=[»›”’\"'] )")  # the space first: it is found fastest
# WeasyPrint ends a line one word too early where the space before an element is the last that has room. It does not if
# the space stands inside; where a ground is drawn under the element, an element of its own holds it.
_SPACE_BEFORE_WORDS = re.compile('(?<=[^ >]) (<(?:strong|em|span id="[^"]*")>)')
_SPACE_BEFORE_GROUND = re.compile('(?<=[^ >]) (?=<(?:a|mark|code|span class="redaction"|span lang)[ >=])')


def arranged(text: str, room: int) -> str:
    """Plain text in which no code is parted, and quotation marks hold no bracket back."""
    return unparted(_QUOTED_THEN_OPENED.sub(f"{_HERE} ", text), room)


def led(html: str) -> str:
    """The HTML of a line in which no text ends with a space before an element."""
    if " <" not in html:  # as in most lines
        return html
    return _SPACE_BEFORE_GROUND.sub("<span> </span>", _SPACE_BEFORE_WORDS.sub(r"\1 ", html))
