"""Which sentences a document prints, and where each stands."""

from dataclasses import replace

from referral.document.layout import Layout, Properties
from referral.document.line_drawing import Line, LineDrawing, Words
from referral.document.nodes import OpenPoint
from referral.document.number import number
from referral.document.parse import parse_document
from referral.tracing.printed import Printed, printed
from tests.unit.document.trees import numbered, streamed


def sentences(body: str, **more: object) -> list[Printed]:
    return list(printed(numbered(body, **more)))  # type: ignore[arg-type]


def texts(body: str) -> list[str]:
    return [sentence.text for sentence in sentences(body)]


def test_marked_sentences_are_whole_and_what_stands_between_is_cut():
    found = sentences('<p>One. Two. <s from="F-1 F-2">Three. And four.</s> Five <b><s from="F-3">six.</s></b></p>')
    expected = [("One.", ()), ("Two.", ()), ("Three. And four.", ("F-1", "F-2")), ("Five", ()), ("six.", ("F-3",))]
    assert expected == [(s.text, s.sources) for s in found]
    assert {1} == {s.line for s in found}


def test_a_sentence_goes_through_bold_and_slanted_words():
    assert ["One two three.", "Four."] == texts("<p>One <b>two</b> <i>three. Four.</i></p>")


def test_a_sentence_has_the_notes_that_are_called_in_it_or_behind_it():
    body = (
        '<p>One.<note>n</note> Two<note>m</note>. <s from="F-1">C.<note>o</note></s><note>p</note> <note>q</note></p>'
    )
    assert [("One.", (1,)), ("Two.", (2,)), ("C.", (3, 4, 5))] == [(s.text, s.notes) for s in sentences(body)[:3]]


def test_notes_come_after_their_line_with_the_paragraph_that_calls_them():
    first, note, second = sentences('<h1>T</h1><p kind="numbered">A.<note>n</note></p><p kind="numbered">B</p>')[1:]
    assert ("note", "1", "1", 1) == (note.where.part, note.where.heading, note.where.paragraph, note.where.note)
    assert (2, 3, 4) == (first.line, note.line, second.line)


def test_a_sentence_has_the_citations_of_its_words_and_of_its_notes():
    body = '<p>See <cite pin="p. 1">Annex 1</cite>. So.<note><cite>Annex 2</cite>; <cite>Annex 3</cite></note></p>'
    expected = [["Annex 1"], ["Annex 2", "Annex 3"]]
    assert expected == [[c.label for c in s.citations] for s in sentences(body)[:2]]


def test_every_part_of_a_document_is_read():
    rows, sources = streamed("<tr><td>streamed</td></tr>")
    body = (
        "<h1>Title</h1><toc>Contents</toc><ul><li>dash</li></ul><ol><li>first</li></ol>"
        '<table widths="1 1"><thead><tr><th>h</th><th>i</th></tr></thead>'
        "<tbody><tr><td>row</td><td><p>a</p><p>b</p></td></tr></tbody></table>"
        + rows
        + "<signature><post>post</post><name>name</name><date>day</date></signature>"
        "<open-points><intro>To do:</intro><none>Nothing.</none></open-points>"
    )
    found = sentences(body, sources=sources, extra=[OpenPoint("date missing", ("¶ 1", "¶ 2"))])
    expected = {
        "heading": ["Title"],
        "item": ["dash", "first"],
        "cell": ["h", "i", "row", "a", "b", "streamed"],
        "signature": ["post", "name", "day"],
        "open_point": ["To do:", "date missing (¶ 1; ¶ 2)"],
    }
    assert expected == {part: [s.text for s in found if s.where.part == part] for part in expected}
    assert ["row"] * 3 == [s.where.row for s in found if s.where.row == "row"]
    assert {"1"} == {s.where.heading for s in found}


def test_a_figure_is_read_as_it_is_told_as_it_is_drawn_and_by_its_caption():
    told = '<alternative>A chart. <s from="Q-1">Q-1: five.</s> <s from="Q-2">Q-2: six.</s></alternative>'
    drawings = {"c": LineDrawing(9, 9, (Words("five", 1, 1, 8), Line(0, 0, 9, 9), Words("six", 1, 5, 8)))}
    properties = Properties(lang="en", title="T", created="2024-05-01", figure_label="Figure {number}")
    body = f'<document><figure source="c">{told}<caption>Claims</caption></figure></document>'
    found = list(printed(number(parse_document(body, "x", {}, properties, Layout(), drawings))))

    assert [
        ("alternative", "A chart.", ()),
        ("alternative", "Q-1: five.", ("Q-1",)),
        ("alternative", "Q-2: six.", ("Q-2",)),
        ("drawing", "five six", ("Q-1", "Q-2")),
        ("caption", "Figure 1.", ()),
        ("caption", "Claims", ()),
    ] == [(s.where.part, s.text, s.sources) for s in found]
    assert [1, 1, 1, 2, 3, 3] == [s.line for s in found]


def test_the_stamp_is_the_last_sentence():
    tree = numbered("<p>a</p>")
    stamped = replace(tree, properties=replace(tree.properties, stamp="Made by. 1.0"))
    assert ("stamp", "Made by. 1.0", 2) == ((last := list(printed(stamped))[-1]).where.part, last.text, last.line)


def test_numbers_that_a_program_may_count_anew_are_known_and_no_other_label():
    body = (
        '<p kind="numbered" id="a">x</p><table widths="1"><tbody><tr id="r"><td>CH-01</td></tr></tbody></table>'
        '<p>See <ref to="a"/> and <ref to="r"/>. Then <ref to="a"/>.</p>'
    )
    assert [("See 1 and CH-01.", ((4, 5),)), ("Then 1.", ((5, 6),))] == [
        (s.text, s.references) for s in sentences(body)[-2:]
    ]
