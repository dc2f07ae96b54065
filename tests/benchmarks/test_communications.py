"""The case of many incidents from which a large communication is made."""

from pathlib import Path

import pytest

from benchmarks.communications import Extent, communication_data, write_communication_case
from referral.app.project import check_case, load_case, load_law
from referral.diagnostics import has_errors

SMALL = Extent.of(12)


@pytest.fixture(scope="module")
def law():
    return load_law()


@pytest.mark.parametrize("incidents", [1, 12])
def test_a_case_that_is_made_has_no_error_and_the_extent_that_was_asked_for(incidents: int, tmp_path: Path, law):
    extent = Extent.of(incidents)
    folder = write_communication_case(tmp_path / "case", extent, law)
    case = load_case(folder).loaded.case

    assert not has_errors(check_case(folder))
    assert (extent.incidents, extent.evidence) == (len(case.incidents), len(case.evidence))
    assert extent.facts == len({str(fact.text.by_lang) for fact in case.facts})


def test_the_same_seed_makes_the_same_case_and_another_seed_another(law):
    assert communication_data(SMALL, law, seed=7) == communication_data(SMALL, law, seed=7)
    assert communication_data(SMALL, law, seed=7) != communication_data(SMALL, law, seed=8)


def test_it_has_what_makes_a_communication_long(law):
    data = communication_data(SMALL, law)

    assert [] == [
        name for name in ("charges", "mappings", "leads", "quantities", "postings", "units") if not data[name]
    ]
    assert {code for charge in data["charges"] for code in charge["incidents"]} == {i["id"] for i in data["incidents"]}
    cited = {citation["evidence"] for fact in data["facts"] for citation in fact["citations"]}
    assert 0 < len(cited) < len(data["evidence"])
