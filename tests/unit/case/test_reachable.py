from referral.case.reachable import reachable

STEPS = {"a": ["b", "c"], "b": ["a"], "c": ["d"], "d": [], "e": ["a"]}


def test_what_is_reached_is_everything_over_any_number_of_steps_once_around_every_circle():
    assert {"a", "b", "c", "d"} == reachable(["a"], STEPS.__getitem__)


def test_nothing_is_reached_from_nowhere():
    assert set() == reachable([], STEPS.__getitem__)
