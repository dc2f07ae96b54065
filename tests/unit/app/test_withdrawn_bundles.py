"""A bundle made before somebody took consent back is named, encrypted or not, until it is made anew or is gone."""

import shutil
from pathlib import Path
from typing import Any

import pyrage
import pytest

from referral.app.bundle import BundleTerms, bundle
from referral.app.bundle_record import RECORD, BundleRecord
from referral.app.withdrawn import built_before_withdrawal
from referral.errors import WriteError
from tests.unit.app.small_bundles import load_small, write_small

WITNESS = "PER-002"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return write_small(tmp_path)


def bundled(case: Path, profile: str = "prosecution", **terms: Any) -> Path:
    return bundle(load_small(case), profile, case.parent / "out", BundleTerms(("text",), **terms)).path


def take_back(case: Path) -> None:
    text = (case / "case.yaml").read_text("utf-8")
    (case / "case.yaml").write_text(text.replace("form: written,", "form: written, withdrawn_on: 2023-06-01,"), "utf-8")


def named(case: Path) -> list[str]:
    return list(built_before_withdrawal(load_small(case), case.parent / "out"))


def test_a_bundle_that_holds_what_he_told_is_named_from_then_on(case: Path):
    path = bundled(case)
    assert [] == named(case)

    take_back(case)
    (line,) = named(case)

    assert [] == [words for words in (str(path), WITNESS, "2023-06-01") if words not in line]


def test_so_is_an_encrypted_one(case: Path):
    path = bundled(case, recipients=(str(pyrage.x25519.Identity.generate().to_public()),))
    take_back(case)

    assert [True] == [line.startswith(f"{path}: warning: ") for line in named(case)]


def test_made_anew_it_holds_him_no_more_and_is_not_named(case: Path):
    path = bundled(case)
    take_back(case)

    assert path == bundled(case)
    assert [] == named(case)


def test_one_that_is_gone_is_not_named(case: Path):
    shutil.rmtree(bundled(case))
    take_back(case)

    assert [] == named(case)


def test_nor_is_one_for_those_who_draw_up_the_case(case: Path):
    bundled(case, "internal")
    take_back(case)

    assert [] == named(case)


def test_who_is_killed_before_the_exchange_leaves_a_record_of_both(case: Path, monkeypatch: pytest.MonkeyPatch):
    path = bundled(case)
    take_back(case)

    def killed(new: Path, target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("referral.durable._put", killed)
    with pytest.raises(KeyboardInterrupt):
        bundled(case)

    assert path.is_dir()
    assert 1 == len(named(case))


def test_a_record_that_cannot_be_read_is_no_record_of_nobody(tmp_path: Path):
    (tmp_path / RECORD).write_text("{", "utf-8")

    with pytest.raises(WriteError, match="move it away"):
        BundleRecord(tmp_path)
