"""The faults that a prosecutor would catch, each made once more in ways that its first test does not have.

The numbers are those of the list in the fact file on the law (its section 9).
"""

from pathlib import Path

import pytest

from tests.golden.notices import CASE, changed
from tests.golden.test_notice_faults import BREACHES, QUANTITY, TOWN, rules, says

Change = tuple[str, str]

SERVED = """    service:
      - what: notice
        how: post
        person: PER-004
        date: 2024-05-20
        time: "10:00"
        dated: 2024-05-20
        number: "1"
        citations: [{evidence: EV-0001, locator: {type: page, value: "1"}}]
"""
CALLED = """    service:
      - what: call
        how: official_site
        person: PER-004
        date: 2024-05-20
        time: "10:00"
        appear_on: 2024-05-10
        outlet: вебсайт
        address: https://example.org/1
        citations: [{evidence: EV-0001, locator: {type: page, value: "1"}}]
"""
ABSENT = "    absences:\n      - {{person: PER-004, ground: ухилення, counsel: {counsel}, ruling: {ruling}}}\n"
RULING = "{decided_on: 2024-07-10, body: суд}"
DEFENDED = "{person: PER-008, since: 2024-06-01}"
ALONE = [("    with_group: ua.cc.28.1\n", ""), ("    acted_with: [PER-005]\n", ""), ("    acted_with: [PER-004]\n", "")]
LABEL = "label: черговий вигаданого незаконного органу"
CITED = ', citations: [{evidence: EV-0004, locator: {type: page, value: "1"}}]}'
SECOND = TOWN.replace("PL-01", "PL-02").replace("Умовне", "Інше")
ELSEWHERE = f"""{SECOND}
occupation:
  - id: OCC-02
    invented: true
    place: PL-02
    authority: навчальний перелік
    act: рядок 9
    start: 2014-03
    citations: [{{evidence: EV-0004, locator: {{type: page, value: "9"}}}}]
"""
CITES = "    citations: [{evidence: "
LIVES = "residence: місто Умовне, вулиця Неіснуюча, 1 (вигадана адреса)"
OF_FIRST = f"    persons: [PER-001, PER-002, PER-009]\n    incidents: [INC-01]\n{CITES}"
NO_PLACE = "    places: [PL-01]\n    persons: [PER-004"


def in_proceeding(*sections: str) -> Change:
    return "    damage:\n", "".join(sections) + "    damage:\n"


def absence(counsel: str = DEFENDED, ruling: str = RULING) -> str:
    return ABSENT.format(counsel=counsel, ruling=ruling)


def another_town(*more: Change) -> list[Change]:
    """A second town, under an occupation of its own since 2014, in which the second episode lies."""
    moved = ("    places: [PL-01]\n    victims: [PER-010]", "    places: [PL-02]\n    victims: [PER-010]")
    return [(f"{TOWN}\noccupation:\n", TOWN + ELSEWHERE), moved, *more]


def numbers(*values: tuple[int, int]) -> Change:
    rows = [f"  - {{id: Q-0{n}, invented: true, value: {v}, as_of: {y}" for n, (v, y) in enumerate(values, start=1)]
    more = f", unit: осіб, category: conscripted, scope: місто Умовне{CITED}\n"
    return "charges:\n", "quantities:\n" + "".join(row + more for row in rows) + "charges:\n"


