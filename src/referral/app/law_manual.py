"""The manual of the law: what is known of a provision, an element, or of what stands beside them, as lines of text."""

import re
from collections.abc import Iterable, Iterator

from referral.law import Edition, Law, element_wording, in_language
from referral.law.model import OWN, Bound, Claim, Dated, Element, Instrument, Precedent, Provision, Remark, Sanction

_CODE = re.compile(r"\bS[0-9]+[a-z]?\b")
NOT_VERIFIED = "not verified; cite by number only"


def explain_entry(law: Law, name: str, lang: str) -> Iterator[str] | None:
    """Whatever the library has under an id; None if it has nothing."""
    if name in law.elements:
        return explain_element(law, name, lang)
    if name in law.provisions:
        return explain_provision(law, name, lang)
    if name in law.instruments:
        return explain_instrument(law, name, lang)
    return explain_remark(law, name, lang) if name in law.remarks else None


def explain_element(law: Law, element_id: str, lang: str) -> Iterator[str]:
    """One element with its wording, its authority and status, what proves it, its pitfalls, and its crosswalk."""
    element = law.element(element_id)
    provision = law.provision_of(element_id)
    wording = element_wording(element, lang)
    yield f"{element_id} ({', '.join(k.value for k in element.kinds)}), element {element.number} of {provision.id}"
    for code, text in element.text.items():
        yield f"  [{code}] {text}"
    if wording.text and wording.is_own_translation:
        yield f"  [{lang}, our own words] {wording.text}"
    yield f"  status: {element.status.value}; {_authority(element.authority)}"
    if element.per_accused:
        yield "  must be shown for each accused anew"
    for note in element.mental_note.values():
        yield f"  mental element: {note}"
    yield from _notes(law, element)
    for means in element.means_of_proof:
        proof = law.means_of_proof[means]
        yield f"  proof ({proof.standing.value}): {in_language(proof.text, lang)}"
    yield from _beside(law, element_id, lang)


def _authority(name: str) -> str:
    return "our own working breakdown, not law" if name == OWN else f"authority: {name}"


def _notes(law: Law, element: Element) -> Iterator[str]:
    """The footnotes of an element, word for word, and our remark on it."""
    for name in element.footnotes:
        texts = (edition.text for edition in law.provision(name).texts if edition.text)
        yield f"  {name}: {next(texts, NOT_VERIFIED)}"
    if element.note:
        yield f"  note (not law): {element.note}"


def explain_provision(law: Law, provision_id: str, lang: str) -> Iterator[str]:
    """One provision: citation, status, editions, elements, who is bound, notes, sources, what stands beside it."""
    yield from with_sources(law, provision_id, _provision(law, provision_id, lang))
    yield from _beside(law, provision_id, lang)


def with_sources(law: Law, provision_id: str, lines: Iterable[str]) -> Iterator[str]:
    """The lines, then what each source is that they name by its code; codes are those of one file."""
    named: set[str] = set()
    for line in lines:
        named.update(_CODE.findall(line))
        yield line
    for source in law.instrument_of(provision_id).sources:
        if source.id in named:
            yield f"  {source.id}: {'; '.join((source.title, *source.addresses))}"


def _provision(law: Law, provision_id: str, lang: str) -> Iterator[str]:
    provision = law.provision(provision_id)
    instrument = law.instrument_of(provision_id)
    cited = law.cite(provision_id, lang if lang in instrument.citation else next(iter(instrument.citation)))
    yield f"{provision_id}: {cited}"
    yield f"  {provision.kind.value}; {_status(provision)}; as at {provision.as_at}{read_in(provision)}"
    for title in provision.title.values():
        yield f"  {title}"
    yield from _editions(law, provision)
    yield from elements_of(provision, lang)
    for breach in provision.breaches:
        when = f" ({in_language(breach.when, lang)})" if breach.when else ""
        yield f"  usually named with it: {breach.provision}{when}"
    yield from bonds(instrument, instrument.bound, lang)
    for note in filter(None, (provision.note, *provision.notes)):
        yield f"  note (not law): {note}"


