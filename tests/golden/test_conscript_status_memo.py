"""The memo on one person who was allegedly compelled to serve: what is recorded, the law, and policy apart from it."""

import re
from pathlib import Path

import pytest

from referral.app.build import compose_document
from referral.app.project import load_case
from referral.case.model import DocumentRequest
from referral.errors import UsageError
from referral.law.model import Position
from tests.golden.memos import CASES, DOUBLE_ROLE, KIND, MEMOS, golden, plain, written

ADVICE = "if the new text is meant, write it with: python -m tests.golden.memos"
TWO_ROLES = (DOUBLE_ROLE, "PER-002", "en")
COMPELLED = (CASES / "kherson-zaporizhzhia-2024", "PER-004", "uk")


def chapter(title: str, memo: tuple[Path, str, str] = TWO_ROLES) -> str:
    """The words from a heading of the first level to the next."""
    text = plain(*memo)
    start = text.index(f". {title}\n=")
    return text[start : text.find("\n====", start + len(title) + 10)]


def of_item(code: str) -> str:
    """The row of an account."""
    found = re.search(rf"^.*\({code}\).*$", chapter("What the person told, and the time of suspicion"), re.MULTILINE)
    assert found
    return found[0]


@pytest.mark.parametrize("wanted", MEMOS, ids=lambda memo: f"{memo[0].name}-{memo[1]}-{memo[2]}")
def test_the_memo_reads_as_the_golden_text(wanted: tuple[Path, str, str]):
    assert golden(*wanted).read_text(encoding="utf-8") == written(*wanted), ADVICE


@pytest.mark.parametrize("profile", ["prosecution", "public"])
def test_the_memo_stays_inside(profile: str):
    request = DocumentRequest(id=KIND, lang="uk", profile=profile, person="PER-002")

    with pytest.raises(UsageError, match="may not have"):
        compose_document(load_case(DOUBLE_ROLE), request)


def test_a_suspect_who_was_not_harmed_has_no_memo():
    request = DocumentRequest(id=KIND, lang="uk", profile="internal", person="PER-001")

    with pytest.raises(UsageError, match="PER-001 has not the role “victim”"):
        compose_document(load_case(DOUBLE_ROLE), request)


def test_accounts_are_set_against_the_day_of_suspicion():
    rows = [of_item(code) for code in ("EV-0001", "EV-0002", "EV-0003")]

    assert [["Before"], ["Before"], ["After"]] == [re.findall(r"/ (Before|After) the suspicion", row) for row in rows]


def test_an_unclear_answer_on_an_account_stays_open():
    open_points = plain(*TWO_ROLES).split("Open points\n")[1]

    assert "Unclear. The person was heard as a witness in PR-01" in of_item("EV-0002")
    assert "[settle for EV-0002 whether" in open_points
    assert "[settle for EV-0003" not in open_points


def test_policy_is_not_told_among_the_law():
    law = load_case(DOUBLE_ROLE).law
    statements = [r.text["en"] for r in law.remarks.values() if isinstance(r, Position)]

    assert 7 == len(statements)
    assert [] == [text for text in statements if text in chapter("The law")]
    assert [] == [text for text in statements if text not in chapter("Policy statements (not law)")]


def test_free_will_stands_beside_coercion():
    assert "F-002 (9 January 2023)" in chapter("Coercion").split("What points to free will")[1]
    assert "Differs from F-002: The contract" in chapter("Coercion").split("What points to free will")[0]


def test_without_the_status_nobody_is_called_a_victim_of_the_proceedings():
    told = chapter("Ролі та процесуальний статус", COMPELLED)

    assert "Процесуального статусу потерпілого (ст. 55 КПК України) не записано" in told
    assert "потерпілий" not in told


def test_with_the_status_the_memo_says_since_when():
    assert "victim since 10 February 2023; application: 10 February 2023" in chapter("Roles and procedural status")


def test_what_is_not_recorded_is_asked_for():
    open_points = plain(*COMPELLED).split("Відкриті питання\n")[1]
    asked = (
        "чи служила особа раніше в силах або поліції України",
        "чи брала особа участь у бойових діях",
        "чи є відомості про інші діяння цієї особи",
        "коли, де й за яких обставин особа здалася або була захоплена",
        "чи було особу обміняно або звільнено",
    )

    assert [] == [words for words in asked if words not in open_points]


def test_questions_about_other_persons_are_left_out():
    open_points = plain(*TWO_ROLES).split("Open points\n")[1]

    assert "Whether the person received payments under the contract." in open_points
    assert "Where PER-001 is." not in open_points