# The number of the fault and the way, the rule that reports it, what is changed in a faultless case.
REPORTED: dict[str, tuple[str, list[Change]]] = {
    "1 an acting in a group before it was law": (
        "not-in-force",
        [("    with_group: ua.cc.28.1\n", "    with_group: ua.cc.31-1\n")],
    ),
    "1 a proceeding under an article before it was law": (
        "not-in-force",
        [("    provisions: [ua.cc.438.1.f]\n", "    provisions: [ua.cc.442-1]\n")],
    ),
    "1 two editions by the days of an episode": (
        "straddles-editions",
        [("    period: 2023-04-12\n", ""), ("date: 2023-04-12\n    places", "date: 2023-04-12/2025-02\n    places")],
    ),
    "2 an article of a treaty without its part": ("rule-without-part", [(BREACHES, "breaches: [gciv.51, gciv.147]")]),
    "2 a customary rule for a treaty": ("not-binding", [(BREACHES, "breaches: [cihl.95]")]),
    "3 both articles 52": ("doubtful-breach", [(BREACHES, "breaches: [hr.52, gciv.52]")]),
    "3 an oath that no fact tells of": ("doubtful-breach", [(BREACHES, "breaches: [gciv.51.1.a, gciv.147, hr.45]")]),
    "3 services that no fact tells of": ("doubtful-breach", [(BREACHES, "breaches: [gciv.51.1.a, gciv.147, hr.52]")]),
    "4 one settlement of two": (
        "occupation-not-evidenced",
        [
            (TOWN, TOWN + SECOND),
            ("    places: [PL-01]\n    victims: [PER-010]", "    places: [PL-01, PL-02]\n    victims: [PER-010]"),
        ],
    ),
    "4 an occupation that nothing states": (
        "occupation-not-evidenced",
        [
            ("    act: навчальний перелік територій, рядок 1\n", ""),
            ('    citations: [{evidence: EV-0001, locator: {type: line, value: "1"}}]\n\npersons', "\npersons"),
        ],
    ),
    "5 no day of registration": ("absent-from-notice", [("    registered_on: 2024-02-05\n", "")]),
    "5 a residence that says nothing": ("notice-item-missing", [(LIVES, "residence: невідомо")]),
    "5 a dash for a residence": ("notice-item-missing", [(LIVES, 'residence: "–"')]),
    "6 a group younger than the notice": (
        "authority-of-another-day",
        [("decided_on: 2024-02-07", "decided_on: 2024-09-25")],
    ),
    "6 a group older than the proceeding": (
        "authority-of-another-day",
        [("decided_on: 2024-02-07", "decided_on: 2023-02-07")],
    ),
    "6 a resolution without a day": ("authority-of-another-day", [("      decided_on: 2024-02-06\n", "")]),
    "6 a post not yet held": (
        "authority-of-another-day",
        [("    rank: майор юстиції\n    start: 2023-01-03", "    rank: майор юстиції\n    start: 2024-09-20")],
    ),
    "6 a post left before": (
        "authority-of-another-day",
        [("    rank: майор юстиції\n    start: 2023-01-03", "    rank: майор юстиції\n    end: 2024-03-01")],
    ),
    "6 a prosecutor in a group of investigators": ("not-in-group", [("{kind: prosecutors,", "{kind: investigators,")]),
    "7 initials in the words of a fact": ("initials-in-text", [says("У наказі йдеться про Умовненка О. П.")]),
    "7 an initial before a name": ("initials-in-text", [says("Наказ згадує Ю. Умовненка.")]),
    "7 a notice that establishes": ("unfit-wording", [says("Слідча ВСТАНОВИЛА, що повістки вручали.")]),
    "7 a crime without a doer": ("unfit-wording", [says("Злочин вчинено на площі.")]),
    "7 a crime with its kind": ("unfit-wording", [says("PER-003 скоїв воєнний злочин.")]),
    "7 a crime with two words before it": ("unfit-wording", [says("PER-003 вчинив тяжкий воєнний злочин.")]),
    "7 guilt as a quality": ("unfit-wording", [says("PER-003 винен у примушуванні.")]),
    "7 criminal actions": ("unfit-wording", [says("Своїми злочинними діями PER-003 примусив людей служити.")]),
    "7 guilt of a person proved": ("unfit-wording", [says("Вину PER-003 доведено матеріалами.")]),
    "7 something established": ("unfit-wording", [says("Встановлено, що PER-003 примусив людей служити.")]),
    "7 letters set apart": ("unfit-wording", [says("Слідча П О С Т А Н О В И Л А повідомити про підозру.")]),
    "7 crimes among the duties": (
        "unfit-wording",
        [("duties: загальне керівництво, підписання наказів", "duties: вчиняв злочини проти цивільних")],
    ),
    "8 a name in another case": ("identity-outside-vault", [says("Повістку вручено у присутності Вигаданчук Олени.")]),
    "8 a name in the chain of custody": (
        "identity-outside-vault",
        [
            (
                "title: Протокол допиту особи PER-009\n",
                "title: Протокол допиту особи PER-009\n    custody: [{type: copy, agent: Неіснуюк}]\n",
            )
        ],
    ),
    "9 a letter for a figure": ("wrong-number", [('"12024000000000000"', '"1202400000000000O"')]),
    "9 a number in the words of a fact": (
        "unrecorded-number",
        [says("Провадження № 12023000000000307 розпочато раніше.")],
    ),
    "9 a number of a court in them": ("unrecorded-number", [says("Справу № 757/1234/23-к розглядав суд.")]),
    "9 a number too short in them": ("unrecorded-number", [says("Провадження № 12023000307 розпочато раніше.")]),
    "9 a number torn by spaces": ("unrecorded-number", [says("Провадження № 1 2023 00 000 0000307 розпочато раніше.")]),
    "10 called for a day that had passed": ("absent-out-of-order", [in_proceeding(CALLED)]),
    "10 decided before the notice": (
        "absent-out-of-order",
        [in_proceeding(SERVED, absence(ruling="{decided_on: 2024-03-10, body: суд}"))],
    ),
    "10 counsel after the decision": (
        "absent-out-of-order",
        [in_proceeding(SERVED, absence(counsel="{person: PER-008, since: 2024-08-01}"))],
    ),
    "10 nothing published": ("absent-not-called", [in_proceeding(SERVED, absence())]),
    "10 defended by who investigates": (
        "not-counsel",
        [in_proceeding(SERVED, absence(counsel="{person: PER-006, since: 2024-06-01}"))],
    ),
    "11 treason as a fact": ("unfit-wording", [says("Особа PER-010 вчинила державну зраду.")]),
    "11 an accomplice of the enemy": ("unfit-wording", [(LABEL, "label: пособник окупантів")]),
    "11 victims without the status in a count": (
        "unfit-wording",
        [("charges:\n", QUANTITY.format(cited=CITED, as_of="").replace("unit: осіб", "unit: потерпілих"))],
    ),
    "11 victims of a crime": ("unfit-wording", [says("Жертва злочину PER-010 показала про це.")]),
    "12 two charged with one act and no word of it": ("not-together", ALONE),
    "12 acting with himself": ("not-together", [("    acted_with: [PER-005]\n", "    acted_with: [PER-004]\n")]),
    "12 acting with one who was not there": (
        "not-together",
        [("    acted_with: [PER-005]\n", "    acted_with: [PER-001]\n")],
    ),
    "12 an order that is testimony": ("doubtful-order", [("    orders: [EV-0005]\n", "    orders: [EV-0003]\n")]),
    "12 an order after the act": (
        "doubtful-order",
        [("created: 2023-04-03, language: ru", "created: 2023-05-03, language: ru")],
    ),
    "12 an order by one who held no post then": (
        "doubtful-order",
        [
            ("    start: 2022-06-01\n    end: 2022-12-31", "    start: 2022-06-01\n    end: 2022-08-31"),
            ("    start: 2023-01-01\n    duties: загальне", "    start: 2023-05-01\n    duties: загальне"),
        ],
    ),
    "13 of the time of another occupation": (
        "fact-of-another-area",
        [
            *another_town(),
            ("date: 2023-04-10\n    places: [PL-01]\n    persons", "date: 2019\n    persons"),
        ],
    ),
    "13 from the act on another occupation": (
        "fact-of-another-area",
        another_town((f"    places: [PL-01]\n{OF_FIRST}EV-0002", f"{OF_FIRST}EV-0004")),
    ),
    "13 of a person of another area": (
        "fact-of-another-area",
        another_town((NO_PLACE, "    persons: [PER-004"), (f"INC-02]\n{CITES}EV-0003", f"INC-01]\n{CITES}EV-0003")),
    ),
    "13 of both areas, without a place": ("fact-of-several-areas", another_town()),
    "14 in the name of a source": (
        "unfit-wording",
        [("name: так званий «військовий комісаріат міста Умовного»", "name: військкомат міста Умовного")],
    ),
    "14 in the title of an item": (
        "unfit-wording",
        [("title: Штатний список так званого «військового комісаріату міста Умовного»", "title: Список військкомату")],
    ),
    "14 a post in a so-called body": (
        "unfit-wording",
        [("    is_unlawful_body: true\n    start: 2023-01-09", "    start: 2023-01-09")],
    ),
    "14 a so-called republic in another case": (
        "unfit-wording",
        [says("Наказ видано в Донецькій народній республіці.")],
    ),
    "14 a so-called republic with stops": ("unfit-wording", [says("Наказ видано в Д.Н.Р.")]),
    "14 in the conduct": ("unfit-wording", [("відданні наказу про", "відданні військкоматом наказу про")]),
    "14 a word of the other language": ("unfit-wording", [says("Наказ видав военкомат.")]),
    "14 liberated territories": ("unfit-wording", [says("На звільнених територіях оголошено призов.")]),
    "14 one more calque": ("unfit-wording", [says("Повістки вручали по місцю проживання.")]),
    "15 three of four": ("summed-quantity", [numbers((20, 2021), (30, 2022), (40, 2023), (7, 2020), (90, 2023))]),
    "15 a sum told in a fact": (
        "summed-quantity",
        [
            numbers((20, 2021), (30, 2022)),
            ("    text: Особа PER-010 показала, що 09.04.2023 чула", "    text: Призвали 50 осіб; PER-010 чула"),
            ('citations: [{evidence: EV-0003, locator: {type: page, value: "2"}}]\n    knowledge',
             'citations: [{evidence: EV-0004, locator: {type: page, value: "2"}}]\n    knowledge'),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", REPORTED)
def test_the_fault_is_reported_in_this_way_too(fault: str, tmp_path: Path):
    rule, changes = REPORTED[fault]
    assert rules(CASE).count(rule) < rules(changed(tmp_path, *changes)).count(rule)


def test_the_faultless_case_breaks_none_of_these_rules_by_itself():
    of_order = {"authority-of-another-day", "not-together", "doubtful-order", "absent-out-of-order", "not-counsel"}
    of_words = {
        "initials-in-text",
        "unrecorded-number",
        "fact-of-another-area",
        "fact-of-several-areas",
        "unfit-wording",
    }

    assert set() == (of_order | of_words) & set(rules(CASE))


EXCUSED = {
    "quotation marks": "Повістки вручав так званий «военкомат».",
    "a part of an act": "За розділом І. Загальні положення повістки вручали особисто.",
    "a date with strokes": "Повістку датовано 10/04/23.",
    "a number of an order": "Наказ № 3 видано 03.04.2023.",
    "a sum": "Збитки оцінено у 100 000 000 гривень.",
    "what is not established": "Не встановлено, що повістки вручали.",
    "a lawful body": "Це підтвердила прокуратура Автономної Республіки Крим.",
    "an abbreviation": "Повістки вручали у м. Умовному, на вул. Неіснуючій.",
}


@pytest.mark.parametrize("way", EXCUSED)
def test_what_only_looks_like_a_fault_is_not_reported(way: str, tmp_path: Path):
    found = rules(changed(tmp_path, says(EXCUSED[way])))
    assert {"unfit-wording": 0, "initials-in-text": 0, "unrecorded-number": 0} == {
        rule: found.count(rule) - rules(CASE).count(rule)
        for rule in ("unfit-wording", "initials-in-text", "unrecorded-number")
    }
