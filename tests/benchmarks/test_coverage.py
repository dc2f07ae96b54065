"""The benchmark measures what it says, on cases that `check` accepts. Nothing here is timed."""

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.cases import Size, case_data, write_case
from benchmarks.coverage import Costs, beside_loading, figures, section, sweep
from referral.app.project import check_case, load_case, load_law
from referral.case.model import Case
from referral.coverage import assess
from referral.coverage.chains import Chains
from referral.diagnostics import has_errors

TINY = Size(charges=4, elements=10, evidence=30, facts=30, mappings=90)


@pytest.fixture(scope="module")
def law():
    return load_law()


def test_a_case_that_is_made_has_no_error_and_the_size_that_was_asked_for(tmp_path: Path, law):
    folder = write_case(tmp_path / "case", TINY, law)
    case = load_case(folder).loaded.case

    assert not has_errors(check_case(folder))
    assert (4, 30, 30, 90) == (len(case.charges), len(case.evidence), len(case.facts), len(case.mappings))
    assert {10} == {len(covered.elements) for covered in assess(case, law).charges}


def test_the_same_seed_makes_the_same_case_and_another_seed_another(law):
    assert case_data(TINY, law, seed=7) == case_data(TINY, law, seed=7)
    assert case_data(TINY, law, seed=7) != case_data(TINY, law, seed=8)


def test_a_case_that_is_made_has_what_makes_coverage_hard(law):
    case = Case.model_validate(case_data(Size().with_mappings(6_000), law))

    assert {"supports", "contradicts", "qualifies", "context"} == {m.bearing.value for m in case.mappings}
    assert any(item.transcript_of for item in case.evidence)
    assert any(fact.inferred_from for fact in case.facts)
    assert any(citation.speaker for fact in case.facts for citation in fact.citations)
    assert any(source.repeats for source in case.sources)
    assert max(Counter(source.origin_group for source in case.sources).values()) > 1
    assert Chains(case).circles()


def test_a_case_grows_with_its_mappings():
    assert Size(100, 10, 20_000, 20_000, 60_000) == Size().with_mappings(60_000)


def test_the_benchmark_runs_and_tells_both_figures(law):
    large, grown = beside_loading(TINY, law, rounds=1), sweep(TINY, (30, 90), law, rounds=1)

    assert 2 == len(figures(TINY, large, grown))
    assert "| load and validate |" in section(TINY, large, grown)
    assert "| 90 |" in section(TINY, large, grown)


def costs(load: float, coverage: float) -> Costs:
    return Costs((load,), (coverage,), (coverage,), (0.1,))


@pytest.mark.parametrize(("coverage", "met"), [(1.4, True), (1.5, False)])
def test_what_costs_three_times_as_much_as_loading_misses_the_target(coverage: float, met: bool):
    ratio, _ = figures(TINY, costs(1, coverage), {10: costs(0, 1), 100: costs(0, 10)})

    assert met == ratio.met


@pytest.mark.parametrize(("last", "met"), [(10.0, True), (20.0, True), (21.0, False)])
def test_what_grows_faster_than_n_log_n_misses_the_target(last: float, met: bool):
    _, growth = figures(TINY, costs(1, 1), {10: costs(0, 1), 100: costs(0, last)})

    assert met == growth.met
