"""What an entry has from the file it stands in: the day of the last check, and a source where nothing was read.

Only what was not read is handed down. What is verified, or known through a secondary source, was read somewhere and
names it itself; so does whatever follows the entry above it by its own model.
"""

from collections.abc import Collection
from typing import Any, TypeVar

from pydantic import BaseModel

from referral.law.model import OWN, RECALLED, Claim, CompanionFile, LawFile, Status

Model = TypeVar("Model", bound=BaseModel)
_UNREAD = {Status.WORKING: OWN, Status.KNOWN: RECALLED, Status.UNCERTAIN: RECALLED}


def hand_down(content: Model) -> Model:
    """The content of a file, every entry in it with its day and source."""
    if not isinstance(content, LawFile | CompanionFile):
        return content
    header = content.instrument if isinstance(content, LawFile) else content.companion
    return _filled(content, header.as_at, {source.id for source in header.sources})


def _filled(model: Model, as_at: str, listed: Collection[str]) -> Model:
    """The model itself if there is nothing to fill in."""
    own: dict[str, Any] = _own(model, as_at, listed) if isinstance(model, Claim) else {}
    below: str = getattr(model, "as_at", "") or as_at
    parts = ((name, getattr(model, name)) for name in type(model).model_fields)
    changed = {name: new for name, old in parts if (new := _of_part(old, below, listed)) is not old}
    return model.model_copy(update={**own, **changed}) if own or changed else model


def _of_part(part: Any, as_at: str, listed: Collection[str]) -> Any:
    if isinstance(part, BaseModel):
        return _filled(part, as_at, listed)
    if isinstance(part, tuple) and part and isinstance(part[0], BaseModel):
        return tuple(_filled(entry, as_at, listed) for entry in part)
    return part


def _own(claim: Claim, as_at: str, listed: Collection[str]) -> dict[str, Any]:
    """What this claim itself lacks."""
    day = {} if claim.as_at else {"as_at": as_at}
    unread = "" if claim.source or claim.secondary else _UNREAD.get(claim.status, "")
    return {**day, "source": (unread,)} if unread in listed else day
