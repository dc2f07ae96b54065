"""The report in each format and language: the same rows, words for codes, and nothing that becomes markup."""

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from referral.composition.kinds import load_templates
from referral.errors import UsageError
from referral.portfolio.questions import QUESTIONS
from referral.portfolio.report import Asked, Report, report, written
from tests.unit.builder import fact
from tests.unit.portfolio.folders import SOURCES, file_of, put, refreshed

LANGUAGES = sorted(load_templates(SOURCES.templates).word_languages)
PROCEEDING = {"id": "PR-01", "kind": "court", "title": {"uk": "Суд", "en": "Trial"}, "decided_on": "2023-01-30"}
COUNT = {"id": "Q-01", "value": "18", "unit": "cases", "category": "investigations", "scope": "all", "as_of": "2023-06"}
SOURCED = {"citations": [{"evidence": "EV-0001", "locator": {"type": "page", "value": "1"}}]}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cases")
    told = [fact(text="=HYPERLINK(1) <b>was</b> handed a paper"), fact("F-002", text="A second paper came.")]
    documents = [{"id": "element-coverage", "lang": "en", "profile": "internal"}]
    sections = {"proceedings": [PROCEEDING], "quantities": [{**COUNT, **SOURCED}], "documents": documents}
    put(folder, "a", facts=told, **sections)
    assert () == refreshed(folder).not_read
    return file_of(folder)


def made(index: Path, output_format: str = "text", **asked: Any) -> bytes:
    wanted = Asked(**{"built": index.parent, "lang": "en", **asked})
    return written(report(index, SOURCES, wanted), SOURCES, "internal", wanted, output_format)


def rows_of(index: Path) -> dict[str, int]:
    return {answer.name: len(answer.rows) for answer in report(index, SOURCES, Asked(built=index.parent)).answers}


def test_every_question_has_an_answer(index: Path):
    assert {
        "cases": 1, "states": 3, "elements": 3, "single_origin": 1, "documents": 2, "charges": 1, "steps": 1,
        "proceedings": 1, "figures": 1,
    } == rows_of(index)  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("output_format", ["text", "html", "xlsx"])
def test_every_language_has_words_for_all_of_it(index: Path, lang: str, output_format: str):
    assert b"" != made(index, output_format, lang=lang, search="paper", show=tuple(QUESTIONS))


def test_a_language_without_words_is_wrong_usage(index: Path):
    with pytest.raises(UsageError, match="--lang takes: "):
        made(index, lang="xx")


def test_the_long_table_comes_on_a_terminal_only_if_it_is_asked_for(index: Path):
    assert "Elements by charge" not in made(index).decode()
    assert "Elements by charge" in made(index, show=("elements",)).decode()
    assert "elements" in json.loads(made(index, "json"))["answers"]


def test_the_table_tells_codes_and_days_in_words(index: Path):
    told = made(index, show=("proceedings",)).decode()

    assert re.search(
        r"a  +PR-01  +court proceedings  +decision of a court that states no verdict  +30\sJanuary 2023", told
    )


def test_json_has_codes_and_texts_by_language(index: Path):
    answers = json.loads(made(index, "json"))["answers"]

    assert ("court", "decision", "2023-01-30", {"uk": "Суд", "en": "Trial"}) == tuple(
        answers["proceedings"][0][name] for name in ("kind", "step", "decided_on", "title")
    )
    assert ("investigations", 18, "2023-06", {"en": "An office"}) == tuple(
        answers["figures"][0][name] for name in ("stage", "number", "as_of", "source")
    )


def test_a_search_shows_its_finds_alone_and_how_many_are_left_out(index: Path):
    told = json.loads(made(index, "json", search="papers", most=1))

    assert (2, ["found"]) == (told["not_shown"], list(told["answers"]))
    assert ["EV-0001"] == [found["entry"] for found in told["answers"]["found"]]
    assert "Found besides: 2" in made(index, search="papers", most=1).decode()


def test_a_find_is_never_markup_or_a_formula(index: Path):
    page = made(index, "html", search="hyperlink").decode()
    cell = load_workbook(io.BytesIO(made(index, "xlsx", search="hyperlink")))["Found"].cell(2, 4)

    assert ("&lt;b&gt;was&lt;/b&gt;" in page, "<b>was" in page) == (True, False)
    assert ("s", True, True) == (cell.data_type, cell.quotePrefix, str(cell.value).startswith("=HYPERLINK"))


@pytest.mark.parametrize("output_format", ["text", "html"])
def test_a_sign_in_the_question_that_turns_letters_around_is_made_visible(index: Path, output_format: str):
    told = made(index, output_format, search="paper \u202erepap").decode()

    assert ("[U+202E]" in told, "\u202e" in told) == (True, False)


def test_the_workbook_has_a_sheet_for_each_answer(index: Path):
    book = load_workbook(io.BytesIO(made(index, "xlsx")))
    by_name = {answer: book[name].max_row - 1 for answer, name in zip(rows_of(index), book.sheetnames[1:], strict=True)}

    assert rows_of(index) == by_name
    assert ["Folder", "a"] == [book["Cases"].cell(row, 1).value for row in (1, 2)]


def test_the_page_asks_for_nothing_from_outside(index: Path):
    page = made(index, "html").decode()

    assert "default-src &#39;none&#39;" in page
    assert [] == re.findall(r"(?:src|href)=\"(?!#)[^\"]*", page)


@pytest.mark.parametrize("output_format", ["text", "json", "html", "xlsx"])
def test_the_same_index_gives_the_same_bytes(index: Path, output_format: str):
    assert made(index, output_format) == made(index, output_format)


def test_without_cases_the_file_has_a_day_all_the_same():
    assert 1 == Report((), 0, ()).day.year
