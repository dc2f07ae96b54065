"""Figures drawn from the view: a timeline, a chain of command, a chart of claims, each told in words as well.

A figure holds no note and no placeholder: it shows again what tables and paragraphs tell with their sources.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from referral.case.model import Precision
from referral.case.model.people import PlaceholderUnit, SubordinationKind
from referral.composition import inline
from referral.composition.functions.evidence import EvidenceFunctions
from referral.composition.functions.figure_words import FigureWords
from referral.composition.functions.words import WordFunctions
from referral.composition.scene import Scene
from referral.document.drawings import TALLEST, WIDEST
from referral.figures import Bound, ChainUnit, Claim, Event, Paper, Plate, Tie, chain, chart, circular, timeline

Entry = dict[str, Any]
_SHEET = (210, 297)
_BESIDE = 50  # millimetres for a heading above and a caption below
_BOUNDS = {
    Precision.EXACTLY: Bound.EXACT,
    Precision.ABOUT: Bound.ABOUT,
    Precision.ALMOST: Bound.ABOUT,
    Precision.MORE_THAN: Bound.ABOVE,
    Precision.AT_LEAST: Bound.ABOVE,
    Precision.UP_TO: Bound.BELOW,
    Precision.INDEFINITE: Bound.NONE,
}
_LOOSE = (SubordinationKind.ACTUAL.value, SubordinationKind.ADMINISTRATIVE.value)


class FigureFunctions:
    """Each gives the parts of a figure, a page each: `source` for `<figure>`, `alternative`, `number`, `parts`."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._phrases = scene, scene.phrases
        self._words = FigureWords(scene)
        self._quantity, self._source = WordFunctions(scene).quantity, EvidenceFunctions(scene).source

    def timeline(self, entries: Sequence[Entry], *, landscape: bool = False) -> list[Entry]:
        """Incidents or facts in the order of time; none if fewer than two of them have a date."""
        if sum(1 for entry in entries if entry["date"]) < 2:
            return []
        events = [self._event(entry) for entry in entries]
        told = {event.code: self._phrases("figure.timeline.told", **_parts(event)) for event in events}
        return self._offered(
            "timeline", timeline(events, self._words.all("timeline"), self._paper(landscape=landscape)), told
        )

    def chain_of_command(self, invented: bool | None = None, *, landscape: bool = False) -> list[Entry]:
        """Units, who held posts in them, and above whom they stood; none if there are fewer than two boxes."""
        units = [self._unit(unit, invented) for unit in self._of("units", invented)]
        units += self._bodies(invented)
        if len(units) < 2:
            return []
        if found := circular(units):
            self._scene.open_point(self._phrases("figure.circle", units=", ".join(found)))
        told = {unit.code: _sentence(_capital(unit.title), unit.lines) for unit in units}
        return self._offered("chain", chain(units, self._words.all("chain"), self._paper(landscape=landscape)), told)

    def chart(self, claims: Sequence[Entry], *, landscape: bool = False) -> list[Entry]:
        """Quantity claims with their ranges; those that differ about the same stand side by side."""
        groups = _groups(claims)
        made = [self._claim(claim, groups) for claim in claims]
        told = {one.code: self._told_claim(one, claim) for one, claim in zip(made, claims, strict=True)}
        words, numbers = self._words.all("chart"), self._scene.language.number
        return self._offered("chart", chart(made, words, self._paper(landscape=landscape), numbers), told)

    def _offered(self, name: str, plates: Iterable[Plate], told: dict[str, str]) -> list[Entry]:
        """The plates under names by which a template prints them; of each the words for those codes that it shows."""
        plates, offered = list(plates), []
        count = len(self._scene.drawings)
        for number, plate in enumerate(plates, start=1):
            source = f"{name}-{count + number}"
            self._scene.drawings[source] = plate.drawing
            sentences = (inline.sentence(told[code], code) for code in plate.codes)
            alternative = Markup(" ").join([escape(self._phrases(f"figure.{name}.shows")), *sentences])
            offered.append({"source": source, "alternative": alternative, "number": number, "parts": len(plates)})
        return offered

    def _paper(self, *, landscape: bool) -> Paper:
        """What a page of this document has room for."""
        width, height = _SHEET[::-1] if landscape else _SHEET
        left, right, top, bottom = self._scene.kind.layout.layout().margins
        return Paper(min(WIDEST, width - left - right), min(TALLEST, height - top - bottom - _BESIDE))

    def _of(self, section: str, invented: bool | None) -> list[Entry]:
        return [one for one in self._scene.case[section] if invented is None or one["invented"] == invented]

    # --- what each figure is drawn from ---

    def _event(self, entry: Entry) -> Event:
        title = self._words.marked(entry, entry["title"] if "title" in entry else entry["text"])
        return Event(entry["id"], title, self._words.date(entry["date"]), entry["date"])

    def _unit(self, unit: Entry, invented: bool | None) -> ChainUnit:
        posts = [post for post in self._of("postings", invented) if post["unit"] == unit["id"]]
        ties = tuple(Tie(one["unit"], one["kind"] in _LOOSE) for one in unit["superiors"])
        lines = (*self._words.period(unit), *self._words.superiors(unit), *map(self._words.post, posts))
        is_gap = unit["placeholder"] == PlaceholderUnit.UNKNOWN.value
        return ChainUnit(unit["id"], self._words.unit(unit), lines, ties, is_gap)

    def _bodies(self, invented: bool | None) -> Iterator[ChainUnit]:
        """Posts in no unit, by the body that they name."""
        posts = [post for post in self._of("postings", invented) if not post["unit"]]
        named = {post["id"]: self._words.body(post) for post in posts}
        for body in dict.fromkeys(named.values()):
            inside = [post for post in posts if named[post["id"]] == body]
            yield ChainUnit(inside[0]["id"], body, tuple(map(self._words.post, inside)))

    def _claim(self, claim: Entry, groups: dict[str, "_Group"]) -> Claim:
        group = groups.get(claim["id"])
        kinds = group.kinds if group else (claim["category"],)
        panel = _capital("; ".join(self._phrases(f"quantity_category.{kind}") for kind in kinds))
        number = self._words.marked(claim, self._quantity(claim))
        bound, name = _BOUNDS[Precision(claim["precision"])], group.name if group else ""
        lines = tuple(map(self._scene.language.spaced, self._claim_lines(claim)))
        return Claim(claim["id"], panel, number, lines, claim["value"], claim["max"], bound, name)

    def _claim_lines(self, claim: Entry) -> Iterator[str]:
        yield self._words.plain(claim["scope"])
        times = [self._phrases("figure.as_of", date=self._words.date(claim["as_of"]))] if claim["as_of"] else []
        times += [self._phrases("figure.period", date=self._words.date(claim["period"]))] if claim["period"] else []
        yield from ["; ".join(times)] if times else []
        speakers = (one["speaker"] or self._scene.by_id[one["evidence"]]["source"] for one in claim["citations"])
        yield "; ".join(dict.fromkeys(self._words.shown(self._source(speaker)) for speaker in speakers))

    def _told_claim(self, made: Claim, claim: Entry) -> str:
        known = self._scene.by_id
        others = [other for other in claim["conflicts_with"] if other in known]
        differing = [self._phrases("figure.chart.differs", others=", ".join(others))] if others else []
        return _sentence(f"{made.panel}, {made.code}: {made.number}", [*made.lines, *differing])


