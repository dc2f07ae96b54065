"""The chains of origin in words, each as one line: from an item over what it was made of to whose words they are."""

from dataclasses import dataclass

from referral.case.model.evidence import ORIGINALS
from referral.coverage.chains import Chain, Chains, Step
from referral.report.telling import Teller, flat


@dataclass(frozen=True)
class ChainLine:
    """A chain in words; one that runs in a circle says so in its words too."""

    text: str
    is_circle: bool


class ChainLines:
    """Tells the chains of one case."""

    def __init__(self, tell: Teller) -> None:
        self._tell, self._chains = tell, Chains(tell.view.case)

    def of(self, item: str) -> list[ChainLine]:
        """A line for each origin that the words of an item may have."""
        return [ChainLine(self._line(chain), chain.is_circle) for chain in self._chains.of_evidence(item)]

    def circles(self) -> list[str]:
        """A line for each circle of sources, whether or not an item comes from there."""
        return [self._line(chain) for chain in self._chains.circles()]

    def _line(self, chain: Chain) -> str:
        line = " → ".join([chain.start, *map(self._step, chain.steps)])
        return f"{line} ({self._tell.words('report.circle')})" if chain.is_circle else line

    def _step(self, step: Step) -> str:
        words = self._tell.words
        if step.how.value in ORIGINALS:
            return f"{words(f'annex.relation.{step.how.value}')} {step.to}"
        return f"{words(f'report.step.{step.how.value}')} {self._named(step)}".strip()

    def _named(self, step: Step) -> str:
        if step.kind == "origin":
            number = self._tell.groups.get(step.to)
            return self._tell.words("annex.origin_group", n=number) if number else step.to
        mark = self._tell.words("missing.translation")
        if step.kind == "source":
            return f"{flat(self._tell.source(step.to), mark)} ({step.to})"
        return flat(self._tell.person(step.to), mark) if step.kind == "person" else step.to
