"""What stands in the boxes and beside the marks of figures: words of the case as plain text, with nothing to click."""

import re
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from referral.case.model.people import SubordinationKind
from referral.composition.functions.people import PeopleFunctions
from referral.composition.functions.words import in_language
from referral.composition.scene import Scene

Entry = dict[str, Any]
_TAG = re.compile("<[^>]*>")
_LEGENDS = {
    "timeline": ("exact", "within", "through", "uncertain", "open", "undated"),
    "chain": ("tie", "loose_tie", "further_tie", "gap"),
    "chart": ("exact", "about", "above", "below", "range", "differing", "logarithmic"),
}


class FigureWords:
    """Entries as lines of plain words, no line of which may end within a number."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._phrases, self._label = scene, scene.phrases, PeopleFunctions(scene).label

    def all(self, figure: str) -> dict[str, str]:
        """The words of a legend."""
        return {key: self._phrases(f"figure.{figure}.{key}") for key in _LEGENDS[figure]}

    def shown(self, words: str) -> str:
        """The words of a piece of markup."""
        return self._scene.language.without_breaks(Markup(_TAG.sub("", words)).unescape())  # noqa: S704 - taken off

    def plain(self, value: dict[str, str]) -> str:
        return self._scene.language.without_breaks(in_language(value, self._scene)[0])

    def marked(self, entry: Entry, value: dict[str, str] | str) -> str:
        """Words of an entry; what is invented is said to be."""
        words = self.shown(value) if isinstance(value, str) else self.plain(value)
        return f"{words} [{self._phrases('invented_mark')}]" if self._scene.needs_mark(entry, words) else words

    def date(self, when: Any) -> str:
        return self._scene.language.date(when) if when else self._phrases("figure.undated")

    def period(self, entry: Entry) -> Iterator[str]:
        """From when to when, if either is recorded."""
        days = {key: self.date(entry[key]) for key in ("start", "end") if entry[key]}
        if days:
            yield self._phrases("figure.period_" + "_".join(days), **days)

    def unit(self, unit: Entry) -> str:
        name = self.marked(unit, unit["name"]) if unit["name"] else self._phrases("figure.unnamed")
        number = unit["conventional_number"]
        numbered = [self._phrases("figure.unit_number", n=number)] if number else []
        return f"{', '.join([name, *numbered])} ({unit['id']})"

    def superiors(self, unit: Entry) -> Iterator[str]:
        """Below whom it stands, or that nobody recorded it."""
        for one in unit["superiors"]:
            above = self._scene.by_id[one["unit"]]
            is_stated = one["kind"] != SubordinationKind.NOT_STATED.value
            kind = [self._phrases(f"figure.subordinate.{one['kind']}")] if is_stated else []
            yield ", ".join([self._phrases("figure.under", unit=self.unit(above)), *kind, *self.period(one)])
        if not unit["superiors"]:
            yield self._phrases("figure.no_superior")

    def post(self, post: Entry) -> str:
        """The post, who held it by label and code, since when and until when."""
        title = self._so_called(post, self.plain(post["title"]))
        rank = [self.plain(post["rank"])] if post["rank"] else []
        who = self.shown(self._label(post["person"]))
        return f"{', '.join([self.marked(post, title), *rank])}: {', '.join([who, *self.period(post)])}"

    def body(self, post: Entry) -> str:
        if not post["body"]:
            return self._phrases("figure.no_body")
        words = self.plain(post["body"])
        return f"{words} ({self._phrases('annex.unlawful_body')})" if post["is_unlawful_body"] else words

    def _so_called(self, post: Entry, title: str) -> str:
        """A post in an unlawful body stands in quotation marks."""
        if not post["is_unlawful_body"]:
            return title
        holder = "annex.so_called_woman" if self._scene.by_id[post["person"]]["sex"] == "f" else "annex.so_called"
        return f"{self._phrases(holder)} {self._phrases('annex.open_quote')}{title}{self._phrases('annex.close_quote')}"
