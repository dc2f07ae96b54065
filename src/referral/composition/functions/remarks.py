"""What stands beside the law on some provisions: mistakes to avoid, and policies, which are no law."""

from collections.abc import Sequence
from typing import Any, TypeVar

from referral.composition.scene import Scene
from referral.edtf import parse_edtf
from referral.law import in_language
from referral.law.model import UNREAD, Pitfall, Position, Remark

Beside = TypeVar("Beside", bound=Remark)


class RemarkFunctions:
    """Entries of companion files in the document's language, each once, in the order of the library."""

    def __init__(self, scene: Scene) -> None:
        self._law, self._lang, self._phrases = scene.law, scene.lang, scene.phrases

    def cautions(self, provisions: list[str]) -> list[dict[str, Any]]:
        """Mistakes that a lawyer would catch at any of these provisions or elements."""
        return [
            {"id": p.id, "text": self._said(p.text), "status": p.status.value} for p in self._on(provisions, Pitfall)
        ]

    def positions(self, provisions: list[str]) -> list[dict[str, Any]]:
        """What authorities and commentators say of these, and what is reported to be done; none of it is law."""
        return [self._position(position) for position in self._on(provisions, Position)]

    def _on(self, provisions: Sequence[str], kind: type[Beside]) -> list[Beside]:
        wanted = {remark.id for name in provisions for remark in self._law.remarks_on(name, kind)}
        return [r for r in self._law.remarks.values() if isinstance(r, kind) and r.id in wanted]

    def _position(self, position: Position) -> dict[str, Any]:
        titles = {source.id: source.title for source in self._law.header_of(position.id).sources}
        status = self._phrases(f"law_status.{position.status.value}")
        return {
            "id": position.id,
            "kind": position.kind.value,
            "speaker": self._said(position.speaker),
            "date": parse_edtf(position.date) if position.date else None,
            "text": self._said(position.text),
            "status": self._phrases("law_note.secondary", status=status) if position.secondary else status,
            "sources": [titles[code] for code in position.source if code not in UNREAD],
        }

    def _said(self, texts: Any) -> str:
        return in_language(texts, self._lang)
