"""Words that a template escapes come out of the tree in their order: nothing is lost, and nothing becomes markup."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import escape

from referral.document.layout import Layout, Properties
from referral.document.nodes import Document
from referral.document.number import number
from referral.document.parse import parse_document
from referral.document.walk import body_blocks, footnotes
from referral.writers.text import write_text


@dataclass(frozen=True)
class Written:
    """What a template wrote, and the words it was given, in their order."""

    xml: str
    words: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def within(self, opening: str, closing: str) -> "Written":
        return Written(f"{opening}{self.xml}{closing}", self.words, self.notes)


def _joined(parts: list[Written]) -> Written:
    words = tuple(word for part in parts for word in part.words)
    return Written("".join(part.xml for part in parts), words, tuple(note for part in parts for note in part.notes))


def _word(text: str) -> Written:
    return Written(str(escape(text)), (text,))


_hostile = st.sampled_from(
    ["<script>", "{{ 7*7 }}", "]]>", "&amp;", "<![CDATA[", "<!--", "<?x?>", "</p>", '"', "'", "&#0;", "\u00a0x\u00a0"]
)
_letters = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff") | st.sampled_from(" \n\t")
_texts = st.text(_letters, min_size=1, max_size=12).filter(str.strip) | _hostile
_words = _texts.map(_word)


def _marked(inner: st.SearchStrategy[Written]) -> st.SearchStrategy[Written]:
    tags = st.sampled_from(["b", "i", "sup"])
    return st.tuples(tags, st.lists(inner, min_size=1, max_size=3)).map(
        lambda pair: _joined(pair[1]).within(f"<{pair[0]}>", f"</{pair[0]}>")
    )


_leaves = st.tuples(st.sampled_from(["code", "cite", "redacted", "missing"]), _words).map(
    lambda pair: pair[1].within(f"<{pair[0]}>", f"</{pair[0]}>")
)
_notes = _texts.map(lambda text: Written(f"<note>{escape(text)}</note>", (), (text,)))
_plain_inlines = st.recursive(_words | _leaves, _marked, max_leaves=6)
_inlines = st.lists(_plain_inlines | _notes | st.just(Written("<br/>")), max_size=4)
_lines = st.tuples(_words, _inlines).map(lambda pair: _joined([pair[0], *pair[1]]))


def _block(opening: str, closing: str) -> st.SearchStrategy[Written]:
    return _lines.map(lambda line: line.within(opening, closing))


def _row(cells: tuple[Written, ...]) -> Written:
    return _joined([cell.within("<td>", "</td>") for cell in cells]).within("<tr>", "</tr>")


_rows = st.lists(st.tuples(_lines, _lines).map(_row), min_size=1, max_size=3)
_tables = _rows.map(lambda rows: _joined(rows).within('<table widths="1 1"><tbody>', "</tbody></table>"))
_blocks = st.one_of(
    _block("<p>", "</p>"),
    _block('<p kind="numbered">', "</p>\n"),
    _words.map(lambda word: word.within("<h1>", "</h1>")),
    _block("<ul><li>", "</li></ul>"),
    _block('<section orientation="landscape"><ol><li>', "</li></ol></section>"),
    _tables,
)
_bodies = st.lists(_blocks, min_size=1, max_size=5).map(_joined)


def _parsed(written: Written) -> Document:
    properties = Properties("uk", "T", "2024-05-01")
    return parse_document(f"<document>{written.xml}</document>", "test", {}, properties, Layout())


def _squeezed(texts: Iterable[str]) -> str:
    """Without XML spaces, of which a run counts as one and the edges of blocks as none."""
    return re.sub("[ \t\r\n]", "", "".join(texts))


@given(_bodies)
@settings(deadline=None)
def test_words_come_out_in_their_order_and_nothing_else_does(written):
    document = number(_parsed(written))
    assert _squeezed(written.words) == _squeezed(body_blocks(document))


@given(_bodies)
@settings(deadline=None)
def test_notes_come_out_in_their_order_with_numbers_from_one(written):
    numbers, notes = [], []
    for note_number, note in footnotes(number(_parsed(written))):
        numbers.append(note_number)
        notes.append(note)
    assert list(range(1, len(written.notes) + 1)) == numbers
    assert _squeezed(written.notes) == _squeezed(notes)


@given(_bodies)
@settings(deadline=None)
def test_every_word_and_every_note_is_printed(written):
    text = _squeezed([write_text(number(_parsed(written)))])
    for word in (*written.words, *written.notes):
        assert _squeezed([word]) in text


@given(st.lists(st.tuples(_texts, _texts), min_size=1, max_size=4))
@settings(deadline=None)
def test_streamed_rows_and_written_rows_are_the_same(texts):
    rows = [f"<tr><td>{escape(a)}</td><td>{escape(b)}</td></tr>" for a, b in texts]
    properties, layout = Properties("uk", "T", "2024-05-01"), Layout()
    streamed = '<document><table widths="1 1"><rows source="rows"/></table></document>'
    written = f'<document><table widths="1 1"><tbody>{"".join(rows)}</tbody></table></document>'
    sources = {"rows": lambda: iter(rows)}
    first, second = (parse_document(xml, "test", sources, properties, layout) for xml in (streamed, written))
    assert write_text(number(first)) == write_text(number(second))
