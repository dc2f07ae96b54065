"""Signature blocks: post, a rule to sign on, name; never parted by the end of a page."""

from referral.document.inlines import Inlines, Strong
from referral.document.nodes import SignatureBlock
from referral.writers.docx.flow import Flow
from referral.writers.docx.inlines import InlineWriter
from referral.writers.docx.looks import ParagraphLook, add_paragraph
from referral.writers.docx.measures import shares
from referral.writers.docx.oxml import Element, add
from referral.writers.docx.rows import open_cell, open_row, open_table

_WIDTHS = (44, 2, 22, 2, 30)  # post, space, rule, space, name
_RULE = 2  # the column of the rule


class SignatureWriter:
    """Writes signature blocks as tables without borders."""

    def __init__(self, flow: Flow, inlines: InlineWriter) -> None:
        self._flow = flow
        self._inlines = inlines

    def write(self, block: SignatureBlock) -> None:
        """Appends the block: the stamp above, if there is one, and the date below."""
        grid = shares(self._flow.width(), _WIDTHS)
        self._flow.paragraph(ParagraphLook("SignatureText", keep_next=True))
        table = self._flow.place("tbl")
        open_table(table, "SignatureTable", grid)
        if block.stamp:
            self._write_line(table, (Strong(block.stamp),), sum(grid), keep_next=True)
        self._write_signature(table, block, grid)
        if block.date:
            self._write_line(table, block.date, sum(grid), keep_next=False)
        self._flow.gap()

    def _write_signature(self, table: Element, block: SignatureBlock, grid: list[int]) -> None:
        row = open_row(table)
        for column, content in enumerate((block.post, (), (), (), block.name)):
            cell = open_cell(row, grid[column])
            if column == _RULE:
                add(add(cell[0], "tcBorders"), "bottom", val="single", sz=4, space=0, color="000000")
            add(cell[0], "vAlign", val="bottom")
            self._write_words(cell, content, keep_next=bool(block.date))

    def _write_line(self, table: Element, content: Inlines, width: int, *, keep_next: bool) -> None:
        cell = open_cell(open_row(table), width, columns=len(_WIDTHS))
        self._write_words(cell, content, keep_next=keep_next)

    def _write_words(self, cell: Element, content: Inlines, *, keep_next: bool) -> None:
        self._inlines.write(add_paragraph(cell, ParagraphLook("SignatureText", keep_next=keep_next)), content)
