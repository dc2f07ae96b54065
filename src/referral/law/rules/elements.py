"""Rules on the elements of a provision. Each docstring is the manual of its rule."""

from collections import Counter
from collections.abc import Iterator, Sequence

from referral.diagnostics import Diagnostic, error
from referral.law.files import Loaded
from referral.law.model import OWN, Status


def element_numbers(loaded: Loaded) -> Iterator[Diagnostic]:
    """Elements are numbered 1, 2, 3 … in order; alternatives of one number are 2.a, 2.b …"""
    for file in loaded.files:
        for loc, provision in file.provisions():
            wanted = _wanted([e.number for e in provision.elements])
            for n, element in enumerate(provision.elements):
                if element.number != wanted[n]:
                    message = f"elements are numbered 1 to n in order; here {wanted[n]} is due"
                    yield error(file.at(*loc, "elements", n, "number"), "element-numbers", message)
                    break  # the numbers after it would all be blamed


def element_id(loaded: Loaded) -> Iterator[Diagnostic]:
    """The id of an element ends with its number, after a slash or a dot."""
    for file in loaded.files:
        for loc, _, element in file.elements():
            if not element.id.endswith((f"/{element.number}", f".{element.number}")):
                message = f'"{element.id}" does not end with the number of the element, {element.number}'
                yield error(file.at(*loc, "id"), "element-id", message)


def missing_breakdown(loaded: Loaded) -> Iterator[Diagnostic]:
    """Where elements stand, `breakdown` says who broke the provision down, and how well that is known."""
    for file in loaded.files:
        for loc, provision in file.provisions():
            if provision.elements and provision.breakdown is None:
                message = "say in breakdown whose elements these are: authority, status, source"
                yield error(file.at_key(*loc, "elements"), "missing-breakdown", message)


def own_breakdown(loaded: Loaded) -> Iterator[Diagnostic]:
    """A breakdown of our own is known or working, never verified: no one adopted it."""
    for file in loaded.files:
        for loc, provision in file.provisions():
            breakdown = provision.breakdown
            if breakdown and breakdown.authority == OWN and breakdown.status is Status.VERIFIED:
                message = "no one adopted a breakdown of our own; its status is known or working"
                yield error(file.at(*loc, "breakdown", "status"), "own-breakdown", message)


def unmarked_own_translation(loaded: Loaded) -> Iterator[Diagnostic]:
    """A label in a language in which the element has no wording is our own translation, and the breakdown says so."""
    for file in loaded.files:
        for loc, _, element in file.elements():
            if set(element.label) - set(element.text) and not element.own_translation:
                message = "this label translates the element; say own_translation: true in the breakdown"
                yield error(file.at_key(*loc, "label"), "unmarked-own-translation", message)


def lonely_alternative(loaded: Loaded) -> Iterator[Diagnostic]:
    """An alternative has at least one other in its group."""
    for file in loaded.files:
        for loc, provision in file.provisions():
            sizes = Counter(e.alternatives_group for e in provision.elements)
            for n, element in enumerate(provision.elements):
                if element.alternatives_group and sizes[element.alternatives_group] == 1:
                    message = f'no other element is in the group "{element.alternatives_group}"'
                    place = file.at(*loc, "elements", n, "alternatives_group")
                    yield error(place, "lonely-alternative", message)


def _wanted(numbers: Sequence[str]) -> list[str]:
    """The numbers that elements in this order should bear; letters run on until the next “a” or plain number."""
    wanted: list[str] = []
    count = letter = 0
    for number in numbers:
        _, _, mark = number.partition(".")
        letter = letter + 1 if letter and mark > "a" else int(bool(mark))
        count += letter <= 1
        wanted.append(f"{count}.{chr(ord('a') + letter - 1)}" if letter else f"{count}")
    return wanted
