"""Codes of languages."""

import pytest

from referral.language_codes import language_code, language_codes


@pytest.mark.parametrize("code", ["uk", "en", "fr", "crh", "kdr"])
def test_the_code_of_a_language_is_taken(code: str):
    assert code == language_code(code)


@pytest.mark.parametrize("code", ["zz", "ua", "xx", "qaa", "EN", "", "#"])
def test_what_is_the_code_of_no_language_is_refused(code: str):
    with pytest.raises(ValueError, match="no language has the code"):
        language_code(code)


def test_the_list_has_both_kinds_of_codes():
    assert {2: 184, 3: 7906} == {n: sum(len(code) == n for code in language_codes()) for n in (2, 3)}
