"""The functions and filters that templates may call, by subject. Each takes the scene and gives a dictionary."""

from collections.abc import Callable
from typing import Any

from referral.composition.functions.coverage import coverage_functions
from referral.composition.functions.evidence import evidence_functions
from referral.composition.functions.law import law_functions
from referral.composition.functions.law_in_time import law_in_time_functions
from referral.composition.functions.law_notes import law_note_functions
from referral.composition.functions.marks import mark_functions
from referral.composition.functions.people import people_functions
from referral.composition.functions.questions import question_functions
from referral.composition.functions.selections import selection_functions
from referral.composition.functions.steps import step_functions
from referral.composition.functions.uses import use_functions
from referral.composition.functions.words import word_functions
from referral.composition.scene import Scene


def functions(scene: Scene) -> dict[str, Callable[..., Any]]:
    """Everything that may be called in a template; `t` and `date` serve as filters too."""
    subjects = (
        word_functions,
        mark_functions,
        people_functions,
        evidence_functions,
        law_functions,
        law_in_time_functions,
        law_note_functions,
        selection_functions,
        coverage_functions,
        question_functions,
        step_functions,
        use_functions,
    )
    return {name: function for subject in subjects for name, function in subject(scene).items()}
