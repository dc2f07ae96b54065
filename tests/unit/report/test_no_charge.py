"""A report without a charge says why: nobody has written one, or its recipient may not see them. In every format."""

import io

import openpyxl
import pytest

from referral.report.as_json import coverage_to_json
from referral.report.as_text import coverage_to_text
from referral.report.no_charge import NoCharge, WhyNone, no_charge
from referral.report.page import write_page
from referral.report.workbook import write_workbook
from tests.unit.builder import case, charge, law
from tests.unit.report.tellers import small_case, teller, whole

PROFILE = "publication"  # sees no charge of any case
WITHHELD = "the only charge of the case may not be seen by the profile publication; those who draw up the case see them"


def withheld(lang: str = "en"):
    return teller(small_case(), PROFILE, lang)


def test_where_there_is_a_charge_nothing_is_said():
    tell = teller(small_case())

    assert no_charge(tell.view) is None
    assert "no_charge" not in coverage_to_json(tell.view, whole(tell), law())


def test_a_charge_that_is_withheld_is_not_said_to_be_unwritten():
    assert NoCharge(WhyNone.WITHHELD, PROFILE, 1) == no_charge(withheld().view)
    assert NoCharge(WhyNone.NONE_WRITTEN, PROFILE, 0) == no_charge(teller(case(), PROFILE).view)


def test_several_are_counted():
    tell = teller(small_case(charges=[charge(), charge("CH-02", unknown="Others")], mappings=[]), PROFILE)
    found = no_charge(tell.view)

    assert found is not None
    assert "all 2 charges of the case may not be seen by the profile publication" in found.in_words


def test_plain_text_says_so():
    tell = withheld()
    assert [WITHHELD] == list(coverage_to_text(tell.view, whole(tell), law()))
    empty = teller(case())
    assert [] == list(coverage_to_text(empty.view, whole(empty), law()))


def test_json_says_so():
    tell = withheld()
    assert {"why": "withheld", "withheld": 1} == coverage_to_json(tell.view, whole(tell), law())["no_charge"]
    empty = teller(case())
    assert "none_written" == coverage_to_json(empty.view, whole(empty), law())["no_charge"]["why"]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "The charges of the case are not shown to this recipient (withheld: 1)."),
        ("uk", "Кваліфікацій справи цьому одержувачеві не показано (не показано: 1)."),
    ],
)
def test_page_and_workbook_say_so(lang: str, words: str):
    tell = withheld(lang)
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(tell, whole(tell), "stamp")))
    cells = [cell for row in book.worksheets[0].iter_rows(values_only=True) for cell in row]

    assert words in write_page(tell, whole(tell), "stamp").decode()
    assert words in cells