def _editions(law: Law, provision: Provision) -> Iterator[str]:
    """Titles, wordings and sanctions by edition; a mere subdivision has that of the whole."""
    home = law.home_of_text(provision.id)
    if home is not provision:
        yield f"  the wording is that of {home.id}, whose number it bears:"
    for edition in (*provision.titles, *home.texts):
        claim = f"{edition.lang}, {span(edition, provision.as_at)}, {_status(edition)}{read_in(edition)}"
        yield f"  [{claim}] {edition.text or NOT_VERIFIED}"
        if edition.note:
            yield f"    {edition.note}"
    for sanction in provision.sanctions:
        claim = f"{span(sanction, provision.as_at)}, {_status(sanction)}{read_in(sanction)}"
        yield f"  sanction ({claim}): {years(sanction)}"


def elements_of(provision: Provision, lang: str) -> Iterator[str]:
    if provision.breakdown:
        of = provision.breakdown
        yield f"  elements: {of.status.value}; {_authority(of.authority)}{read_in(of)}"
    for element in provision.elements:
        yield f"  {element.id}: {element_wording(element, lang).text or in_language(element.text, lang)}"


def explain_instrument(law: Law, name: str, lang: str) -> Iterator[str]:
    """The head of a law file: what the instrument is, whom it binds, and how many provisions the library has of it."""
    instrument = law.instruments[name]
    yield f"{name}: {in_language(instrument.title, lang)}"
    yield f"  {instrument.kind}; {_status(instrument)}; as at {instrument.as_at}"
    yield f"  adopted {instrument.adopted or 'not recorded'}; in force since {instrument.in_force or 'not recorded'}"
    yield from bonds(instrument, instrument.bound, lang)
    for note in filter(None, (instrument.note, *instrument.notes)):
        yield f"  note (not law): {note}"
    own = sum(law.instrument_of(provision) is instrument for provision in law.provisions)
    yield f"  provisions in the library: {own}"
    yield from _beside(law, name, lang)


def explain_remark(law: Law, name: str, lang: str) -> Iterator[str]:
    """What stands beside the statutes under an id: a pitfall, a precedent, a date, a pattern of facts."""
    remark = law.remarks[name]
    yield f"{name} ({_kind(remark)}, {_status(remark)})"
    for label in ("title", "date", "text", "lead", "consider", "watch", "about"):
        if value := getattr(remark, label, None):
            shown = (
                in_language(value, lang)
                if isinstance(value, dict)
                else value
                if isinstance(value, str)
                else ", ".join(value)
            )
            yield f"  {label}: {shown}"
    if remark.note:
        yield f"  note: {remark.note}"


def bonds(instrument: Instrument, bound: Iterable[Bound], lang: str) -> Iterator[str]:
    """Who is bound by an instrument, since when, and by which act."""
    for bond in bound:
        claim = f"{span(bond, instrument.as_at)} ({_status(bond)}{read_in(bond)})"
        yield f"  binds {in_language(bond.party, lang)}, {claim}: {in_language(bond.act, lang)}"


def _beside(law: Law, name: str, lang: str) -> Iterator[str]:
    """Pitfalls, precedents and other remarks on a provision or an element, and how it stands to others."""
    for remark in law.remarks_on(name, Remark):
        title = f"{in_language(remark.title, lang)}: " if isinstance(remark, Precedent) else ""
        yield f"  {_kind(remark)} {remark.id} ({_status(remark)}): {title}{in_language(remark.text, lang)}"
    for relation in law.relations_of(name):
        confirm = "; a lawyer must confirm it" if relation.confirm else ""
        reason = in_language(relation.reason, lang)
        yield f"  {relation.extent.value} {relation.second} ({relation.author}, {_status(relation)}{confirm}): {reason}"


def _kind(remark: Remark) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", " ", type(remark).__name__).lower()


def _status(claim: Claim) -> str:
    return f"{claim.status.value}, secondary source" if claim.secondary else claim.status.value


def read_in(claim: Claim) -> str:
    """By their codes, the sources in which something was read."""
    return f"; read in {', '.join(claim.source)}" if claim.source else ""


def span(dated: Dated | Edition, as_at: str) -> str:
    """From when to when; what has no end was only looked at up to a day."""
    return f"from {dated.since or 'the beginning'} " + (f"to {dated.until}" if dated.until else f"on (as at {as_at})")


def years(sanction: Sanction) -> str:
    years = "–".join(str(n) for n in (sanction.min_years, sanction.max_years) if n is not None)
    found = [f"{years} years of deprivation of liberty"] if years else []
    return " or ".join([*found, *(["life"] if sanction.life else [])]) or "not verified"
