"""Words in the grammatical case that a sentence needs: what is written goes first, what is not certain is marked."""

from typing import Any

from referral.composition.functions.grammar import GrammarFunctions
from referral.composition.functions.people import PeopleFunctions
from referral.composition.scene import Scene
from referral.language.phrases import Phrases
from referral.protection.vault import Identity, Name
from tests.unit.builder import header, person
from tests.unit.composition.scenes import PHRASES, scene

WORDS = PHRASES | {
    "missing": {"name_form": "confirm the {form}", "text": "no words", "last_name": "no surname", "name": "no name"}
    | {
        "first_name": "no first name",
        "patronymic_name": "no patronymic",
        "translation": "translate",
        "state": "name the State",
    }
    | {"body": "no body", "sum_in_words": "write the sum", "latin_name": "compare with the paper"},
    "grammar": {"gen": "genitive", "dat": "dative", "ins": "instrumental", "acc": "accusative", "voc": "vocative"},
}
POST = {"id": "POST-01", "person": "PER-001", "title": "старший слідчий"}


def shown(lang: str = "uk", names: list[Name] | None = None, sex: str | None = "m", **sections: Any) -> Scene:
    """A scene of one man and what is said of him, in the language of the case."""
    told = {"sex": sex} if sex else {}
    made = scene(lang, case=header(language="uk"), persons=[person(**told)], **sections)
    made.phrases = Phrases(WORDS, lang)
    if names is not None:
        made.view.identities["PER-001"] = Identity(person="PER-001", names=names)
    return made


def grammar(**sections: Any) -> GrammarFunctions:
    return GrammarFunctions(shown(**sections))


def posting(**fields: Any) -> tuple[GrammarFunctions, dict[str, Any]]:
    made = shown(postings=[POST | fields])
    return GrammarFunctions(made), made.by_id["POST-01"]


def test_a_post_is_declined_by_rule():
    functions, post = posting()
    assert "старшим слідчим" == functions.post_in(post, "ins")
    assert "старший слідчий" == functions.post_in(post, "nom")


def test_a_form_that_is_written_goes_first():
    functions, post = posting(title_forms={"ins": "слідчим"})
    assert "слідчим" == functions.post_in(post, "ins")


def test_a_form_that_is_not_certain_is_followed_by_a_placeholder():
    functions, post = posting(title="ватажок")
    assert "ватажок <missing>[confirm the genitive]</missing>" == functions.post_in(post, "gen")


def test_words_of_the_case_never_become_markup():
    functions, post = posting(title="<b>слідчий</b>", rank="<i>капітан</i>", rank_forms={"gen": "<i>капітана</i>"})
    assert "<b>" not in functions.post_in(post, "gen")
    assert "&lt;i&gt;капітана&lt;/i&gt;" == functions.rank_in(post, "gen")


def test_a_rank_declines_and_none_is_a_placeholder():
    functions, post = posting(rank="капітан юстиції")
    assert "капітаном юстиції" == functions.rank_in(post, "ins")
    functions, post = posting()
    assert "<missing>[no words]</missing>" == functions.rank_in(post, "ins")


def test_words_in_another_language_are_not_declined():
    functions, post = posting(title={"en": "Investigator"})
    assert "Investigator" in functions.post_in(post, "gen")
    assert "<missing>[translate]</missing>" in functions.post_in(post, "gen")


def test_a_body_declines_after_its_post():
    functions, post = posting(body="Управління «Демонстрація»")
    assert "Управління «Демонстрація»" == functions.body_in(post, "gen")
    functions, post = posting(body="Служба безпеки України")
    assert "Служби безпеки України" == functions.body_in(post, "gen")
    functions, post = posting(body="слідчий відділ Управління «Демонстрація»")
    assert "слідчого відділу Управління «Демонстрація»" == functions.body_in(post, "gen")


def test_the_form_of_a_body_that_is_written_goes_first():
    functions, post = posting(body="прокуратура", body_forms={"gen": "прокуратури області"})
    assert "прокуратури області" == functions.body_in(post, "gen")


def test_a_body_whose_head_is_not_listed_is_to_be_confirmed():
    functions, post = posting(body="Умовний хурал")
    assert "Умовний хурал <missing>[confirm the genitive]</missing>" == functions.body_in(post, "gen")


