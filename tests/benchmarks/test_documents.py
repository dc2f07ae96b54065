"""Each document is told with what each of its formats took."""

from benchmarks.documents import document_costs, section
from referral.app.project import load_case
from tests.end_to_end.documents import SMALL


def test_every_format_of_a_document_is_measured():
    project = load_case(SMALL)
    costs = document_costs(project, project.loaded.case.documents[0], ["pdf by Typst"])

    assert ["composed", "docx", "html", "text", "sources", "pdf by Typst", "searched"] == list(costs)
    assert all(seconds >= 0 for seconds in costs.values())


def test_each_document_has_a_line():
    told = section([("one", {"docx": 1.0, "html": 0.25}), ("two", {"docx": 2.0, "html": 0.5})])

    assert ["| one | 1.00 | 0.25 |", "| two | 2.00 | 0.50 |"] == told.splitlines()[-2:]
