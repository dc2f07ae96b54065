"""Which characters are printed, which by their kin, and which stop the document."""

import pytest

from referral.document.inlines import Code
from referral.document.layout import Properties
from referral.errors import WriteError
from referral.writers.pdf import write_pdf
from referral.writers.pdf.characters import missing, printable
from tests.unit.writers.pdf.reading import fonts, pages_of
from tests.unit.writers.pdf.sample import document, heading, paragraph

UKRAINIAN = "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯабвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
SIGNS = "№ « » “ ” „ ’ ʼ – — … § ¶ ₴ € † ‡ × ± ≤ ≥ → ← • □ ■ ½ ° ² ³ ŁłŠšĞğİıŐő"


def test_ukrainian_european_and_typographic_signs_are_in_our_fonts():
    assert frozenset() == missing(UKRAINIAN + SIGNS)


@pytest.mark.parametrize(
    ("shown", "written"), [("√", "✓"), ("√", "✔"), ("×", "✗"), ("□", "☐"), ("→", "⇒"), ("II", "Ⅱ"), ("12", "１２")]
)
def test_a_sign_without_glyph_is_shown_by_its_kin(shown, written):
    assert shown == printable(written)


def test_signs_that_need_no_glyph_and_composed_letters_are_printed():
    text = "А\u20111 за\u2060раз 1\u202f000 й=и\u0306 м’я\u00adкий слово\ufe0f"
    assert frozenset() == missing(printable(text))
    (page,) = pages_of(paragraph(text))
    assert page.startswith("А\u20111 зараз 1\u202f000 й=й")


def test_raised_figures_never_become_plain_ones():
    assert "10⁵" == printable("10⁵")
    assert "5" not in printable("⁵")


def test_text_that_our_fonts_have_is_left_alone():
    assert "и\u0306 № 1" == printable("и\u0306 № 1")


def test_a_name_in_letters_that_no_font_has_is_refused_by_name():
    with pytest.raises(WriteError) as caught:
        write_pdf(document(paragraph("свідок 山田"), paragraph("ще раз 山")))
    message = str(caught.value)
    assert "“山” (U+5C71 CJK UNIFIED IDEOGRAPH-5C71), “田” (U+7530 CJK UNIFIED IDEOGRAPH-7530)" in message
    assert 1 == message.count("山")


def test_many_missing_characters_are_counted():
    with pytest.raises(WriteError, match=r", and 30 more: write these words"):
        write_pdf(document(paragraph("".join(map(chr, range(0x4E00, 0x4E00 + 50))))))


def test_characters_of_headings_and_margins_are_checked_too():
    for bad in (
        document(heading(1, "漢", "h")),
        document(properties=Properties("en", "t", "2026-01-01", draft_mark="漢")),
    ):
        with pytest.raises(WriteError, match="U\\+6F22"):
            write_pdf(bad)


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u202e", "\u2066", "\ud800", "\ufffe"])
def test_control_characters_are_refused(sign):
    with pytest.raises(WriteError, match=f"U\\+{ord(sign):04X} after “before”"):
        write_pdf(document(paragraph(f"before{sign}after")))
    with pytest.raises(WriteError, match=f"U\\+{ord(sign):04X}"):
        write_pdf(document(properties=Properties("en", "t", "2026-01-01", stamp=sign)))


def test_a_sign_that_the_fixed_width_font_lacks_comes_from_the_other():
    assert {"Liberation-Mono", "Liberation-Serif"} == fonts(write_pdf(document(paragraph(Code("a\u202fb")))).data)
