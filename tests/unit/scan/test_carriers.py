"""Every place of every kind of file gives up a name that stands there, and hard forms beside the plain ones."""

from itertools import cycle

import pytest

from tests.unit.scan.forms import FORMS, HARD, SIMPLE
from tests.unit.scan.in_other_files import OTHERS
from tests.unit.scan.in_pdf import PDF
from tests.unit.scan.in_word import WORD, cells_of_a_row
from tests.unit.scan.persons import told


def is_plain(text: str) -> bool:
    return (
        text.isprintable() and not set("%&\\") & set(text) and text == text.encode("cp1125", "ignore").decode("cp1125")
    )


CARRIERS = {**WORD, **PDF, **OTHERS}
# Pages and prose hold every form; what is a name or a key elsewhere has no blanks, or no room.
PROSE = (
    "docx body", "docx footnote", "docx comment", "docx deleted", "pdf page", "pdf annotation",
    "pdf words for a sign, in tags",
    "html hidden", "xlsx cell", "json value", "zip within a zip", "png international text", "jpeg xmp",
)  # fmt: skip
# Forms in letters that the tables of one byte have, on one line and in no escapes: every carrier can hold them.
ANYWHERE = [name for name, (_, text) in FORMS.items() if is_plain(text)]


@pytest.mark.parametrize("carrier", CARRIERS)
@pytest.mark.parametrize("form", SIMPLE)
def test_a_plain_form_is_found_in(carrier: str, form: str):
    person, text = FORMS[form]

    assert person in told(CARRIERS[carrier](text))


@pytest.mark.parametrize("carrier", PROSE)
@pytest.mark.parametrize("form", HARD)
def test_a_hard_form_is_found_in(carrier: str, form: str):
    person, text = FORMS[form]

    assert person in told(CARRIERS[carrier](text))


@pytest.mark.slow
@pytest.mark.parametrize(("carrier", "form"), list(zip(list(CARRIERS) * 3, cycle(ANYWHERE), strict=False)))
def test_each_form_is_found_in_several_carriers(carrier: str, form: str):
    person, text = FORMS[form]

    assert person in told(CARRIERS[carrier](text))


@pytest.mark.parametrize("carrier", CARRIERS)
def test_nothing_is_found_without_a_name_in(carrier: str):
    assert set() == told(CARRIERS[carrier]("Звичайні слова"))


@pytest.mark.parametrize("text", ["Олег Юрійович", "PER-001 Вигаданівка", "Прикладна Марія"])
def test_words_of_one_row_are_read_together(text: str):
    assert {"PER-001"} == told(cells_of_a_row(text))


def test_words_of_two_paragraphs_are_not():
    assert set() == told("PER-001\n\nВигаданівка".encode())
