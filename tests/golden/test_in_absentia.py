"""The trail in absentia: what is published, what was done to reach the suspect, and what is still missing."""

from dataclasses import replace
from typing import Any

import pytest

from referral.app.build import compose_document
from referral.app.project import Project
from referral.case.model import DocumentRequest, Proceeding
from referral.errors import UsageError
from referral.writers.text import write_text
from tests.golden.service import ADVICE, DOCUMENTS, demonstration, golden, written

SUSPECT = "PER-001"


def spaced(text: str) -> str:
    return text.replace("\u00a0", " ")


def changed(**fields: Any) -> Project:
    """The demonstration with other fields of its proceeding."""
    project = demonstration()
    case = project.loaded.case
    proceedings = [_with(p, fields) if p.id == "PR-01" else p for p in case.proceedings]
    loaded = replace(project.loaded, case=case.model_copy(update={"proceedings": proceedings}))
    return Project(loaded, project.vault, project.law, project.templates)


def _with(proceeding: Proceeding, fields: dict[str, Any]) -> Proceeding:
    given = {name: getattr(proceeding, name) for name in Proceeding.model_fields}
    return Proceeding.model_validate({**given, **fields})


def composed(document: str, profile: str, project: Project | None = None, date: str | None = "2025-06-30") -> str:
    request = DocumentRequest.model_validate(
        {"id": document, "lang": "uk", "profile": profile, "person": SUSPECT, "date": date}
    )
    return spaced(write_text(compose_document(project or demonstration(), request).document))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_document_is_the_golden_one(document: str):
    assert golden(document).read_text("utf-8") == written(document), ADVICE


@pytest.mark.parametrize(
    "item",
    [
        "Соломія ГАДАНЧУК",  # 1: who calls, with the post
        "кабінет 12",  # 2: where to, and how it is reached
        "office@example.org",
        "Вигаданенко Аскольд Юхимович",  # 3: who is called, and his address
        "Умовноморськ",
        "№ 22022000000000000",  # 4
        "Процесуальний статус особи, яку викликають: підозрюваний",  # 5
        "10 год. 00 хв. 14 липня 2025 року",  # 6
        "допит як підозрюваного",  # 7
        "Наслідки неприбуття",  # 8
        "привід",
        "Поважні причини неприбуття",  # 9
        "[дата, підпис]",  # 10
    ],
)
def test_the_summons_has_the_ten_items(item: str):
    assert item in spaced(written("summons"))


def test_the_summons_tells_nothing_of_victims_witnesses_and_evidence():
    hidden = [p.id for p in demonstration().loaded.case.persons if p.id not in (SUSPECT, "PER-007", "PER-008")]
    words = [*hidden, "Додаток", "EV-", "потерпіл", "свід", "примус", "Прикладенко", "Казкаренко"]

    assert [] == [word for word in words if word in written("summons")]


def test_the_summons_prints_of_the_suspect_no_more_than_name_and_address():
    assert [] == [word for word in ("1979", "Зразковоград", "громадян") if word in written("summons")]


def test_the_open_points_of_the_record_are_its_own():
    assert "PER-006" not in written("service-record").partition("Відкриті питання")[2]


def test_a_suspect_from_abroad_is_called_by_the_spelling_of_his_paper_too():
    assert "Вигаданенко Аскольд Юхимович (латиницею – ASKOLD VYGADANENKO)" in written("summons")


def test_missed_calls_are_counted_in_figures_and_words():
    assert "Викликів, за якими особа не прибула: 3 (три)." in written("service-record")


def test_the_summons_rests_on_the_article_on_service_only_while_no_notice_was_served():
    assert "відповідно до статей 133, 135 КПК" in spaced(written("summons"))
    assert "відповідно до статей 133, 135, 278 КПК" in composed("summons", "publication", changed(service=[]))


def test_the_summons_is_for_the_next_day_of_a_call_after_it_is_signed():
    assert "02 червня 2025 року" in composed("summons", "publication", date="2025-05-20")
    assert "[день, місяць і рік прибуття]" in composed("summons", "publication", date="2025-07-15")


def test_a_summons_without_a_call_prints_placeholders():
    text = composed("summons", "publication", changed(calls=[]))
    holes = ("година і хвилина прибуття", "найменування та адреса установи", "процесуальний статус", "процесуальні дії")

    assert [] == [hole for hole in holes if f"[{hole}" not in text]


@pytest.mark.parametrize(
    ("document", "profile"),
    [
        ("notice-of-suspicion", "publication"),
        ("evidence-annex", "publication"),
        ("criminal-complaint", "publication"),
        ("service-record", "publication"),
        ("service-record", "public"),
        ("summons", "public"),
        ("summons", "prosecution"),
    ],
)
def test_only_the_summons_is_published_and_it_for_nobody_else(document: str, profile: str):
    with pytest.raises(UsageError, match="may not have"):
        composed(document, profile)


def test_the_record_names_the_calls_that_were_not_sent_or_published_as_the_law_asks():
    text = spaced(written("service-record"))

    assert "бракує (виклики на 16 червня 2025 року, 14 липня 2025 року)" in text
    assert "бракує (захід № 4)" in text


def test_what_is_missing_joins_the_open_points():
    points = spaced(written("service-record")).partition("Відкриті питання")[2]

    assert "ухвалу про здійснення спеціального досудового розслідування" in points
    assert "захід № 4" in points


def test_the_record_of_a_suspect_on_whom_nothing_was_served_says_so():
    text = composed("service-record", "prosecution", changed(service=[], calls=[], absences=[]))

    assert "[жодного заходу з вручення до справи не внесено]" in text
    assert "[жодного виклику до справи не внесено]" in text


@pytest.mark.parametrize(
    ("field", "hole"),
    [
        ("time", "годину і хвилину не зазначено"),
        ("result", "результат не зазначено"),
        ("dated", "дату складання не зазначено"),
        ("number", "номер відправлення не зазначено"),
    ],
)
def test_a_hole_in_a_step_shows_in_its_row(field: str, hole: str):
    first, *others = demonstration().loaded.case.by_id["PR-01"].service  # type: ignore[attr-defined]
    text = composed("service-record", "prosecution", changed(service=[first.model_copy(update={field: None}), *others]))

    assert f"[{hole}]" in text
