"""Blocks as HTML, for every medium alike; numbers are printed as the tree has them, CSS counts nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from referral.document.abbreviations import as_block
from referral.document.captions import listed
from referral.document.inlines import Inlines, Tab
from referral.document.nodes import (
    Abbreviations,
    Annex,
    Block,
    BulletList,
    ContentsOf,
    Document,
    Figure,
    Heading,
    ListItem,
    NumberedList,
    OpenPoint,
    OpenPoints,
    PageBreak,
    Paragraph,
    ParagraphKind,
    Section,
    SignatureBlock,
    TableOfContents,
)
from referral.document.tables import Table
from referral.document.walk import contents
from referral.writers.html.captions import caption_entries, counted_caption
from referral.writers.html.figures import figure
from referral.writers.html.headings import printed_number, title
from referral.writers.html.inlines import Medium, inlines
from referral.writers.html.markup import element, opening
from referral.writers.html.tables import table
from referral.writers.together import introduced


@dataclass(frozen=True)
class Blocks:
    """Writes the blocks of one document for one medium."""

    document: Document
    medium: Medium

    def all(self) -> Iterator[str]:
        return self.of(self.document.blocks)

    def of(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block, introduces in introduced(blocks):
            yield from self.block(block, introduces=introduces)
            yield "\n"

    def block(self, block: Block, *, introduces: bool = False) -> Iterator[str]:
        """The parts of one block, in order; `introduces` holds it on the page of the next."""
        match block:
            case Paragraph():
                yield self._paragraph(block, introduces=introduces)
            case Heading():
                yield self._heading(block)
            case BulletList():
                yield self._list("ul", "dashes", [("–", item) for item in block.items])
            case NumberedList():
                yield self._list("ol", "numbers", [(f"{n})", item) for n, item in enumerate(block.items, 1)])
            case Table():
                yield from table(block, self.medium)
            case Figure():
                yield figure(block, self.medium)
            case TableOfContents():
                yield self._contents(block)
            case SignatureBlock():
                yield self._signature(block)
            case PageBreak():
                yield element("div", "", {"class": "page-break"})
            case Section():
                yield from self._section(block)
            case Annex():
                yield from self._annex(block)
            case OpenPoints():
                yield self._open_points(block)
            case Abbreviations():
                yield from self.block(as_block(block))
            case _:
                assert_never(block)

    # --- paragraphs and headings ---

    def _paragraph(self, node: Paragraph, *, introduces: bool) -> str:
        kind = node.kind.value + " intro" * introduces
        attributes = {"class": kind, "id": node.id, "lang": node.lang}
        if node.kind is ParagraphKind.NUMBERED:
            return element("p", _number(f"{node.label}.") + self._words(node.content), attributes)
        if node.counted:
            return counted_caption(node, self._words(node.content), kind, self.medium)
        if Tab() in node.content:
            return element("div", self._columns(node.content), {**attributes, "class": f"{kind} tabbed"})
        return element("p", self._words(node.content), attributes)

    def _columns(self, content: Inlines) -> str:
        """A line with tabs: place on the left, date on the right."""
        return " ".join(element("p", self._words(part)) for part in _split_at_tabs(content))

    def _heading(self, node: Heading) -> str:
        number = printed_number(node, self.document.layout.heading_numbers)
        attributes = {"id": node.id, "class": "numbered" if number else None}
        return element(f"h{node.level}", (_number(number) if number else "") + self._words(node.content), attributes)

    # --- lists ---

    def _list(self, name: str, kind: str, items: list[tuple[str, ListItem]]) -> str:
        written = (self._item(mark, self._words(item.content), item.id) for mark, item in items)
        return element(name, "".join(written), {"class": kind})

    def _item(self, mark: str, content: str, item_id: str | None = None) -> str:
        return element("li", _number(mark) + content, {"id": item_id})

    def _open_points(self, node: OpenPoints) -> str:
        if not node.items:
            return element("div", element("p", self._words(node.none), {"class": "plain"}), {"class": "open-points"})
        items = "".join(self._item(f"{n})", self._open_point(item)) for n, item in enumerate(node.items, 1))
        intro = element("p", self._words(node.intro), {"class": "plain intro"})
        return element("div", intro + element("ol", items, {"class": "numbers"}), {"class": "open-points"})

    def _open_point(self, point: OpenPoint) -> str:
        where = f" ({'; '.join(point.where)})" if point.where else ""
        return self.medium.words(point.text + where)

    # --- contents, signatures, sections ---

    def _contents(self, node: TableOfContents) -> str:
        if node.of is ContentsOf.HEADINGS:
            entries = "".join(self._entry(heading) for heading in contents(self.document, node))
        else:
            entries = caption_entries(listed(self.document, node), self.medium)
        head = element("p", self._words(node.title), {"class": "contents-title"})
        is_empty = not entries and node.of is not ContentsOf.HEADINGS
        return "" if is_empty else element("nav", head + element("ol", entries), {"class": "contents"})

    def _entry(self, heading: Heading) -> str:
        number = printed_number(heading, self.document.layout.heading_numbers)
        # The number stays outside, because WeasyPrint makes one more link, tagged as none, of every element in a link.
        link = element("a", self.medium.words(title(heading)), self.medium.entry(heading.id))
        kind = f"level-{heading.level}" + (" numbered" if number else "")
        return element("li", (_number(number) if number else "") + link, {"class": kind})

    def _signature(self, node: SignatureBlock) -> str:
        stamp = element("p", self._words(node.stamp), {"class": "stamp"}) if node.stamp else ""
        columns = (
            element("p", self._words(node.post), {"class": "post"}),
            element("span", "", {"class": "rule"}),
            element("p", self._words(node.name), {"class": "name"}),
        )
        date = element("p", self._words(node.date), {"class": "date"}) if node.date else ""
        return element("div", stamp + element("div", " ".join(columns)) + date, {"class": "signature"})

    def _section(self, node: Section) -> Iterator[str]:
        yield opening("section", {"class": node.orientation.value})
        yield from self.of(node.blocks)
        yield "</section>"

    def _annex(self, node: Annex) -> Iterator[str]:
        yield opening("section", {"class": f"annex {annex_class(node)}"})
        if node.front:
            yield element("div", "".join(self.of(node.front)), {"class": "separator"})
        yield from self.of(node.blocks)
        yield "</section>"

    def _words(self, content: Inlines) -> str:
        return inlines(content, self.medium)


def annex_class(annex: Annex) -> str:
    """The class of one annex, by which a style sheet gives its pages a header of their own."""
    return f"annex-{annex.id}"


def _number(text: str) -> str:
    """A computed number or mark. The space stands inside, where justified lines do not stretch it."""
    return element("span", f"{text} ", {"class": "number"})


def _split_at_tabs(content: Inlines) -> list[Inlines]:
    tabs = [place for place, node in enumerate(content) if isinstance(node, Tab)]
    starts, ends = [0, *(place + 1 for place in tabs)], [*tabs, len(content)]
    return [content[start:end] for start, end in zip(starts, ends, strict=True)]
