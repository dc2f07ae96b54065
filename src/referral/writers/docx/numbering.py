"""The numbering part: which outline the headings count in, and a list of its own for every enumeration."""

from docx.document import Document as WordDocument

from referral.document.layout import HeadingNumbers
from referral.writers.docx.measures import HEADING_LISTS
from referral.writers.docx.oxml import Element, add, w

_ITEMS = 4  # the abstract list «1)» of parts/numbering.xml


class Numbering:
    """The lists of one document."""

    def __init__(self, word: WordDocument, scheme: HeadingNumbers) -> None:
        self._root: Element = word.part.numbering_part.element
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
        number = max(int(str(num.get(w("numId")))) for num in self._root.findall(w("num"))) + 1
        num = add(self._root, "num", numId=number)
        add(num, "abstractNumId", val=_ITEMS)
        add(add(num, "lvlOverride", ilvl=0), "startOverride", val=1)
        return number
