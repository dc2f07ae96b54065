"""Rules on the forms of an offence, each a provision of its own. Each docstring is the manual of its rule."""

from collections import Counter
from collections.abc import Iterator

from referral.diagnostics import Diagnostic, error
from referral.law.files import Loaded
from referral.law.model import ProvisionKind
from referral.schema_errors import nearest


def lonely_form(loaded: Loaded) -> Iterator[Diagnostic]:
    """Of a provision marked `any_of` one form suffices; it has at least two offences below it."""
    for file in loaded.files:
        forms = Counter(p.parent for _, p in file.provisions() if p.kind is ProvisionKind.OFFENCE)
        for loc, provision in file.provisions():
            if provision.any_of and forms[provision.id] < 2:
                below = f"one offence stands below {provision.id}" if forms[provision.id] else "no offence stands below"
                message = f"{below}, so that there is nothing to choose; add the forms, or leave any_of out"
                yield error(file.at(*loc, "any_of"), "lonely-form", message)


def unknown_form(loaded: Loaded) -> Iterator[Diagnostic]:
    """What is named under `needs_one_of` is another offence of the library, each once."""
    known = {p.id for file in loaded.files for _, p in file.provisions() if p.kind is ProvisionKind.OFFENCE}
    for file in loaded.files:
        for loc, provision in file.provisions():
            for n, name in enumerate(provision.needs_one_of):
                if name not in known - {provision.id, *provision.needs_one_of[:n]}:
                    message = f'"{name}" is no other offence of the library, or stands twice'
                    place = file.at(*loc, "needs_one_of", n)
                    yield error(place, "unknown-form", message, nearest(name, known))
