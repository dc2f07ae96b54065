"""The numbering part: which outline the headings count in, and a list of its own for every enumeration."""

from dataclasses import dataclass

from docx.document import Document as WordDocument

from referral.document.layout import HeadingNumbers
from referral.writers.docx.measures import HEADING_LISTS
from referral.writers.docx.oxml import Element, add, w

_ITEMS = 4  # the abstract list «1)» of parts/numbering.xml
_HANGING = {"left": 709, "hanging": 709}  # as its other outlines


_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class OutlineLists:
    """The lists in which headings and paragraphs count where they do not in those of their styles; None: in these."""

    headings: int | None = None
    paragraphs: int | None = None


class Numbering:
    """The lists of one document."""

    def __init__(self, word: WordDocument, scheme: HeadingNumbers) -> None:
        self._root: Element = word.part.numbering_part.element
        self._has_outline = bool(HEADING_LISTS[scheme])
        for number in set(HEADING_LISTS.values()) - {HEADING_LISTS[scheme]}:
            self._drop(number)

    def _drop(self, number: int) -> None:
        # Two outlines that both claim the style of a heading would leave Word to choose.
        for tag, key in (("abstractNum", "abstractNumId"), ("num", "numId")):
            for element in self._root.findall(w(tag)):
                if element.get(w(key)) == str(number):
                    self._root.remove(element)

    def new_list(self) -> int:
        """The id of a list that begins again at 1)."""
        number = self._next("num", "numId")
        num = add(self._root, "num", numId=number)
        add(num, "abstractNumId", val=_ITEMS)
        add(add(num, "lvlOverride", ilvl=0), "startOverride", val=1)
        return number

    def of_annex(self, letter: str) -> OutlineLists:
        """Lists for an annex: headings «A.1», «A.1.1», paragraphs «A-1»."""
        outline = [
            "",
            *(f"{letter}.{'.'.join(f'%{n}' for n in range(2, level + 1))}." for level in range(2, _DEEPEST + 1)),
        ]
        headings = self._outline(outline, _HANGING) if self._has_outline else None
        return OutlineLists(headings, self._outline([f"{letter}-%1."], {"left": 0, "firstLine": 0}))

    def _outline(self, texts: list[str], indent: dict[str, int]) -> int:
        """The id of a new list, each level of which prints its number so."""
        number, abstract = self._next("num", "numId"), self._next("abstractNum", "abstractNumId")
        outline = add(self._root, "abstractNum", abstractNumId=abstract)
        self._root.insert(self._root.index(self._root.findall(w("num"))[0]), outline)  # outlines stand before the lists
        add(outline, "multiLevelType", val="multilevel")
        for level, text in enumerate(texts):
            _add_level(outline, level, text, indent)
        add(add(self._root, "num", numId=number), "abstractNumId", val=abstract)
        return number

    def _next(self, tag: str, key: str) -> int:
        return max(int(str(element.get(w(key)))) for element in self._root.findall(w(tag))) + 1


def _add_level(outline: Element, level: int, text: str, indent: dict[str, int]) -> None:
    lvl = add(outline, "lvl", ilvl=level)
    for name, value in {"start": 1, "numFmt": "decimal", "lvlText": text, "lvlJc": "left"}.items():
        add(lvl, name, val=value)
    properties = add(lvl, "pPr")
    add(add(properties, "tabs"), "tab", val="num", pos=_HANGING["left"])
    add(properties, "ind", **indent)
