"""Rules on pinned wording. Each docstring is the manual of its rule."""

from collections.abc import Iterator

from referral.diagnostics import Diagnostic, error
from referral.law.files import Loaded, LoadedFile, LoadedPins
from referral.law.pins import pinned

HINT = "compare it with the official text, then: referral law check --pin FOLDER"


def changed_wording(loaded: Loaded) -> Iterator[Diagnostic]:
    """What is verified stays as it was pinned. Pins are of their folder; there all of an instrument are pinned."""
    for file in loaded.files:
        pins = {name: digest for p in loaded.pins if p.folder == file.folder for name, digest in p.content.pins.items()}
        found = list(pinned(file))
        if not any(one.name in pins for one in found):
            continue
        for one in found:
            if pins.get(one.name) != one.digest:
                said = "is not the one that was pinned" if one.name in pins else "was not pinned"
                place = file.at_key(*one.loc)
                yield error(place, "changed-wording", f'what is verified under "{one.name}" {said}', HINT)


def lost_wording(loaded: Loaded) -> Iterator[Diagnostic]:
    """A pin belongs to something verified in its folder; what is gone or no longer verified was lost."""
    for file in loaded.pins:
        known = {one.name for law in loaded.files for one in pinned(law)}
        for name in file.content.pins:
            if name not in known and not _is_replaced(name, file, loaded):
                message = f'there is nothing verified under "{name}" any more'
                yield error(file.at_key("pins", name), "lost-wording", message, HINT)


def _is_replaced(name: str, pins: LoadedPins, loaded: Loaded) -> bool:
    """Whether the pin is of an instrument that a file of another folder replaces."""
    others = (file for file in loaded.files if file.folder != pins.folder)
    return any(name.startswith(f"{prefix}.") for file in others for prefix in _prefixes(file))


def _prefixes(file: LoadedFile) -> Iterator[str]:
    yield file.instrument.id
    yield from (authority.id for authority in file.instrument.authorities)
