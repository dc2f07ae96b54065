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
# Digests of verified wording. Compare a changed wording with its source, then: referral law check --pin FILE
schema_version: "1"
"""


@dataclass(frozen=True)
class Wording:
    """A verified wording and where it stands."""

    name: str
    digest: str
    loc: Loc


def wordings(file: LoadedFile) -> Iterator[Wording]:
    """The verified wordings of an instrument: editions, official titles, official elements."""
    for loc, provision in file.provisions():
        for field, editions in (("titles", provision.titles), ("texts", provision.texts)):
            for n, edition in enumerate(editions):
                if edition.text and edition.status is Status.VERIFIED:
                    name = " ".join(filter(None, (provision.id, field, edition.lang, str(edition.since or ""))))
                    yield Wording(name, _digest(edition.text), (*loc, field, n))
    for loc, _, element in file.elements():
        if element.is_official and element.status is Status.VERIFIED:
            for lang, text in element.text.items():
                yield Wording(f"{element.id} {lang}", _digest(text), (*loc, "text", lang))


def pin_file(name: str, files: Iterable[LoadedFile]) -> str:
    """The pins of all verified wordings of these files, as the text of a file called by this name."""
    found = sorted((w.name, w.digest) for file in files for w in wordings(file))
    return f"{HEAD}pin_set: {{id: {name}}}\npins:\n" + "".join(f"  {of}: {digest}\n" for of, digest in found)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
