"""Whether a treaty was in force on a day of which the library has its adoption, and who was bound, and no more."""

from datetime import date

import pytest

from referral.law import Edition, Force, Law, force_on, provision_wording
from referral.law.load import RawFile
from tests.unit.law.builder import library_from, provision, raw

TEXT = "texts:\n  - {lang: uk, text: Заборонено.}\n"


def _law(*bonds: str, adopted: str = "adopted: 1990-01-01") -> Law:
    """An instrument that binds States by these acts and has no day of entry into force."""
    listed = "".join(
        f"    - {{state: XX, party: {{uk: Ікс, en: X}}, act: {{uk: закон, en: law}}, {b}}}\n" for b in bonds
    )
    bound = f"  bound:\n{listed}" if bonds else ""
    text = raw(provision(TEXT)).raw.decode().replace("in_force: 2001-09-01", adopted)
    return library_from(RawFile("x.yaml", text.replace("  citation:\n", f"{bound}  citation:\n").encode()))


TREATY = _law("since: 1995-05-05, status: known", "since: 1992-02-02, status: uncertain")


@pytest.mark.parametrize(
    ("expected", "day"),
    [
        (Force.NOT_IN_FORCE, date(1989, 12, 31)),
        (Force.NOT_KNOWN, date(1990, 1, 1)),
        (Force.NOT_KNOWN, date(1995, 5, 4)),
        (Force.IN_FORCE, date(1995, 5, 5)),
    ],
)
def test_a_treaty_is_in_force_since_the_first_day_on_which_it_certainly_bound_a_state(
    expected: Force, day: date
) -> None:
    assert expected is force_on(TREATY, "x.1", day)


def test_wording_is_not_printed_for_a_day_on_which_it_may_not_have_been_in_force() -> None:
    days = (date(1995, 5, 4), date(1995, 5, 5))

    assert [None, "Заборонено."] == [provision_wording(TREATY, "x.1", day, "uk").text for day in days]


def test_a_treaty_that_certainly_bound_nobody_is_never_shown_as_governing() -> None:
    assert Force.NOT_KNOWN is force_on(_law("status: known"), "x.1", date(2020, 1, 1))


def test_an_instrument_that_binds_nobody_by_acts_of_theirs_is_in_force_since_its_adoption() -> None:
    assert Force.IN_FORCE is force_on(_law(), "x.1", date(1990, 1, 1))


def test_no_edition_is_said_to_begin_with_the_adoption() -> None:
    assert (Edition(None, None),) == TREATY.editions_between("x.1", date(2000, 1, 1), date(2001, 1, 1))
    assert () == TREATY.editions_between("x.1", date(1980, 1, 1), date(1981, 1, 1))
