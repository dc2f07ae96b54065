"""Inlines become runs, and nothing in a text becomes anything else."""

import pytest

from referral.document.inlines import (
    Citation,
    Code,
    Emphasis,
    Footnote,
    Inline,
    LineBreak,
    Placeholder,
    Redaction,
    Strong,
    Superscript,
    Tab,
    Text,
)
from referral.errors import WriteError
from referral.writers.codes import JOINER
from tests.unit.writers.docx.builder import Written, body, heading, row, table, with_properties, words, write


def run_properties(document: Written, text: str) -> list[str]:
    """The properties of the run with these words, each as `name` or `name=value`."""
    found = document.find(f'//w:r[w:t="{text}"]/w:rPr/*')
    return ["=".join((element.tag.rpartition("}")[2], *map(str, element.attrib.values()))) for element in found]


@pytest.mark.parametrize(
    ("inline", "expected"),
    [
        (Text("x"), []),
        (Text("x", "uk-UA"), ["lang=uk-UA"]),
        (Strong(words("x")), ["b", "bCs"]),
        (Emphasis(words("x")), ["i", "iCs"]),
        (Superscript(words("x")), ["vertAlign=superscript"]),
        (Strong(words(Emphasis(words("x")))), ["b", "bCs", "i", "iCs"]),
        (Code("x"), ["rStyle=CodeText"]),
        (Placeholder("x"), ["rStyle=Placeholder"]),
        (Redaction("x"), ["rStyle=Redaction"]),
        (Strong(words(Placeholder("x"))), ["rStyle=Placeholder", "b", "bCs"]),
        (Strong(words(Redaction("x"))), ["rStyle=Redaction"]),
        (Citation("x"), []),
    ],
)
def test_every_inline_looks_as_its_kind_asks(inline: Inline, expected: list[str]):
    assert expected == run_properties(write(body(inline)), "x")


def test_a_placeholder_keeps_the_brackets_of_its_text_and_is_shaded():
    written = write(body(Placeholder("[date is missing]")))
    assert written.text() == "[date is missing]"
    assert ["FFF2A0"] == written.values('//w:style[@w:styleId="Placeholder"]//w:shd/@w:fill', "word/styles.xml")


def test_the_language_of_a_paragraph_reaches_every_run_of_it():
    written = write(body("один ", Strong(words("два")), Text(" three", "en-GB"), lang="uk-UA"))
    assert ["uk-UA", "uk-UA", "en-GB"] == written.values("//w:body//w:lang/@w:val")


def test_a_language_unknown_to_us_is_passed_through():
    written = write(body(Text("Wort", "de"), Text("mot", "fr-BE")))
    assert ["de", "fr-BE"] == written.values("//w:body//w:lang/@w:val")


def test_a_language_that_is_no_tag_is_refused():
    with pytest.raises(WriteError, match="“not a tag!” is no language tag"):
        write(body(Text("x", "not a tag!")))


def test_line_breaks_and_tabs_are_real_ones():
    written = write(body("a", LineBreak(), "b", Tab(), "c"))
    assert ["t", "br", "t", "tab", "t"] == [e.tag.rpartition("}")[2] for e in written.find("//w:r/*")]


def test_a_line_with_a_tab_ends_at_the_right_margin():
    written = write(body("place", Tab(), "date"))
    assert ["right"] == written.values("//w:body//w:tabs/w:tab/@w:val")
    assert ["9638"] == written.values("//w:body//w:tabs/w:tab/@w:pos")
    assert ["0"] == written.values("//w:body//w:pPr/w:ind/@w:firstLine")


def test_a_line_with_two_tabs_has_its_middle_centred():
    written = write(body("a", Tab(), "b", Tab(), "c"))
    assert ["center", "right"] == written.values("//w:body//w:tabs/w:tab/@w:val")


def test_spaces_at_the_ends_of_runs_are_kept():
    written = write(body("a ", Strong(words(" b "))))
    assert written.text() == "a  b "
    assert len(written.find('//w:t[@xml:space="preserve"]')) == 2


HOSTILE = [
    "<script>alert(1)</script>",
    "{{ 7*7 }}{% raw %}",
    '=HYPERLINK("https://example.org";"x")',
    r"\\server\share\x",
    "{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe }",
    "]]></w:t></w:r><w:fldSimple w:instr='DATE'/>&amp;&#65;",
    "$size ${size} $$ {page} %s",
    "https://example.org/ javascript:alert(1)",
    "x" * 100_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:20])
def test_hostile_text_comes_out_as_the_same_plain_text(text: str):
    written = write(
        body(text), heading(1, text, "h"), table(row(text, Strong(words(text)))), properties=with_properties(title=text)
    )
    assert [text] * 4 == [t for t in written.values("//w:t/text()") if t not in {"No.", "What"}]
    assert [] == written.fields()
    assert [] == written.find("//w:hyperlink")
    assert [] == written.find("//w:fldSimple")
    assert [text] == written.values("//*[local-name()='title']/text()", "docProps/core.xml")


def test_hostile_text_in_the_margins_comes_out_as_plain_text():
    hostile = "<w:p/>&{pages} $size"
    marks = with_properties(draft_mark=hostile, classification=hostile, stamp=hostile, page_label="{page}<b>&")
    written = write(body("x"), properties=marks)
    assert f"{hostile} · {hostile}" == written.text("word/header1.xml")
    assert [hostile] == written.values("//v:textpath/@string", "word/header1.xml")
    assert written.text("word/footer1.xml") == "1<b>&"
    assert hostile == written.paragraphs()[-1][1]


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\ufffe", "\uffff", "\ud800"])
@pytest.mark.parametrize("where", ["text", "title", "draft_mark"])
def test_a_character_that_word_cannot_hold_is_refused_by_its_number(character: str, where: str):
    text = f"before {character} after"
    with pytest.raises(WriteError, match=rf"U\+{ord(character):04X} .*before . after"):
        write(body(text)) if where == "text" else write(body("x"), properties=with_properties(**{where: text}))


def test_unusual_characters_are_kept():
    text = "ґ є і ї ʼ ’ « » № \u00a0 \u2011 \u200b \u202e 🕊 \U0010fffd"
    assert text == write(body(text)).text()


def test_a_line_break_inside_a_text_is_a_space():
    assert write(body("a\nb\tc\r\nd")).text() == "a b c  d"


def test_a_code_is_held_together_and_read_as_it_was_written():
    written = write(body("у EV-0001 за 8(2)(a)/(vii)"))
    assert "у EV-0001 за 8(2)(a)/(vii)" == written.text()
    assert ["у EV", "0001 за 8(2)", JOINER, "(a)/", JOINER, "(vii)"] == written.values("//w:t/text()")
    assert 1 == len(written.find("//w:noBreakHyphen"))
    assert ["Joiner", "Joiner"] == written.values("//w:rStyle/@w:val")


def test_a_code_too_long_for_its_column_may_be_parted_and_a_digest_too():
    written = write(table(row("EV-0001", Code("EV-0001")), widths=(1, 30)))
    assert [] == written.find("//w:noBreakHyphen")


def test_a_call_after_a_figure_stands_apart():
    written = write(body("у 2014", Footnote(words("x")), " році"))
    assert ["у 2014", "\u202f", " році"] == written.values("//w:body//w:t/text()")
