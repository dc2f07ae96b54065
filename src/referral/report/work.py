"""What is left for people to do, as data for reports: questions by screen, means of proof to look for, captures."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from referral.coverage.captures import Unmet
from referral.coverage.hearing import Hearing
from referral.coverage.next_steps import Step
from referral.coverage.questions import Asked
from referral.law import in_language
from referral.law.model import Question
from referral.report.analysis import Analysis, hearings_shown, questions_shown, steps_shown
from referral.report.shown import Shown
from referral.report.telling import Teller

Entry = dict[str, Any]


def work_data(tell: Teller, shown: Shown, analysis: Analysis) -> Entry:
    """`questions`, `steps`, `captures`, and by charge `hearing`: who could be heard, who not by those who file."""
    return {
        "questions": _by_screen(tell, questions_shown(analysis, shown)),
        "steps": _by_element(tell, shown, steps_shown(analysis, shown)),
        "captures": [_unmet(tell, found) for found in analysis.captures],
        "hearing": {charge: _hearing(tell, found) for charge, found in hearings_shown(analysis, shown).items()},
    }


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
        "articles": _articles(tell, question),
        "open": sum(one.is_open for one in asked),
        "asked": [_asked(tell, one) for one in sorted(asked, key=lambda one: not one.is_open)],
    }


def _articles(tell: Teller, question: Question) -> list[str]:
    """The provisions that it comes from, as the language cites them; those that follow one another as one range."""
    law = tell.law
    provisions = [name for name in question.about if law.has_provision(name)]
    by_instrument = groupby(provisions, lambda name: law.instrument_of(name).id)
    return [cited for _, found in by_instrument for cited in tell.language.ranges(map(tell.cited, found))]


def _asked(tell: Teller, asked: Asked) -> Entry:
    target = tell.words("report.whole_case") if asked.kind == "case" else asked.target
    given = asked.answer
    if given is None:
        return {"target": target, "answer": tell.words("report.open")}
    told = {
        "target": target,
        "answer": tell.value("reply", given.answer),
        "text": tell.marked(given, tell.said(given.text)),
        "by": given.by,
        "facts": [[fact, tell.title(fact)] for fact in given.facts],
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


def _hearing(tell: Teller, hearing: Hearing) -> Entry:
    """Persons by code, and in words why some are left to others and what to do instead."""
    lang = tell.language.code
    left = [
        {
            "persons": list(one.persons),
            "text": in_language(one.limit.text, lang),
            "instead": in_language(one.limit.instead or {}, lang),
        }
        for one in hearing.left
    ]
    return {"known": list(hearing.known), "open": list(hearing.open), "heard": list(hearing.heard), "left": left}


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


def _unmet(tell: Teller, found: Unmet) -> Entry:
    """What is lacking, in which items, and which standard asks for it."""
    asked, lang = found.requirement, tell.language.code
    return {
        "standard": in_language(asked.standard, lang),
        "place": asked.place or "",
        "text": in_language(asked.text, lang),
        "known": tell.value("law_status", asked.status),
        "items": list(found.items),
    }
