"""The faults that a prosecutor would catch in a notice of suspicion: each is impossible, or `check` reports it.

The numbers are those of the list in the fact file on the law (its section 9).
"""

from pathlib import Path

import pytest

from referral.app.build import compose_document
from referral.app.project import load_case
from referral.errors import UsageError
from tests.golden.notices import CASE, changed, checked, notice, notices, variant

BREACHES = "breaches: [gciv.51.1.a, gciv.147]"
TEXT = "    text: У наказі № 3 зазначено, що повістки вручають мешканцям міста, «які мають паспорти України».\n"
ENTRUSTED = """    entrusted:
      by: заступник керівника вигаданої обласної прокуратури
      number: "7"
      decided_on: 2024-02-06
      to: слідчий відділ Неіснуючого управління
      reason: неефективність розслідування органом, якому воно підслідне (вигадано)
"""
ORDER_GIVER = "    person: PER-003\n    provision: ua.cc.438.1.g\n"
PERIOD = "    period: 2023-04-12\n"
NEAR = "    places: [PL-01]\n    persons: [PER-004"
QUANTITY = """quantities:
  - {{id: Q-01, invented: true, value: 20, unit: осіб, category: conscripted, scope: місто Умовне, as_of: 2022{cited}
  - {{id: Q-02, invented: true, value: 30, unit: осіб, category: conscripted, scope: місто Умовне{as_of}{cited}
  - {{id: Q-03, invented: true, value: 50, unit: осіб, category: conscripted, scope: місто Умовне, as_of: 2023{cited}
charges:
"""
CITED = ', citations: [{evidence: EV-0004, locator: {type: page, value: "1"}}]}'
TOWN = "  - {id: PL-01, invented: true, name: місто Умовне (вигадане)}\n"


def says(words: str) -> tuple[str, str]:
    """The case with these words in the place of a fact of ours."""
    return TEXT, f"    text: {words}\n"


def with_quantities(as_of: str) -> tuple[str, str]:
    return "charges:\n", QUANTITY.format(cited=CITED, as_of=as_of)


# The number of the fault and what it is, what is changed in a faultless case, and the rule that reports it.
REPORTED: dict[str, tuple[str, tuple[str, str]]] = {
    "1 an article before it was law": ("not-in-force", ("    mode: ua.cc.27.5\n", "    mode: ua.cc.31-1\n")),
    "1 two editions in one period": ("straddles-editions", (PERIOD, "    period: 2023-04-12/2025-01-31\n")),
    "2 no rule of a treaty": ("no-rule-breached", (f"    {BREACHES}\n", "")),
    "3 a grave breach for propaganda": ("doubtful-breach", (BREACHES, "breaches: [gciv.51.1.b, gciv.147]")),
    "3 one article 52 for the other": ("doubtful-breach", (BREACHES, "breaches: [gciv.51.1.a, gciv.52]")),
    "3 the Protocol alone": ("doubtful-breach", (BREACHES, "breaches: [ap1.75]")),
    "4 no dates of occupation": ("occupation-not-evidenced", ("start: 2022-03-01", "start: 2024-03-01")),
    "5 an item of the notice": ("notice-item-missing", ('    number: "12024000000000000"\n', "")),
    "6 an author outside the group": ("not-in-group", ("members: [PER-006, PER-008]", "members: [PER-008]")),
    "6 a group without a day": (
        "not-in-group",
        ("kind: investigators, decided_on: 2024-02-07,", "kind: investigators,"),
    ),
    "6 nobody approves": ("notice-item-missing", ("    prosecutor: PER-007\n", "")),
    "6 whose competence it is": ("competence-not-shown", (ENTRUSTED, "")),
    "7 initials": ("initials-only", ("first: Марія", "first: М.")),
    "7 a notice that resolves": ("unfit-wording", says("Слідча ПОСТАНОВИЛА повідомити про підозру.")),
    "7 a crime as a fact": ("unfit-wording", says("PER-003 вчинив злочин.")),
    "9 a number too short": ("wrong-number", ('"12024000000000000"', '"1202400000000000"')),
    "9 a number of another year": ("wrong-number", ('"12024000000000000"', '"12023000000000000"')),
    "9 a number that looks real": ("real-looking-number", ('"12024000000000000"', '"12024000000000307"')),
    "11 a victim without the status": ("unfit-wording", says("Потерпілий показав, що бачив PER-003.")),
    "11 a traitor": ("unfit-wording", says("Особа PER-003 назвала призваних зрадниками.")),
    "12 others, and no group": ("group-not-charged", ("    with_group: ua.cc.28.1\n", "")),
    "12 an order that nobody names": ("absent-from-charge", ("    orders: [EV-0005]\n", "")),
    "12 an order of nobody": (
        "absent-from-charge",
        (ORDER_GIVER, ORDER_GIVER.replace("person: PER-003", "unknown: невідомі")),
    ),
    "12 a group of one": ("absent-from-charge", ("    acted_with: [PER-004]\n", "")),
    "13 facts of another area": ("fact-of-another-place", (NEAR, NEAR.replace("PL-01", "PL-02"))),
    "14 words of the occupier": ("unfit-wording", says("Повістки вручав військкомат.")),
    "14 a calque": ("unfit-wording", says("Особа PER-003 приймала участь у нараді.")),
    "15 figures without a date": ("absent-detail", with_quantities("")),
    "15 figures of two years added up": ("summed-quantity", with_quantities(", as_of: 2023")),
}
WITH = {"13 facts of another area": (TOWN, TOWN + TOWN.replace("PL-01", "PL-02").replace("Умовне", "Інше"))}


