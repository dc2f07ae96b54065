"""Words of which invented cases are made."""

DEEDS = (
    "armed men took {count} residents from {where} to an assembly point",
    "call-up papers were handed to {count} residents at {where}",
    "{count} residents were held at {where} until they signed a form",
    "{count} residents were told at {where} that they would be sent to the front",
    "the homes of {count} residents near {where} were searched",
    "{count} residents were put on a bus at {where}",
    "an officer read out a list of {count} names at {where}",
    "{count} residents had their papers taken from them at {where}",
)
STREETS = ("Invented Street", "Unreal Lane", "Made-up Road", "Nowhere Avenue", "Sample Square")
TOPICS = (
    "occupation",
    "passports",
    "draft_system",
    "pattern",
    "service",
    "persons_and_structures",
    "proceedings",
    "gravity_scale",
    "gravity_nature",
    "gravity_manner",
    "gravity_impact",
    "exculpatory",
    "denial",
    "victims_interests",
)
LEADS = ("document", "person", "register", "digital", "site")
SOURCES = (("organisation", "Invented Society"), ("media", "Invented Newspaper"), ("state_body", "Invented Office"))
KINDS = (
    ("testimony", "Invented statement"),
    ("document", "Invented record"),
    ("digital_open_source", "Invented page"),
    ("photo", "Invented photograph"),
    ("official_act", "Invented order"),
    ("legislation", "Invented act"),
    ("expert_report", "Invented report"),
    ("document", "Invented list"),
)
