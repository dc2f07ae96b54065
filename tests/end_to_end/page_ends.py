"""What the end of a page has parted that should stand together, found by comparing lines with the document's tree."""

from collections.abc import Iterator
from itertools import pairwise

from referral.document.inlines import Inlines
from referral.document.nodes import Block, BulletList, Document, Heading, NumberedList, Paragraph, ParagraphKind
from referral.document.walk import flat, words
from tests.end_to_end.printed import Line, body, pages

_LEADING = (ParagraphKind.CAPTION, ParagraphKind.TITLE, ParagraphKind.COMMAND)  # all of them bold
_PLAIN = ("LiberationSerif", "LiberationSerifRegular")
_LEADER = "..."  # an entry of the contents


def alone(document: Document, pdf: bytes) -> list[str]:
    """Headings, captions, titles at the foot of a page, and single lines of a paragraph at its foot or top."""
    printed = [body(page, document.layout.margins) for page in pages(pdf)]
    return parted(document, [lines for lines in printed if lines])


def parted(document: Document, printed: list[list[Line]]) -> list[str]:
    """The same of pages that are lines."""
    return [*_leading_nothing(document, printed), *_single_lines(document, printed)]


def _leading_nothing(document: Document, printed: list[list[Line]]) -> Iterator[str]:
    leading = [_letters(content) for block in flat(document.blocks) for content in _leads(block)]
    for lines, _ in pairwise(printed):
        is_plain = lines[-1].pieces[-1].font in _PLAIN or lines[-1].size < document.layout.font_size - 0.5
        last = "" if is_plain else _bare(lines[-1].text)
        above = _bare("".join(line.text for line in lines))
        if (
            last
            and _LEADER not in lines[-1].text
            and any(head.endswith(last) and above.endswith(head) and above != head for head in leading)
        ):
            yield f"at the foot of a page: {lines[-1].text}"


def _single_lines(document: Document, printed: list[list[Line]]) -> Iterator[str]:
    paragraphs = [_letters(content) for block in flat(document.blocks) for content in _running(block)]
    for above, below in pairwise(printed):
        last, first = _bare(above[-1].text), _bare(below[0].text)
        for paragraph in paragraphs if last and first else ():
            if last + first in paragraph and (paragraph.startswith(last) or paragraph.endswith(first)):
                yield f"parted: {above[-1].text} / {below[0].text}"


def _leads(block: Block) -> Iterator[Inlines]:
    if isinstance(block, Heading) or (isinstance(block, Paragraph) and block.kind in _LEADING):
        yield block.content


def _running(block: Block) -> Iterator[Inlines]:
    if isinstance(block, Paragraph) and block.kind not in _LEADING:
        yield block.content
    elif isinstance(block, BulletList | NumberedList):
        yield from (item.content for item in block.items)


def _letters(content: Inlines) -> str:
    return _bare(words(content))


def _bare(text: str) -> str:
    """Letters alone: numbers are computed, and the marks of notes stand on a line of their own."""
    return "".join(filter(str.isalpha, text))
