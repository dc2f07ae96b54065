"""Custody events linked one to the next: each carries the digest of the event before it, the item that of the last.

The digest is SHA-256 over canonical JSON (RFC 8785): the item, the event, and the link that the event itself carries.

`custody-link-broken`: an event is not the one that the next event, or the item, has linked; it was changed afterwards.
`custody-not-linked`: an event without the link of the one before it, in a chain that is linked elsewhere.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from referral.diagnostics import Diagnostic, Position, Related, Where, error, warning

Said = Mapping[str, object]


@dataclass(frozen=True)
class Linked:
    """An event as data, without what is not stated; where it stands; the link that it carries of the one before."""

    at: Where
    event: Said
    previous: str | None


def links_of(item: str, events: Sequence[Said]) -> list[str]:
    """The link of each event, as the next one is to carry it, when all are linked anew from the first."""
    links: list[str] = []
    for event in events:
        links.append(link_of(item, event, links[-1] if links else None))
    return links


def link_of(item: str, event: Said, previous: str | None) -> str:
    """The digest of one event of an item."""
    said = {"event": event, "item": item, "previous": previous}
    # The keys are ASCII, so that the order of Python is that of RFC 8785; there are no numbers but whole ones.
    text = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def check_links(item: str, chain: Sequence[Linked], last: str | None, last_at: Where) -> Iterator[Diagnostic]:
    """`custody-link-broken`, `custody-not-linked`; `last` is what the item carries of its last event."""
    if last is None and not any(event.previous for event in chain):
        return
    for before, after in pairwise(chain):
        if after.previous is None:
            yield _unlinked(after.at(), "this event does not carry the link of the one before it")
        elif after.previous != link_of(item, before.event, before.previous):
            yield _broken(after.at(), before.at())
    if chain and chain[0].previous:
        message = "the first event links one that is not there; it was taken out, or is elsewhere"
        yield error(chain[0].at(), "custody-link-broken", message)
    yield from _last(item, chain, last, last_at)


def _last(item: str, chain: Sequence[Linked], last: str | None, last_at: Where) -> Iterator[Diagnostic]:
    if last is None:
        yield _unlinked(last_at(), f"{item} does not carry the link of its last event, which could be changed unseen")
    elif not chain:
        yield error(last_at(), "custody-link-broken", f"{item} links an event that is not there; it was taken out")
    elif last != link_of(item, chain[-1].event, chain[-1].previous):
        yield _broken(last_at(), chain[-1].at())


def _broken(link_at: Position, event_at: Position) -> Diagnostic:
    message = "this link is not that of the event before it, which was changed after it was linked, or moved"
    hint = "find out what was changed, and by whom; `referral custody CASE --link` reckons links anew"
    return error(link_at, "custody-link-broken", message, hint, Related(event_at, "the event that was linked"))


def _unlinked(at: Position, message: str) -> Diagnostic:
    return warning(at, "custody-not-linked", f"{message}; `referral custody CASE --link` prints it")
