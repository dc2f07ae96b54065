"""A scenario: a sentence, a small case in short form, and what the coverage must say. `README.md` is its manual."""

import re
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from referral.case.checks import check_entries
from referral.case.load import LoadedCase, Origin
from referral.case.model import Bearing, Case
from referral.coverage import State, assess
from referral.coverage.check import check_against_law, check_coverage
from referral.coverage.crosswalk import readings_for
from referral.coverage.exclusion import Exclusions, changes
from referral.coverage.forms import forms_of
from referral.coverage.limbs import choices_of, unsaid_of
from referral.coverage.selection import selected
from referral.coverage.standard import at_standard, holes
from referral.diagnostics import Severity
from referral.law import Law
from referral.yaml_reader import read_yaml
from tests.unit.builder import charge, fact, header, item, mapping, person, shipped_law, source

HERE = Path(__file__).parent
FILES = sorted((HERE / "cases").glob("*.yaml"))
Outcome = dict[str, Any]


@cache
def law() -> Law:
    """The library that ships with the program."""
    return shipped_law()


class Short(BaseModel):
    """Frozen, and no key that is not in the manual."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _short(key: str, kind: type) -> BeforeValidator:
    """What has but one key to tell is written without the key."""
    return BeforeValidator(lambda value: {key: value} if isinstance(value, kind) else value)


class Source(Short):
    origin: str | None = None
    repeats: list[str] = []
    person: str | None = None


class Item(Short):
    source: str
    kind: str = "document"
    subtype: str | None = None
    translation_of: str | None = None
    transcript_of: str | None = None
    excerpt_of: str | None = None
    account_of: str | None = None
    prior_accounts: list[str] = []
    in_custody: bool = False
    party_interview: bool = False
    withdrawn: bool = False


class Cited(Short):
    item: str
    speaker: str | None = None


class Fact(Short):
    cites: list[Annotated[Cited, _short("item", str)]]
    inferred_from: list[str] = []
    withdrawn: bool = False


class Charge(Short):
    provision: str
    accused: str | None = "PER-001"
    mode: str | None = None
    incidents: list[str] = ["INC-01"]


class Weighed(Short):
    """One of the four bearings names the element."""

    by: str
    under: str = "CH-01"
    supports: str | None = None
    contradicts: str | None = None
    qualifies: str | None = None
    context: str | None = None
    limbs: list[str] = []
    tier: Literal["primary", "secondary"] = "primary"
    strength: Literal["strong", "moderate", "weak"] = "strong"
    knowledge: str = "first_hand"
    answer: str | None = None
    read_by: dict[str, str] = {}
    withdrawn: bool = False

    @model_validator(mode="after")
    def _one_bearing(self) -> "Weighed":
        if len(self.bearings) != 1:
            raise ValueError("say one of supports, contradicts, qualifies, context")
        return self

    @property
    def bearings(self) -> list[str]:
        return [bearing.value for bearing in Bearing if getattr(self, bearing.value)]


class Justified(Short):
    element: str
    under: str = "CH-01"


StateWords = Annotated[str, Field(pattern=rf"^({'|'.join(State)})(, [0-9]+ origins?)?$")]
Named = dict[str, list[str]]  # by charge


class Expected(Short):
    states: dict[str, dict[str, StateWords]] = {}
    gaps: Named | None = None
    fails_on_gaps: bool | None = None
    steps: dict[str, Named] = {}
    without: dict[str, dict[str, StateWords]] | None = None
    opens: Named | None = None
    breaks: dict[str, list[list[str]]] | None = None
    depended_upon: list[str] | None = None
    orphans: list[str] | None = None
    forms: Named | None = None
    alone: list[str] | None = None
    readings: dict[str, dict[str, list[str]]] = {}
    limbs: dict[str, dict[str, Named]] = {}
    refused: list[str] = []


class Scenario(Short):
    scenario: Annotated[str, Field(min_length=20, pattern=r"\.\s*$")]
    charges: dict[str, Charge]
    sources: dict[str, Source] = {}
    items: dict[str, Annotated[Item, _short("source", str)]]
    facts: dict[str, Annotated[Fact, _short("cites", list)]] = {}
    weighed: list[Weighed] = []
    justified: list[Justified] = []
    without: list[str] = []
    expect: Expected


def read(text: str) -> Scenario:
    """ValueError if it is no YAML as a case may hold it, or holds what the manual does not have."""
    file = read_yaml(text.encode(), "scenario.yaml")
    if file.findings:
        raise ValueError(str(file.findings[0]))
    return Scenario.model_validate(file.data)


def case_of(scenario: Scenario) -> Case:
    """The short form written out; what it does not say is as innocent as can be."""
    return Case.model_validate({"schema_version": "1", "case": header(), **_sections(scenario)})


def _sections(s: Scenario) -> dict[str, Any]:
    charges = s.charges.values()
    people = {one.accused: "suspect" for one in charges if one.accused}
    others = [source.person for source in _sources(s).values()] + [one.account_of for one in s.items.values()]
    people = {**{code: "witness" for code in others if code}, **people}
    return {
        "persons": [person(code, role) for code, role in people.items()],
        "incidents": [_incident(code) for code in sorted({code for one in charges for code in one.incidents})],
        "sources": [_source(code, one) for code, one in _sources(s).items()],
        "evidence": [_item(code, one) for code, one in s.items.items()],
        "facts": [_fact(code, one) for code, one in s.facts.items()],
        "charges": [_charge(code, one) for code, one in s.charges.items()],
        "mappings": [_mapping(n, one, s) for n, one in enumerate(s.weighed, start=1)],
        "justified_gaps": [_gap(n, one) for n, one in enumerate(s.justified, start=1)],
    }


def _sources(s: Scenario) -> dict[str, Source]:
    """Those described, then those merely named by an item."""
    named = {one.source: Source() for one in s.items.values()}
    return {**s.sources, **{code: one for code, one in named.items() if code not in s.sources}}


def _incident(code: str) -> dict[str, Any]:
    return {"id": code, "title": "An episode", "type": "raid_detention", "date": "2022"}


def _source(code: str, one: Source) -> dict[str, Any]:
    kind = {"kind": "person"} if one.person else {}
    return source(code, one.origin or code.lower(), repeats=one.repeats, person=one.person, **kind)


def _item(code: str, one: Item) -> dict[str, Any]:
    made = {name: getattr(one, name) for name in ("kind", "subtype", "translation_of", "transcript_of", "excerpt_of")}
    account = {"person": one.account_of, "kind": "statement", "prior_accounts": one.prior_accounts}
    held = {"interviewee_in_custody": str(one.in_custody).lower()}
    party = {"taken_by_party_to_conflict": str(one.party_interview).lower()}
    told = {"account": account} if one.account_of else {}
    return item(code, one.source, **made, **held, **party, **told, status=_status(one))


def _fact(code: str, one: Fact) -> dict[str, Any]:
    page = {"locator": {"type": "page", "value": "1"}}
    cites = [{"evidence": cited.item, "speaker": cited.speaker, **page} for cited in one.cites]
    return fact(code, citations=cites, inferred_from=one.inferred_from, status=_status(one))


def _charge(code: str, one: Charge) -> dict[str, Any]:
    accused = {"person": one.accused} if one.accused else {}
    return charge(code, provision=one.provision, mode=one.mode, incidents=one.incidents, **accused)


def _mapping(number: int, one: Weighed, s: Scenario) -> dict[str, Any]:
    (bearing,) = one.bearings
    subject = {"fact" if one.by in s.facts else "evidence": one.by}
    weight = {"tier": one.tier, "strength": one.strength, "knowledge": one.knowledge, "answer": one.answer}
    named = {"charge": one.under, "bearing": bearing, "limbs": one.limbs, "status": _status(one)}
    read_by = [{"charge": other, "element": element} for other, element in one.read_by.items()]
    return mapping(f"M-{number:03}", getattr(one, bearing), **subject, **weight, **named, read_by=read_by)


def _gap(number: int, one: Justified) -> dict[str, Any]:
    return {"id": f"JG-{number:02}", "charge": one.under, "element": one.element, "reason": "Known.", "by": "analyst-1"}


def _status(one: Item | Fact | Weighed) -> str:
    return "withdrawn" if one.withdrawn else "accepted"


def refusals(scenario: Scenario) -> list[str]:
    """The errors that `referral check` finds in the case, by their rules."""
    loaded = LoadedCase(case_of(scenario), Origin(Path("case"), "case"))
    for stage in (lambda: check_entries(loaded), lambda: check_against_law(loaded, law())):
        if found := _errors(stage()):
            return found
    return _errors(check_coverage(loaded, law()))


def _errors(findings: Any) -> list[str]:
    return sorted({finding.rule for finding in findings if finding.severity is Severity.ERROR})


def outcome(scenario: Scenario) -> Outcome:
    """What the program says, in the words of an expectation."""
    if refused := refusals(scenario):
        return {"refused": refused}
    case = case_of(scenario)
    coverage = assess(case, law())
    lost = frozenset(name for what in scenario.without for name in selected(case, what))
    left = assess(case, law(), lost)
    changed = changes(coverage, left)
    exclusions = Exclusions(case, law())
    forms = forms_of(coverage.charges, law())
    return {
        "refused": [],
        "states": {c.charge.id: {e.element.id: _words(e) for e in c.elements} for c in coverage.charges},
        "gaps": {c.charge.id: list(holes(c)) for c in coverage.charges},
        "fails_on_gaps": any(map(holes, coverage.charges)),
        "steps": {step: _asked(coverage.charges, step) for step in scenario.expect.steps},
        "without": _by_charge((c.charge, c.element, _words_of(left, c.charge, c.element)) for c in changed),
        "opens": {c.charge.id: _opened(changed, c.charge.id) for c in left.charges},
        "breaks": {found.charge: [sorted(one) for one in found.sets] for found in exclusions.breaks()},
        "depended_upon": sorted(exclusions.depended_upon()),
        "orphans": list(coverage.orphans),
        "forms": {" ".join(_codes(one.charged)): _codes(one.without_gap) for one in forms},
        "alone": [form.charge.id for one in forms for form in one.charged if form.is_alone],
        "readings": _readings(coverage, scenario),
        "limbs": _all_limbs(coverage, scenario),
    }


def _codes(forms: Any) -> list[str]:
    return [form.charge.id for form in forms]


def _opened(changed: Any, of: str) -> list[str]:
    return [change.element for change in changed if change.charge == of and change.opens_hole]


def _words(covered: Any) -> str:
    return f"{covered.state.value}, {covered.origins} origin{'' if covered.origins == 1 else 's'}"


def _words_of(coverage: Any, charge_id: str, element: str) -> str:
    return next(_words(e) for e in coverage.of(charge_id).elements if e.element.id == element)


def _by_charge(rows: Any) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for one, element, words in rows:
        found.setdefault(one, {})[element] = words
    return found


def _asked(charges: Any, step: str) -> Named:
    return {c.charge.id: list(holes(c)) for c in at_standard(charges, law().standards[step], law())}


def _readings(coverage: Any, scenario: Scenario) -> dict[str, dict[str, list[str]]]:
    return {
        one: {
            e: [f"{r.charge} {r.element} {r.extent}" for r in readings_for(coverage, law(), one, e)] for e in elements
        }
        for one, elements in scenario.expect.readings.items()
    }


def _all_limbs(coverage: Any, scenario: Scenario) -> dict[str, dict[str, Named]]:
    """Of the elements that the expectation names."""
    return {
        one: {e.element.id: _limbs(e, scenario) for e in coverage.of(one).elements if e.element.id in elements}
        for one, elements in scenario.expect.limbs.items()
    }


def _limbs(covered: Any, scenario: Scenario) -> Named:
    """What bears on each alternative within an element, and what says none."""
    found = {one.limb.id: one.bears for choice in choices_of(covered) for one in choice.limbs}
    return {limb: _bears(bears, scenario) for limb, bears in {**found, "unsaid": unsaid_of(covered)}.items()}


def _bears(bears: Any, scenario: Scenario) -> list[str]:
    """The code of what supports; before other codes stands what they do."""
    by = {f"M-{number:03}": one.by for number, one in enumerate(scenario.weighed, start=1)}
    against = [f"{how} {by[code]}" for how in ("contradicts", "qualifies") for code in getattr(bears, how)]
    return [by[code] for code in bears.supports] + against


def differences(expected: Expected, found: Outcome) -> list[str]:
    """Each point on which the program says something else than the scenario."""
    if found["refused"] or expected.refused:
        return _differs("refused", sorted(expected.refused), found["refused"])
    wanted = {name: value for name in Expected.model_fields if (value := getattr(expected, name)) is not None}
    states = [
        line for name in ("states", "without") if name in wanted for line in _states(name, wanted.pop(name), found)
    ]
    plain = ((name, _plain(name, value), _plain(name, found[name])) for name, value in wanted.items())
    return states + [line for name, want, is_ in plain for line in _differs(name, want, is_)]


def _states(name: str, wanted: Any, found: Outcome) -> list[str]:
    """Of states, an element that is not named is expected to be a gap; of changes, not to change."""
    rest = "gap" if name == "states" else None
    lines: list[str] = []
    for one in sorted({*wanted, *found[name]}):
        elements = {*wanted.get(one, {}), *found[name].get(one, {})}
        pairs = ((e, wanted.get(one, {}).get(e, rest), found[name].get(one, {}).get(e)) for e in sorted(elements))
        lines += [f"{name}: {one} {e}: {want} expected, {is_} found" for e, want, is_ in pairs if not _agree(want, is_)]
    return lines


def _agree(wanted: str | None, found: str | None) -> bool:
    """A state written without a number of origins leaves the number open."""
    return wanted == found or (wanted is not None and found is not None and re.split(", ", found)[0] == wanted)


def _differs(name: str, wanted: Any, found: Any) -> list[str]:
    return [] if wanted == found else [f"{name}: {wanted} expected, {found} found"]


def _plain(name: str, value: Any) -> Any:
    """In no order; charges without a gap may be left out where gaps are listed."""
    if isinstance(value, dict):
        inner = {key: _plain("", one) for key, one in sorted(value.items())}
        return {key: one for key, one in inner.items() if one} if name in ("gaps", "opens") else inner
    return sorted(value) if isinstance(value, list) else value
