"""Questions that a lawyer must answer: those about items grouped by question, those about charges by screen."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import groupby, pairwise
from typing import Any

from referral.composition.plain import plain
from referral.composition.scene import Scene
from referral.coverage.questions import Asked, Count, concerned, counted, counted_by_item, questions_of
from referral.law import in_language
from referral.law.model import Question, Screen

Data = dict[str, Any]


class QuestionFunctions:
    """The questions that arise in the view of the case; they are asked once for a document."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._law = scene, scene.law

    def admissibility(self) -> list[Data]:
        """The questions that arise for items, numbered: to how many, which have no answer, what was answered."""
        return [{"number": n, **self._of_items(found)} for n, found in enumerate(self._by_question(), start=1)]

    def items_asked(self) -> list[Data]:
        """The items with an open question or an unfavourable answer: how many of each, and their numbers."""
        of_items = [a for a in self._asked if a.kind == "evidence"]
        troubling = {a.target for a in of_items if a.is_open or a.is_unfavourable}
        found = {item: count for item, count in counted_by_item(of_items).items() if item in troubling}
        listed = questions_to_look_at(of_items, self._numbers())
        in_annex = (item for item in self._scene.exhibit_numbers if item in found)
        return [{"id": item, **_count(found[item]), **listed[item]} for item in in_annex]

    def question(self, code: str) -> Data:
        """One question of the library: to what it was put (`targets`), how many stand open, what was answered."""
        found = [asked for asked in self._asked if asked.question.id == code]
        told = {"targets": [asked.target for asked in found], "answers": _answers(found)}
        return {**self._question(self._law.questions[code]), **_count(counted(found)), **told}

    def screens(self) -> list[Data]:
        """The screens with their questions about charges and the case; what nobody answered is a gap of the screen."""
        others = (a for a in self._asked if a.kind != "evidence")
        found = groupby(others, key=lambda a: a.question.screen)
        return [self._screen(screen, list(asked)) for screen, asked in found]

    @cached_property
    def _asked(self) -> tuple[Asked, ...]:
        return questions_of(self._scene.view.case, self._law)

    def _by_question(self) -> list[list[Asked]]:
        of_items = (a for a in self._asked if a.question.screen is Screen.ADMISSIBILITY)
        return [list(found) for _, found in groupby(of_items, key=lambda a: a.question.id)]

    def _numbers(self) -> dict[str, int]:
        """The number of each question about items."""
        return {found[0].question.id: n for n, found in enumerate(self._by_question(), start=1)}

    def _of_items(self, found: list[Asked]) -> Data:
        return {
            **self._question(found[0].question),
            **_count(counted(found)),
            "open_runs": self._runs_of_items(a.target for a in found if a.is_open),
            "unfavourable_runs": self._runs_of_items(a.target for a in found if a.is_unfavourable),
            "answers": _answers(found),
        }

    def _screen(self, screen: Screen, found: list[Asked]) -> Data:
        groups = [list(group) for _, group in groupby(found, key=lambda a: a.question.id)]
        questions = [self._of_charges(group) for group in groups]
        return {"screen": screen.value, **_count(counted(found)), "questions": questions}

    def _of_charges(self, found: list[Asked]) -> Data:
        question, is_shared = found[0].question, found[0].kind == "case"
        shared = [c.id for c in concerned(question, self._scene.view.case, self._law)] if is_shared else []
        nobody = [a.target for a in found if a.answer is None]
        shown = [{"target": a.target, "by": list(a.shown_by)} for a in found if a.shown_by]
        told = {"shared_by": shared, "shown": shown, "unanswered": nobody, "answers": _answers(found)}
        return {**self._question(question), **told}

    def _question(self, question: Question) -> Data:
        return {
            "id": question.id,
            "text": in_language(question.text, self._scene.lang),
            "status": question.status.value,
            "forum": question.forum.value,
            "pitfall": question.pitfall,
            "about": self._by_instrument(name for name in question.about if self._law.has_provision(name)),
        }

    def _by_instrument(self, provisions: Iterable[str]) -> list[list[str]]:
        """The provisions of each instrument together, so that it is named once."""
        return [list(found) for _, found in groupby(provisions, key=lambda name: self._law.instrument_of(name).id)]

    def _runs_of_items(self, items: Iterable[str]) -> list[tuple[str, str]]:
        """The first and the last of each run of items whose numbers follow one another."""
        codes = {self._scene.exhibit_numbers[item]: item for item in items}
        return [(codes[first], codes[last]) for first, last in _runs(sorted(codes))]


def questions_to_look_at(asked: Iterable[Asked], numbers: dict[str, int]) -> dict[str, Data]:
    """By item, the runs of numbers of its questions that are open, and of those answered unfavourably."""
    is_open: dict[str, list[int]] = defaultdict(list)
    is_unfavourable: dict[str, list[int]] = defaultdict(list)
    for one in asked:
        if one.is_open or one.is_unfavourable:
            (is_open if one.is_open else is_unfavourable)[one.target].append(numbers[one.question.id])
    return {
        item: {"open_numbers": list(_runs(is_open[item])), "unfavourable_numbers": list(_runs(is_unfavourable[item]))}
        for item in {**is_open, **is_unfavourable}
    }


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of each run of numbers that follow one another."""
    ends = [n for n, (one, other) in enumerate(pairwise(numbers), start=1) if other != one + 1]
    bounds = [0, *ends, len(numbers)] if numbers else []
    yield from ((numbers[start], numbers[end - 1]) for start, end in pairwise(bounds))


def _answers(found: Iterable[Asked]) -> list[Data]:
    answered = (a for a in found if a.answer is not None)
    return [{**plain(a.answer), "is_unfavourable": a.is_unfavourable} for a in answered]


def _count(count: Count) -> Data:
    return {name: getattr(count, name) for name in ("asked", "answered", "unfavourable", "open")}
