"""The one place that decides whether wording of the law may be printed. No document prints law without asking here."""

from dataclasses import dataclass
from datetime import date

from referral.law.force import Force, force_on
from referral.law.library import Law
from referral.law.model import Bound, Claim, Element, ProvisionText, Status, Translation


@dataclass(frozen=True)
class Wording:
    """What may be printed. `text` None: print the number only. `needs_check`: it joins the open points."""

    text: str | None
    status: Status
    needs_check: bool
    note: str = ""
    is_own_translation: bool = False


def provision_wording(law: Law, provision_id: str, day: date, lang: str) -> Wording:
    """The wording in force on a day; none where it is not known whether it was in force."""
    if force_on(law, provision_id, day) is Force.NOT_KNOWN:
        return Wording(None, Status.UNCERTAIN, True)
    return _of_edition(law, provision_id, law.text_on(provision_id, day, lang), lang)


def wording_days(law: Law, provision_id: str, first: date | None, last: date | None, lang: str) -> tuple[date, ...]:
    """Of each wording that held in a period its first day there; more than one means that the wording changed."""
    days: list[date] = []
    for edition in law.editions_between(provision_id, first, last):
        day = max(filter(None, (edition.since, first)), default=edition.until or last or date.max)
        if not days or law.text_on(provision_id, day, lang) is not law.text_on(provision_id, days[-1], lang):
            days.append(day)
    return tuple(days)


def title_wording(law: Law, provision_id: str, day: date, lang: str) -> Wording:
    """The official title on a day, or the short name where the library has no dated title."""
    provision = law.provision(provision_id)
    if not provision.titles and lang in provision.title:
        return _judged(provision, provision.title[lang], lang not in law.instrument_of(provision_id).authentic)
    return _of_edition(law, provision_id, law.title_on(provision_id, day, lang), lang)


def element_wording(element: Element, lang: str) -> Wording:
    """The wording of an element, or in other languages our own label, marked as such."""
    own = lang not in element.text
    return _judged(element, element.label.get(lang) if own else element.text[lang], own)


def bound_wording(bound: Bound, lang: str) -> Wording:
    """The act by which a State is bound."""
    return _judged(bound, bound.act.get(lang), False)


def _of_edition(law: Law, provision_id: str, edition: ProvisionText | None, lang: str) -> Wording:
    if edition is None:
        unread = law.instrument_of(provision_id).unread.get(lang, "")
        return Wording(None, Status.UNCERTAIN, True, unread)
    return _judged(edition, edition.text, edition.translation is Translation.OWN)


def _judged(claim: Claim, text: str | None, is_own_translation: bool) -> Wording:
    """Uncertain wording is never printed; known wording is, and a person must compare it with the official text."""
    shown = None if claim.status is Status.UNCERTAIN else text
    needs_check = shown is None or claim.status is Status.KNOWN
    return Wording(shown, claim.status, needs_check, claim.note or "", is_own_translation and shown is not None)
