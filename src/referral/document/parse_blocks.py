"""Block elements to block nodes: headings, paragraphs, lists, signatures, sections."""

import re
from collections.abc import Callable, Mapping
from itertools import dropwhile

from lxml.etree import _Element as Element

from referral.document.drawings import Drawing
from referral.document.nodes import (
    Abbreviations,
    Annex,
    Block,
    BulletList,
    ContentsOf,
    Heading,
    ListItem,
    NumberedList,
    OpenPoints,
    Orientation,
    PageBreak,
    Paragraph,
    ParagraphKind,
    Section,
    SignatureBlock,
    TableOfContents,
)
from referral.document.parse_figures import FigureReader
from referral.document.parse_inlines import FIXED_WORDS, NO_REFERENCE, InlineReader
from referral.document.parse_tables import RowSource, TableReader
from referral.document.strict import Strict

DEEPEST_HEADING = 4
_LETTER, _LEVEL = re.compile("[A-Z]{1,2}"), re.compile("[a-z]+(_[a-z]+)*")
USUAL_CONTENTS_DEPTH = 2


class BlockReader:
    """Reads the blocks of one document."""

    def __init__(self, strict: Strict, sources: Mapping[str, RowSource], drawings: Mapping[str, Drawing]) -> None:
        self._strict = strict
        self._inlines = InlineReader(strict)
        self._titles = InlineReader(strict, NO_REFERENCE)
        self._fixed_words = InlineReader(strict, FIXED_WORDS)
        self._in_section: dict[str, Callable[[Element], Block]] = {
            **{f"h{level}": self._heading for level in range(1, DEEPEST_HEADING + 1)},
            "p": self._paragraph,
            "ul": lambda element: BulletList(self._items(element)),
            "ol": lambda element: NumberedList(self._items(element)),
            "table": TableReader(strict, sources).read,
            "picture": FigureReader(strict, drawings).picture,
            "figure": FigureReader(strict, drawings).figure,
            "toc": self._table_of_contents,
            "signature": self._signature,
            "page-break": self._page_break,
            "open-points": self._open_points,
            "abbreviations": self._abbreviations,
        }
        self._in_annex = {**self._in_section, "section": self._section}
        self._in_document = {**self._in_annex, "annex": self._annex}
        self._above = 0  # headings above those that are read: in an annex its title

    def document(self, root: Element) -> tuple[Block, ...]:
        if root.tag != "document":
            self._strict.add(root, "stands where <document> is needed")
            return ()
        self._strict.check_attributes(root)
        for element in dropwhile(lambda child: child.tag != "annex", root):
            if element.tag != "annex":
                self._strict.add(element, "cannot stand behind an <annex>, where only further annexes may")
        return self._blocks(root, self._in_document)

    def _blocks(self, element: Element, readers: Mapping[str, Callable[[Element], Block]]) -> tuple[Block, ...]:
        if not len(element):
            self._strict.add(element, "is empty")
        return tuple(readers[child.tag](child) for child in self._strict.children(element, readers))

    def _section(self, element: Element) -> Section:
        self._strict.required(element, "orientation")
        orientation = self._strict.choice(element, "orientation", Orientation.PORTRAIT)
        return Section(orientation, self._blocks(element, self._in_section))

    def _annex(self, element: Element) -> Annex:
        id_ = self._strict.matching(element, "id", _LETTER, "no letter of an annex, A to ZZ")
        level = self._strict.matching(element, "level", _LEVEL, "no name of a level of confidentiality")
        title, *rest = (*self._strict.children(element, ("title", *self._in_annex)), element)
        if title.tag != "title" or any(child.tag == "title" for child in rest[:-1]) or not rest[1:]:
            self._strict.add(element, "needs one <title>, as the first thing in it, and blocks behind it")
            return Annex(id_, (), level, ())
        self._above = 1
        blocks = tuple(self._in_annex[child.tag](child) for child in rest[:-1])
        self._above = 0
        return Annex(id_, self._titles.read(title), level, blocks)

    def _heading(self, element: Element) -> Heading:
        level, numbered = int(element.tag[1]) + self._above, self._strict.flag(element, "numbered", default=True)
        if level > DEEPEST_HEADING:
            self._strict.add(element, "stands too deep: an annex has headings h1 to h3")
            level = DEEPEST_HEADING
        return Heading(level, self._titles.read(element), self._strict.identifier(element) or "", numbered)

    def _paragraph(self, element: Element) -> Paragraph:
        kind = self._strict.choice(element, "kind", ParagraphKind.BODY)
        content, id_ = self._inlines.read(element), self._strict.identifier(element)
        return Paragraph(content, kind, id_, lang=self._strict.language(element))

    def _items(self, element: Element) -> tuple[ListItem, ...]:
        if not len(element):
            self._strict.add(element, "is empty")
        return tuple(self._item(item) for item in self._strict.children(element, ("li",)))

    def _item(self, element: Element) -> ListItem:
        return ListItem(self._inlines.read(element), self._strict.identifier(element))

    def _table_of_contents(self, element: Element) -> TableOfContents:
        depth = self._strict.whole_number(element, "depth", USUAL_CONTENTS_DEPTH, DEEPEST_HEADING)
        return TableOfContents(self._titles.read(element), depth, self._contents_of(element))

    def _contents_of(self, element: Element) -> ContentsOf:
        of = self._strict.choice(element, "of", ContentsOf.HEADINGS)
        if of is not ContentsOf.HEADINGS and element.get("depth"):
            self._strict.add(element, f'lists {of}, which have no depth; leave out "depth"')
        return of

    def _signature(self, element: Element) -> SignatureBlock:
        parts = self._strict.parts(element, ("post", "name"), ("stamp", "date"))
        words = {tag: self._inlines.read(part) for tag, part in parts.items()}
        return SignatureBlock(
            words.get("post", ()), words.get("name", ()), words.get("stamp", ()), words.get("date", ())
        )

    def _page_break(self, element: Element) -> PageBreak:
        self._strict.check_nothing_inside(element)
        return PageBreak()

    def _abbreviations(self, element: Element) -> Abbreviations:
        parts = self._strict.parts(element, ("short", "long", "none"))
        words = {tag: self._fixed_words.read(part) for tag, part in parts.items()}
        return Abbreviations(words.get("short", ()), words.get("long", ()), words.get("none", ()))

    def _open_points(self, element: Element) -> OpenPoints:
        parts = self._strict.parts(element, ("intro", "none"))
        words = {tag: self._fixed_words.read(part) for tag, part in parts.items()}
        return OpenPoints(words.get("intro", ()), words.get("none", ()))
