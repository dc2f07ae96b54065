"""Two revisions of one case set side by side, as one recipient sees both: what is another, and what is told of it."""

from referral.revision.compared import Compared, DocumentChange, EntryChange, How, Revision, StateChange, compared

__all__ = ["Compared", "DocumentChange", "EntryChange", "How", "Revision", "StateChange", "compared"]
