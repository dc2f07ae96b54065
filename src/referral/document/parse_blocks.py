"""Block elements to block nodes: headings, paragraphs, lists, signatures, sections."""

from collections.abc import Callable, Mapping

from lxml.etree import _Element as Element

from referral.document.nodes import (
    Block,
    BulletList,
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
from referral.document.parse_inlines import FIXED_WORDS, NO_REFERENCE, InlineReader
from referral.document.parse_tables import RowSource, TableReader
from referral.document.strict import Strict

DEEPEST_HEADING = 4
USUAL_CONTENTS_DEPTH = 2


class BlockReader:
    """Reads the blocks of one document."""

    def __init__(self, strict: Strict, sources: Mapping[str, RowSource]) -> None:
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
            "toc": self._table_of_contents,
            "signature": self._signature,
            "page-break": self._page_break,
            "open-points": self._open_points,
        }
        self._in_document = {**self._in_section, "section": self._section}

    def document(self, root: Element) -> tuple[Block, ...]:
        if root.tag != "document":
            self._strict.add(root, "stands where <document> is needed")
            return ()
        self._strict.check_attributes(root)
        return self._blocks(root, self._in_document)

    def _blocks(self, element: Element, readers: Mapping[str, Callable[[Element], Block]]) -> tuple[Block, ...]:
        if not len(element):
            self._strict.add(element, "is empty")
        return tuple(readers[child.tag](child) for child in self._strict.children(element, readers))

    def _section(self, element: Element) -> Section:
        self._strict.required(element, "orientation")
        orientation = self._strict.choice(element, "orientation", Orientation.PORTRAIT)
        return Section(orientation, self._blocks(element, self._in_section))

    def _heading(self, element: Element) -> Heading:
        level, numbered = int(element.tag[1]), self._strict.flag(element, "numbered", default=True)
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
        return TableOfContents(self._titles.read(element), depth)

    def _signature(self, element: Element) -> SignatureBlock:
        parts = self._strict.parts(element, ("post", "name"), ("stamp", "date"))
        words = {tag: self._inlines.read(part) for tag, part in parts.items()}
        return SignatureBlock(
            words.get("post", ()), words.get("name", ()), words.get("stamp", ()), words.get("date", ())
        )

    def _page_break(self, element: Element) -> PageBreak:
        self._strict.check_nothing_inside(element)
        return PageBreak()

    def _open_points(self, element: Element) -> OpenPoints:
        parts = self._strict.parts(element, ("intro", "none"))
        words = {tag: self._fixed_words.read(part) for tag, part in parts.items()}
        return OpenPoints(words.get("intro", ()), words.get("none", ()))
