"""The notice of suspicion in six variants and of the demonstrations: who signs, whom it is about, in which language."""

import pytest

from tests.golden.notices import ADVICE, DEMONSTRATIONS, VARIANTS, golden, notices, of_demonstration, variant


def plain(name: str) -> str:
    """The text with ordinary spaces, to search in."""
    return variant(name).replace("\u00a0", " ")


@pytest.mark.parametrize("name", VARIANTS)
def test_the_notice_reads_as_the_golden_text(name: str):
    assert golden(name).read_text(encoding="utf-8") == variant(name), ADVICE


@pytest.mark.parametrize("name", DEMONSTRATIONS)
def test_the_notice_of_a_demonstration_reads_as_the_golden_text(name: str):
    assert golden(name).read_text(encoding="utf-8") == of_demonstration(name), ADVICE


@pytest.mark.parametrize("name", VARIANTS)
def test_nobody_is_named_but_the_suspect_and_those_who_act(name: str):
    own = {VARIANTS[name][0], "PER-006", "PER-007", "PER-008"}
    others = [n.last for code, i in notices().vault.identities.items() if code not in own for n in i.names]
    assert [] == [last for last in others if last and last.lower() in plain(name).lower()]


def test_an_investigator_acts_with_the_approval_of_a_prosecutor():
    assert "за погодженням із прокурором відділу" in plain("man")
    assert "\nПОГОДЖЕНО\n" in plain("man")
    assert "керуючись статтями 40, 42, 276, 277, 278 КПК України" in plain("man")


def test_a_prosecutor_acts_alone_and_nobody_approves():
    assert "ПОГОДЖЕНО" not in plain("prosecutor-as-author")
    assert "за погодженням" not in plain("prosecutor-as-author")
    assert "керуючись статтями 36, 42, 276, 277, 278 КПК України" in plain("prosecutor-as-author")


def test_the_verb_follows_the_author_and_the_pronouns_follow_the_suspect():
    assert "\nПОВІДОМИЛА:\n" in plain("woman")
    assert "про те, що вона підозрюється" in plain("woman")
    assert "\nПОВІДОМИВ:\n" in plain("prosecutor-as-author")


def test_organising_and_giving_an_order_are_two_suspicions_with_their_articles():
    text = plain("two-charges-with-accomplice")
    assert "передбаченого ч. 3 ст. 27, ч. 2 ст. 28, ч. 1 ст. 438 КК України, а також у відданні наказу" in text
    assert "роль підозрюваного – організатор" in text
    assert "домовлялися" in text


def test_an_unknown_residence_is_said_with_the_last_one_known():
    assert "місце проживання якого не встановлено, останнє відоме місце проживання: місто Умовне" in plain(
        "unknown-residence"
    )
    assert "керуючись статтями 40, 42, 135, 276, 277, 278 КПК України" in plain("unknown-residence")


def test_a_translation_has_a_page_and_a_signature_of_its_own():
    assert "Мова перекладу: російська." in plain("translated")
    assert "Перекладач __________" in plain("translated")
    assert "Мова перекладу" not in plain("man")


def test_a_victim_is_called_so_only_with_the_status():
    assert "Потерпіла особа: PER-009 (заяву подано 04 березня 2024 року, статус із 04 березня 2024 року)." in plain(
        "man"
    )
    assert "Особа, яка ймовірно зазнала примусу: PER-010." in plain("unknown-residence")


def test_damage_is_told_of_those_harmed_in_the_episodes_of_the_suspicion():
    assert "потерпілому PER-009 завдано моральної шкоди" in plain("man")
    assert "PER-010 завдано" not in plain("man")
    assert "особі PER-010 завдано фізичної шкоди" in plain("unknown-residence")
