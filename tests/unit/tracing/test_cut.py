"""Where sentences end in words that nobody marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referral.tracing.cut import cut


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One thing. Another thing!  A third?", ["One thing.", "Another thing!", "A third?"]),
        ("Одне речення. Друге речення.", ["Одне речення.", "Друге речення."]),
        ("He has it. She has not.", ["He has it.", "She has not."]),
        ("He said “no.” Then he left.", ["He said “no.”", "Then he left."]),
        ("Він сказав «ні». «Так» було краще.", ["Він сказав «ні».", "«Так» було краще."]),
        ("See p. 5 and Art. 8 of it.", ["See p. 5 and Art. 8 of it."]),
        ("Under ст. 438 it is so.", ["Under ст. 438 it is so."]),
        ("It was P. Petrenko. He came.", ["It was P. Petrenko.", "He came."]),
        ("It was 2022. He came.", ["It was 2022.", "He came."]),
        ("the so-called “D. P. R.” is none", ["the so-called “D. P. R.” is none"]),
        ("a … and b", ["a … and b"]),
        ("  ", []),
        ("", []),
        ("No end", ["No end"]),
    ],
)
def test_a_text_is_cut_into_its_sentences(text: str, sentences: list[str]):
    assert sentences == [text[start:end] for start, end in cut(text)]


@given(st.text(alphabet="Aa. !?\u00a0“”1", max_size=60))
def test_nothing_is_lost_but_the_spaces_between(text: str):
    assert "".join(text.split()) == "".join("".join(text[start:end].split()) for start, end in cut(text))


def test_quotation_marks_may_stand_apart_from_their_words():
    text = "Il a dit «\u00a0non.\u00a0» Puis il part. «\u00a0Quoi\u00a0?\u00a0» Oui\u00a0! Non."

    assert ["Il a dit «\u00a0non.\u00a0»", "Puis il part.", "«\u00a0Quoi\u00a0?\u00a0»", "Oui\u00a0!", "Non."] == [
        text[first:last] for first, last in cut(text)
    ]
