"""How a heading is announced: its printed number, its words alone."""

from referral.document.layout import HeadingNumbers
from referral.document.nodes import Heading
from referral.document.walk import words


def printed_number(heading: Heading, numbers: HeadingNumbers) -> str:
    """«A.» of «II.A» where headings are numbered as in a communication, else the whole label; empty if unnumbered."""
    if not heading.label:
        return ""
    return (heading.label.rpartition(".")[2] if numbers is HeadingNumbers.LEGAL else heading.label) + "."


def title(heading: Heading) -> str:
    """Its words on one line, for a table of contents, where no note or link may stand."""
    return " ".join(words(heading.content).split())
