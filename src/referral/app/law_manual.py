"""The manual of the law: what is known of an instrument, a provision, an element, as lines of text."""

from collections.abc import Iterable, Iterator

from referral.app.law_beside import beside, entries_beside, explain_beside
from referral.app.law_lines import NOT_VERIFIED, known, read_in, span, status, with_sources, years
from referral.law import Law, element_wording, in_language
from referral.law.model import OWN, Bound, Element, Instrument, Limb, Provision, ProvisionKind


def explain_entry(law: Law, name: str, lang: str) -> Iterator[str] | None:
    """Whatever the library has under an id; None if it has nothing."""
    if name in law.elements:
        return explain_element(law, name, lang)
    if name in law.provisions:
        return explain_provision(law, name, lang)
    if name in law.instruments:
        return explain_instrument(law, name, lang)
    entry = entries_beside(law).get(name)
    return with_sources(law, name, explain_beside(law, name, entry, lang)) if entry else None


def explain_element(law: Law, element_id: str, lang: str) -> Iterator[str]:
    """One element with its wording, its authority and status, what proves it, its pitfalls, and its crosswalk."""
    yield from with_sources(law, element_id, _element(law, law.element(element_id), lang))
    yield from beside(law, element_id, lang)


def _element(law: Law, element: Element, lang: str) -> Iterator[str]:
    provision = law.provision_of(element.id)
    wording = element_wording(element, lang)
    yield f"{element.id} ({', '.join(k.value for k in element.kinds)}), element {element.number} of {provision.id}"
    for code, text in element.text.items():
        yield f"  [{code}] {text}"
    if wording.text and wording.is_own_translation:
        yield f"  [{lang}, our own words] {wording.text}"
    yield f"  status: {known(element)}; {_authority(element.authority)}"
    for choice in element.choices:
        yield f"  one of {choice.id}: {'; '.join(_limb(limb, lang) for limb in choice.limbs)}"
    if element.per_accused:
        yield "  must be shown for each accused anew"
    for note in element.mental_note.values():
        yield f"  mental element: {note}"
    yield from _notes(law, element)
    for means in element.means_of_proof:
        proof = law.means_of_proof[means]
        yield f"  proof ({proof.standing.value}): {in_language(proof.text, lang)}"


def _limb(limb: Limb, lang: str) -> str:
    """An alternative by its id, in our own words, and as the wording of the element has it."""
    quoted = f": “{in_language(limb.words, lang)}”" if limb.words else ""
    return f"{limb.id} ({in_language(limb.label, lang)}{quoted})"


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
    yield from beside(law, provision_id, lang)


def _provision(law: Law, provision_id: str, lang: str) -> Iterator[str]:
    provision = law.provision(provision_id)
    instrument = law.instrument_of(provision_id)
    cited = law.cite(provision_id, lang if lang in instrument.citation else next(iter(instrument.citation)))
    yield f"{provision_id}: {cited}"
    yield f"  {provision.kind.value}; {known(provision)}"
    for title in provision.title.values():
        yield f"  {title}"
    yield from _editions(law, provision)
    yield from elements_of(provision, lang)
    yield from _forms(law, provision)
    for breach in provision.breaches:
        when = f" ({in_language(breach.when, lang)})" if breach.when else ""
        yield f"  usually named with it: {breach.provision}{when}"
    yield from _of_instrument(instrument, lang)
    for note in filter(None, (provision.note, *provision.notes)):
        yield f"  note (not law): {note}"


def _forms(law: Law, provision: Provision) -> Iterator[str]:
    if provision.any_of:
        forms = (p.id for p in law.children(provision.id) if p.kind is ProvisionKind.OFFENCE)
        yield f"  one of its forms suffices: {', '.join(forms)}"
    if provision.needs_one_of:
        yield f"  charged only beside one of: {', '.join(provision.needs_one_of)}"


def _editions(law: Law, provision: Provision) -> Iterator[str]:
    """Titles, wordings and sanctions by edition; a mere subdivision has that of the whole."""
    home = law.home_of_text(provision.id)
    if home is not provision:
        yield f"  the wording is that of {home.id}, whose number it bears:"
    for edition in (*provision.titles, *home.texts):
        claim = f"{edition.lang}, {span(edition, edition.as_at)}, {status(edition)}{read_in(edition)}"
        yield f"  [{claim}] {edition.text or NOT_VERIFIED}"
        if edition.note:
            yield f"    {edition.note}"
    for sanction in provision.sanctions:
        claim = f"{span(sanction, sanction.as_at)}, {status(sanction)}{read_in(sanction)}"
        yield f"  sanction ({claim}): {years(sanction)}"


def elements_of(provision: Provision, lang: str) -> Iterator[str]:
    if provision.breakdown:
        of = provision.breakdown
        yield f"  elements: {known(of)}; {_authority(of.authority)}"
    for element in provision.elements:
        yield f"  {element.id}: {element_wording(element, lang).text or in_language(element.text, lang)}"


def explain_instrument(law: Law, name: str, lang: str) -> Iterator[str]:
    """The head of a law file: what the instrument is, whom it binds, and how many provisions the library has of it."""
    yield from with_sources(law, name, _instrument(law, law.instruments[name], lang))
    yield from beside(law, name, lang)


def _instrument(law: Law, instrument: Instrument, lang: str) -> Iterator[str]:
    yield f"{instrument.id}: {in_language(instrument.title, lang)}"
    yield f"  {instrument.kind}; {known(instrument)}"
    yield f"  adopted {instrument.adopted or 'not recorded'}; in force since {instrument.in_force or 'not recorded'}"
    for authority in instrument.authorities:
        yield f"  authority {authority.id}: {in_language(authority.title, lang)} ({known(authority)})"
    yield from _of_instrument(instrument, lang)
    for note in filter(None, (instrument.note, *instrument.notes)):
        yield f"  note (not law): {note}"
    own = sum(law.instrument_of(provision) is instrument for provision in law.provisions)
    yield f"  provisions in the library: {own}"


def _of_instrument(instrument: Instrument, lang: str) -> Iterator[str]:
    """Where its official text is, and whom it binds."""
    for code, address in instrument.official_address.items():
        yield f"  official text [{code}]: {address}"
    yield from bonds(instrument.bound, lang)


def bonds(bound: Iterable[Bound], lang: str) -> Iterator[str]:
    """Who is bound by an instrument, since when, and by which act."""
    for bond in bound:
        claim = f"{span(bond, bond.as_at)} ({status(bond)}{read_in(bond)})"
        yield f"  binds {in_language(bond.party, lang)}, {claim}: {in_language(bond.act, lang)}"
