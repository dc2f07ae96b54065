"""The alternatives within an element in words: which of them the case shows, and by which mappings."""

from referral.case.model import Bearing, Mapping
from referral.coverage import ElementCoverage
from referral.coverage.limbs import Bears, ChoiceCoverage, choices_of, unsaid_of
from referral.law import in_language
from referral.law.model import Limb
from referral.report.telling import Teller


def limb_lines(tell: Teller, covered: ElementCoverage) -> list[str]:
    """A line for each choice of an element: each limb with its mappings. Then those that do not say which."""
    choices, unsaid = choices_of(covered), unsaid_of(covered)
    lines = [f"{tell.words('report.limbs')} {_limbs(tell, choice)}" for choice in choices]
    return lines if unsaid.is_empty else [*lines, f"{tell.words('report.limb_unsaid')}: {_bears(tell, unsaid)}"]


def limb_label(tell: Teller, limb: Limb) -> str:
    """Our own words for an alternative."""
    return in_language(limb.label, tell.language.code)


def limbs_of(tell: Teller, mapping: Mapping) -> str:
    """The alternatives on which a mapping says it bears; empty where it says none."""
    limbs = tell.law.element(mapping.element).limbs
    return ", ".join(limb_label(tell, limb) for limb in limbs if limb.id in mapping.limbs)


def _limbs(tell: Teller, choice: ChoiceCoverage) -> str:
    return "; ".join(f"{limb_label(tell, one.limb)} – {_bears(tell, one.bears)}" for one in choice.limbs)


def _bears(tell: Teller, bears: Bears) -> str:
    """What supports goes without saying; the rest says what it does."""
    told = [
        *bears.supports,
        *(f"{code} ({tell.value('bearing', Bearing.CONTRADICTS)})" for code in bears.contradicts),
        *(f"{code} ({tell.value('bearing', Bearing.QUALIFIES)})" for code in bears.qualifies),
    ]
    return ", ".join(told) or tell.words("report.limb_none")
