"""Who takes consent back is found in what was built before: the files are named, and what he told leaves them."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from referral.cli.build import command

SMALL = Path(__file__).parents[2] / "golden/data/small-case"
WITHDRAWN = "[built-before-withdrawal]"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "case"))


def take_back(case: Path, person: str) -> None:
    """As a member of staff would: one line more in the case."""
    text = (case / "case.yaml").read_text("utf-8")
    before, _, after = text.partition(f"- id: {person}\n")
    consent = after.index("consent:\n") + len("consent:\n")
    (case / "case.yaml").write_text(
        f"{before}- id: {person}\n{after[:consent]}      withdrawn_on: 2025-06-01\n{after[consent:]}", "utf-8"
    )


def built(case: Path, profile: str, *more: str) -> tuple[str, list[str]]:
    """The text of the annex, and the lines that tell of consent taken back."""
    out = case.parent / "out"
    asked = ["--document", "evidence-annex", "--lang", "en", "--profile", profile, "--format", "text", "-o", str(out)]
    done = CliRunner().invoke(command, [str(case), *asked, *more])
    assert done.exit_code in (0, 1), done.output
    text = (out / "small-case" / profile / "evidence-annex.en.txt").read_text("utf-8")
    return text, [line for line in done.stderr.splitlines() if WITHDRAWN in line]


def test_a_file_built_before_is_named_and_what_he_told_leaves_it(case: Path):
    before, told = built(case, "prosecution")
    assert ([], True) == (told, "Account of PER-002" in before)

    take_back(case, "PER-002")
    after, told = built(case, "prosecution", "--quiet")

    assert 1 == len(told)
    assert all(words in told[0] for words in ("evidence-annex.en.txt", "PER-002", "2025-06-01"))
    assert "Account of PER-002" not in after


def test_once_it_was_built_anew_it_is_not_named_any_more(case: Path):
    built(case, "prosecution")
    take_back(case, "PER-002")
    built(case, "prosecution")

    assert [] == built(case, "prosecution")[1]


def test_looking_whether_the_output_is_current_names_it_too(case: Path):
    built(case, "prosecution")
    take_back(case, "PER-002")

    assert 1 == len(built(case, "prosecution", "--check")[1])


def test_working_papers_are_not_named(case: Path):
    built(case, "internal")
    take_back(case, "PER-002")

    assert [] == built(case, "internal")[1]


def test_a_file_that_is_gone_is_not_named(case: Path):
    built(case, "prosecution")
    (case.parent / "out/small-case/prosecution/evidence-annex.en.txt").unlink()
    take_back(case, "PER-002")

    assert [] == built(case, "prosecution")[1]
