"""The workers of one run share the documents that they finish: writing one takes up to a minute."""

import os

import pytest

from tests.end_to_end.documents import share


@pytest.fixture(scope="session", autouse=True)
def _finished_documents_are_shared(tmp_path_factory: pytest.TempPathFactory) -> None:
    if "PYTEST_XDIST_WORKER" in os.environ:  # then the folder above is that of the run
        share(tmp_path_factory.getbasetemp().parent / "finished")
