"""Figures made from plain data: a timeline, a chain of command, a chart of claims. Knows no case and no language.

Each function gets all words ready and gives plates: drawings of at most a page, each with the codes of what it shows.
"""

from referral.figures.chain import chain
from referral.figures.chart import Bound, Claim, chart
from referral.figures.events import Event
from referral.figures.plate import Paper, Plate
from referral.figures.timeline import timeline
from referral.figures.tree import ChainUnit, Tie, circular

__all__ = ["Bound", "ChainUnit", "Claim", "Event", "Paper", "Plate", "Tie", "chain", "chart", "circular", "timeline"]
