"""The coverage of a view as JSON, for other programs. Ids, counts and states; never a score."""

from collections.abc import Iterator, Sequence
from typing import Any

from referral.case.model import Bearing, Case
from referral.coverage import ChargeCoverage, Coverage, ElementCoverage, Item
from referral.coverage.captures import Unmet
from referral.coverage.chains import Chain
from referral.coverage.crosswalk import Reading, readings_for
from referral.coverage.exclusion import AT_MOST, Break, Change
from referral.coverage.hearing import Hearing
from referral.coverage.limbs import Bears, choices_of, unsaid_of
from referral.coverage.next_steps import Step
from referral.coverage.questions import Asked
from referral.coverage.reviews import Reviewed, counted, stale
from referral.law import Law
from referral.protection.view import View
from referral.report.accused import accused_of
from referral.report.analysis import (
    Analysis,
    Loss,
    breaks_shown,
    forms_shown,
    hearings_shown,
    is_unsupported,
    losses_shown,
    questions_shown,
    steps_shown,
)
from referral.report.disclosure import classes
from referral.report.elsewhere import read_from_data
from referral.report.forms import forms_data
from referral.report.no_charge import no_charge
from referral.report.shown import Shown


def coverage_to_json(view: View, shown: Shown, law: Law) -> dict[str, Any]:
    """`{"schema": 1, "case", "profile", "charges": [{"id", "provision", "standard", "elements": […]}], …}`

    Analysis (losses, breaks, questions, steps, captures, reviews, forms, hearings, chains) is for those who draw up
    the case only, and speaks of every charge reported: where only gaps are asked for, also of those that have none.
    """
    analysis = Analysis(view, law)
    analysed = _analysed(analysis, shown) if analysis.is_told else {}
    hearings = analysed.get("hearings", {})
    standard = shown.standard.id if shown.standard else None
    return {
        "schema": 1,
        "case": view.case.case.id,
        "profile": view.profile.name,
        "as_at": view.case.case.as_at.text,
        "charges": [
            {
                **_charge(shown.coverage, c, law, view.case),
                "standard": standard,
                **({"hearing": hearings[c.charge.id]} if hearings else {}),
            }
            for c in shown.asked
        ],
        **_none_shown(view),
        "without": list(shown.without),
        "changes": [_change(change) for change in shown.changes],
        **analysed,
        "orphans": list(shown.coverage.orphans),
        "withheld": view.withheld,
    }


def _none_shown(view: View) -> dict[str, Any]:
    """Why the list of charges is empty, where it is."""
    none = no_charge(view)
    return {"no_charge": {"why": none.why.value, "withheld": none.withheld}} if none else {}


def _analysed(analysis: Analysis, shown: Shown) -> dict[str, Any]:
    """Losses and breaks are those of the whole case; what is excluded already is not lost again."""
    circles = analysis.chains.circles()
    return {
        "losses": [_loss(found) for found in losses_shown(analysis, shown)],
        "breaks": [_break(found, analysis) for found in breaks_shown(analysis, shown)],
        "questions": list(map(_question, questions_shown(analysis, shown))),
        "steps": list(map(_step, steps_shown(analysis, shown))),
        "captures": list(map(_unmet, analysis.captures)),
        "reviews": _reviews(analysis.view.reviews),
        "forms": list(map(forms_data, forms_shown(analysis, shown))),
        "hearings": {charge: _hearing(found) for charge, found in hearings_shown(analysis, shown).items()},
        "chains": _chains(analysis),
        "circles": [{"start": circle.start, **_chain(circle)} for circle in circles],
    }


def _unmet(found: Unmet) -> dict[str, Any]:
    """A minimum of a standard of capture, by its id in the library, and the items that do not show it."""
    return {"requirement": found.requirement.id, "place": found.requirement.place, "items": list(found.items)}


def _reviews(found: Sequence[Reviewed]) -> dict[str, Any]:
    """Sign-offs of the whole case: by section how many stand in each state, and what changed of the stale ones."""
    waiting = [{"section": one.section, "id": one.id, "changed": list(one.changed)} for one in stale(found)]
    return {**counted(found), "waiting": waiting}


def _hearing(hearing: Hearing) -> dict[str, Any]:
    """Persons by code."""
    left = [
        {
            "limit": one.limit.id,
            "text": one.limit.text,
            "instead": one.limit.instead,
            "persons": list(one.persons),
        }
        for one in hearing.left
    ]
    return {"open": list(hearing.open), "heard": list(hearing.heard), "left": left}


