"""Sign-offs of facts and mappings: how many hold, how many are stale, and what has changed of these."""

from typing import Any

from referral.composition.scene import Scene
from referral.coverage.reviews import counted, stale


class ReviewFunctions:
    """What was signed off, for those who draw up the case; the views of others hold nothing of it."""

    def __init__(self, scene: Scene) -> None:
        self._reviews = scene.view.reviews

    def sign_offs(self) -> dict[str, dict[str, int]]:
        """By section, `facts` and `mappings`, how many are `reviewed`, `stale`, `unreviewed`; nothing for others."""
        return counted(self._reviews) if self._reviews else {}

    def stale_sign_offs(self) -> list[dict[str, Any]]:
        """The entries that must be looked at again, and which parts of what was signed off have changed."""
        return [{"id": one.id, "changed": list(one.changed)} for one in stale(self._reviews)]
