"""Words that our own texts must not hold, in the shipped list of Ukrainian and by the rules that excuse them."""

import pytest

from referral.app.project import Sources
from referral.composition.kinds import load_templates
from referral.composition.wording import WordGroup, is_quoted, unfit

GROUPS = load_templates(Sources.of().templates).unfit_words["uk"]


def found(text: str) -> list[str]:
    return [name for name, group in GROUPS.items() for _ in unfit(text, group)]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Повістки вручав військкомат.", ["occupier"]),
        ("Повістки вручав «військкомат».", []),
        ("Повістки вручав так званий військовий комісаріат.", []),
        ("Повістки вручав так званий «військовий комісаріат міста Умовного».", []),
        ("Так звані «вибори» відбулися. Військкомат їх охороняв.", ["occupier"]),
        ("Незаконно створений військкомат вручав повістки.", []),
        ("Учасники СВО приїхали.", ["occupier"]),
        ("Свою участь він заперечив.", []),
        ("Автономна Республіка Крим тимчасово окупована.", []),
        ("Закон Республіки Крим нікчемний.", ["occupier"]),
        ("PER-001 вчинив злочин.", ["guilt"]),
        ("PER-001 підозрюється у вчиненні злочину.", []),
        ("Потерпілий показав, що бачив PER-001.", ["victim"]),
        ("Призваних не вважають зрадниками.", []),
        ("Зрадники служили.", ["traitor"]),
        ("Вона приймала участь у нараді на протязі дня.", ["calques", "calques"]),
        ("Слідча ПОСТАНОВИЛА повідомити про підозру.", ["decision"]),
        ("Суд постановив ухвалу.", []),
    ],
)
def test_an_unfit_word_is_found_unless_something_excuses_it(text: str, groups: list[str]):
    assert groups == found(text)


def test_a_word_with_an_asterisk_stands_for_all_that_begin_so():
    group = WordGroup(why="because", words=("draft office*",))

    assert [("draft office*", "draft  offices")] == list(unfit("The draft  offices opened.", group))
    assert [] == list(unfit("The overdraft office opened.", group))


def test_straight_and_curved_quotation_marks_quote():
    assert is_quoted("so-called “")
    assert is_quoted('so-called "')
    assert not is_quoted("so-called “draft” ")
