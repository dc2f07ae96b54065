"""Rules on the alternatives of an element that a mapping names.

`unknown-limb`: a mapping that names an alternative which its element does not have.
"""

from collections.abc import Iterator

from referral.case.load import LoadedCase
from referral.diagnostics import Diagnostic, error
from referral.law import Law
from referral.law.model import Element


def limbs_belong_to_the_element(loaded: LoadedCase, law: Law) -> Iterator[Diagnostic]:
    """`unknown-limb`; an element that the library does not have is left to `unknown-element`."""
    for index, mapping in loaded.entries("mappings"):
        if mapping.element not in law.elements:
            continue
        element = law.element(mapping.element)
        known = {limb.id for limb in element.limbs}
        for number, limb in enumerate(mapping.limbs):
            if limb not in known:
                place = loaded.where("mappings", index, "limbs", number)
                yield error(place, "unknown-limb", f'{element.id} has no limb "{limb}"', _there_are(element))


def _there_are(element: Element) -> str:
    """The limbs there are, choice by choice."""
    choices = (" or ".join(limb.id for limb in choice.limbs) for choice in element.choices)
    return f"limbs: {'; '.join(choices)}" if element.choices else "it has no alternatives; leave out `limbs`"
