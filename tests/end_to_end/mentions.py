"""Where a document speaks of an entry of the case, and what stands around it."""

from collections.abc import Iterator

from referral.case.model import Entity, LocalText, Person
from referral.document.inlines import Inlines
from referral.document.nodes import Block, Document, Heading, OpenPoints
from referral.document.tables import Row, Table
from referral.document.walk import flat, lines_of, lines_of_row, words

_SHORTEST = 12  # shorter words occur where they do not speak of the entry
_KEY_AND_VALUE = 2  # columns of a sheet about one entry


Line = tuple[str, str]  # a line, and all that belongs to it: the headings above, the sheet in which it stands


def mentions(known: list[Line], entry: Entity, lang: str) -> list[str]:
    """For each line that speaks of the entry, all that belongs to it."""
    found = traces(entry, lang)
    return [around for line, around in known if any(trace in line for trace in found)]


def traces(entry: Entity, lang: str) -> list[str]:
    """The words by which a document in this language speaks of an entry; of a person, the code."""
    if isinstance(entry, Person):
        return [entry.id]
    texts = (getattr(entry, name, None) for name in ("text", "title", "name", "conduct", "says"))
    found = (text.by_lang.get(lang) or text.by_lang.get("") for text in texts if isinstance(text, LocalText))
    return [text.replace("\u00a0", " ") for text in found if text and len(text) > _SHORTEST]


def lines(document: Document) -> Iterator[Line]:
    """Every line of the document; a row of a table is one."""
    headings: dict[int, str] = {}
    for block in flat(document.blocks):
        if isinstance(block, Heading):
            headings = {level: title for level, title in headings.items() if level < block.level}
            headings[block.level] = words(block.content)
        yield from _with_surroundings(block, "" if isinstance(block, OpenPoints) else " ".join(headings.values()))


def _with_surroundings(block: Block, above: str) -> Iterator[Line]:
    found = [_line(row) for row in (*block.header, *block.rows)] if isinstance(block, Table) else _lines(block)
    is_sheet = isinstance(block, Table) and len(block.widths) == _KEY_AND_VALUE
    whole = " ".join(found)
    return ((line, f"{above} {whole if is_sheet else line}") for line in found)


def _line(row: Row) -> str:
    return " | ".join(_words(line) for line in lines_of_row(row))


def _lines(block: Block) -> list[str]:
    return [_words(line) for line in lines_of(block)]


def _words(line: Inlines) -> str:
    """With ordinary spaces, as in the files of a case: documents have others where no line may end."""
    return words(line).replace("\u00a0", " ")
