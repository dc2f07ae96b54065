"""The collector is held while it is asked to be, and left as it was found."""

import gc
from collections.abc import Iterator

import pytest

from referral.app.project import check_case
from referral.garbage import held


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    yield
    gc.enable()


def test_nothing_is_collected_inside():
    with held():
        assert not gc.isenabled()


@pytest.mark.parametrize("enabled", [True, False])
def test_it_is_left_as_it_was_found(enabled: bool):
    (gc.enable if enabled else gc.disable)()
    with held(), held():
        pass

    assert enabled is gc.isenabled()


def test_it_is_left_so_after_a_failure():
    with pytest.raises(ValueError, match="broken"), held():
        raise ValueError("broken")

    assert gc.isenabled()


def test_checking_a_case_leaves_it_on():
    assert check_case("no such case")
    assert gc.isenabled()
