"""One entry of the law library in full or on a day, and two editions side by side: lines for the terminal."""

import difflib
from collections.abc import Iterable, Iterator
from datetime import date

from referral.app.law_lines import NOT_VERIFIED, read_in, span, with_sources, years
from referral.app.law_manual import bonds, elements_of, explain_entry, explain_provision
from referral.errors import UsageError
from referral.law import Force, Law, Wording, first_bound, force_on, in_language, provision_wording, title_wording
from referral.law.model import Instrument, ProvisionText


def show_entry(law: Law, name: str, on: date | None, lang: str | None) -> Iterator[str] | None:
    """Whatever the library has under an id, None if nothing; with a day only what has days, or UsageError."""
    if name in law.provisions:
        return show_provision(law, name, on, lang)
    if on is None:
        return explain_entry(law, name, lang or "")
    if name in law.elements:
        return _element_on(law, name, on, lang or "")
    if name in law.instruments:
        return _instrument_on(law.instruments[name], on, lang or "")
    if explain_entry(law, name, ""):
        raise UsageError(f"{name} has no editions, so that it is the same on every day; leave out --on")
    return None


def show_provision(law: Law, provision_id: str, on: date | None, lang: str | None) -> Iterator[str]:
    """Everything known of a provision, or with a day only what governs on it."""
    instrument = law.instrument_of(provision_id)
    code = lang or instrument.authentic[0]
    if on is None:
        yield from explain_provision(law, provision_id, code)
        return
    cited = law.cite(provision_id, code if code in instrument.citation else next(iter(instrument.citation)))
    yield f"{provision_id}: {cited}, on {on.isoformat()}"
    lines = [*_governing(law, provision_id, on, code)]
    if force_on(law, provision_id, on) is Force.IN_FORCE:
        lines += elements_of(law.provision(provision_id), code)
    if law.in_force_on(provision_id, on):
        lines += _bonds_on(instrument, on, code)
    yield from with_sources(law, provision_id, lines)


def _governing(law: Law, provision_id: str, on: date, lang: str) -> Iterator[str]:
    force = force_on(law, provision_id, on)
    if force is not Force.IN_FORCE:
        yield _not_governing(law.instrument_of(provision_id), force)
        return
    yield from _undated(law.instrument_of(provision_id))
    for edition in law.editions_between(provision_id, on, on):
        yield f"  edition {span(edition, law.provision(provision_id).as_at)}"
    title, wording = title_wording(law, provision_id, on, lang), provision_wording(law, provision_id, on, lang)
    yield f"  title ({_known(title, law.title_on(provision_id, on, lang))}): {title.text or 'not verified'}"
    yield f"  wording ({_known(wording, law.text_on(provision_id, on, lang))}): {wording.text or NOT_VERIFIED}"
    if sanction := law.sanction_on(provision_id, on):
        yield f"  sanction ({sanction.status.value}{read_in(sanction)}): {years(sanction)}"
    for note in (title.note, wording.note):
        if note:
            yield f"  note: {note}"


def _not_governing(instrument: Instrument, force: Force) -> str:
    if force is Force.NOT_IN_FORCE:
        return "  not in force on that day"
    bound = first_bound(instrument)
    known = f"; the first day on which it certainly bound a State is {bound}" if bound else ""
    adopted = f"; adopted on {instrument.adopted}" if instrument.adopted else ""
    return f"  not known whether it was in force on that day{adopted}{known}"


def _undated(instrument: Instrument) -> Iterator[str]:
    """A word of care where the library has the day of adoption only."""
    if instrument.in_force is None and instrument.adopted and not instrument.bound:
        yield f"  the day of its entry into force is not in the library; adopted on {instrument.adopted}"


def _element_on(law: Law, name: str, on: date, lang: str) -> Iterator[str]:
    """An element is what it is as long as its provision is in force."""
    provision = law.provision_of(name)
    yield f"{name}, on {on.isoformat()}"
    yield f"  {provision.id}: {force_on(law, provision.id, on).value} on that day"
    yield from explain_entry(law, name, lang) or ()


def _instrument_on(instrument: Instrument, on: date, lang: str) -> Iterator[str]:
    yield f"{instrument.id}: {in_language(instrument.title, lang)}, on {on.isoformat()}"
    begin = instrument.in_force or instrument.adopted
    if begin and on < begin:
        yield f"  {'in force' if instrument.in_force else 'adopted'} only on {begin}"
        return
    yield from _undated(instrument)
    yield from _bonds_on(instrument, on, lang)


def _known(wording: Wording, edition: ProvisionText | None) -> str:
    return wording.status.value + (read_in(edition) if wording.text and edition else "")


def _bonds_on(instrument: Instrument, on: date, lang: str) -> Iterator[str]:
    if instrument.bound:
        found = list(bonds((bond for bond in instrument.bound if bond.covers(on)), lang))
        yield from found or ("  nobody is recorded as bound on that day",)


def diff_editions(law: Law, provision_id: str, first: date, second: date, lang: str | None) -> Iterator[str]:
    """What changed between two days, line by line; where a wording is not known, nothing is claimed of it."""
    code = lang or law.instrument_of(provision_id).authentic[0]
    earlier, later = (_lines(_governing(law, provision_id, day, code)) for day in (first, second))
    yield f"{provision_id}: {first.isoformat()} and {second.isoformat()}"
    if earlier == later:
        yield _same(law, provision_id, first)
        return
    changed = (f"  {line}" for line in difflib.ndiff(earlier, later) if not line.startswith("?"))
    yield from with_sources(law, provision_id, changed)


def _same(law: Law, provision_id: str, day: date) -> str:
    force = force_on(law, provision_id, day)
    if force is Force.NOT_KNOWN:
        return "  not known whether it was in force on either day"
    return "  the same edition on both days" if force is Force.IN_FORCE else "  not in force on either day"


def _lines(texts: Iterable[str]) -> list[str]:
    """A line for each paragraph."""
    return "\n".join(text.strip() for text in texts).splitlines()