@dataclass(frozen=True)
class _Group:
    """Claims that differ about the same, and the kinds of what they count."""

    name: str
    kinds: tuple[str, ...]


def _groups(claims: Sequence[Entry]) -> dict[str, _Group]:
    """By claim; two differ if either says so, and with them whatever differs from one of them."""
    known = {claim["id"] for claim in claims}
    of = {code: code for code in known}
    for claim in claims:
        for other in known.intersection(claim["conflicts_with"]):
            merged, gone = sorted((of[claim["id"]], of[other]))
            of.update({code: merged for code, name in of.items() if name == gone})
    members: dict[str, list[Entry]] = {}
    for claim in claims:
        members.setdefault(of[claim["id"]], []).append(claim)
    large = {name: inside for name, inside in members.items() if len(inside) > 1}
    made = {name: _Group(name, tuple(dict.fromkeys(one["category"] for one in large[name]))) for name in large}
    return {claim["id"]: made[name] for name, inside in large.items() for claim in inside}


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _parts(event: Event) -> dict[str, str]:
    return {"code": event.code, "title": event.title.rstrip("."), "date": _capital(event.date)}


def _sentence(head: str, lines: Iterable[str]) -> str:
    return "; ".join([head, *(line.rstrip(".") for line in lines)]) + "."
