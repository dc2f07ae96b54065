"""What was built for others before somebody took consent back, bundles too: named whenever something is made anew."""

from collections.abc import Iterator
from pathlib import Path

from referral.app.bundle_record import BundleRecord
from referral.app.output import OutputFolder
from referral.app.packages import ENCRYPTED, name_of
from referral.app.project import Project
from referral.case.model import Case, Person
from referral.case.voices import Voices
from referral.protection.profiles import PROFILES


def persons_in(case: Case) -> tuple[str, ...]:
    """Who speaks or is shown in the evidence of a view, and may ask for it back."""
    persons = {person.id: person for person in case.persons}
    voices = Voices({source.id: source for source in case.sources}, persons)
    items = {item.id: item for item in case.evidence}
    spoken = {voice.person for item in case.evidence for voice in voices.of_item(item)}
    relayed = {voice.person for _, _, entry in case.entities() for voice in voices.of_citations(entry, items)}
    return tuple(sorted(spoken | relayed | {code for item in case.evidence for code in item.persons}))


def built_before_withdrawal(project: Project, out: Path) -> Iterator[str]:
    """A line for each file or bundle there that holds what somebody told, or shows him, who has taken consent back."""
    taken_back = [person for person in project.loaded.case.persons if person.consent and person.consent.withdrawn_on]
    bundles = BundleRecord(out)
    for profile in (each for each in PROFILES.values() if taken_back and each.use):
        folder = OutputFolder(out / project.loaded.case.case.id / profile.name)
        name = name_of(project, profile.name)
        for person in taken_back:
            code = project.codes(profile.name).by_id.get(person.id, person.id)
            found = (*folder.made_with(code), *bundles.made_with(code, (name, name + ENCRYPTED)))
            yield from (_line(path, person) for path in found)


def _line(path: Path, person: Person) -> str:
    when = person.consent.withdrawn_on if person.consent else None
    return (
        f"{path}: warning: it was built with what {person.id} told, or shows {person.id}, who took consent back "
        f"({when}); build it anew or destroy it, and tell whoever has a copy [built-before-withdrawal]"
    )
