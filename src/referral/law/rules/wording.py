"""Rules on how well wording is known and in which language it stands. Each docstring is the manual of its rule."""

from collections.abc import Iterator

from referral.diagnostics import Diagnostic, error
from referral.law.files import Loaded
from referral.law.model import OWN, Breakdown, Claim, Element, MeansOfProof, ProvisionText, Sanction, Status


def uncertain_wording(loaded: Loaded) -> Iterator[Diagnostic]:
    """Uncertain wording is not kept, so that it can never be printed: an uncertain edition has `text: null`."""
    for file in loaded.files:
        for loc, claim in file.claims():
            key = _says_something(claim)
            if claim.status is Status.UNCERTAIN and key:
                message = "wording that is uncertain is never printed; write null, and what you know as a note"
                yield error(file.at(*loc, key), "uncertain-wording", message)


def missing_wording(loaded: Loaded) -> Iterator[Diagnostic]:
    """An edition without wording is uncertain: nothing is verified or known about words that are not there."""
    for file in loaded.files:
        for loc, edition in file.texts():
            if edition.text is None and edition.status is not Status.UNCERTAIN:
                message = f"this edition has no wording, so its status cannot be {edition.status}; write uncertain"
                yield error(file.at_key(*loc), "missing-wording", message)


def verified_secondary(loaded: Loaded) -> Iterator[Diagnostic]:
    """What was read in a secondary source only is known, not verified."""
    for file in loaded.everything:
        for loc, claim in file.claims():
            if claim.secondary and claim.status is Status.VERIFIED:
                message = "read in a secondary source only, so the status is known"
                yield error(file.at_key(*loc), "verified-secondary", message)


def working_law(loaded: Loaded) -> Iterator[Diagnostic]:
    """`working` marks our own breakdown into elements and our own words on proof; no law may bear it."""
    for file in loaded.files:
        for loc, claim in file.claims():
            is_own = isinstance(claim, Breakdown | Element) and claim.authority == OWN
            if claim.status is Status.WORKING and not is_own and not isinstance(claim, MeansOfProof):
                message = "working is a status of our own breakdowns only; law is verified, known or uncertain"
                yield error(file.at_key(*loc), "working-law", message)


def unmarked_translation(loaded: Loaded) -> Iterator[Diagnostic]:
    """Wording in a language in which the instrument is not authentic says whose translation it is."""
    for file in loaded.files:
        for loc, edition in file.texts():
            if edition.text and edition.lang not in file.instrument.authentic and edition.translation is None:
                message = f'the instrument is not authentic in "{edition.lang}"; say translation: own or published'
                yield error(file.at(*loc, "lang"), "unmarked-translation", message)


def missing_act(loaded: Loaded) -> Iterator[Diagnostic]:
    """A State is bound by an act, which is named in every language of the file, unless it is not certain."""
    for file in loaded.files:
        for n, bond in enumerate(file.instrument.bound):
            missing = [lang for lang in file.spoken if lang in file.instrument.citation and lang not in bond.act]
            if bond.status is not Status.UNCERTAIN and missing:
                message = f"the act by which {bond.state} is bound is missing in: {', '.join(missing)}"
                yield error(file.at_key("instrument", "bound", n), "missing-act", message)


def missing_figures(loaded: Loaded) -> Iterator[Diagnostic]:
    """A sanction that is verified or known gives its years."""
    for file in loaded.files:
        for loc, claim in file.claims():
            if isinstance(claim, Sanction) and claim.status is not Status.UNCERTAIN and not _says_something(claim):
                yield error(
                    file.at_key(*loc), "missing-figures", "this sanction gives no years; write uncertain, or them"
                )


def missing_title(loaded: Loaded) -> Iterator[Diagnostic]:
    """A provision has a short name or an official title: lists and reports need it."""
    for file in loaded.files:
        for loc, provision in file.provisions():
            if not provision.title and not provision.titles:
                yield error(file.at(*loc, "id"), "missing-title", f"{provision.id} has neither title nor titles")


def _says_something(claim: Claim) -> str | None:
    """The key under which a claim has wording, or a figure, of the law."""
    if isinstance(claim, ProvisionText | Element):
        return "text" if claim.text else None
    if isinstance(claim, Sanction):
        given = (key for key in ("min_years", "max_years", "life") if getattr(claim, key))
        return next(given, None)
    return None
