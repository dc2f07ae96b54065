"""For each charge and element of a case: what supports it, what contradicts it, what is missing, and why."""

from referral.coverage.assess import assess
from referral.coverage.model import ChargeCoverage, Coverage, ElementCoverage, Item, State

__all__ = ["ChargeCoverage", "Coverage", "ElementCoverage", "Item", "State", "assess"]
