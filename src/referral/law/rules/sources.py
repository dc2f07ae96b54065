"""Rules on where an entry was read, or that it was not. Each docstring is the manual of its rule."""

from collections.abc import Iterator

from referral.diagnostics import Diagnostic, error, warning
from referral.law.files import Loaded
from referral.law.model import UNREAD, Status
from referral.schema_errors import nearest


def missing_source(loaded: Loaded) -> Iterator[Diagnostic]:
    """Every entry has a source. What is verified, or known through a secondary source, names one that was read. For all
    others the header may list `recalled` (of what is known or uncertain) and `own` (of what is working)."""
    for file in loaded.everything:
        for loc, claim in file.claims():
            was_read = claim.status is Status.VERIFIED or claim.secondary
            if was_read and not set(claim.source) - set(UNREAD):
                message = "this was read somewhere; name the source, or give the status known or uncertain"
                yield error(file.at_key(*loc), "missing-source", message)
            elif not claim.source:
                message = "this entry has no source; name it, or list recalled and own among the sources of the file"
                yield error(file.at_key(*loc), "missing-source", message)


def unknown_source(loaded: Loaded) -> Iterator[Diagnostic]:
    """A source named anywhere in a file stands in the list of sources of its header."""
    for file in loaded.everything:
        known = {source.id for _, source in file.sources()}
        for loc, claim in file.claims():
            for n, name in enumerate(claim.source):
                if name not in known:
                    place = file.at(*loc, "source", n)
                    message = f'the file lists no source "{name}"'
                    yield error(place, "unknown-source", message, nearest(name, known))


def unused_source(loaded: Loaded) -> Iterator[Diagnostic]:
    """A source is listed because something was read in it; `recalled` and `own` may stand in every file."""
    for file in loaded.everything:
        used = {*UNREAD, *(name for _, claim in file.claims() for name in claim.source)}
        for loc, source in file.sources():
            if source.id not in used:
                message = f"nothing in this file was read in {source.id}; name it where it was read, or take it out"
                yield warning(file.at(*loc, "id"), "unused-source", message)
