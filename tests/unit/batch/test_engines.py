"""Which engine is taken, and what it must be told."""

import sys

import pytest

from referral.batch.engines import DASK, PROCESSES, engine
from referral.errors import ReferralError, UsageError


@pytest.mark.parametrize(("name", "scheduler"), [(DASK, None), (PROCESSES, "tcp://127.0.0.1:9")])
def test_a_scheduler_and_its_engine_go_together(name: str, scheduler: str | None):
    with pytest.raises(UsageError, match="go together"), engine(name, 1, scheduler):
        pass


def test_where_dask_is_not_installed_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "distributed", None)

    with pytest.raises(ReferralError, match=r'pip install "referral\[batch\]"'), engine(DASK, 1, "tcp://127.0.0.1:9"):
        pass


def test_as_many_calls_as_workers_run_at_once():
    with engine(PROCESSES, 2) as executor:
        assert [1, 2] == list(executor.map(abs, [-1, -2]))
