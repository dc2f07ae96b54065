"""Each custody event links the one before it, so that none is changed, moved or taken out unseen."""

import hashlib
from functools import partial

import pytest

from referral.custody import Linked, check_links, link_of, links_of
from referral.diagnostics import Position, Severity

ITEM = "EV-0001"
EVENTS = [{"type": "capture", "agent": "A"}, {"type": "transfer", "agent": "A", "handed_to": "B"}, {"type": "копія"}]


def chain(events: list[dict[str, str]]) -> tuple[list[Linked], str | None]:
    """Events at lines 1, 2 …, linked throughout; and the link of the last."""
    links = links_of(ITEM, events)
    linked = [
        Linked(partial(Position, "c", number), event, previous)
        for number, (event, previous) in enumerate(zip(events, [None, *links], strict=False), 1)
    ]
    return linked, links[-1] if links else None


def found(events: list[Linked], last: str | None) -> list[tuple[int, str]]:
    findings = list(check_links(ITEM, events, last, partial(Position, "c", 99)))
    return [(finding.position.line, finding.rule) for finding in findings]


def test_the_seal_is_the_digest_of_canonical_json_that_anyone_can_reckon():
    text = '{"event":{"type":"копія"},"item":"EV-0001","previous":null}'

    assert hashlib.sha256(text.encode()).hexdigest() == link_of(ITEM, {"type": "копія"}, None)


def test_the_order_in_which_keys_are_written_does_not_matter():
    assert link_of(ITEM, {"a": "1", "b": "2"}, None) == link_of(ITEM, {"b": "2", "a": "1"}, None)


@pytest.mark.parametrize("length", [0, 1, 2, 3])
def test_a_whole_chain_has_no_finding(length: int):
    assert [] == found(*chain(EVENTS[:length]))


def test_a_chain_that_nobody_sealed_has_no_finding():
    assert [] == found([Linked(partial(Position, "c", 1), event, None) for event in EVENTS], None)


@pytest.mark.parametrize(("changed", "seen_at"), [(0, 2), (1, 3), (2, 99)])
def test_a_changed_event_is_found_at_the_seal_that_it_breaks(changed: int, seen_at: int):
    linked, last = chain(EVENTS)
    linked[changed] = Linked(linked[changed].at, {**linked[changed].event, "agent": "C"}, linked[changed].previous)

    assert [(seen_at, "custody-link-broken")] == found(linked, last)


@pytest.mark.parametrize("taken", [0, 1, 2])
def test_an_event_taken_out_is_found(taken: int):
    linked, last = chain(EVENTS)
    del linked[taken]

    assert ["custody-link-broken"] == [rule for _, rule in found(linked, last)]


def test_events_in_another_order_are_found():
    linked, last = chain(EVENTS)
    linked[1], linked[2] = linked[2], linked[1]

    assert {"custody-link-broken"} == {rule for _, rule in found(linked, last)}


def test_an_event_of_another_item_is_found():
    linked, last = chain(EVENTS)

    assert {"custody-link-broken"} == {x.rule for x in check_links("EV-0002", linked, last, partial(Position, "c"))}


def test_all_events_taken_out_are_found():
    assert [(99, "custody-link-broken")] == found([], "0" * 64)


def test_a_missing_seal_in_a_sealed_chain_is_a_warning():
    linked, last = chain(EVENTS)
    gap = Linked(linked[2].at, linked[2].event, None)

    assert [(99, "custody-not-linked")] == found(linked, None)
    assert (3, "custody-not-linked") in found([*linked[:2], gap], last)
    assert [Severity.WARNING] == [x.severity for x in check_links(ITEM, linked, None, partial(Position, "c"))]