def _loss(loss: Loss) -> dict[str, Any]:
    """`elsewhere`: how many elements change that are not reported."""
    return {"item": loss.item, "changes": list(map(_change, loss.changes)), "elsewhere": loss.elsewhere}


def _chains(analysis: Analysis) -> dict[str, list[dict[str, Any]]]:
    """For each item the steps to the origins of its words."""
    items = analysis.view.case.evidence
    return {item.id: [_chain(chain) for chain in analysis.chains.of_evidence(item.id)] for item in items}


def _chain(chain: Chain) -> dict[str, Any]:
    steps = [{"how": step.how.value, "kind": step.kind, "to": step.to} for step in chain.steps]
    return {"steps": steps, "is_circle": chain.is_circle}


def _break(found: Break, analysis: Analysis) -> dict[str, Any]:
    """A charge without sets says why it has none."""
    told: dict[str, Any] = {"charge": found.charge, "sets": [sorted(lost) for lost in found.sets]}
    if found.sets:
        return told
    return told | ({"unsupported": True} if is_unsupported(found, analysis) else {"more_than": AT_MOST})


def _question(asked: Asked) -> dict[str, Any]:
    question = asked.question
    return {
        "question": question.id,
        "screen": question.screen.value,
        "kind": asked.kind,
        "target": asked.target,
        "answer": asked.answer.answer.value if asked.answer else None,
        "answered": not asked.is_open,
        "favourable": question.favourable.value,
        "about": list(question.about),
        "pitfall": question.pitfall,
        "shown_by": list(asked.shown_by),
        "facts": list(asked.answer.facts) if asked.answer else [],
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "charge": step.charge,
        "element": step.element,
        "means": step.means,
        "allowed": step.allowed,
        "why_not": step.why_not,
        "instead": step.instead,
        "methods": [method.value for method in step.methods],
        "left": [method.value for method in step.left],
    }


def _charge(coverage: Coverage, covered: ChargeCoverage, law: Law, case: Case) -> dict[str, Any]:
    charge = covered.charge
    withheld = coverage.withheld
    return {
        "id": charge.id,
        "provision": charge.provision,
        "mode": charge.mode,
        "accused": accused_of(charge),
        "invented": charge.invented,
        "elements": [
            {
                **_element(e, case, law, (charge.id, e.element.id) in withheld),
                "readings": [_reading(r) for r in readings_for(coverage, law, charge.id, e.element.id)],
            }
            for e in covered.elements
        ],
    }


def _element(covered: ElementCoverage, case: Case, law: Law, withheld: bool) -> dict[str, Any]:
    return {
        "id": covered.element.id,
        "state": covered.state.value,
        "origins": covered.origins,
        **{bearing.value: [_item(i, case, law) for i in covered.with_bearing(bearing)] for bearing in Bearing},
        "limbs": list(_limbs(covered)),
        "withheld": withheld,
        "justified_gap": covered.justified.id if covered.justified else None,
    }


def _limbs(covered: ElementCoverage) -> Iterator[dict[str, Any]]:
    """Each alternative with the mappings that name it; under `null` those that do not say which."""
    for choice in choices_of(covered):
        yield from (_limb(choice.choice.id, one.limb.id, one.bears) for one in choice.limbs)
    if not unsaid_of(covered).is_empty:
        yield _limb(None, None, unsaid_of(covered))


def _limb(choice: str | None, limb: str | None, bears: Bears) -> dict[str, Any]:
    told = {name: list(getattr(bears, name)) for name in ("supports", "contradicts", "qualifies")}
    return {"choice": choice, "limb": limb, **told}


def _change(change: Change) -> dict[str, Any]:
    return {
        "charge": change.charge,
        "element": change.element,
        "before": change.before.value,
        "after": change.after.value,
        "opens_gap": change.opens_hole,
    }


def _reading(reading: Reading) -> dict[str, Any]:
    return {
        "charge": reading.charge,
        "element": reading.element,
        "state": reading.state.value,
        "relation": reading.extent,
        "to_confirm": reading.confirm,
    }


def _item(item: Item, case: Case, law: Law) -> dict[str, Any]:
    m = item.mapping
    return {
        "mapping": m.id,
        "item": m.fact or m.evidence,
        "evidence": list(item.evidence),
        "inference": m.inference.value,
        "knowledge": m.knowledge.value,
        "tier": m.tier.value,
        "strength": m.strength.value,
        "answered": m.answer is not None,
        "read_from": read_from_data(m, law),
        "disclosure": [one.value for one in classes(case, item.evidence)],
    }
