"""What an item shows of what standards ask of captures, word by word of the library; the shipped one asks them all."""

from types import MappingProxyType
from typing import Any

import pytest

from referral.case.model import EvidenceItem
from referral.coverage.captures import CaptureMet, captures_met, unmet_minimums
from referral.law import Law
from referral.law.model import CaptureRequirement, Kept
from tests.unit.builder import case, item, shipped_law, source

SHIPPED = shipped_law()
DIGEST = {"value": "0" * 64}
ONLINE = item(kind="digital_open_source")


def asked(shown_by: str, of: str = "online", **fields: Any) -> Law:
    said = {"id": "c.1", "status": "known", "text": {"en": "It is kept."}, "standard": {"en": "A standard"}, **fields}
    one = CaptureRequirement.model_validate({**said, "of": of, "shown_by": shown_by})
    return Law({}, {}, {}, {}, MappingProxyType({"c.1": one}), (), (), "")


def met(law: Law, **fields: Any) -> tuple[CaptureMet, ...]:
    return captures_met(EvidenceItem.model_validate(item(**fields)), law)


def is_shown(shown_by: str, **fields: Any) -> bool:
    (found,) = met(asked(shown_by), **{"kind": "digital_open_source", "author": None, "created": None, **fields})
    return found.is_shown


SHOWS: dict[str, dict[str, Any]] = {
    "address": {"captures": [{"url": "https://example.org"}]},
    "page_source": {"captures": [{}, {"html_source": "true"}]},
    "full_page": {"captures": [{"full_page": "true"}]},
    "moment": {"captures": [{"captured_at": "2022"}]},
    "media": {"captures": [{"embedded_media": "true"}]},
    "metadata": {"captures": [{"embedded_metadata": "true"}]},
    "context": {"captures": [{"context": "true"}]},
    "collector": {"captures": [{"collector": "A-1"}]},
    "collection_data": {"captures": [{"collection_data": "true"}]},
    "tool": {"captures": [{"tool": "A tool"}]},
    "digest": {"files": [{"path": "x", "role": "working_copy", "derived_from": "y", "digest": DIGEST}]},
    "verified": {"captures": [{"content_verified": "true"}]},
    "untouched": {"files": [{"path": "x", "role": "evidentiary_copy", "digest": DIGEST}]},
    "custody": {"custody": [{"type": "capture"}]},
    "recording_date": {"created": "2022"},
    "maker": {"author": "A clerk"},
}


@pytest.mark.parametrize("word", SHOWS)
def test_each_word_is_shown_by_what_it_says_and_by_nothing_else(word: str):
    others = [fields for other, fields in SHOWS.items() if {other, word} != {"digest", "untouched"} and other != word]

    assert is_shown(word, **SHOWS[word])
    assert not any(is_shown(word, **fields) for fields in others)


def test_an_excerpt_is_not_the_whole():
    assert is_shown("whole")
    assert not is_shown("whole", excerpt_of="EV-0002")


def test_a_working_copy_is_not_untouched_and_a_file_without_digest_shows_nothing():
    working = {"path": "x", "role": "working_copy", "derived_from": "y", "digest": DIGEST}

    assert not is_shown("untouched", files=[working])
    assert not is_shown("untouched", files=[{"path": "x"}])


def test_every_word_means_something():
    assert {*SHOWS, "whole"} == {word.value for word in Kept}


@pytest.mark.parametrize(
    ("asks", "of", "fields"),
    [
        (1, "online", {"kind": "digital_open_source"}),
        (1, "online", {"kind": "video", "captures": [{}]}),
        (0, "online", {"kind": "video"}),
        (1, "recording", {"kind": "photo"}),
        (0, "recording", {"kind": "document"}),
    ],
)
def test_standards_are_about_captures_or_recordings_only(asks: int, of: str, fields: dict[str, Any]):
    assert asks == len(met(asked("digest", of), **fields))


def test_the_shipped_standards_say_where_they_ask_and_what_they_call_a_minimum():
    minimum = [one for one in SHIPPED.capture_requirements if one.minimum]

    assert {Kept.ADDRESS, Kept.PAGE_SOURCE, Kept.FULL_PAGE, Kept.MOMENT} == {one.shown_by for one in minimum}
    assert all(one.place for one in minimum)
    assert {"en", "uk", "fr"} == {lang for one in SHIPPED.capture_requirements for lang in (*one.text, *one.standard)}


def unmet(law: Law, **fields: Any) -> list[tuple[str, tuple[str, ...]]]:
    online = {"kind": "digital_open_source"}
    items = [item(**online), item("EV-0002", **online, captures=[{"url": "https://example.org"}]), item("EV-0003")]
    of = case(sources=[source()], evidence=[*items, item("EV-0004", **online, **fields)])
    return [(one.requirement.id, one.items) for one in unmet_minimums(of, law)]


def test_items_below_the_minimum_of_a_standard_stand_with_what_it_asks_for():
    assert [("c.1", ("EV-0001", "EV-0004"))] == unmet(asked("address", minimum="true"))


def test_a_withdrawn_item_is_asked_for_nothing():
    assert [("c.1", ("EV-0001",))] == unmet(asked("address", minimum="true"), status="withdrawn")


def test_what_no_standard_calls_a_minimum_or_what_is_uncertain_is_no_step():
    assert [] == unmet(asked("address"))
    assert [] == unmet(asked("address", minimum="true", status="uncertain"))


def test_the_shipped_library_asks_for_the_minimum_of_the_protocol():
    assert {"155(a)", "155(b)", "155(c)"} == {
        one.requirement.place for one in unmet_minimums(case(sources=[source()], evidence=[ONLINE]), SHIPPED)
    }
