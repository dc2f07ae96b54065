"""Marks beside words: what is invented says so once, notes stand where the language puts them, holes say which."""

from typing import Any

import pytest
from markupsafe import Markup
from pydantic import ValidationError

from referral.app.project import Sources
from referral.composition.functions.marks import MarkFunctions
from referral.composition.kinds import load_templates
from referral.composition.regimes import Regime
from referral.errors import TemplateError
from referral.protection.profiles import PROFILES
from referral.protection.redaction import RedactionClass
from tests.unit.builder import fact, item
from tests.unit.composition.scenes import scene

NOTE = Markup("<note>n</note>")


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("A post", "A post <i>[invented]</i>"),
        ("A post (invented)", "A post (invented)"),
        ("An order (Invented, a description)", "An order (Invented, a description)"),
        ("An invented post", "An invented post <i>[invented]</i>"),
    ],
)
def test_what_is_invented_is_marked_once(words: str, marked: str):
    assert marked == MarkFunctions(scene()).marked({"invented": True}, words)


def test_what_is_real_has_no_mark():
    assert "A post" == MarkFunctions(scene()).marked({"invented": False}, "A post")


def test_words_of_a_case_stay_words():
    functions = MarkFunctions(scene())
    assert "&lt;b&gt;" == functions.marked({"invented": False}, "<b>")
    assert "&lt;b&gt; (x)." == functions.before_stop("<b>.", " (x)")


@pytest.mark.parametrize(
    ("lang", "words", "noted"),
    [
        ("uk", "Так було.", "Так було<note>n</note>."),
        ("uk", "У 2014 р.", "У 2014 р.<note>n</note>"),
        ("uk", "Чи було?", "Чи було?<note>n</note>"),
        ("en", "It was so.", "It was so.<note>n</note>"),
    ],
)
def test_a_note_stands_where_the_language_puts_it(lang: str, words: str, noted: str):
    assert noted == MarkFunctions(scene(lang)).noted(words, NOTE)


@pytest.mark.parametrize(
    ("words", "ended"),
    [("It was so", "It was so."), ("It was so.", "It was so."), (Markup("Was it <b>so?</b>"), "Was it <b>so?</b>")],
)
def test_a_sentence_ends_with_one_stop(words: str, ended: str):
    assert ended == MarkFunctions(scene()).ended(words)


@pytest.mark.parametrize("lang", ["uk", "en"])
def test_without_a_note_the_words_stay_as_they_are(lang: str):
    assert "Було." == MarkFunctions(scene(lang)).noted("Було.", "")


@pytest.mark.parametrize(
    ("words", "capital"),
    [
        ("annex 3", "Annex 3"),
        (Markup('<cite to="ex">annex 3</cite>'), '<cite to="ex">Annex 3</cite>'),
        (Markup("<b><i>annex</i></b> annex"), "<b><i>Annex</i></b> annex"),
        ("", ""),
    ],
)
def test_the_first_letter_is_made_a_capital_within_its_element(words: str, capital: str):
    assert capital == MarkFunctions(scene()).upper_first(words)


def test_what_nobody_recorded_is_a_hole_and_what_is_not_shown_is_none():
    items = [item(), item("EV-0002", confidentiality="secret")]
    shown = scene(profile="public", evidence=items, facts=[fact("F-001", "EV-0001", "EV-0002")])
    absent, entry = MarkFunctions(shown).absent, shown.by_id["F-001"]
    assert "<missing>[no date]</missing>" == absent(entry, "date", "no date")
    assert "<redacted>[REDACTED – source_or_intermediary]</redacted>" == absent(entry, "citations", "no source")


CODED = {"procedural_action": {"name": "Record", "number": "UKR-OTP-0001-0042-R01"}}
REGIME = Regime.model_validate(
    {"material": "[A-Z]{3}-OTP-[0-9-]+(-R[0-9]{2})?", "codes": dict.fromkeys(RedactionClass, "B.2")}
)


@pytest.mark.parametrize(
    ("regime", "entry", "mark"),
    [
        (REGIME, CODED, "B.2"),
        (None, CODED, "family"),
        (REGIME, {"procedural_action": {"name": "Record", "number": "17"}}, "family"),
        (REGIME, {"procedural_action": None}, "family"),
        (REGIME, None, "family"),
    ],
)
def test_a_mark_bears_the_code_of_a_court_on_its_own_material_alone(
    regime: Regime | None, entry: dict[str, Any] | None, mark: str
):
    shown = scene()
    shown.regime = regime
    assert f"<redacted>[REDACTED – {mark}]</redacted>" == MarkFunctions(shown).redaction("family", entry)
    assert (["Check: B.2"] if mark == "B.2" else []) == [point.text for point in shown.gathered_points()]


def test_a_mark_of_no_class_is_a_fault_of_the_template():
    with pytest.raises(TemplateError, match="no class “name”"):
        MarkFunctions(scene()).redaction("name")


def test_a_regime_has_a_code_for_every_class():
    with pytest.raises(ValidationError, match="no code for identity"):
        Regime.model_validate({"material": "x", "codes": {}})


def test_the_shipped_words_name_every_class_differently_and_every_shipped_regime_is_whole():
    library = load_templates(Sources.of().templates)
    classes = {lang: library.words(lang)["redaction"]["class"] for lang in library.word_languages}

    assert all(list(words) == [kind.value for kind in RedactionClass] for words in classes.values())
    assert all(len({*words.values()}) == len(words) for words in classes.values())
    assert {profile.marks for profile in PROFILES.values()} - {None} == library.regimes.keys()
    assert {*PROFILES} == set.intersection(*({*library.words(lang)["classification"]} for lang in classes))
