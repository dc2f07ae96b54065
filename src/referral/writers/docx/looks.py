"""How a run or a paragraph looks: its properties, written in the order that Word's schema asks for."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from re import compile as regex

from referral.document.tables import Align
from referral.writers.codes import JOINER, LONGEST, unparted
from referral.writers.docx.oxml import Element, add, add_text

# After a hyphen Word has an element of its own; elsewhere the sign stands in a run so low that no font widens the line.
_BARE_JOINER = regex(f"(?<!-){JOINER}")
_JUSTIFICATION = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}


@dataclass(frozen=True, slots=True)
class Look:
    """What a run has beyond its paragraph's style; `lang` is a full tag such as en-GB.

    `room` is how many letters a line has there: a code that is no longer stays on one line.
    """

    bold: bool = False
    italic: bool = False
    raised: bool = False
    style: str | None = None
    lang: str | None = None
    room: int = LONGEST


PLAIN = Look()
_JOINER = Look(style="Joiner")


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """A paragraph's style and what departs from it; `list_id` is the list it counts in, on a level from 0.

    One that `may_split` lets the end of a page part its lines although its style would not.
    One `at_top` opens a page for certain, and has no space above it.
    `tab_stops` make a line of columns, the last at the right edge; the line is neither indented nor justified.
    """

    style: str
    keep_next: bool = False
    may_split: bool = False
    new_page: bool = False
    at_top: bool = False
    list_id: int | None = None
    list_level: int = 0
    tab_stops: tuple[int, ...] = ()
    align: Align | None = None


def add_run(parent: Element, look: Look = PLAIN) -> Element:
    """An empty run."""
    run = add(parent, "r")
    if look.bold or look.italic or look.raised or look.style or look.lang:
        _add_run_properties(run, look)
    return run


def add_words(parent: Element, text: str, look: Look = PLAIN) -> None:
    """A run with these words; several, where a code in them is held together by more than hyphens."""
    for part, own in runs(text, look):
        add_text(add_run(parent, own), part)


def runs(text: str, look: Look) -> list[tuple[str, Look]]:
    """The words of each run that these words need, and how it looks."""
    text = unparted(text, look.room)
    if JOINER not in text:
        return [(text, look)]
    first, *rest = _BARE_JOINER.split(text)
    return [(first, look), *(run for part in rest for run in ((JOINER, _JOINER), (part, look)))]


def _add_run_properties(run: Element, look: Look) -> None:
    properties = add(run, "rPr")
    if look.style:
        add(properties, "rStyle", val=look.style)
    for name in ("b", "bCs") * look.bold + ("i", "iCs") * look.italic:
        add(properties, name)
    if look.raised:
        add(properties, "vertAlign", val="superscript")
    if look.lang:
        add(properties, "lang", val=look.lang)


def add_paragraph(parent: Element, look: ParagraphLook) -> Element:
    """An empty paragraph."""
    paragraph = add(parent, "p")
    properties = add(paragraph, "pPr")
    add(properties, "pStyle", val=look.style)
    if look.keep_next:
        add(properties, "keepNext")
    if look.may_split:
        add(properties, "keepLines", val=0)
    if look.new_page:
        add(properties, "pageBreakBefore")
    _add_list(properties, look.list_id, look.list_level)
    _add_tabs(properties, look.tab_stops)
    if look.at_top:
        add(properties, "spacing", before=0)
    if look.tab_stops:
        add(properties, "ind", firstLine=0)
        add(properties, "jc", val="left")
    if look.align:
        add(properties, "jc", val=_JUSTIFICATION[look.align])
    return paragraph


def _add_list(properties: Element, list_id: int | None, level: int) -> None:
    if list_id is not None:
        numbering = add(properties, "numPr")
        add(numbering, "ilvl", val=level)
        add(numbering, "numId", val=list_id)


def _add_tabs(properties: Element, stops: tuple[int, ...]) -> None:
    if not stops:
        return
    tabs = add(properties, "tabs")
    for stop in stops[:-1]:
        add(tabs, "tab", val="center", pos=stop)
    add(tabs, "tab", val="right", pos=stops[-1])


@contextmanager
def bookmarked(parent: Element, name: str, number: int) -> Iterator[None]:
    """Whatever is added to `parent` inside the `with` stands between the two ends of a bookmark."""
    add(parent, "bookmarkStart", id=number, name=name)
    yield
    add(parent, "bookmarkEnd", id=number)
