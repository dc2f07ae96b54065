"""How a heading is announced: its printed number, its words alone."""

import re

from referral.document.layout import HeadingNumbers
from referral.document.nodes import Heading
from referral.document.walk import words

_SPACES = re.compile("[ \t\n]+")  # and not the one at which no line may end


def printed_number(heading: Heading, numbers: HeadingNumbers) -> str:
    """«A.» of «II.A» where headings are numbered as in a communication, else the whole label; empty if unnumbered."""
    if not heading.label:
        return ""
    is_last_alone = numbers is HeadingNumbers.LEGAL and not heading.series
    return (heading.label.rpartition(".")[2] if is_last_alone else heading.label) + "."


def title(heading: Heading) -> str:
    """Its words on one line, for a table of contents, where no note or link may stand."""
    return _SPACES.sub(" ", words(heading.content)).strip()
