"""How the words of an item or of a fact reached us, as plain data: steps, origins by number, circles."""

from functools import cached_property
from typing import Any

from referral.composition.scene import Scene
from referral.coverage.chains import Chain, Chains, How


class ChainFunctions:
    """Chains of provenance in the view of the case; they are found once for a document."""

    def __init__(self, scene: Scene) -> None:
        self._case = scene.view.case

    def chains(self, code: str = "") -> list[dict[str, Any]]:
        """How the words of an item or of a fact reached us; without a code, the circles of the case."""
        found = self._told.of(code) if code else self._told.circles()
        return [_chain(chain, self._origin_numbers) for chain in found]

    @cached_property
    def _told(self) -> Chains:
        return Chains(self._case)

    @cached_property
    def _origin_numbers(self) -> dict[str, int]:
        groups = dict.fromkeys(source.origin_group for source in self._case.sources)
        return {group: number for number, group in enumerate(groups, start=1)}


def _chain(chain: Chain, origin_numbers: dict[str, int]) -> dict[str, Any]:
    steps = [
        {"how": step.how.value, "to": step.to, "kind": step.kind, "number": origin_numbers.get(step.to)}
        for step in chain.steps
    ]
    start = "source" if chain.steps[0].how is How.REPEATS else "evidence"
    return {"start": chain.start, "kind": start, "steps": steps, "is_circle": chain.is_circle}
