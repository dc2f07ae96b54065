"""Rules on ids and what refers to them. Each docstring is the manual of its rule."""

from collections.abc import Iterable, Iterator, Sequence

from referral.diagnostics import Diagnostic, Position, Related, error, warning
from referral.law.files import LoadedFile
from referral.law.model import OWN, ProvisionKind
from referral.schema_errors import nearest


def duplicate_id(files: Sequence[LoadedFile]) -> Iterator[Diagnostic]:
    """An id names one thing in the whole library; a source id names one thing in its file."""
    yield from _duplicates(pair for file in files for pair in _ids(file))
    for file in files:
        sources = enumerate(file.instrument.sources)
        yield from _duplicates((file.at("instrument", "sources", n, "id"), source.id) for n, source in sources)


def unknown_parent(files: Sequence[LoadedFile]) -> Iterator[Diagnostic]:
    """A parent is a provision of the same file that stands above its child, as in the statute itself."""
    for file in files:
        above: set[str] = set()
        for loc, provision in file.provisions():
            if provision.parent is not None and provision.parent not in above:
                message = f'no provision "{provision.parent}" stands above this one in the file'
                yield _unknown(file.at(*loc, "parent"), "unknown-parent", message, provision.parent, above)
            above.add(provision.id)


def item_without_parent(files: Sequence[LoadedFile]) -> Iterator[Diagnostic]:
    """An item is one of several things that a rule lists; it names the rule as its parent."""
    for file in files:
        for loc, provision in file.provisions():
            if provision.kind is ProvisionKind.ITEM and provision.parent is None:
                message = f"{provision.id} is an item; name the provision that lists it as its parent"
                yield error(file.at(*loc, "kind"), "item-without-parent", message)


def unknown_breach(files: Sequence[LoadedFile]) -> Iterator[Diagnostic]:
    """A rule named under `breaches` is a provision of the library."""
    known = {p.id for file in files for _, p in file.provisions()}
    for file in files:
        for loc, provision in file.provisions():
            for n, breach in enumerate(provision.breaches):
                if breach.provision not in known:
                    message = f'there is no provision "{breach.provision}" in the library'
                    place = file.at(*loc, "breaches", n, "provision")
                    yield _unknown(place, "unknown-breach", message, breach.provision, known)


def unknown_footnote(files: Sequence[LoadedFile]) -> Iterator[Diagnostic]:
    """A footnote of an element is a provision of the kind `note`."""
    known = {p.id for file in files for _, p in file.provisions() if p.kind is ProvisionKind.NOTE}
    for file in files:
        for loc, _, element in file.elements():
            for n, name in enumerate(element.footnotes):
                if name not in known:
                    message = f'there is no provision of the kind note with the id "{name}"'
                    yield _unknown(file.at(*loc, "footnotes", n), "unknown-footnote", message, name, known)


def unknown_means_of_proof(files: Sequence[LoadedFile]) -> Iterator[Diagnostic]:
    """What an element lists under `means_of_proof` stands in the list of means of proof of some file."""
    known = {m.id for file in files for m in file.law.means_of_proof}
    for file in files:
        for loc, _, element in file.elements():
            for n, name in enumerate(element.means_of_proof):
                if name not in known:
                    place = file.at(*loc, "means_of_proof", n)
                    yield _unknown(place, "unknown-means-of-proof", f'there is no "{name}"', name, known)


def unknown_source(files: Sequence[LoadedFile]) -> Iterator[Diagnostic]:
    """A source named anywhere in a file stands in the list of sources of its instrument."""
    for file in files:
        known = {source.id for source in file.instrument.sources}
        for loc, claim in file.claims():
            for n, name in enumerate(claim.source):
                if name not in known:
                    place = file.at(*loc, "source", n)
                    message = f'the instrument lists no source "{name}"'
                    yield _unknown(place, "unknown-source", message, name, known)


def unused_source(files: Sequence[LoadedFile]) -> Iterator[Diagnostic]:
    """A source is listed because something was read in it."""
    for file in files:
        used = {name for _, claim in file.claims() for name in claim.source}
        for n, source in enumerate(file.instrument.sources):
            if source.id not in used:
                message = f"nothing in this file was read in {source.id}; name it where it was read, or take it out"
                yield warning(file.at("instrument", "sources", n, "id"), "unused-source", message)


def unknown_authority(files: Sequence[LoadedFile]) -> Iterator[Diagnostic]:
    """The authority of a breakdown is one that the instrument lists, or `own`."""
    for file in files:
        known = {OWN, *(a.id for a in file.instrument.authorities)}
        for loc, provision in file.provisions():
            breakdown = provision.breakdown
            if breakdown and breakdown.authority not in known:
                message = f'the instrument lists no authority "{breakdown.authority}"'
                place = file.at(*loc, "breakdown", "authority")
                yield _unknown(place, "unknown-authority", message, breakdown.authority, known)


def foreign_id(files: Sequence[LoadedFile]) -> Iterator[Diagnostic]:
    """The id of a provision begins with the id of its instrument (or of one of its authorities) and a dot."""
    for file in files:
        own = (file.instrument.id, *(a.id for a in file.instrument.authorities))
        for loc, provision in file.provisions():
            if not provision.id.startswith(tuple(f"{name}." for name in own)):
                message = f'"{provision.id}" does not begin with "{own[0]}."; ids say which instrument they belong to'
                yield error(file.at(*loc, "id"), "foreign-id", message)


def file_name(files: Sequence[LoadedFile]) -> Iterator[Diagnostic]:
    """A file is called by the id of its instrument, because a file of the same name in a later folder replaces it."""
    for file in files:
        wanted = f"{file.instrument.id}.yaml"
        if file.yaml.path.rpartition("/")[2] != wanted:
            yield error(file.at("instrument", "id"), "file-name", f"this instrument belongs in a file called {wanted}")


def _ids(file: LoadedFile) -> Iterator[tuple[Position, str]]:
    yield file.at("instrument", "id"), file.instrument.id
    for n, authority in enumerate(file.instrument.authorities):
        yield file.at("instrument", "authorities", n, "id"), authority.id
    for n, means in enumerate(file.law.means_of_proof):
        yield file.at("means_of_proof", n, "id"), means.id
    for loc, provision in file.provisions():
        yield file.at(*loc, "id"), provision.id
    for loc, _, element in file.elements():
        yield file.at(*loc, "id"), element.id


def _duplicates(ids: Iterable[tuple[Position, str]]) -> Iterator[Diagnostic]:
    first: dict[str, Position] = {}
    for place, name in ids:
        if name in first:
            related = Related(first[name], "the first is here")
            yield error(place, "duplicate-id", f'the id "{name}" stands twice', None, related)
        first.setdefault(name, place)


def _unknown(place: Position, rule: str, message: str, name: str, known: Iterable[str]) -> Diagnostic:
    return error(place, rule, message, nearest(name, known))
