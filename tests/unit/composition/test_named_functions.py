"""How functions get their names: each public method under its own, and no name twice."""

from collections import Counter

from referral.composition.functions import SUBJECTS, functions
from referral.composition.functions.methods import named
from tests.unit.composition.scenes import scene


class Greetings:
    def hello(self, name: str) -> str:
        return f"{self._greeting} {name}"

    @staticmethod
    def goodbye() -> str:
        return "Goodbye"

    @property
    def _greeting(self) -> str:
        return "Hello"


def test_public_methods_are_named_and_nothing_else():
    found = named(Greetings())

    assert ["hello", "goodbye"] == list(found)
    assert ("Hello you", "Goodbye") == (found["hello"]("you"), found["goodbye"]())


def test_no_subject_takes_a_name_from_another():
    entered = scene()
    names = Counter(name for subject in SUBJECTS for name in named(subject(entered)))

    assert [] == [name for name, count in names.items() if count > 1]
    assert names.keys() == functions(entered).keys()