def _asked(profile: str) -> None:
    request = notices().loaded.case.documents[0].model_copy(update={"profile": profile})
    compose_document(notices(), request)


def rules(folder: Path) -> list[str]:
    return [finding.rule for finding in checked(folder)]


@pytest.mark.parametrize("fault", REPORTED)
def test_the_fault_is_reported(fault: str, tmp_path: Path):
    rule, change = REPORTED[fault]
    more = [WITH[fault]] if fault in WITH else []

    assert rules(CASE).count(rule) < rules(changed(tmp_path, *more, change)).count(rule)


def test_1_wording_of_the_law_that_was_not_read_is_not_printed(tmp_path: Path):
    later = [
        ("2023-04-", "2025-01-"),
        ("as_at: 2024-09-30", "as_at: 2026-01-01"),
        ("2022-03/2024-09", "2022-03/2026-01"),
    ]
    found = notice(load_case(changed(tmp_path, *((a, b) for a, b in later))), "PER-001")

    assert "Жорстоке поводження з військовополоненими" in variant("man")
    assert "Жорстоке поводження з військовополоненими" not in found


def test_2_no_translation_of_a_treaty_is_printed_that_was_not_compared():
    assert "[внести за офіційним українським перекладом: " in variant("man")


@pytest.mark.parametrize("element", ["ua.elem.conscr.1", "ua.elem.conscr.2"])
def test_4_a_context_that_nothing_supports_is_reported(element: str):
    gaps = [finding.message for finding in checked(CASE) if finding.rule == "element-gap"]
    assert any(f"{element}," in message for message in gaps)


def test_5_the_hour_and_the_minute_of_service_are_asked_for():
    assert "20__ року о __ год. __ хв." in variant("man").replace("\u00a0", " ")


def test_7_a_name_stands_in_its_grammatical_case_or_is_to_be_confirmed(tmp_path: Path):
    form = "        forms: {dat: {last: Фіктивову, first: Аслану}}\n"
    foreign = changed(tmp_path, (form, ""), ("last: Фіктивов", "last: Ґвінт-Оє"))

    assert "Фіктивову Аслану" in variant("translated")
    assert "[підтвердити давальний відмінок]" in notice(load_case(foreign), "PER-005").replace("\u00a0", " ")


def test_7_guilt_is_nowhere_asserted_by_the_words_of_the_notice():
    words = ("ПОСТАНОВИ", "обвинувачений", "винний", "вчинив злочин", "вчинила злочин")
    assert [] == [word for word in words if word in variant("man").replace("Жорстоке", "")]


def test_8_no_table_of_evidence_and_no_witness_is_in_a_notice():
    assert "Протокол допиту" not in variant("man")
    with pytest.raises(UsageError, match="may not have"):
        _asked("public")


def test_10_what_was_done_to_serve_an_absent_suspect_is_asked_for():
    assert "заходи, вжиті для вручення відповідно до статей 111, 135, 278 КПК України: [" in variant(
        "unknown-residence"
    ).replace("\u00a0", " ")


def test_11_whoever_has_no_status_is_no_victim_in_the_words_of_the_notice():
    assert "Особа, яка ймовірно зазнала примусу: PER-010." in variant("unknown-residence")
    assert "потерпіл" not in variant("unknown-residence").lower().replace("потерпілого", "")


def test_14_quotation_marks_and_so_called_excuse_a_word_of_the_occupier(tmp_path: Path):
    quoted = changed(tmp_path, says("Повістки вручав так званий військовий комісаріат, тобто «військкомат»."))
    assert rules(CASE).count("unfit-wording") == rules(quoted).count("unfit-wording")
