"""What follows when a key of a case is left out: by default a placeholder and an open point; here are the exceptions.

A table has kinds of keys (see `case_fields.Place`), each with its reason. A kind stands for all below it; `*.` for
any beginning. No table but `NOT_THE_NAME` may let a date or a name go: their absence always shows.
"""

from tests.end_to_end.case_fields import Place

# Keys that the model lets out, but without which what stands beside them is wrong.
REFUSED = {
    "charges.person": "a charge names one accused",
    "charges.unit": "a charge names one accused",
    "charges.unknown": "a charge names one accused",
    "mappings.fact": "a mapping names one item",
    "mappings.evidence": "a mapping names one item",
    "mappings.read_by.element": "the charge that reads has no element of this name",
    "answers.evidence": "a question about items is answered of one",
    "answers.charge": "a question about charges is answered of one",
    "*.locator.value": "a place in an item that is not the whole item",
    "evidence.files.derived_from": "a copy, redaction, translation or transcript says of what",
}
# Names that stand beside the name of an entry. A declined form is printed only where a sentence needs that grammatical
# case; nobody can see from a case that a place has yet another spelling.
NOT_THE_NAME = {
    "identities.names.forms": "declined by rule, or a grammatical case that no sentence of these documents needs",
    "postings.title_forms": "declined by rule, or a grammatical case that no sentence of these documents needs",
    "identities.names.script": "tells how a name was read",
    "units.aliases": "another name of a unit that has one",
    "places.aliases": "another spelling of a name that is there",
    "identities.family": "the vault is never printed as a whole",
}
# Keys that documents print where they are; not every entry has them, and their absence is no hole.
MAY_BE_LEFT_OUT = {
    "*.note": "a remark",
    "*.speaker": "an item may speak for itself",
    "*.date_basis": "a date may need no explanation",
    "places.part_of": "a place need not lie in another place of the case",
    "persons.roles.incidents": "a role may hold for the whole case",
    "persons.roles.proceeding": "a role may be had in no proceeding",
    "persons.protected_person_basis": "not every person is protected",
    "persons.consent.form": "a consent may be of no known form",
    "persons.consent.limits": "a consent need not be limited",
    "units.side": "the name of a unit tells its side",
    "postings.unit": "a post may be in a body alone",
    "postings.duties": "a post may be held without known duties",
    "postings.rank": "not every post has a rank",
    "sources.repeats": "a source may speak for itself",
    "sources.connection": "a source may have no connection",
    "evidence.subtype": "the kind of an item may say enough",
    "evidence.release_permissions.allows": "a permission that does not limit itself holds for the whole item",
    "evidence.release_permissions.extent": "a permission may hold for the whole item",
    "evidence.ern": "the Court registers what it has received, and nothing before",
    "evidence.procedural_action.number": "a record may have no number",
    "evidence.persons": "an item may show nobody",
    "evidence.custody.purpose": "a step of custody may explain itself",
    "evidence.custody.received_from": "a step of custody may be no handover",
    "evidence.custody.handed_to": "a step of custody may be no handover",
    "evidence.custody.seal": "an item may be unsealed",
    "evidence.custody.place": "a step of custody may be taken anywhere",
    "evidence.custody.condition": "a step of custody may find nothing to remark",
    "evidence.custody.record": "a step of custody may have no paper of its own",
    "evidence.captures.conversions": "a capture may change nothing",
    "evidence.captures.archive_urls": "a capture may be archived nowhere else",
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
    "proceedings.groups.number": "a resolution may have no number",
    "proceedings.groups.by": "a resolution may be told by its day",
    "proceedings.entrusted.number": "a resolution may have no number",
    "proceedings.entrusted.to": "the body that conducts the proceeding",
    "proceedings.damage.amount": "harm may have no amount",
    "proceedings.stage": "a proceeding may be told by its number and outcome",
    "proceedings.provisions": "provisions stand with the charges",
    "proceedings.persons": "persons stand with the charges",
    "charges.with_group": "an act may be done alone",
    "charges.acted_with": "an act may be done alone",
    "charges.orders": "an act may be ordered by nobody",
    "charges.alternative_to": "a charge may stand alone",
    "quantities.conflicts_with": "numbers may agree",
    "quantities.caution": "a number may need no caution",
    "mappings.answer": "a contradiction may stand open",
    "mappings.limbs": "an item may bear on an element as a whole",
    "mappings.corroborates": "an item may corroborate nothing",
    "answers.facts": "an answer may rest on what the case does not hold",
    "open_questions.about": "a question may concern the case as a whole",
    "considered.facts": "a provision may be considered without facts",
}
# Keys that documents print of some entries only.
PRINTED_OF_SOME = {
    "documents.id": "the kind of a document is printed in its own words",
    "documents.lang": "tells what is built",
    "documents.profile": "tells what is built",
    "documents.person": "whom a document is about, where there are several",
    "facts.persons": "chooses where a fact is told, if it is told at all",
    "facts.units": "chooses where a fact is told, if it is told at all",
    "quantities.incidents": "chooses where a number is told, if it is told at all",
    "proceedings.verdict": "tells `portfolio` which decisions are convictions; the outcome is printed",
    "proceedings.incidents": "sets a proceeding beside the charges whose incidents it concerns",
    "leads.elements": "what a lead may show, of leads that show one",
    "leads.incidents": "what a lead concerns, one of several",
    "leads.persons": "what a lead concerns, one of several",
    "leads.units": "what a lead concerns, one of several",
    "leads.shows": "what it is expected to show, beside what it concerns",
    "evidence.files.depicts": "what is seen in a picture, beside what facts allege of it",
    "charges.proceeding": "of charges in a proceeding; a communication is filed outside of any",
}
# Keys that no document prints.
UNPRINTED = {
    "identities.birth_place": "printed in the genitive, which is a key of its own",
    "identities.documents": "the vault is never printed as a whole",
    "identities.contacts": "the vault is never printed as a whole",
}
_NAMES = ("name", "title", "label", "conventional_number", "authority", "author", "publisher", "addressee")


def is_date_or_name(place: Place) -> bool:
    """Whether the key holds a date, or the words by which documents call somebody or something."""
    is_name = place.path[-1] in _NAMES or place.kind.startswith("identities.names")
    return (place.is_date or is_name) and not is_in(NOT_THE_NAME, place)


def is_in(table: dict[str, str], place: Place) -> bool:
    return any(_covers(kind, place.kind) for kind in table)


def _covers(kind: str, other: str) -> bool:
    if kind.startswith("*"):
        return f".{other}".endswith(kind[1:])
    return other == kind or other.startswith(f"{kind}.")
