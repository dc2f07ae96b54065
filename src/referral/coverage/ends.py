"""Where the steps upwards in a graph end: found once for every place on the way, however long the way is."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from referral.case.reachable import reachable

Above = Callable[[str], Sequence[str]]


class Ends:
    """The ends of the ways up from a code, `above` giving the next steps. A step to itself is none."""

    def __init__(self, above: Above) -> None:
        self._above = above
        self._ends: dict[str, frozenset[str]] = {}  # empty where every way goes in a circle
        self._circles: dict[str, frozenset[str]] = {}

    def of(self, start: str) -> frozenset[str]:
        """The ends; where every way goes in a circle, all that is on these ways."""
        if start not in self._ends:
            self._ends.update(self._found_from(start) if self._steps(start) else {start: frozenset({start})})
        return self._ends[start] or self._circle(start)

    def _steps(self, code: str) -> list[str]:
        return [other for other in self._above(code) if other != code]

    def _found_from(self, start: str) -> dict[str, frozenset[str]]:
        """The ends of all that is reached and not yet known: each end is carried down to whatever leads there."""
        below, last = self._walk(start)
        found: dict[str, set[str]] = {code: set() for code in below if code not in self._ends}
        for code in last:
            for end in self._ends.get(code, (code,)):
                _carry_down(end, code, below, found)
        return {code: frozenset(ends) for code, ends in found.items()}

    def _walk(self, start: str) -> tuple[dict[str, list[str]], list[str]]:
        """All that is reached, each with what leads there, and where the walk stops: at ends, and at what is known."""
        below: dict[str, list[str]] = {start: []}
        last, waiting = [], [start]
        while waiting:
            current = waiting.pop()
            steps = [] if current in self._ends else self._steps(current)
            if not steps:
                last.append(current)
            for step in steps:
                if step not in below:
                    below[step] = []
                    waiting.append(step)
                below[step].append(current)
        return below, last

    def _circle(self, start: str) -> frozenset[str]:
        if start not in self._circles:
            reached = reachable([start], self._steps)
            below: dict[str, list[str]] = defaultdict(list)
            for code in reached:
                for step in self._steps(code):
                    below[step].append(code)
            together = reachable([start], lambda code: below[code])  # they reach each other, and so the same
            self._circles.update(dict.fromkeys(together, frozenset(reached)))
        return self._circles[start]


def in_circles(above: Mapping[str, Sequence[str]]) -> list[str]:
    """Those of the codes that are in a circle or between two, in their order: what is left when ends are taken off."""
    below: dict[str, list[str]] = {code: [] for code in above}
    for code, steps in above.items():
        for step in steps:
            below[step].append(code)
    loose = _leading_nowhere(above, below) | _leading_nowhere(below, above)
    return [code for code in above if code not in loose]


def _leading_nowhere(above: Mapping[str, Sequence[str]], below: Mapping[str, Sequence[str]]) -> set[str]:
    """The codes all of whose ways come to an end."""
    left = {code: len(steps) for code, steps in above.items()}
    waiting = [code for code, number in left.items() if not number]
    found: set[str] = set()
    while waiting:
        current = waiting.pop()
        found.add(current)
        for code in below[current]:
            left[code] -= 1
            if not left[code]:
                waiting.append(code)
    return found


def _carry_down(end: str, start: str, below: dict[str, list[str]], found: dict[str, set[str]]) -> None:
    waiting = [start]
    while waiting:
        current = waiting.pop()
        if current not in found:  # known before: only the way down from it is new
            waiting += below[current]
        elif end not in found[current]:
            found[current].add(end)
            waiting += below[current]
