"""Blocks as data, in reading order; every number in them is printed as the tree has it, Typst counts none."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from referral.document.abbreviations import as_block
from referral.document.captions import listed
from referral.document.inlines import Footnote, Inline, Inlines, LineBreak, Tab, Text
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
from referral.document.walk import caption_label, caption_words, contents, inlines_in, words
from referral.writers.html.headings import printed_number, title
from referral.writers.together import introduced
from referral.writers.typst.figures import figure
from referral.writers.typst.inlines import Lines
from referral.writers.typst.places import Title
from referral.writers.typst.tables import table
from referral.writers.typst.widths import width
from referral.writers.typst.words import Data, Type

# A frame, a signature that takes more of a page than this many letters may be parted: whole, it might fit none. So may
# words that stay with what they introduce.
_HELD_TOGETHER = 1500
_INTRODUCTION = 500


@dataclass(frozen=True)
class Blocks:
    """Writes the blocks of one run of pages."""

    document: Document
    lines: Lines
    small: Type

    def of(self, blocks: Iterable[Block]) -> Iterator[Data]:
        for block, introduces in introduced(blocks):
            yield from self._block(block, introduces=introduces)

    def _block(self, block: Block, *, introduces: bool = False) -> Iterator[Data]:
        match block:
            case Paragraph():
                yield self._paragraph(block, introduces=introduces)
            case Heading():
                yield self._heading(block)
            case BulletList():
                yield self._list("dashes", [("–", item) for item in block.items])
            case NumberedList():
                yield self._list("numbers", [(f"{n})", item) for n, item in enumerate(block.items, 1)])
            case Table():
                yield table(block, self.lines, self.small)
            case Figure():
                yield figure(block, self.lines)
            case TableOfContents():
                yield from self._contents(block)
            case SignatureBlock():
                yield self._signature(block)
            case PageBreak():
                yield {"kind": "page-break"}
            case OpenPoints():
                yield from self._open_points(block)
            case Abbreviations():
                yield from self._block(as_block(block))
            case Section() | Annex():
                raise TypeError("a section and an annex are runs of pages of their own")
            case _:
                assert_never(block)

    # --- paragraphs and headings ---

    def _paragraph(self, node: Paragraph, *, introduces: bool) -> Data:
        is_framed = node.kind is ParagraphKind.NOTICE
        return {
            "kind": "paragraph",
            "style": node.kind.value,
            "id": self.lines.places.stand(_place(node)),
            "lang": node.lang,
            "label": self.lines.words.signs(caption_label(node)),
            "number": self._number(f"{node.label}.") if node.kind is ParagraphKind.NUMBERED else None,
            "columns": [self.lines.line(part) for part in _columns(node)],
            "introduces": introduces,
            "notes": [str(note.number) for note in inlines_in(node.content) if isinstance(note, Footnote)],
            "holds": _letters(node.content) <= (_INTRODUCTION if introduces and not is_framed else _HELD_TOGETHER),
        }

    def _number(self, text: str) -> Data:
        """A computed number or mark, with its width in its size: the room that it takes at the least."""
        return {"text": text, "width": width(f"{text} ")}

    def _heading(self, node: Heading) -> Data:
        number = printed_number(node, self.document.layout.heading_numbers)
        bookmark = self.lines.words.signs(f"{number} {title(node)}" if number else title(node))
        self.lines.places.titles.append(Title(node.level, bookmark, node.id))
        return {
            "kind": "heading",
            "level": node.level,
            "id": self.lines.places.stand(node.id),
            "number": self._number(number) if number else None,
            "title": bookmark,
            "content": self.lines.line(node.content),
        }

    # --- lists ---

    def _list(self, style: str, items: list[tuple[str, ListItem]]) -> Data:
        written = [self._item(mark, self.lines.line(item.content), item.id) for mark, item in items]
        return {"kind": "list", "style": style, "items": written}

    def _item(self, mark: str, content: Data, item_id: str | None = None) -> Data:
        return {"mark": self._number(mark), "id": self.lines.places.stand(item_id), "content": content}

    def _open_points(self, node: OpenPoints) -> Iterator[Data]:
        if not node.items:
            yield self._paragraph(Paragraph(node.none, ParagraphKind.PLAIN), introduces=False)
            return
        yield self._paragraph(Paragraph(node.intro, ParagraphKind.PLAIN), introduces=True)
        items = [self._item(f"{n})", self.lines.line(_point(item))) for n, item in enumerate(node.items, 1)]
        yield {"kind": "list", "style": "numbers", "items": items}

    # --- contents and signatures ---

    def _contents(self, node: TableOfContents) -> Iterator[Data]:
        if node.of is ContentsOf.HEADINGS:
            entries = [self._entry(heading) for heading in contents(self.document, node)]
        else:
            entries = [self._caption_entry(found) for found in listed(self.document, node)]
        if entries or node.of is ContentsOf.HEADINGS:
            yield {"kind": "contents", "title": self.lines.line(node.title), "of": node.of.value, "entries": entries}

    def _entry(self, heading: Heading) -> Data:
        number = printed_number(heading, self.document.layout.heading_numbers)
        mark = self._number(number) if number else None
        return {"level": heading.level, "number": mark, **self._leading(title(heading), heading.id)}

    def _caption_entry(self, node: Paragraph | Figure) -> Data:
        target = node.counted.target if node.counted else ""
        return {"level": 1, "number": None, **self._leading(caption_words(node), target)}

    def _leading(self, text: str, target: str) -> Mapping[str, Data]:
        """The words of an entry, and where it leads to."""
        places = self.lines.places
        return {"title": self.lines.words.words(text), "target": places.lead(target), "page": places.page(target)}

    def _signature(self, node: SignatureBlock) -> Data:
        parts = {"post": node.post, "name": node.name, "stamp": node.stamp, "date": node.date}
        written = {name: self.lines.line(content) if content else None for name, content in parts.items()}
        return {"kind": "signature", **written, "holds": sum(map(_letters, parts.values())) <= _HELD_TOGETHER}


def _place(node: Paragraph) -> str | None:
    """Its own id; what stands for the id of its table, where neither has one."""
    if node.id or not node.counted:
        return node.id
    return node.counted.target if node.counted.target.startswith("~") else None


def _point(point: OpenPoint) -> Inlines:
    where = f" ({'; '.join(point.where)})" if point.where else ""
    return (Text(point.text + where),)


def _columns(node: Paragraph) -> Iterator[Inlines]:
    """The parts of a line with tabs, which are spread over its width."""
    part: list[Inline] = []
    for inline in node.content:
        if isinstance(inline, Tab):
            yield tuple(part)
            part = []
        else:
            part.append(inline)
    yield tuple(part)


def _letters(content: Inlines) -> int:
    """How many letters it has, about; a line that it breaks off counts as one of forty."""
    return len(words(content)) + 40 * sum(isinstance(node, LineBreak) for node in content)
