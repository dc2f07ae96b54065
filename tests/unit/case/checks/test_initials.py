"""What is a capital letter before a full stop is one in every alphabet."""

import pytest

from referral.case.checks.initials import with_initials


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("слова П. І. Вигаданенка", "П. І. Вигаданенка"),
        ("selon É. Dupont", "É. Dupont"),
        ("selon J.-P. n’est pas ici", ""),
        ("il alla à é. Mais oui", ""),
        ("до є. Після цього", ""),
        ("podle ž. Potom", ""),
    ],
)
def test_initials_are_capital_letters_of_any_alphabet(text: str, found: str):
    assert found == with_initials(text)
