"""Rules on ids and what refers to them. Each docstring is the manual of its rule."""

from collections.abc import Iterable, Iterator

from referral.diagnostics import Diagnostic, Position, Related, error
from referral.law.files import Loaded, LoadedCompanion, LoadedFile
from referral.law.model import OWN, ProvisionKind
from referral.schema_errors import nearest
from referral.yaml_reader import Loc


def duplicate_id(loaded: Loaded) -> Iterator[Diagnostic]:
    """An id names one thing in the whole library; a source id names one thing in its file."""
    yield from _duplicates((file, loc, name) for file in loaded.everything for loc, name in file.ids())
    for file in loaded.everything:
        yield from _duplicates((file, (*loc, "id"), source.id) for loc, source in file.sources())


def unknown_parent(loaded: Loaded) -> Iterator[Diagnostic]:
    """A parent is a provision of the same file that stands above its child, as in the statute itself."""
    for file in loaded.files:
        above: set[str] = set()
        for loc, provision in file.provisions():
            if provision.parent is not None and provision.parent not in above:
                message = f'no provision "{provision.parent}" stands above this one in the file'
                yield _unknown(file.at(*loc, "parent"), "unknown-parent", message, provision.parent, above)
            above.add(provision.id)


def item_without_parent(loaded: Loaded) -> Iterator[Diagnostic]:
    """An item is one of several things that a rule lists; it names the rule as its parent."""
    for file in loaded.files:
        for loc, provision in file.provisions():
            if provision.kind is ProvisionKind.ITEM and provision.parent is None:
                message = f"{provision.id} is an item; name the provision that lists it as its parent"
                yield error(file.at(*loc, "kind"), "item-without-parent", message)


def unknown_breach(loaded: Loaded) -> Iterator[Diagnostic]:
    """A rule named under `breaches` is a provision of the library."""
    known = {p.id for file in loaded.files for _, p in file.provisions()}
    for file in loaded.files:
        for loc, provision in file.provisions():
            for n, breach in enumerate(provision.breaches):
                if breach.provision not in known:
                    message = f'there is no provision "{breach.provision}" in the library'
                    place = file.at(*loc, "breaches", n, "provision")
                    yield _unknown(place, "unknown-breach", message, breach.provision, known)


def unknown_doubt(loaded: Loaded) -> Iterator[Diagnostic]:
    """What is named under `doubtful_breaches` is a provision or an instrument of the library."""
    known = {p.id for file in loaded.files for _, p in file.provisions()} | {f.instrument.id for f in loaded.files}
    for file in loaded.files:
        for loc, provision in file.provisions():
            for n, doubt in enumerate(provision.doubtful_breaches):
                for key in ("rules", "unless"):
                    for number, rule in enumerate(getattr(doubt, key)):
                        if rule not in known:
                            place = file.at(*loc, "doubtful_breaches", n, key, number)
                            message = f'there is nothing called "{rule}" in the library'
                            yield _unknown(place, "unknown-doubt", message, rule, known)


def breach_of_no_rule(loaded: Loaded) -> Iterator[Diagnostic]:
    """What is named under `breaches` is a rule, each once: no offence, no mode of liability, no procedure."""
    kinds = {p.id: p.kind for file in loaded.files for _, p in file.provisions()}
    for file in loaded.files:
        for loc, provision in file.provisions():
            named = [breach.provision for breach in provision.breaches]
            for n, rule in enumerate(named):
                if kinds.get(rule, ProvisionKind.RULE) is not ProvisionKind.RULE or rule in named[:n]:
                    said = "stands twice" if rule in named[:n] else f"is no rule ({kinds[rule]})"
                    yield error(file.at(*loc, "breaches", n, "provision"), "breach-of-no-rule", f"{rule} {said}")


def unknown_footnote(loaded: Loaded) -> Iterator[Diagnostic]:
    """A footnote of an element is a provision of the kind `note`."""
    known = {p.id for file in loaded.files for _, p in file.provisions() if p.kind is ProvisionKind.NOTE}
    for file in loaded.files:
        for loc, _, element in file.elements():
            for n, name in enumerate(element.footnotes):
                if name not in known:
                    message = f'there is no provision of the kind note with the id "{name}"'
                    yield _unknown(file.at(*loc, "footnotes", n), "unknown-footnote", message, name, known)


def unknown_means_of_proof(loaded: Loaded) -> Iterator[Diagnostic]:
    """What an element lists under `means_of_proof` stands in the list of means of proof of some file."""
    known = {m.id for file in loaded.files for _, m in file.means_of_proof()}
    for file in loaded.files:
        for loc, _, element in file.elements():
            for n, name in enumerate(element.means_of_proof):
                if name not in known:
                    place = file.at(*loc, "means_of_proof", n)
                    yield _unknown(place, "unknown-means-of-proof", f'there is no "{name}"', name, known)


def unknown_authority(loaded: Loaded) -> Iterator[Diagnostic]:
    """The authority of a breakdown is one that the instrument lists, or `own`."""
    for file in loaded.files:
        known = {OWN, *(a.id for a in file.instrument.authorities)}
        for loc, provision in file.provisions():
            breakdown = provision.breakdown
            if breakdown and breakdown.authority not in known:
                message = f'the instrument lists no authority "{breakdown.authority}"'
                place = file.at(*loc, "breakdown", "authority")
                yield _unknown(place, "unknown-authority", message, breakdown.authority, known)


def foreign_id(loaded: Loaded) -> Iterator[Diagnostic]:
    """The id of a provision begins with the id of its instrument (or of one of its authorities) and a dot."""
    for file in loaded.files:
        own = (file.instrument.id, *(a.id for a in file.instrument.authorities))
        for loc, provision in file.provisions():
            if not provision.id.startswith(tuple(f"{name}." for name in own)):
                message = f'"{provision.id}" does not begin with "{own[0]}."; ids say which instrument they belong to'
                yield error(file.at(*loc, "id"), "foreign-id", message)


def file_name(loaded: Loaded) -> Iterator[Diagnostic]:
    """A file is called by the id in its header, because a file of the same name in a later folder replaces it."""
    for file in loaded.everything:
        wanted = f"{file.header.id}.yaml"
        if file.yaml.path.rpartition("/")[2] != wanted:
            yield error(file.at(file.head, "id"), "file-name", f"this belongs in a file called {wanted}")


def _duplicates(ids: Iterable[tuple[LoadedFile | LoadedCompanion, Loc, str]]) -> Iterator[Diagnostic]:
    first: dict[str, tuple[LoadedFile | LoadedCompanion, Loc]] = {}
    for file, loc, name in ids:
        if name in first:
            before, where = first[name]
            related = Related(before.at(*where), "the first is here")
            yield error(file.at(*loc), "duplicate-id", f'the id "{name}" stands twice', None, related)
        first.setdefault(name, (file, loc))


def _unknown(place: Position, rule: str, message: str, name: str, known: Iterable[str]) -> Diagnostic:
    return error(place, rule, message, nearest(name, known))
