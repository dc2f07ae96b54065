"""What falls if items of evidence are lost, as plain data: alone, and in the smallest sets."""

from dataclasses import asdict
from functools import cached_property
from typing import Any

from referral.composition.scene import Scene
from referral.coverage.exclusion import Exclusions


class LossFunctions:
    """What changes without an item; it is worked out once for a document, and only if a template asks."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def losses(self) -> list[dict[str, Any]]:
        """The items that change the state of an element when they are lost alone, each with what it changes."""
        return self._changed_alone

    def breaks(self, charge: str) -> list[list[str]]:
        """The smallest sets of items whose loss opens a gap in a charge; none if that takes more than three."""
        return self._smallest_sets.get(charge, [])

    @cached_property
    def _exclusions(self) -> Exclusions:
        return Exclusions(self._scene.view.case, self._scene.law)

    @cached_property
    def _changed_alone(self) -> list[dict[str, Any]]:
        found = self._exclusions.depended_upon()
        return [{"id": item, "changes": [asdict(c) for c in changed]} for item, changed in found.items()]

    @cached_property
    def _smallest_sets(self) -> dict[str, list[list[str]]]:
        return {found.charge: [sorted(lost) for lost in found.sets] for found in self._exclusions.breaks()}