def test_a_post_without_a_body_belongs_to_its_unit():
    units = [{"id": "UNIT-01", "name": "військова частина", "name_forms": {"acc": "частину"}}]
    made = shown(units=units, postings=[POST | {"unit": "UNIT-01"}])
    functions, post = GrammarFunctions(made), made.by_id["POST-01"]
    assert "військової частини" == functions.body_in(post, "gen")
    assert "частину" == functions.body_in(post, "acc")


def test_a_post_without_body_and_unit_has_a_placeholder():
    functions, post = posting()
    assert "<missing>[no body]</missing>" == functions.body_in(post, "gen")


def test_words_without_forms_decline_as_a_post_does():
    assert "прокуратурою міста" == grammar().words_in({"": "прокуратура міста"}, "ins")


def test_numbers_are_told_in_words():
    functions = grammar()
    assert "вісім" == functions.number_in_words(8)
    assert "однієї" == functions.number_in_words(1, "gen", "feminine")


def test_a_sum_has_words_behind_its_figures_or_a_placeholder():
    assert "2 (дві) гривні" == grammar().sum_in_words("2 гривні")
    assert "2,5 гривень <missing>[write the sum]</missing>" == grammar().sum_in_words("2,5 гривень")


def test_a_language_without_words_for_numbers_has_digits():
    functions = GrammarFunctions(shown("en"))
    assert "8" == functions.number_in_words(8)
    assert "2 hryvnias" == functions.sum_in_words("2 hryvnias")


def test_a_name_is_declined_by_rule():
    made = shown(names=[Name(last="Бойко", first="Юрій", patronymic="Ілліч")])
    assert "Бойку Юрію Іллічу" == PeopleFunctions(made).person("PER-001", "dat")
    assert "Юрієм БОЙКОМ" == PeopleFunctions(made).signatory("PER-001", "ins")


def test_a_name_that_is_not_certain_is_followed_by_a_placeholder():
    names = [Name(last="Ковалів", first="Юрій", patronymic="Ілліч")]
    told = PeopleFunctions(shown(names=names)).person("PER-001", "gen")
    assert "Юрія Ілліча <missing>[confirm the genitive]</missing>" == told.partition(" ")[2]


def test_a_name_of_a_person_of_unknown_sex_is_never_certain():
    names = [Name(last="Бойко", first="Саша", patronymic="Ілліч")]
    told = PeopleFunctions(shown(names=names, sex=None)).person("PER-001", "gen")
    assert "Бойко Саша Ілліч <missing>[confirm the genitive]</missing>" == told


def test_a_latin_spelling_is_that_of_the_vault():
    name = Name.model_validate({"last": "Бойко", "first": "Юрій", "latin": {"last": "Boiko", "first": "Iurii"}})
    assert "Iurii Boiko" == grammar(names=[name]).latin_name("PER-001")
    paper = Name(last="BOJKO", first="JURIJ", script="Latn")
    assert "JURIJ BOJKO" == grammar(names=[Name(last="Бойко", first="Юрій"), paper]).latin_name("PER-001")


def test_whether_the_vault_has_a_latin_spelling_is_told():
    paper = Name(last="BOJKO", first="JURIJ", script="Latn")
    assert grammar(names=[Name(last="Бойко", first="Юрій"), paper]).has_latin_name("PER-001")
    assert not grammar(names=[Name(last="Бойко", first="Юрій")]).has_latin_name("PER-001")
    assert not grammar().has_latin_name("PER-001")


def test_a_latin_spelling_by_the_table_is_to_be_confirmed():
    told = grammar(names=[Name(last="Бойко", first="Юрій")]).latin_name("PER-001")
    assert "Yurii Boiko <missing>[compare with the paper]</missing>" == told
    assert "<missing>[no name]</missing>" == grammar().latin_name("PER-001")


def test_a_state_declines_and_what_the_language_lacks_of_it_is_a_placeholder():
    functions = PeopleFunctions(shown())
    assert "Республіки Білорусь" == functions.state("BY", "gen")
    assert "Республіка Білорусь <missing>[confirm the vocative]</missing>" == functions.state("BY", "voc")
    assert "ZZ <missing>[name the State]</missing>" == functions.state("ZZ", "gen")


def test_a_language_without_cases_names_a_state_in_one_way():
    assert "Belarus" == PeopleFunctions(shown("en")).state("BY", "gen")
