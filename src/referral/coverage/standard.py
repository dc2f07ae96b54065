"""Coverage at a step of proceedings: the elements that its standard asks about, and what of them has a gap.

The standard is data of the law library. Nothing here says that a standard is met: a report names gaps, or says that
none is recorded.
"""

from collections.abc import Iterable
from dataclasses import replace

from referral.coverage.model import ChargeCoverage
from referral.law import Law
from referral.law.model import Standard


def at_standard(charges: Iterable[ChargeCoverage], standard: Standard, law: Law) -> tuple[ChargeCoverage, ...]:
    """The charges of the standard's forum, each with the elements that it asks about."""
    of_forum = (c for c in charges if law.instrument_of(c.charge.provision).forum is standard.forum)
    return tuple(_asked(covered, standard) for covered in of_forum)


def _asked(covered: ChargeCoverage, standard: Standard) -> ChargeCoverage:
    asked = set(standard.asks)
    return replace(covered, elements=tuple(e for e in covered.elements if asked & set(e.element.kinds)))


def holes(covered: ChargeCoverage) -> tuple[str, ...]:
    """The ids of the elements that nothing supports and of which nobody recorded why that may stay so."""
    return tuple(e.element.id for e in covered.elements if e.is_hole)
