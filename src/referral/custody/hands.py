"""Through whose hands an item went, and where nobody says how it came from one to the next.

`custody-gap`: one event leaves the item with somebody other than the one who acts in the next, or before one of nobody.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from referral.diagnostics import Diagnostic, Where, warning


@dataclass(frozen=True)
class Handover:
    """One custody event: who acted, from whom the item came, to whom it went."""

    at: Where
    agent: str | None
    received_from: str | None
    handed_to: str | None


def check_chain(chain: Sequence[Handover]) -> Iterator[Diagnostic]:
    """`custody-gap`"""
    for before, after in pairwise(chain):
        holder = before.handed_to or before.agent
        if holder and holder not in (after.agent, after.received_from):
            who = after.agent or after.received_from or "nobody by name"
            message = f"the item was last with {holder}, but {who} comes next; record who handed it over"
            yield warning(after.at(), "custody-gap", message)
