"""Tables as HTML, row after row: however long a table is, one row of it is held at a time."""

from collections.abc import Iterable, Iterator

from referral.document.abbreviations import as_block
from referral.document.nodes import Abbreviations, Block
from referral.document.tables import Align, Cell, Row, Table
from referral.document.walk import flat
from referral.errors import WriteError
from referral.writers.html.inlines import Medium, inlines
from referral.writers.html.markup import element, opening, void
from referral.writers.tall import is_tall, room
from referral.writers.together import kept


def table(node: Table, medium: Medium) -> Iterator[str]:
    """Its parts, in order."""
    yield opening("table", {"id": node.id})
    yield element("colgroup", "".join(void("col", {"class": name}) for name in _column_classes(node.widths)))
    if node.header:
        yield element("thead", "".join(_header_row(row, medium, node.widths) for row in node.header))
    yield opening("tbody")
    for row, is_kept in kept(node.rows, node.widths):
        yield _row(row, medium, node.widths, is_kept=is_kept)
    yield "</tbody></table>"


def width_rules(blocks: Iterable[Block]) -> str:
    """The CSS of the column widths in use. Rules and not `style` attributes, which a strict CSP forbids."""
    printed = (as_block(block) if isinstance(block, Abbreviations) else block for block in flat(blocks))
    tables = (block for block in printed if isinstance(block, Table))
    widths = {permille for node in tables for permille in _permille(node.widths)}
    return "\n".join(f".w{width} {{ width: {width / 10}% }}" for width in sorted(widths))


def _column_classes(widths: tuple[int, ...]) -> list[str]:
    return [f"w{permille}" for permille in _permille(widths)]


def _permille(widths: tuple[int, ...]) -> list[int]:
    if not widths or min(widths) <= 0:
        raise WriteError(f"the column widths {list(widths)} of a table are not all above zero")
    return [round(1000 * width / sum(widths)) for width in widths]


def _header_row(row: Row, medium: Medium, widths: tuple[int, ...]) -> str:
    columns = _columns(row, medium, widths)
    cells = (_cell(cell, "col" if cell.columns == 1 else "colgroup", column) for cell, column in columns)
    return element("tr", "".join(cells), {"id": row.id})


def _row(row: Row, medium: Medium, widths: tuple[int, ...], *, is_kept: bool) -> str:
    columns = _columns(row, medium, widths)
    cells = (_cell(cell, "row" if cell.is_header else None, column) for cell, column in columns)
    return element("tr", "".join(cells), {"id": row.id, "class": _kind(row, widths, is_kept=is_kept)})


def _columns(row: Row, medium: Medium, widths: tuple[int, ...]) -> Iterator[tuple[Cell, Medium]]:
    """The cells, each with the medium in its width."""
    return ((cell, medium.in_column(letters)) for cell, letters in zip(row.cells, room(row, widths), strict=True))


def _kind(row: Row, widths: tuple[int, ...], *, is_kept: bool) -> str | None:
    """How the row meets the end of a page."""
    if is_kept:
        return "kept"
    return "tall" if is_tall(row, widths) else None


def _cell(cell: Cell, scope: str | None, medium: Medium) -> str:
    """A header cell where it has a scope."""
    attributes = {
        "scope": scope,
        "colspan": str(cell.columns) if cell.columns > 1 else None,
        "class": None if cell.align is Align.LEFT else cell.align.value,
    }
    return element("th" if scope else "td", _lines(cell, medium), attributes)


def _lines(cell: Cell, medium: Medium) -> str:
    if len(cell.content) == 1:
        return inlines(cell.content[0], medium)
    return "".join(element("p", inlines(line, medium)) for line in cell.content)
