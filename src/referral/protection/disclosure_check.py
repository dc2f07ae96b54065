"""What was handed over already, against what may be handed over today; and who was heard again and again.

`disclosed-below-level`: an item went out as less confidential than it is now, or to whom its level does not allow.
`disclosed-without-permission`: an item under secrecy of the proceedings went out before anybody permitted it.
`disclosed-without-consent`: an item went to somebody to whose use of it a person who speaks in it has not agreed.
`disclosed-before-withdrawal`: a person has taken consent back since; who received what was told must hear of it.
`heard-by-several`: one person gave accounts to several; they may differ, and who is asked again is harmed again.
"""

from collections import defaultdict
from collections.abc import Iterator

from referral.case.load import LoadedCase
from referral.case.model import DisclosureRecord, EvidenceItem
from referral.diagnostics import Diagnostic, Position, warning
from referral.edtf import certainly_before
from referral.protection.consent import unasked
from referral.protection.profiles import PROFILES, Profile, higher
from referral.protection.secrecy import lets_out


def check_disclosures(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """Every finding about what was handed over, and about accounts. Profiles that do not exist are skipped."""
    for index, record in loaded.entries("disclosures"):
        if record.profile in PROFILES and not record.is_withdrawn:
            yield from _of_record(loaded, record, loaded.where("disclosures", index, "items"))
    yield from persons_are_heard_once(loaded)


def _of_record(loaded: LoadedCase, record: DisclosureRecord, at: Position) -> Iterator[Diagnostic]:
    profile = PROFILES[record.profile]
    items = [item for _, item in loaded.entries("evidence") if item.id in record.items]
    for item in items:
        yield from level_is_kept(item, record, profile, at)
        yield from permission_came_first(item, record, profile, at)
    yield from consent_holds(loaded, record, profile, at)


def level_is_kept(item: EvidenceItem, record: DisclosureRecord, profile: Profile, at: Position) -> Iterator[Diagnostic]:
    """`disclosed-below-level`"""
    level = item.confidentiality
    if higher(level) > higher(record.level) or not profile.may_see(level):
        message = (
            f"{item.id} is “{level.value}”; by {record.id} it went to “{profile.name}” as “{record.level.value}” on "
            f"{record.on}"
        )
        hint = "ask for it back, or write into the note of the record why it may stay there"
        yield warning(at, "disclosed-below-level", message, hint)


def permission_came_first(
    item: EvidenceItem, record: DisclosureRecord, profile: Profile, at: Position
) -> Iterator[Diagnostic]:
    """`disclosed-without-permission`"""
    own = [p.given_on for p in item.release_permissions if profile.name in p.recipients and lets_out(p)]
    if not (profile.is_outside and item.needs_release_permission):
        return
    if all(certainly_before(record.on, given) for given in own):
        message = f"{item.id} may not leave the proceedings without permission, and went to “{profile.name}” without it"
        yield warning(
            at, "disclosed-without-permission", f"{message} on {record.on}", "tell who directs the proceedings"
        )


def consent_holds(loaded: LoadedCase, record: DisclosureRecord, profile: Profile, at: Position) -> Iterator[Diagnostic]:
    """`disclosed-without-consent`, `disclosed-before-withdrawal`"""
    persons = {person.id: person for _, person in loaded.entries("persons")}
    lacking = unasked(loaded.case, profile.use)
    for code in (code for code in record.items if code in lacking):
        for person in dict.fromkeys(lacking[code]):
            consent = persons[person].consent
            if consent and consent.withdrawn_on:
                message = f"{person} took consent back on {consent.withdrawn_on}; {code} went to “{profile.name}” on"
                hint = f"tell the recipient of {record.id}, and ask what was done with it"
                yield warning(at, "disclosed-before-withdrawal", f"{message} {record.on}", hint)
            else:
                message = f"{person} speaks or is shown in {code} and has not agreed that “{profile.name}” gets it"
                yield warning(at, "disclosed-without-consent", message, "ask, and record the answer")


def persons_are_heard_once(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`heard-by-several`"""
    heard: dict[str, list[str]] = defaultdict(list)
    for _, item in loaded.entries("evidence"):
        if item.account and item.account.taken_by:
            heard[item.account.person].append(item.account.taken_by)
    for index, person in loaded.entries("persons"):
        elsewhere = (next(iter(account.to.by_lang.values())) for account in person.accounts_elsewhere)
        bodies = list(dict.fromkeys((*heard[person.id], *elsewhere)))
        if len(bodies) > 1:
            message = f"{person.id} was heard by {', '.join(bodies)}; compare what was told before it is filed"
            at = loaded.where("persons", index)
            yield warning(at, "heard-by-several", message, "let nobody else ask without need")
