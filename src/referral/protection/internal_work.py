"""Internal work of those who draw up a case: no part of what they hand to a wide circle (design.md 2.13)."""

from referral.case.model import SECTIONS, Case, Entity

ANSWERS = "answers"
INTERNAL_SECTIONS = ("justified_gaps", ANSWERS, "open_questions")
RECORDS = "disclosures"
REVIEWED = ("facts", "mappings")


def without_internal_work(case: Case) -> Case:
    """The case without remarks, open questions, reasons for gaps, answers to contradictions, lists of all its files."""
    mappings = [m.model_copy(update={"answer": None}) if m.answer else m for m in case.mappings]
    header = case.case.model_copy(update={"manifests": []})  # which name all files, those withheld too
    kept = case.model_copy(update={"case": header, "mappings": mappings, **{name: [] for name in INTERNAL_SECTIONS}})
    return kept.model_copy(update={name: [_silent(entry) for entry in kept.section(name)] for name in SECTIONS})


def _silent(entry: Entity) -> Entity:
    return entry.model_copy(update={"note": None}) if entry.note else entry


def without_records(case: Case) -> Case:
    """The case without records of what was handed to whom, and of what is made for whom: each is told of his own."""
    heard = [p.model_copy(update={"accounts_elsewhere": []}) if p.accounts_elsewhere else p for p in case.persons]
    return case.model_copy(update={RECORDS: [], "documents": [], "persons": heard})


def without_reviews(case: Case) -> Case:
    """The case without sign-offs, and without the rule that asks for them: who checked whose work stays inside."""
    signed = {name: [_unsigned(entry) for entry in case.section(name)] for name in REVIEWED}
    header = case.case.model_copy(update={"second_reviewer": False})
    return case.model_copy(update={"case": header, **signed})


def _unsigned(entry: Entity) -> Entity:
    return entry.model_copy(update={"reviews": []}) if getattr(entry, "reviews", None) else entry


def without_answers(case: Case) -> Case:
    """The case without answers to the questions of the library: they guide those who draw it up, and are not filed."""
    return case.model_copy(update={ANSWERS: []}) if case.answers else case
