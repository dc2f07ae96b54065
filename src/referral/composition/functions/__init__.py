"""The functions and filters that templates may call: a class for each subject, made of the scene."""

from collections.abc import Callable
from typing import Any

from referral.composition.functions.accounts import AccountFunctions
from referral.composition.functions.annexes import AnnexFunctions
from referral.composition.functions.argument import ArgumentFunctions
from referral.composition.functions.captures import CaptureFunctions
from referral.composition.functions.chains import ChainFunctions
from referral.composition.functions.chapters import ChapterFunctions
from referral.composition.functions.coverage import CoverageFunctions
from referral.composition.functions.evidence import EvidenceFunctions
from referral.composition.functions.figures import FigureFunctions
from referral.composition.functions.forms import FormFunctions
from referral.composition.functions.grammar import GrammarFunctions
from referral.composition.functions.law import LawFunctions
from referral.composition.functions.law_elements import LawElementFunctions
from referral.composition.functions.law_in_time import LawInTimeFunctions
from referral.composition.functions.law_notes import LawNoteFunctions
from referral.composition.functions.law_wording import LawWordingFunctions
from referral.composition.functions.losses import LossFunctions
from referral.composition.functions.marks import MarkFunctions
from referral.composition.functions.methods import named
from referral.composition.functions.people import PeopleFunctions
from referral.composition.functions.pictures import PictureFunctions
from referral.composition.functions.prose import ProseFunctions
from referral.composition.functions.questions import QuestionFunctions
from referral.composition.functions.records import RecordFunctions
from referral.composition.functions.registers import RegisterFunctions
from referral.composition.functions.remarks import RemarkFunctions
from referral.composition.functions.reviews import ReviewFunctions
from referral.composition.functions.selections import SelectionFunctions
from referral.composition.functions.service import ServiceFunctions
from referral.composition.functions.shown import ShownFunctions
from referral.composition.functions.steps import StepFunctions
from referral.composition.functions.uses import UseFunctions
from referral.composition.functions.words import WordFunctions
from referral.composition.scene import Scene

SUBJECTS: tuple[Callable[[Scene], object], ...] = (
    WordFunctions,
    MarkFunctions,
    PeopleFunctions,
    GrammarFunctions,
    EvidenceFunctions,
    AccountFunctions,
    CaptureFunctions,
    AnnexFunctions,
    ShownFunctions,
    PictureFunctions,
    FigureFunctions,
    LawFunctions,
    LawWordingFunctions,
    LawElementFunctions,
    LawInTimeFunctions,
    LawNoteFunctions,
    RemarkFunctions,
    SelectionFunctions,
    ProseFunctions,
    ChapterFunctions,
    ArgumentFunctions,
    CoverageFunctions,
    FormFunctions,
    LossFunctions,
    ChainFunctions,
    QuestionFunctions,
    StepFunctions,
    ReviewFunctions,
    ServiceFunctions,
    UseFunctions,
    RegisterFunctions,
    RecordFunctions,
)


def functions(scene: Scene) -> dict[str, Callable[..., Any]]:
    """Everything that may be called in a template; `t` and `date` serve as filters too."""
    return {name: function for subject in SUBJECTS for name, function in named(subject(scene)).items()}
