"""What one document is composed from: the recipient's view, the law, the languages, and the request for it."""

from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from referral.case.model import Confidentiality, DocumentRequest, Header
from referral.composition.annex_levels import MAIN, AnnexLevels, asked_for
from referral.composition.kinds import DocumentKind
from referral.composition.plain import plain
from referral.composition.regimes import Regime
from referral.document.drawings import Picture
from referral.document.line_drawing import LineDrawing
from referral.document.nodes import OpenPoint
from referral.language import Language
from referral.language.phrases import Phrases
from referral.law import Law
from referral.protection.view import View

RowSource = Callable[[], Iterator[str]]
PictureReader = Callable[[str], Picture | None]  # by the path of a file; None if it cannot be shown


def no_picture(path: str) -> None:
    """Whoever composes without the files of a case has no picture of it."""


EXHIBIT_ID = "ex-"  # stands before the code of an item in the id of its row or sheet
HEADER = "case"  # what a sentence rests on that says what the header of the case says, as «case.summary»


@dataclass
class Scene:
    """Filled while a template is rendered: with open `points`, with `row_sources` of long tables, with `pictures`."""

    view: View
    law: Law
    language: Language
    phrases: Phrases
    kind: DocumentKind
    request: DocumentRequest
    points: list[OpenPoint] = field(default_factory=list)
    row_sources: dict[str, RowSource] = field(default_factory=dict)
    read_picture: PictureReader = no_picture
    regime: Regime | None = None  # of redaction, if the recipient has one
    pictures: dict[str, Picture] = field(default_factory=dict)  # by the source that a template names
    drawings: dict[str, LineDrawing] = field(default_factory=dict)  # likewise
    law_to_check: dict[str, list[str]] = field(default_factory=dict)  # phrase of the open point → citations
    settled: AnnexLevels | None = None  # what an earlier rendering has shown of the annexes
    left_out: dict[str, str] = field(default_factory=dict)  # annexes that would be empty, and the sentence instead

    def again(self, settled: AnnexLevels) -> "Scene":
        """The same scene for another rendering, which knows more of the annexes."""
        scene = copy(self)  # with what was made of the view, which takes long
        scene.settled, scene.left_out = settled, {}
        scene.points, scene.row_sources, scene.law_to_check = [], {}, {}
        scene.pictures, scene.drawings = {}, {}
        return scene

    @property
    def annexes(self) -> AnnexLevels:
        return self.settled or asked_for(self.kind, self.request)

    def annex_label(self, letter: str) -> str:
        """«Annex A»"""
        return self.phrases("annexes.label", letter=letter)

    def level_words(self, letter: str = MAIN) -> str:
        """How confidential an annex or the main text is, as its header says it."""
        level, main = self.annexes.levels[letter], self.annexes.main
        if level is main and main is self.kind.level_for(self.request.profile):
            return self._classification()
        return self.level_name(level)

    def level_name(self, level: Confidentiality) -> str:
        """A level of confidentiality in words that stand alone."""
        words = self.phrases(f"confidentiality.{level.value}")
        return words[:1].upper() + words[1:]

    def _classification(self) -> str:
        """The words of the kind for the profile or, without, those shared for it."""
        profile = self.view.profile.name
        own = self.kind.classification.get(profile, {}).get(self.lang)
        return own or self.phrases(f"classification.{profile}")

    def exhibit_label(self, code: str) -> str:
        """«Annex 3», as this kind of document calls its exhibits."""
        number, own = self.exhibit_numbers[code], self.kind.exhibit_label.get(self.lang)
        return own.replace("{n}", str(number)) if own else self.phrases("exhibit.label", n=number)

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

    def is_source(self, name: str) -> bool:
        """Whether a sentence may be said to rest on it: an entry of the view, its header or a field of it, the law."""
        first, dot, rest = name.partition(".")
        if first == HEADER:
            return not dot or rest in Header.model_fields
        return name in self.by_id or name in self.law.provisions or name in self.law.elements

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
