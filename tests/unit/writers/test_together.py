"""What stays together at the end of a page: an introduction and its table, two rows at either edge of a table."""

import pytest

from referral.document.inlines import Text
from referral.document.nodes import (
    Block,
    BulletList,
    ListItem,
    NumberedList,
    PageBreak,
    Paragraph,
    ParagraphKind,
    SignatureBlock,
)
from referral.document.tables import Cell, Row, Rows, Table
from referral.writers.together import introduced, kept

X = (Text("x"),)
WORDS = Paragraph(X)
QUOTE = Paragraph(X, ParagraphKind.QUOTE)
TABLE = Table((1,), (), Rows(lambda: iter(())))
ITEMS = BulletList((ListItem(X),))
STEPS = NumberedList((ListItem(X),))
SIGNATURE = SignatureBlock(X, X)


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((WORDS, TABLE), [True, False]),
        ((WORDS, ITEMS, STEPS), [True, False, False]),
        ((WORDS, STEPS), [True, False]),
        ((WORDS, QUOTE, WORDS), [True, False, False]),
        ((WORDS, WORDS, SIGNATURE, SIGNATURE), [False, True, False, False]),
        ((WORDS, WORDS, PageBreak()), [False, False, False]),
        ((Paragraph(X, ParagraphKind.NOTICE), TABLE), [False, False]),
        ((Paragraph(X, ParagraphKind.NOTICE), WORDS), [True, False]),
        ((), []),
    ],
)
def test_words_stay_with_the_table_list_quotation_or_signature_after_them_a_frame_with_what_it_is_about(
    blocks: tuple[Block, ...], expected: list[bool]
):
    assert list(zip(blocks, expected, strict=True)) == list(introduced(blocks))


def row(text: str) -> Row:
    return Row((Cell(((Text(text),),)),))


LONG = "word " * 500


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((), []),
        (("a",), [False]),
        (("a", "b"), [True, False]),
        (("a", "b", "c"), [True, True, False]),
        (("a", "b", "c", "d"), [True, False, True, False]),
        ((LONG, "b"), [False, False]),
        (("a", LONG), [False, False]),
        (("a", "b", LONG), [True, False, False]),
    ],
)
def test_the_first_two_and_the_last_two_rows_stay_together_if_they_are_short(
    texts: tuple[str, ...], expected: list[bool]
):
    rows = [row(text) for text in texts]
    assert list(zip(rows, expected, strict=True)) == list(kept(rows, (1,)))
