"""Lines of words: never wider than their room, nothing lost, a code never parted."""

from hypothesis import given
from hypothesis import strategies as st

from referral.figures.lettering import Lettering

FACE = Lettering(8.5)


@given(st.text(st.sampled_from("абвїґщЮ Wwmil.-–/12’«»"), max_size=200), st.floats(5, 60))
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text: str, room: float):
    lines = FACE.lines(text, room)

    assert all(FACE.width(line) <= room for line in lines)
    assert text.replace(" ", "") == "".join(lines).replace(" ", "")


def test_lines_end_after_words_and_after_hyphens_between_letters_but_not_within_a_code():
    assert ("так званий", "військово-", "обліковий стіл", "INC-001") == FACE.lines(
        "так званий військово-обліковий стіл INC-001", FACE.width("обліковий стіл")
    )


def test_of_too_many_lines_the_last_ends_with_an_ellipsis():
    lines = FACE.lines("слово " * 20, 20, most=2)

    assert 2 == len(lines)
    assert lines[-1].endswith("…")


def test_a_bold_line_is_wider():
    assert Lettering(8.5, bold=True).width("Мобілізація") > FACE.width("Мобілізація")
