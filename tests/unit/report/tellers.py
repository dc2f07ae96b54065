"""Reports on small cases: who tells what, in the shipped words."""

from functools import cache
from typing import Any

from referral.app.project import Sources
from referral.case.model import Case
from referral.composition.kinds import load_templates
from referral.coverage import assess
from referral.language import load_language
from referral.language.phrases import Phrases
from referral.protection.profiles import PROFILES
from referral.protection.view import view_for
from referral.report.shown import Shown
from referral.report.telling import Teller
from tests.unit import builder


@cache
def words(lang: str) -> Phrases:
    return Phrases(load_templates(Sources.of().templates).words(lang), lang)


def teller(case: Case, profile: str = "internal", lang: str = "en") -> Teller:
    """Tells a case as the recipient of a profile sees it; under the invented statutes."""
    view = view_for(case, assess(case, builder.law()), {}, PROFILES[profile], None)
    return Teller(view, builder.law(), load_language(lang), words(lang))


def whole(tell: Teller) -> Shown:
    return Shown(tell.view.coverage, tell.view.coverage.charges)


def small_case(**sections: Any) -> Case:
    """A charge, of which one element is supported and another contradicted; the rest are gaps."""
    entries = {
        "sources": [builder.source(name="An office")],
        "evidence": [builder.item(), builder.item("EV-0002", translation_of="EV-0001")],
        "facts": [builder.fact()],
        "charges": [builder.charge()],
        "mappings": [
            builder.mapping(fact="F-001"),
            builder.mapping("M-002", "ex.1/2", evidence="EV-0002", bearing="contradicts"),
        ],
    }
    return builder.case(**{**entries, **sections})


def gap(**fields: Any) -> dict[str, Any]:
    """A justified gap of an element that a small case leaves open."""
    entry = {"id": "GAP-01", "charge": "CH-01", "element": "ex.1/3", "reason": "Nobody was there.", "by": "a lawyer"}
    return {**entry, **fields}
