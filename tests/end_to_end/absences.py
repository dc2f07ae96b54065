"""What follows when a key of a case is left out: by default a placeholder and an open point; here are the exceptions.

A table has kinds of keys (see `case_fields.Place`), each with its reason. A kind stands for all below it; `*.` for
any beginning.
"""

from tests.end_to_end.case_fields import Place

# Keys that the model lets out, but without which what stands beside them is wrong.
REFUSED = {
    "charges.person": "a charge names one accused",
    "charges.unit": "a charge names one accused",
    "charges.unknown": "a charge names one accused",
    "mappings.fact": "a mapping names one item",
    "mappings.evidence": "a mapping names one item",
    "*.locator.value": "a place in an item that is not the whole item",
    "evidence.files.derived_from": "a copy, redaction, translation or transcript says of what",
}
# Keys that documents print where they are; not every entry has them, and their absence is no hole.
MAY_BE_LEFT_OUT = {
    "*.note": "a remark",
    "*.speaker": "an item may speak for itself",
    "*.date_basis": "a date may need no explanation",
    "places.part_of": "a place need not lie in another place of the case",
    "places.aliases": "a place may have one name",
    "persons.label": "the code stands for the person",
    "persons.roles": "a role may hold for the whole case",
    "persons.citizenships.since": "a citizenship may be old",
    "persons.protected_person_basis": "not every person is protected",
    "persons.consent": "a consent need not be limited, nor of a known form",
    "units.conventional_number": "a unit may have a name alone",
    "units.aliases": "a unit may have one name",
    "units.side": "the name of a unit tells its side",
    "postings.unit": "a post may be in a body alone",
    "postings.duties": "a post may be held without known duties",
    "postings.rank": "not every post has a rank",
    "sources.repeats": "a source may speak for itself",
    "sources.connection": "a source may have no connection",
    "evidence.subtype": "the kind of an item may say enough",
    "evidence.procedural_action.number": "a record may have no number",
    "evidence.persons": "an item may show nobody",
    "evidence.custody.purpose": "a step of custody may explain itself",
    "evidence.custody.received_from": "a step of custody may be no handover",
    "evidence.custody.handed_to": "a step of custody may be no handover",
    "evidence.custody.seal": "an item may be unsealed",
    "evidence.captures.archive_urls": "a capture may be archived nowhere else",
    "evidence.received": "the day on which an item was made dates it",
    "evidence.translation_of": "not every item is made of another",
    "evidence.transcript_of": "not every item is made of another",
    "evidence.excerpt_of": "not every item is made of another",
    "evidence.account.prior_accounts": "an account may be the first",
    "corrections.provisions": "a correction may concern no single provision",
    "incidents.units": "an incident may involve no unit",
    "incidents.part_of": "an incident may stand alone",
    "incidents.victims_count": "the victims may be named one by one",
    "facts.places": "a fact may have no place",
    "facts.incidents": "a fact may belong to no incident",
    "facts.contradicts": "facts may agree",
    "proceedings.stage": "a proceeding may be told by its number and outcome",
    "proceedings.decided_on": "a proceeding may be undecided",
    "proceedings.outcome": "a proceeding may be undecided",
    "postings.end": "it may last",
    "units.end": "it may last",
    "occupation.end": "it may last",
    "charges.with_group": "an act may be done alone",
    "charges.alternative_to": "a charge may stand alone",
    "quantities.conflicts_with": "numbers may agree",
    "quantities.caution": "a number may need no caution",
    "mappings.answer": "a contradiction may stand open",
    "mappings.corroborates": "an item may corroborate nothing",
    "considered.facts": "a provision may be considered without facts",
}
# Keys that documents print of some entries only.
PRINTED_OF_SOME = {
    "documents": "place and addressee of some kinds; the suspect, where there are several",
    "proceedings.opened_on": "of real proceedings, in the communication",
    "proceedings.authority": "of real proceedings, because invented ones are told by title and number",
    "postings.title_forms.gen": "of suspects; in quotation marks the title may stand as it is",
    "postings.title_forms.ins": "of the prosecutor who agrees to a notice",
    "identities.names.forms.ins": "of the prosecutor who agrees to a notice",
    "facts.persons": "chooses where a fact is told, if it is told at all",
    "facts.units": "chooses where a fact is told, if it is told at all",
    "charges.proceeding": "of charges in a proceeding; a communication is filed outside of any",
}
# Keys that no document prints.
UNPRINTED = {
    "proceedings.provisions": "provisions stand with the charges",
    "proceedings.persons": "persons stand with the charges",
    "proceedings.note": "no template prints it yet",
    "proceedings.competence": "no template prints it yet",
    "postings.title_forms": "no sentence needs these cases yet",
    "quantities.incidents": "chooses where a number is told",
    "identities.names.forms.gen": "no sentence needs this case yet",
    "identities.names.forms.acc": "no sentence needs this case yet",
    "identities.names.script": "tells how a name was read",
    "identities.birth_place": "printed in the genitive, which is a key of its own",
    "identities.documents": "the vault is never printed as a whole",
    "identities.contacts": "the vault is never printed as a whole",
    "identities.family": "the vault is never printed as a whole",
}


def is_in(table: dict[str, str], place: Place) -> bool:
    return any(_covers(kind, place.kind) for kind in table)


def _covers(kind: str, other: str) -> bool:
    if kind.startswith("*"):
        return f".{other}".endswith(kind[1:])
    return other == kind or other.startswith(f"{kind}.")
