"""How the words of an item reached us: from the item, step by step, to whose words they are; circles shown as such.

The ends of the chains are the origins that `origins` counts; here stands the way to them.
"""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from referral.case.model import Case, Citation, EvidenceItem
from referral.case.model.evidence import ORIGINALS
from referral.coverage.ends import in_circles
from referral.coverage.origins import FactOrigins, OriginIndex


class How(StrEnum):
    """What leads from one link of a chain to the next."""

    TRANSLATION_OF = "translation_of"
    TRANSCRIPT_OF = "transcript_of"
    EXCERPT_OF = "excerpt_of"
    PRIOR_ACCOUNTS = "prior_accounts"  # the same person said it before
    ACCOUNT = "account"  # a person told it, whoever took it down
    SOURCE = "source"
    SPEAKER = "speaker"  # another than the source of the item
    REPEATS = "repeats"
    ORIGIN_GROUP = "origin_group"
    SAME_PERSON = "same_person"  # one person speaks through both groups


@dataclass(frozen=True)
class Step:
    """A link: the id of an item, a source or a person, or the name of an origin group, and what leads there."""

    how: How
    to: str

    @property
    def kind(self) -> str:
        """What the link is: `evidence`, `source`, `person` or `origin`."""
        return _KINDS.get(self.how, "evidence")


_KINDS = {
    How.ACCOUNT: "person",
    How.SOURCE: "source",
    How.SPEAKER: "source",
    How.REPEATS: "source",
    How.ORIGIN_GROUP: "origin",
    How.SAME_PERSON: "origin",
}


@dataclass(frozen=True)
class Chain:
    """The steps from `start` to an origin; in a circle, to a link that has stood in the chain before."""

    start: str
    steps: tuple[Step, ...]
    is_circle: bool = False

    def then(self, rest: "Chain") -> "Chain":
        """This chain, continued by one that starts where it ends."""
        return Chain(self.start, (*self.steps, *rest.steps), rest.is_circle)

    @property
    def end(self) -> str:
        return self.steps[-1].to if self.steps else self.start


_Above = Callable[[str], list[Step]]


class Chains:
    """The chains of the items and facts of one case, and its circles. To one origin the shortest chain is given."""

    def __init__(self, case: Case) -> None:
        self._index = OriginIndex(case)
        self._facts = FactOrigins(self._index)
        self._items = {item.id: item for item in case.evidence}
        self._sources = {source.id: source for source in case.sources}

    def of(self, code: str) -> tuple[Chain, ...]:
        """The chains of an item, or of a fact."""
        return self.of_evidence(code) if code in self._items else self.of_fact(code)

    def of_evidence(self, code: str) -> tuple[Chain, ...]:
        """From an item to each origin that its words may have."""
        return tuple(full for made in _ways(code, self._made_of) for full in self._onwards(made))

    def of_citation(self, citation: Citation) -> tuple[Chain, ...]:
        """From an item to the origins of what it says in one place, perhaps in the words of another."""
        if not citation.speaker:
            return self.of_evidence(citation.evidence)
        spoken = Chain(citation.evidence, (Step(How.SPEAKER, citation.speaker),))
        return tuple(spoken.then(rest) for rest in self._of_source(citation.speaker))

    def of_fact(self, code: str) -> tuple[Chain, ...]:
        """The chains of all citations of a fact; of one that was inferred, those of its first premises."""
        found = (chain for citation in self._facts.citations_behind(code) for chain in self.of_citation(citation))
        return tuple(dict.fromkeys(found))

    def circles(self) -> tuple[Chain, ...]:
        """Sources that repeat each other, each circle once, beginning with whoever stands first in the case."""
        found: list[Chain] = []
        shown: set[str] = set()
        for code in in_circles({code: [s.to for s in self._repeated(code)] for code in self._sources}):
            circle = None if code in shown else _way_back(code, self._repeated)
            if circle:
                found.append(circle)
                shown |= {code, *(step.to for step in circle.steps)}
        return tuple(found)

    def _onwards(self, made: Chain) -> Iterator[Chain]:
        item = self._items[made.end]
        if made.is_circle:
            yield made
            return
        told = Chain(item.id, (Step(How.SOURCE, item.source),))
        written = [made.then(told).then(rest) for rest in self._of_source(item.source)]
        yield from written
        voice = self._index.voices.get(item.account.person) if item.account else None
        if item.account and voice and voice not in {chain.end for chain in written}:
            said = Chain(item.id, (Step(How.ACCOUNT, item.account.person),))
            end = () if voice == item.account.person else (Step(How.ORIGIN_GROUP, voice),)
            yield made.then(said).then(Chain(said.end, end))

    def _of_source(self, code: str) -> Iterator[Chain]:
        for repeated in _ways(code, self._repeated):
            group = self._sources[repeated.end].origin_group
            one = self._index.group[group]
            steps = (Step(How.ORIGIN_GROUP, group), *([Step(How.SAME_PERSON, one)] if one != group else []))
            yield repeated if repeated.is_circle else repeated.then(Chain(repeated.end, steps))

    def _made_of(self, code: str) -> list[Step]:
        return [step for step in _derivation(self._items[code]) if step.to != code]

    def _repeated(self, code: str) -> list[Step]:
        return [Step(How.REPEATS, other) for other in self._sources[code].repeats if other != code]


def _derivation(item: EvidenceItem) -> Iterator[Step]:
    yield from (Step(How(name), code) for name in ORIGINALS if (code := getattr(item, name)))
    yield from (Step(How.PRIOR_ACCOUNTS, code) for code in (item.account.prior_accounts if item.account else []))


def _ways(start: str, above: _Above) -> Iterator[Chain]:
    """The shortest way to each end; where there is none, a way that comes back to itself."""
    came = _reached(start, above)
    ends = [code for code in came if not above(code)]
    if not ends:
        yield _round(start, above)
    yield from (Chain(start, _way_to(end, came)) for end in ends)


def _reached(start: str, above: _Above) -> dict[str, tuple[str, Step] | None]:
    """All that is reached, the nearest first, each with the link before it and the step from there."""
    came: dict[str, tuple[str, Step] | None] = {start: None}
    waiting = deque([start])
    while waiting:
        current = waiting.popleft()
        for step in above(current):
            if step.to not in came:
                came[step.to] = (current, step)
                waiting.append(step.to)
    return came


def _way_to(end: str, came: dict[str, tuple[str, Step] | None]) -> tuple[Step, ...]:
    steps: list[Step] = []
    while before := came[end]:
        end, step = before
        steps.append(step)
    return tuple(reversed(steps))


def _round(start: str, above: _Above) -> Chain:
    """Always on by the first step, until a link comes up that was there before."""
    steps: list[Step] = []
    seen, current = {start}, start
    while True:
        steps.append(above(current)[0])
        current = steps[-1].to
        if current in seen:
            return Chain(start, tuple(steps), is_circle=True)
        seen.add(current)


def _way_back(start: str, above: _Above) -> Chain | None:
    """The shortest way from a link back to itself; None if there is no such way."""
    came = _reached(start, above)
    last = next(((code, step) for code in came for step in above(code) if step.to == start), None)
    return Chain(start, (*_way_to(last[0], came), last[1]), is_circle=True) if last else None
