"""The words of a notice: bodies in their case, sums in words, what is shortened said to be so."""

from pathlib import Path

from referral.app.project import load_case
from tests.golden.notices import changed, notice, of_demonstration, variant


def told(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_the_body_after_a_post_stands_in_the_genitive():
    assert "Старша слідча слідчого відділу Неіснуючого управління майор юстиції" in told(variant("man"))
    assert "погодженням із прокурором відділу вигаданої обласної прокуратури" in told(variant("man"))
    assert "слідчого відділу Управління «Демонстрація» капітан юстиції" in told(of_demonstration("crimea-conscription"))


def test_who_made_a_resolution_stands_in_the_genitive():
    assert "Група слідчих: постанова начальника слідчого відділу від 07 лютого 2024 року" in told(variant("man"))
    assert "доручено слідчому відділу Неіснуючого управління: постанова заступника керівника" in told(variant("man"))


def test_a_date_that_is_no_day_stands_in_the_genitive(tmp_path: Path):
    year = changed(tmp_path, ("birth_date: 1980-01-05", 'birth_date: "1980"'))

    assert "1980 року народження" in told(notice(load_case(year), "PER-001"))


def test_a_sum_has_words_behind_its_figures():
    assert "– 100 000 (сто тисяч) гривень" in told(variant("man"))


def test_wording_with_words_left_out_says_so():
    rights = told(variant("man")).partition("Права підозрюваного")[2]
    assert "[…] [текст скорочено там, де стоїть «[…]»; внести повністю" in rights


def test_a_suspect_from_abroad_is_named_in_latin_letters_too():
    assert "(латиницею – " in told(variant("translated"))
    assert "латиницею" not in told(variant("man"))


def test_the_treaty_and_not_its_part_is_said_to_bind():
    assert "Обов’язковість Женевської конвенції про захист цивільного населення" in told(variant("man"))


def test_ranks_decline_with_the_posts_that_they_follow(tmp_path: Path):
    body = "    body: вигадана обласна прокуратура\n"
    suspect = "    title: начальник відділення призову\n"
    ranked = ((body, body + "    rank: радник юстиції\n"), (suspect, suspect + "    rank: підполковник\n"))
    found = told(notice(load_case(changed(tmp_path, *ranked)), "PER-001"))

    assert "прокурором відділу вигаданої обласної прокуратури радником юстиції Олегом ЗРАЗКОМ" in found
    assert "незаконний орган) у званні підполковника" in found


def test_a_body_that_no_rule_declines_is_to_be_confirmed(tmp_path: Path):
    unsure = changed(tmp_path, ("слідчий відділ Неіснуючого управління\n    rank", "Неіснуючий хурал\n    rank"))

    assert "Неіснуючий хурал [підтвердити родовий відмінок]" in told(notice(load_case(unsure), "PER-001"))


def test_a_sum_that_has_no_words_is_to_be_written_by_a_person(tmp_path: Path):
    unsure = changed(tmp_path, ("100 000 гривень", "100,5 тис. гривень"))

    assert "100,5 тис. гривень [зазначити суму словами]" in told(notice(load_case(unsure), "PER-001"))
