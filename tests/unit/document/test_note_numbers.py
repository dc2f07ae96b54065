"""The first note of a file that cites an exhibit names it; later ones refer to that note by its number."""

from dataclasses import replace

from referral.document.nodes import Annex, Document
from referral.document.number import number
from referral.document.parts import parts
from referral.document.walk import flat, footnotes
from referral.writers.text import write_text
from tests.unit.document.trees import PROPERTIES, parse_refusals, parsed

WORDS = replace(PROPERTIES, note_above="fn. {number} above", level="public")


def cite(n: int, page: int, to: str = "") -> str:
    target = f' to="{to}"' if to else ""
    return f'<cite{target} pin="p. {page}">Annex {n}<full>Ministry, Order {n}, 2014</full></cite>'


def note(*cited: str) -> str:
    return f"<note>{'; '.join(cited)}</note>"


def numbered(body: str) -> Document:
    return number(replace(parsed(body), properties=WORDS))


def notes(body: str) -> list[str]:
    return [words for _, words in footnotes(numbered(body))]


def test_the_first_note_names_the_exhibit_and_later_ones_refer_to_it():
    body = f"<p>a{note(cite(1, 4))}</p><p>b{note(cite(2, 5))}</p><p>c{note(cite(1, 6), cite(2, 7))}</p>"
    assert [
        "Annex 1, Ministry, Order 1, 2014, p. 4",
        "Annex 2, Ministry, Order 2, 2014, p. 5",
        "Annex 1 (fn. 1 above), p. 6; Annex 2 (fn. 2 above), p. 7",
    ] == notes(body)


def test_moving_a_paragraph_changes_which_note_names_the_exhibit():
    first, second = f"<p>a{note(cite(1, 4))}</p>", f"<p>b{note(cite(1, 9))}</p>"
    assert ["Annex 1, Ministry, Order 1, 2014, p. 4", "Annex 1 (fn. 1 above), p. 9"] == notes(first + second)
    assert ["Annex 1, Ministry, Order 1, 2014, p. 9", "Annex 1 (fn. 1 above), p. 4"] == notes(second + first)


def test_a_second_time_in_one_note_is_short():
    assert ["Annex 1, Ministry, Order 1, 2014, p. 4; Annex 1, p. 5"] == notes(f"<p>a{note(cite(1, 4), cite(1, 5))}</p>")


def test_a_citation_outside_notes_is_short_and_counts_for_nothing():
    body = f'<p>{cite(1, 3)}</p><table widths="1"><tbody><tr><td>{cite(1, 4)}</td></tr></tbody></table>'
    text = write_text(numbered(f"{body}<p>a{note(cite(1, 5))}</p>")).strip()
    assert ["Annex 1, p. 3", "Annex 1, p. 4", "a[1]", "[1] Annex 1, Ministry, Order 1, 2014, p. 5"] == text.split(
        "\n\n"
    )


def test_a_capital_letter_at_the_head_of_a_note_makes_no_other_exhibit():
    small = cite(1, 5).replace("Annex", "annex")
    assert "annex 1 (fn. 1 above), p. 5" == notes(f"<p>a{note(cite(1, 4))}</p><p>b{note(small)}</p>")[1]


def test_rows_that_are_read_again_say_the_same():
    row = f"<tr><td>x{note(cite(1, 4))}</td></tr><tr><td>y{note(cite(1, 5))}</td></tr>"
    document = numbered(f'<table widths="1"><tbody>{row}</tbody></table><p>z{note(cite(1, 6))}</p>')
    assert write_text(document) == write_text(document)
    assert ["Annex 1, Ministry, Order 1, 2014, p. 4", "Annex 1 (fn. 1 above), p. 5", "Annex 1 (fn. 1 above), p. 6"] == [
        words for _, words in footnotes(document)
    ]


def test_a_hole_in_the_words_joins_the_open_points_where_they_are_printed():
    cited = "<cite>Annex 1<full>Ministry, <missing>[date]</missing></full></cite>"
    document = numbered(f'<p kind="numbered">a{note(cited)}</p><p kind="numbered">b{note(cited)}</p>')
    assert [("[date]", ("¶\u00a01",))] == [(point.text, point.where) for point in document.open_points]


def test_a_file_of_its_own_names_the_exhibit_anew():
    main = f"<h1>Text</h1><p>a{note(cite(1, 4))}</p><p>b{note(cite(1, 5))}</p>"
    own = f"<h1>In it</h1><p>c{note(cite(1, 6))}</p><p>d{note(cite(1, 7))}</p>"
    document = replace(
        parsed(f'{main}<annex id="M" level="confidential"><title>T</title>{own}</annex>'), properties=WORDS
    )
    _, apart = parts(number(document))

    assert [block.id for block in apart.document.blocks if isinstance(block, Annex)] == ["M"]
    assert [(1, "Annex 1, Ministry, Order 1, 2014, p. 6"), (2, "Annex 1 (fn. 1 above), p. 7")] == list(
        footnotes(apart.document)
    )
    assert list(flat(apart.document.blocks))


def test_the_words_take_no_citation_and_no_note():
    assert ["notice/uk.xml:1: <note> cannot stand here"] == parse_refusals(
        "<p><cite>A<full>x<note>y</note></full></cite></p>"
    )


def test_words_behind_the_full_words_are_refused():
    (refusal,) = parse_refusals("<p><cite>A<full>x</full> more</cite></p>")
    assert "has words outside its elements: more" in refusal
