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


def answer(question: str = "ask.scale", **fields: Any) -> dict[str, Any]:
    """A lawyer's yes to a question about the whole case, unless its target is given."""
    return {"id": "AN-001", "question": question, "answer": "yes", "text": "Because.", "by": "lawyer-1", **fields}


def two_charges_of_one_raid() -> dict[str, Any]:
    """Sections of a case with two charges of one man; what supports ex.1/1 and ex.1/3 may be read under the other."""
    same: dict[str, Any] = {"person": "PER-001", "incidents": ["INC-01"]}
    return {
        "persons": [builder.person()],
        "incidents": [{"id": "INC-01", "title": "A raid", "type": "raid_detention", "date": "2022-03-01"}],
        "charges": [builder.charge(**same), builder.charge("CH-02", provision="xs.1", **same)],
        "mappings": [builder.mapping(), builder.mapping("M-003", "ex.1/3")],
    }
