"""Wording under digest: which wordings are pinned, and the file that pins them.

Every verified wording of an instrument is pinned as soon as one of them is. A pin is written after the wording was
compared with its source; from then on a change of one letter is an error.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from referral.law.files import LoadedFile
from referral.law.model import Status
from referral.yaml_reader import Loc

HEAD = """\
# yaml-language-server: $schema=../schemas/pins.schema.json
# Digests of what is verified. Compare a changed wording with its source, then: referral law check --pin FOLDER
schema_version: "1"
pins:
"""

NAME = "pins.yaml"  # of its folder; unlike other files it is not replaced by one of the same name


@dataclass(frozen=True)
class Pinned:
    """What a pin is of: a verified wording or sanction, and where it stands."""

    name: str
    digest: str
    loc: Loc


def pinned(file: LoadedFile) -> Iterator[Pinned]:
    """The verified wordings of an instrument: editions, official titles, official elements, and its sanctions."""
    for loc, provision in file.provisions():
        for field, editions in (("titles", provision.titles), ("texts", provision.texts)):
            for n, edition in enumerate(editions):
                if edition.text and edition.status is Status.VERIFIED:
                    name = " ".join(filter(None, (provision.id, field, edition.lang, str(edition.since or ""))))
                    yield Pinned(name, _digest(edition.text), (*loc, field, n))
        for n, sanction in enumerate(provision.sanctions):
            if sanction.status is Status.VERIFIED:
                figures = f"{sanction.min_years} {sanction.max_years} {sanction.life}"
                name = " ".join(filter(None, (provision.id, "sanction", str(sanction.since or ""))))
                yield Pinned(name, _digest(figures), (*loc, "sanctions", n))
    for loc, _, element in file.elements():
        if element.is_official and element.status is Status.VERIFIED:
            for lang, text in element.text.items():
                yield Pinned(f"{element.id} {lang}", _digest(text), (*loc, "text", lang))


def pin_file(files: Iterable[LoadedFile]) -> str:
    """The pins of all that is verified in these files, as the text of a file."""
    found = sorted((w.name, w.digest) for file in files for w in pinned(file))
    return HEAD + "".join(f"  {of}: {digest}\n" for of, digest in found)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
