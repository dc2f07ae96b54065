"""What is left for people to do, as data for reports: questions to answer by screen, means of proof to look for."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from referral.coverage.next_steps import Step
from referral.coverage.questions import Asked
from referral.law import in_language
from referral.report.analysis import Analysis, questions_shown, steps_shown
from referral.report.shown import Shown
from referral.report.telling import Teller

Entry = dict[str, Any]


def work_data(tell: Teller, shown: Shown, analysis: Analysis) -> Entry:
    """`questions` and `steps`; neither for a recipient who is not told of the work of the authors."""
    questions, steps = questions_shown(analysis, shown), steps_shown(analysis, shown)
    told = {} if questions is None else {"questions": _by_screen(tell, questions)}
    return told | ({} if steps is None else {"steps": _by_element(tell, shown, steps)})


def _by_screen(tell: Teller, questions: Sequence[Asked]) -> list[Entry]:
    """The lists of questions in their order."""
    by_screen = groupby(questions, lambda one: one.question.screen.value)
    return [_screen(tell, screen, list(asked)) for screen, asked in by_screen]


def _screen(tell: Teller, screen: str, asked: Sequence[Asked]) -> Entry:
    by_question = groupby(asked, lambda one: one.question.id)
    return {
        "title": tell.value("screen", screen),
        "open": sum(one.is_open for one in asked),
        "all": len(asked),
        "questions": [_question(tell, list(found)) for _, found in by_question],
    }


def _question(tell: Teller, asked: Sequence[Asked]) -> Entry:
    """One question with all of whom it is asked; the open ones first."""
    question = asked[0].question
    return {
        "question": in_language(question.text, tell.language.code),
        "basis": tell.value("question_status", question.status),
        "open": sum(one.is_open for one in asked),
        "asked": [_asked(tell, one) for one in sorted(asked, key=lambda one: not one.is_open)],
    }


def _asked(tell: Teller, asked: Asked) -> Entry:
    target = tell.words("report.whole_case") if asked.kind == "case" else asked.target
    given = asked.answer
    if given is None:
        return {"target": target, "answer": tell.words("report.open")}
    told = {
        "target": target,
        "answer": tell.value("reply", given.answer),
        "text": tell.said(given.text),
        "by": given.by,
    }
    return told | ({"concern": True} if asked.is_unfavourable else {})


def _by_element(tell: Teller, shown: Shown, steps: Sequence[Step]) -> list[Entry]:
    elements = {(c.charge.id, e.element.id): e for c in shown.asked for e in c.elements}
    return [
        {
            "charge": charge,
            "element": element,
            "text": tell.element(elements[charge, element].element),
            "state": elements[charge, element].state.value,
            "means": [_step(tell, step) for step in found],
        }
        for (charge, element), found in groupby(steps, lambda step: (step.charge, step.element))
    ]


def _step(tell: Teller, step: Step) -> Entry:
    """The means, the ways to it that are open, and what is left to others, with the reason."""
    lang = tell.language.code
    ways = [tell.value("method", method) for method in step.methods]
    return {
        "text": in_language(tell.law.means_of_proof[step.means].text, lang),
        "allowed": step.allowed,
        "ways": ", ".join(ways),
        "left": ", ".join(tell.value("method", method) for method in step.left),
        "why_not": in_language(step.why_not or {}, lang),
        "instead": in_language(step.instead or {}, lang),
    }
