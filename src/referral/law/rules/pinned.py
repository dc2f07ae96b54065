"""Rules on pinned wording. Each docstring is the manual of its rule."""

from collections.abc import Iterator

from referral.diagnostics import Diagnostic, error
from referral.law.files import Loaded
from referral.law.pins import wordings

HINT = "compare it with the official text, then: referral law check --pin FILE"


def changed_wording(loaded: Loaded) -> Iterator[Diagnostic]:
    """Verified wording stays as it was when it was pinned; if one wording of an instrument is pinned, all are."""
    pins = {name: digest for file in loaded.pins for name, digest in file.content.pins.items()}
    for file in loaded.files:
        found = list(wordings(file))
        if not any(wording.name in pins for wording in found):
            continue
        for wording in found:
            if pins.get(wording.name) != wording.digest:
                said = "is not the one that was pinned" if wording.name in pins else "was not pinned"
                place = file.at_key(*wording.loc)
                yield error(place, "changed-wording", f'the wording "{wording.name}" {said}', HINT)


def lost_wording(loaded: Loaded) -> Iterator[Diagnostic]:
    """A pin belongs to a verified wording of the library; a wording that is gone or no longer verified was lost."""
    known = {wording.name for file in loaded.files for wording in wordings(file)}
    for file in loaded.pins:
        for name in file.content.pins:
            if name not in known:
                message = f'there is no verified wording "{name}" any more'
                yield error(file.at_key("pins", name), "lost-wording", message, HINT)
