"""Each scalar type says itself which texts it takes."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from referral.case.model import LocalText, Locator
from referral.case.model.files import Digest
from referral.case.model.scalars import (
    AsAt,
    EdtfDate,
    EntityId,
    Flag,
    IncidentType,
    LanguageCode,
    LawId,
    WholeNumber,
    Words,
)

INVISIBLE = [
    "\u3164",
    "\u115f\u1160",
    "\u2800",
    "\uffa0 \u3164",
    "\u200d",
    "\ufe0f",
    "\u0301",
    "\u2003\u3164\U000e0100",
]


def takes(kind: Any, value: object) -> bool:
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (Flag, ["true", "false", True], ["yes", "no", "on", "1", "True", "", None, 1, []]),
        (WholeNumber, ["0", "34000", 5], ["007", "-1", "1.0", "1_000", "1 000", "1e3", "٣", "", "9" * 19, None, []]),
        (Words, ["a", " a ", "\u0456\u0308", "\u3164a", "—", "한"], ["", "  ", None, [], {}, *INVISIBLE]),
        (EntityId, ["EV-0001", "P-1", "A1-B2-C3"], ["EV", "ev-1", "EV-", "EV_1", "EV-1\n", "ЕV-1", "EV-١", ""]),
        (LawId, ["rs.8.2.a.v/1", "ua.cc.438", "x"], ["RS", "8.a", "rs.", "rs..8", "rs 8", ""]),
        (
            IncidentType,
            ["pillage", "raid_2", "x"],
            ["Pillage", "2_raids", "_x", "a-b", "a b", "грабіж", "x\n", "", None],
        ),
        (LanguageCode, ["uk", "crh"], ["UK", "u", "ukra", "uk-UA", "uk\n"]),
        (EdtfDate, ["2022-03-XX"], ["05.03.2022", "", None, []]),
        (AsAt, ["2024-05-31", "2024-05", "2024-05-01/2024-05-31"], ["2014/..", "../2024", "", None]),
    ],
)
def test_a_scalar_takes_its_texts_and_no_others(kind: Any, good: list[object], bad: list[object]):
    assert [] == [value for value in good if not takes(kind, value)]
    assert [] == [value for value in bad if takes(kind, value)]


def test_words_are_composed_and_stripped():
    assert "Київ" == TypeAdapter(Words).validate_python(" Киї".replace("ї", "\u0456\u0308") + "в\n")


def test_text_is_plain_or_by_language():
    assert {"": "слова"} == LocalText.model_validate("слова").by_lang
    assert {"uk": "слова", "en": "words"} == LocalText.model_validate({"uk": "слова", "en": "words"}).by_lang


@pytest.mark.parametrize("value", ["", {}, {"uk": ""}, {"Ukrainian": "x"}, {"uk": ["x"]}, ["x"], None, {"by_lang": {}}])
def test_text_of_another_shape_is_refused(value: object):
    assert not takes(LocalText, value)


def test_a_digest_has_the_length_of_its_algorithm():
    assert takes(Digest, {"value": "0" * 64})
    assert takes(Digest, {"algorithm": "sha512", "value": "0" * 128})
    assert not takes(Digest, {"value": "0" * 128})
    assert not takes(Digest, {"algorithm": "sha512", "value": "0" * 64})
    assert not takes(Digest, {"value": "G" * 64})


@pytest.mark.parametrize("kind", ["page", "paragraph", "line"])
def test_a_place_in_an_item_is_counted_from_one_and_forwards(kind: str):
    good = ["4", "4-6", "13–15", "4, 7", "12 зв.", "iv", "145–7", "2.0", "A0"]
    bad = ["0", "-7", "−7", "6-4", "4, 0", "15 – 13"]

    assert [] == [value for value in good if not takes(Locator, {"type": kind, "value": value})]
    assert [] == [value for value in bad if takes(Locator, {"type": kind, "value": value})]
    assert takes(Locator, {"type": "clip", "value": "00:00:00-00:01:05"})
