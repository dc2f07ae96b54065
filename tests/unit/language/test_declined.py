"""The list of declined forms, written by hand: each answer is right, or says that a person must confirm it."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from referral.language.declension import Declinable, Declined, Gender, GrammaticalCase, declension_of
from referral.yaml_reader import read_yaml_file

LIST = Path(__file__).parents[2] / "data/language/declined.yaml"
FEWEST_FORMS = 250  # what the list must hold
RIGHT_AND_CERTAIN = 1340  # forms, of those in the list: that everything is to be confirmed is no answer


class Line(NamedTuple):
    """One text with the forms that are right, in the order of the cases."""

    kind: Declinable
    gender: Gender | None
    forms: tuple[frozenset[str], ...]

    @property
    def text(self) -> str:
        return next(iter(self.forms[0]))

    def declined(self) -> Declined:
        decline = declension_of("uk")
        assert decline
        return decline(self.text, self.kind, self.gender)

    def wrong(self) -> dict[str, str]:
        """The forms that are not among the right ones, by case."""
        told = self.declined().forms
        return {
            case: told[case] for case, right in zip(GrammaticalCase, self.forms, strict=True) if told[case] not in right
        }


def lines() -> Iterator[Line]:
    for kind, by_gender in read_yaml_file(LIST).data.items():
        for gender, written in by_gender.items():
            for line in written:
                forms = tuple(frozenset(one.strip() for one in cell.split(",")) for cell in line.split("|"))
                yield Line(Declinable(kind), None if gender == "unknown" else Gender(gender), forms)


LINES = list(lines())


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line.text}-{line.gender}")
def test_an_answer_is_right_or_to_be_confirmed(line: Line):
    assert {} == line.wrong() or not line.declined().is_certain


def test_the_list_is_long_enough():
    assert FEWEST_FORMS <= sum(len(line.forms) for line in LINES)


def test_most_forms_are_right_and_certain():
    assert RIGHT_AND_CERTAIN <= sum(len(line.forms) for line in LINES if line.declined().is_certain)


def test_the_nominative_is_the_text_as_it_was_written():
    assert [] == [line.text for line in LINES if line.text != line.declined().forms[GrammaticalCase.NOMINATIVE]]
