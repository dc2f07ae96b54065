"""Citations read back."""

import pytest

from referral.law.read_citation import CitationReader, normal
from tests.unit.law.builder import PROVISION, library

PARTS = (
    PROVISION
    + """\
- {id: x.1.1, parent: x.1, kind: offence, number: {article: 1, part: 1}, title: {uk: Перша, en: First}, status: known}
- {id: x.1.1.a, parent: x.1.1, kind: offence, number: {article: 1, part: 1}, title: {uk: Вид, en: Kind}, status: known}
- {id: x.12-3, kind: rule, number: {article: 12-3}, title: {uk: Доповнення, en: Addition}, status: known}
"""
)
READER = CitationReader(library(PARTS))


@pytest.mark.parametrize(
    ("text", "provisions"),
    [
        ("ст. 1 КІ", ("x.1",)),
        ("статті 1 Кодексу Ікс", ("x.1",)),
        ("article 1(1) CX", ("x.1.1", "x.1.1.a")),
        ("частина перша статті 1 Кодексу Ікс", ("x.1.1", "x.1.1.a")),
        ("частині першій статті 1 Кодексу Ікс", ("x.1.1", "x.1.1.a")),
        ("ст. 12³ КІ", ("x.12-3",)),
        ("ст. 12-3 КІ", ("x.12-3",)),
        ("ст.\u00a01  КІ ", ("x.1",)),
        ("ст. 2 КІ", ()),
        ("частині третій статті 1 Кодексу Ікс", ()),
        ("ст. 1 іншого кодексу", ()),
        ("", ()),
    ],
)
def test_a_citation_names_its_provisions(text: str, provisions: tuple[str, ...]):
    assert provisions == READER.read(text)


@pytest.mark.parametrize(
    ("text", "provisions"),
    [
        ("Стаття 1 КІ", ("x.1",)),
        ("art. 1(1)", ("x.1.1", "x.1.1.a")),
        ("Article 1(1) of CX", ("x.1.1", "x.1.1.a")),
        ("1", ("x.1",)),
        ("ч. 1 ст. 1 Кодексу", ("x.1.1", "x.1.1.a")),
        ("банан 1", ()),
        ("ст. 1 іншого кодексу", ()),
    ],
)
def test_an_abridged_citation_is_read_where_its_words_are_known(text: str, provisions: tuple[str, ...]):
    assert provisions == READER.read_abridged(text)


def test_spaces_are_one_and_a_raised_index_is_written_on_the_line():
    assert "ст. 297-1 і 31-1" == normal("ст.\u00a0297¹\u202fі  31¹")
