"""What an earlier rendering of a document has shown, for its annexes to tell: what is cited, what is told, which terms.

The main text must not ask for it: it is read from that very text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from referral.document.inlines import Citation, Code, Inline, Sentence, Text
from referral.document.nodes import Block, Figure, Heading, Paragraph
from referral.document.walk import flat, inlines_in, lines

_ENDING = r"\w{0,2}(?!\w)"  # of a plural or a case
_IN_BRACKETS = re.compile(r"\([^)]*\)")


@dataclass(frozen=True)
class Shown:
    """`cited`: ids of exhibits that the main text cites. `told`: ids that stand in it. `terms`: those that occur."""

    cited: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()


def shown_in(main: Iterable[Block], others: Iterable[Block], terms: Mapping[str, str]) -> Shown:
    """`terms` are the words of each term that may be explained, by its id."""
    main = tuple(main)
    inlines = [inline for line in lines(main) for inline in inlines_in(line)]
    rest = (inline for line in lines(others) for inline in inlines_in(line)) if terms else ()
    cited = frozenset(i.target for i in inlines if isinstance(i, Citation) and i.target)
    sentences = (i.id for i in inlines if isinstance(i, Sentence) and i.id)
    return Shown(cited, frozenset(chain(_anchors(main), sentences)), _occurring(terms, chain(inlines, rest)))


def _anchors(blocks: Iterable[Block]) -> Iterator[str]:
    return (b.id for b in flat(blocks) if isinstance(b, Paragraph | Heading | Figure) and b.id)


def _occurring(terms: Mapping[str, str], inlines: Iterable[Inline]) -> frozenset[str]:
    """The terms that occur, and those that occur in the words of one that does."""
    if not terms:
        return frozenset()
    text = "\n".join(inline.text for inline in inlines if isinstance(inline, Text | Code)).casefold()
    found: set[str] = set()
    while new := {code for code, words in terms.items() if code not in found and _occurs(words, text)}:
        found |= new
        text = "\n".join(terms[code] for code in new).casefold()
    return frozenset(found)


def _occurs(words: str, text: str) -> bool:
    """Either of two terms set side by side will do; what stands in brackets is a remark."""
    forms = (form.strip().casefold() for form in _IN_BRACKETS.sub("", words).split("/"))
    return any(form in text and re.search(rf"(?<!\w){re.escape(form)}{_ENDING}", text) for form in forms if form)
