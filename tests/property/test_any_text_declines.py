"""Whatever is handed in, declension answers: seven forms, the first of them the text itself, never an exception."""

from hypothesis import given
from hypothesis import strategies as st

from referral.language.declension import Declinable, Gender, GrammaticalCase, declension_of
from referral.language.transliteration import transliteration_of

LETTERS = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяАБЄЇЯ'’ʼ`-– «»(),.19iIé\u0306"
TEXTS = st.text(st.sampled_from(LETTERS), max_size=24) | st.text(max_size=12)
GENDERS = st.none() | st.sampled_from(Gender)


@given(TEXTS, st.sampled_from(Declinable), GENDERS)
def test_any_text_has_seven_forms_and_stays_itself_in_the_nominative(
    text: str, kind: Declinable, gender: Gender | None
):
    decline = declension_of("uk")
    assert decline
    forms = decline(text, kind, gender).forms
    assert list(GrammaticalCase) == list(forms)
    assert text.split() == forms[GrammaticalCase.NOMINATIVE].split()


@given(TEXTS)
def test_any_text_can_be_transliterated_and_no_letter_of_the_alphabet_is_left(text: str):
    latin = transliteration_of("uk")
    assert latin
    assert not set("абвгґдеєжзиіїйклмнопрстуфхцчшщюя") & set(latin(text).lower())
