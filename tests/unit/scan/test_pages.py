"""A number on a page is read as one, however the file draws its figures: a reader sees them side by side."""

import pytest
from pypdf.generic import DictionaryObject, NameObject

from referral.protection.sought import Sought
from referral.protection.vault import Identity
from referral.scan.carried import passages
from referral.scan.passage import Passage
from tests.unit.scan.in_pdf import blank, saved, stream

BORN = Sought([Identity.model_validate({"person": "PER-0201", "birth_date": "1950-09-05"})])
# A narrow column over the whole page and a word far from it: what reads pages takes such a one for written downwards.
COLUMN = "".join(f"1 0 0 1 20 {y} Tm (Annex) Tj " for y in range(30, 280, 8)) + "1 0 0 1 270 148 Tm (p.) Tj "
SIDE_BY_SIDE = 5.56  # the width of a figure in this type


def last_line(figures: str, step: float = SIDE_BY_SIDE) -> str:
    """The text of the last line of a page, on which figures are drawn one by one."""
    drawn = "".join(f"1 0 0 1 {60 + n * step} 12 Tm ({figure}) Tj " for n, figure in enumerate(figures))
    face = {"Type": "Font", "Subtype": "Type1", "BaseFont": "Helvetica"}
    font = DictionaryObject({NameObject(f"/{key}"): NameObject(f"/{name}") for key, name in face.items()})
    fonts = DictionaryObject({NameObject("/F"): font})
    writer = blank()
    writer.pages[0][NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    contents = stream(f"BT /F 10 Tf {COLUMN}1 0 0 1 20 12 Tm (Annex ) Tj {drawn}ET".encode())
    writer.pages[0][NameObject("/Contents")] = writer._add_object(contents)
    read = (one for one in passages(saved(writer)) if isinstance(one, Passage))
    return next(one.text for one in read if one.place == "page 1").rpartition("Annex")[2]


def persons(text: str) -> list[str]:
    return [found.person for found in BORN.found_in(text)]


@pytest.mark.parametrize("figures", ["5950", "059500"])
def test_figures_drawn_one_by_one_are_one_number_and_no_birthday(figures: str):
    text = last_line(figures)

    assert [figures] == text.split()
    assert [] == persons(text)


@pytest.mark.parametrize("written", ["05091950", "5.9.50", "05.09.1950", "1950-09-05"])
def test_a_birthday_drawn_so_is_found(written: str):
    assert ["PER-0201"] == persons(last_line(written))


def test_figures_of_several_columns_stay_apart():
    text = last_line("5950", step=15)

    assert ["5", "9", "5", "0"] == text.split()
    assert ["PER-0201"] == persons(text)
