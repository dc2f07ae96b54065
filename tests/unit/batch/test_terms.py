"""Terms survive the way to another machine, and refuse what makes no sense."""

from pathlib import Path

import pytest

from referral.app.project import Sources
from referral.batch.terms import BatchTerms, known_steps
from referral.case.model import PdfEngine
from referral.errors import UsageError
from tests.unit.batch.batches import terms
from tests.unit.builder import DATA


def test_terms_are_the_same_after_they_were_sent():
    sent = terms(Path(), steps=("check", "bundle"), profile="public", pdf_engine="typst", force=True)

    assert sent == BatchTerms.of_json(sent.to_json())
    assert hash(sent) == hash(BatchTerms.of_json(sent.to_json()))
    assert PdfEngine.TYPST is sent.wanted.pdf_engine


def test_steps_come_in_the_order_in_which_they_are_taken():
    assert ("check", "build", "bundle") == known_steps([" bundle", "check", "build"], "public")


@pytest.mark.parametrize("steps", [["chek"], [""], ["check", ""]])
def test_a_step_that_is_not_there_is_wrong_usage(steps: list[str]):
    with pytest.raises(UsageError, match="the steps are check, coverage, build, bundle; not"):
        known_steps(steps, None)


def test_a_bundle_must_have_a_recipient():
    with pytest.raises(UsageError, match="--profile NAME"):
        known_steps(["bundle"], None)


def test_folders_of_ones_own_are_named_and_the_shipped_ones_are_not():
    known = terms(Path()).by(Sources.of(law=DATA / "law"))

    assert (str(DATA / "law"), None) == (known.law, known.templates)
    assert Sources.of(law=DATA / "law") == known.sources
