"""What stands beside the law on some provisions: mistakes to avoid, dated events, and policies, which are no law."""

from collections.abc import Sequence
from datetime import date
from typing import Any, TypeVar

from referral.composition.scene import Scene
from referral.edtf import parse_edtf
from referral.law import in_language
from referral.law.model import UNREAD, Event, Pitfall, Position, Precedent, Remark, Status

Beside = TypeVar("Beside", bound=Remark)
_PRINTED = (Status.VERIFIED, Status.KNOWN)  # of what a document says in its own voice


class RemarkFunctions:
    """Entries of companion files in the document's language, each once, in the order of the library."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._law, self._lang, self._phrases = scene, scene.law, scene.lang, scene.phrases

    def cautions(self, provisions: list[str]) -> list[dict[str, Any]]:
        """Mistakes that a lawyer would catch at any of these provisions or elements."""
        return [
            {"id": p.id, "text": self._said(p.text), "status": p.status.value} for p in self._on(provisions, Pitfall)
        ]

    def positions(self, provisions: list[str]) -> list[dict[str, Any]]:
        """What authorities and commentators say of these, and what is reported to be done; none of it is law."""
        return [self._position(position) for position in self._on(provisions, Position)]

    def events(self, provisions: list[str]) -> list[dict[str, Any]]:
        """Dated events on which jurisdiction or the rule in force turns, oldest first; undated ones at the end.

        Analysis of our own is none of them. `id`, `date`, `text`, `status` in words, `sources`, `is_verified`.
        """
        found = [e for e in self._on(provisions, Event) if e.status in _PRINTED]
        told = [self._event(event) for event in found]
        return sorted(told, key=lambda e: (e["date"] and e["date"].earliest) or date.max)

    def precedents(self, provisions: list[str]) -> list[dict[str, Any]]:
        """Judgments, findings and decisions of practice on these, in our words; likewise, and with a `title`."""
        found = [p for p in self._on(provisions, Precedent) if p.status in _PRINTED]
        return [{"title": self._said(precedent.title), **self._event(precedent)} for precedent in found]

    def _event(self, event: Event | Precedent) -> dict[str, Any]:
        return {
            "id": event.id,
            "date": parse_edtf(event.date) if event.date else None,
            "text": self._said(event.text),
            "status": self._status(event),
            "is_verified": event.status is Status.VERIFIED and not event.secondary,
            "sources": self._sources(event),
        }

    def _sources(self, remark: Remark) -> list[str]:
        titles = {source.id: source.name(self._lang) for source in self._law.header_of(remark.id).sources}
        return [titles[code] for code in remark.source if code not in UNREAD]

    def _status(self, remark: Remark) -> str:
        status = self._phrases(f"law_status.{remark.status.value}")
        return self._phrases("law_note.secondary", status=status) if remark.secondary else status

    def _on(self, provisions: Sequence[str], kind: type[Beside]) -> list[Beside]:
        wanted = {remark.id for name in provisions for remark in self._law.remarks_on(name, kind)}
        return [r for r in self._law.remarks.values() if isinstance(r, kind) and r.id in wanted]

    def _position(self, position: Position) -> dict[str, Any]:
        return {
            "id": position.id,
            "kind": position.kind.value,
            "speaker": self._said(position.speaker),
            "date": parse_edtf(position.date) if position.date else None,
            "text": self._said(position.text),
            "status": self._status(position),
            "sources": self._sources(position),
        }

    def _said(self, texts: Any) -> str:
        return in_language(texts, self._lang)
