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
    "evidence.files.derived_from": "an original is derived from nothing",
    "corrections.provisions": "a correction may concern no single provision",
    "incidents.units": "an incident may involve no unit",
    "incidents.part_of": "an incident may stand alone",
    "incidents.victims_count": "the victims may be named one by one",
    "facts.places": "a fact may have no place",
    "facts.incidents": "a fact may belong to no incident",
    "facts.contradicts": "facts may agree",
    "quantities.conflicts_with": "numbers may agree",
    "quantities.caution": "a number may need no caution",
    "mappings.answer": "a contradiction may stand open",
    "mappings.corroborates": "an item may corroborate nothing",
    "considered.facts": "a provision may be considered without facts",
}
# Keys that documents do not print, or not of every entry.
UNPRINTED = {
    "proceedings.authority": "of an invented proceeding",
    "proceedings.provisions": "a proceeding is told by title and number; provisions stand with the charges",
    "proceedings.persons": "persons stand with the charges",
    "postings.title_forms": "only the instrumental case of a prosecutor's post is needed",
    "facts.persons": "chooses where a fact is told",
    "facts.units": "chooses where a fact is told",
    "identities.names.forms.gen": "no sentence needs this case yet",
    "identities.names.forms.acc": "no sentence needs this case yet",
    "identities.names.forms.ins": "only of the prosecutor who agrees to a notice",
}


def is_in(table: dict[str, str], place: Place) -> bool:
    return any(_covers(kind, place.kind) for kind in table)


def _covers(kind: str, other: str) -> bool:
    if kind.startswith("*"):
        return f".{other}".endswith(kind[1:])
    return other == kind or other.startswith(f"{kind}.")
