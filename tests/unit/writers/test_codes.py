"""What the end of a line must not part, and what it may."""

import pytest

from referral.writers.codes import JOINER, LONGEST, unparted


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("у додатку EV-0001, арк. 2", "у додатку EV-|0001, арк. 2"),
        ("PER-002’s", "PER-|002’s"),
        ("№ 1207-VII", "№ 1207-|VII"),
        ("стаття 297-1", "стаття 297-|1"),
        ("(ICC-PIDS-LT-03-002/11_Eng),", "(ICC-|PIDS-|LT-|03-|002/11_Eng),"),
        ("до 2014-го", "до 2014-|го"),
        ("article 8(2)(a)(vii)", "article 8(2)|(a)|(vii)"),
        ("8(2)(a)/(vii),", "8(2)|(a)/|(vii),"),
        ("8(2)(a)(ii)-2", "8(2)|(a)|(ii)-|2"),
        ("(арк. 14–16; 2015–2021)", "(арк. 14–|16; 2015–|2021)"),
    ],
)
def test_a_code_is_joined_wherever_a_line_could_end(text: str, shown: str):
    assert shown == unparted(text).replace(JOINER, "|")


@pytest.mark.parametrize(
    "text",
    [
        "so-called",
        "держави-окупанта",
        "",
        "-",
        "a - b – c",
        "https://example.org/EV-0001/a)(b",
        "EV-0015-summons.txt",
        "SRC-ARTICLE-CALLUP-FIGURE-1",
        "(one) (two)",
    ],
)
def test_words_addresses_and_names_of_files_may_be_parted(text: str):
    assert text == unparted(text)


def test_a_code_longer_than_its_line_may_be_parted_at_its_hyphens():
    assert f"EV-{JOINER}0001" == unparted("EV-0001", 7)
    assert "EV-0001" == unparted("EV-0001", 6)
    assert "8(2)(a)" == unparted("8(2)(a)", 6)
    assert "A-" * 12 + "B" == unparted("A-" * 12 + "B", LONGEST)


@pytest.mark.parametrize(
    ("room", "shown"),
    [
        (24, "з 05~травня~2025~року, №~4"),
        (14, "з 05~травня 2025~року, №~4"),
        (4, "з 05 травня 2025 року, №~4"),
    ],
)
def test_words_held_together_are_parted_near_their_middle_where_no_line_holds_them_all(room: int, shown: str):
    assert shown == unparted("з 05~травня~2025~року, №~4".replace("~", "\u00a0"), room).replace("\u00a0", "~")


@pytest.mark.parametrize(
    "text", ["x" * 200_000 + "-1", "(" * 200_000 + ")", "1-" * 100_000, "(a)" * 70_000, "x" * 200_000 + "\u00a0"]
)
def test_a_word_without_end_is_left_as_it_is(text: str):
    assert text == unparted(text)
