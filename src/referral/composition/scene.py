"""What one document is composed from: the recipient's view, the law, the languages, and the request for it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from referral.case.model import DocumentRequest
from referral.composition.kinds import DocumentKind
from referral.composition.plain import plain
from referral.document.nodes import OpenPoint
from referral.language import Language
from referral.language.phrases import Phrases
from referral.law import Law
from referral.protection.view import View

RowSource = Callable[[], Iterator[str]]


@dataclass
class Scene:
    """Filled while a template is rendered: `points` gathers open points, `row_sources` the long tables."""

    view: View
    law: Law
    language: Language
    phrases: Phrases
    kind: DocumentKind
    request: DocumentRequest
    points: list[OpenPoint] = field(default_factory=list)
    row_sources: dict[str, RowSource] = field(default_factory=dict)
    law_to_check: dict[str, list[str]] = field(default_factory=dict)  # phrase of the open point → citations

    @property
    def lang(self) -> str:
        return self.language.code

    @property
    def case_lang(self) -> str:
        return self.view.case.case.language

    @cached_property
    def case(self) -> dict[str, Any]:
        """The view of the case as plain data."""
        data: dict[str, Any] = plain(self.view.case)
        return data

    @cached_property
    def by_id(self) -> dict[str, dict[str, Any]]:
        sections = (v for v in self.case.values() if isinstance(v, list))
        return {e["id"]: e for section in sections for e in section if "id" in e and "status" in e}

    @cached_property
    def exhibit_numbers(self) -> dict[str, int]:
        """The number of each evidence item in the annex of this recipient."""
        return {item.id: number for number, item in enumerate(self.view.case.evidence, start=1)}

    def check_law(self, path: str, cited: str) -> None:
        """Note a citation whose wording must be checked or put in; all of one kind become one open point."""
        found = self.law_to_check.setdefault(path, [])
        if cited not in found:
            found.append(cited)

    def gathered_points(self) -> list[OpenPoint]:
        """The open points gathered while rendering, those about the law last."""
        listed = {path: "; ".join(self.language.ranges(found)) for path, found in self.law_to_check.items()}
        return self.points + [OpenPoint(self.phrases(path, cite=cited)) for path, cited in listed.items()]

    def needs_mark(self, entry: dict[str, Any], words: str) -> bool:
        """Whether an entry is invented and its words do not say so themselves."""
        return bool(entry["invented"]) and self.phrases("invented_in_words") not in words.lower()

    def form_to_confirm(self, form: str) -> str:
        """What stands behind words in a grammatical case that a person must confirm."""
        return self.phrases("missing.name_form", form=self.phrases(f"grammar.{form}"))

    def span(self, since: date | None, until: date | None) -> str:
        """From when to when, in words."""
        days = {name: self.language.day(day) for name, day in (("since", since), ("until", until)) if day}
        return self.phrases("edition." + ("_".join(days) or "always"), **days)

    def open_point(self, words: str, *where: str) -> None:
        """Add an open point that has no place in the text; the same words are added once."""
        point = OpenPoint(words, where)
        if point not in self.points:
            self.points.append(point)
