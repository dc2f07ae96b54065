"""Internal work of those who draw up a case: no part of what they hand to a wide circle (design.md 2.13)."""

from referral.case.model import Case

ANSWERS = "answers"
INTERNAL_SECTIONS = ("justified_gaps", ANSWERS, "open_questions")


def without_internal_work(case: Case) -> Case:
    """The case without open questions, reasons why gaps may stay, and answers to contradictions or to the library."""
    mappings = [m.model_copy(update={"answer": None}) if m.answer else m for m in case.mappings]
    return case.model_copy(update={"mappings": mappings, **{name: [] for name in INTERNAL_SECTIONS}})


def without_answers(case: Case) -> Case:
    """The case without answers to the questions of the library: they guide those who draw it up, and are not filed."""
    return case.model_copy(update={ANSWERS: []}) if case.answers else case
