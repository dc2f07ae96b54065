"""Rules on the answers to the questions of the law library.

`unknown-question`: an answer to a question that the law library does not have.
`wrong-target`: an answer about an item, a charge or the whole case to a question that is asked of another of the three.
`other-forum`: an answer about a charge to a question of another forum than that of the provision charged.
`question-not-asked`: an answer to a question that does not arise there; nothing prints it.
"""

from collections.abc import Iterator

from referral.case.load import LoadedCase
from referral.case.model import Answer, Charge
from referral.coverage.questions import KINDS, questions_of
from referral.diagnostics import Diagnostic, error, warning
from referral.law import Law
from referral.law.model import AskedOf, Question
from referral.schema_errors import nearest

_WORDS = {
    AskedOf.ITEM: "an item: name it under “evidence”",
    AskedOf.CHARGE: "a charge: name it under “charge”",
    AskedOf.CASE: "the case as a whole: name neither evidence nor charge",
}


def check_answers(loaded: LoadedCase, law: Law) -> Iterator[Diagnostic]:
    """`unknown-question`, `wrong-target`, `other-forum`"""
    for index, answer in loaded.entries("answers"):
        question = law.questions.get(answer.question)
        if question is None:
            message = f'the law library has no question "{answer.question}"'
            hint = nearest(answer.question, law.questions) or "to search by words: referral law list --find WORD"
            yield error(loaded.where("answers", index, "question"), "unknown-question", message, hint)
        else:
            yield from _fits(loaded, index, answer, question, law)


def answers_are_asked_for(loaded: LoadedCase, law: Law) -> Iterator[Diagnostic]:
    """`question-not-asked`; only for a case whose references hold."""
    if not loaded.case.answers:
        return
    used = {asked.answer.id for asked in questions_of(loaded.case, law) if asked.answer}
    for index, answer in loaded.entries("answers"):
        if answer.id not in used:
            question = law.questions[answer.question]
            message = f"{answer.question} does not arise here, so that nothing prints the answer"
            place = loaded.where("answers", index, "question")
            yield warning(place, "question-not-asked", message, _when(question))


def _fits(loaded: LoadedCase, index: int, answer: Answer, question: Question, law: Law) -> Iterator[Diagnostic]:
    given = "evidence" if answer.evidence else "charge" if answer.charge else "case"
    charge = loaded.case.by_id.get(answer.charge or "")
    if given != KINDS[question.asked_of]:
        key = "question" if given == "case" else given
        message = f"{question.id} is asked of {_WORDS[question.asked_of]}"
        yield error(loaded.where("answers", index, key), "wrong-target", message)
    elif isinstance(charge, Charge) and law.has_provision(charge.provision):
        forum = law.instrument_of(charge.provision).forum
        if forum is not question.forum:
            message = f"{question.id} is of the forum “{question.forum}”, and {charge.id} of “{forum}”"
            yield error(loaded.where("answers", index, "charge"), "other-forum", message)


def _when(question: Question) -> str:
    """When a question arises, for whoever wonders why it does not."""
    laws = f"; of charges under {', '.join(question.under)}" if question.under else ""
    return f"it is asked if: {', '.join(question.when) or 'always'}{laws}; forum: {question.forum}"
