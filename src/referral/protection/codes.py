"""Codes of its own for each recipient, so that two of them cannot join what they have by the codes that stand in it.

A code is made of the id in the case, of the recipient's profile and of a key that stands in the vault and nowhere else:
with the key it is always the same, without it nobody can tell from which id it was made.

`codes-without-key`: recipients are to have codes of their own, and the vault holds no key to make them from.
`unfit-profile`: a profile that does not exist; or codes of their own for those who draw up the case.
"""

import hashlib
import hmac
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from referral.case.model import Case, DocumentRequest
from referral.case.texts import rewritten
from referral.protection.vault import Identity

_FIGURES, _LETTERS = "23456789", "BCDFGHJKLMNPQRSTVWXZ"  # no vowels: a code is no word
_REST = 5  # characters after the first two
_WRITTEN = re.compile(r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+")
_ORDERED = ("persons", "sources", "units", "places")  # the order of the file would tell who is who as well as a code


@dataclass(frozen=True)
class Codes:
    """The codes that one recipient reads, by the ids of the case; none where he reads these themselves."""

    by_id: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.by_id)

    def of(self, code: str | None) -> str | None:
        return self.by_id.get(code, code) if code else code

    def in_text(self, text: str) -> str:
        """A text with the codes of the recipient in the place of ids, file names and paths included."""
        return _replaced(text, self.by_id) if "-" in text else text

    def in_case(self, case: Case) -> Case:
        """The whole case in these codes."""
        if not self:
            return case
        coded = rewritten(case, self.in_text)
        return coded.model_copy(
            update={name: sorted(coded.section(name), key=lambda entry: entry.id) for name in _ORDERED}
        )

    def in_identities(self, identities: Mapping[str, Identity]) -> dict[str, Identity]:
        """Identities under the codes that the recipient reads; what they hold is no code."""
        named = ((self.by_id.get(code, code), identity) for code, identity in identities.items())
        return {code: identity.model_copy(update={"person": code}) for code, identity in named}

    def in_request(self, request: DocumentRequest) -> DocumentRequest:
        """The request for a document as the document may print it; the letterhead stays the file that it is."""
        coded = rewritten(request, self.in_text)
        return coded.model_copy(update={"letterhead": request.letterhead})


def _replaced(text: str, codes: Mapping[str, str]) -> str:
    return _WRITTEN.sub(lambda written: _instead(written[0], codes), text)


def _instead(written: str, codes: Mapping[str, str]) -> str:
    """Of «EV-0012-A» the longest part that is an id; the rest stays behind it."""
    parts = written.split("-")
    for end in range(len(parts), 1, -1):
        if own := codes.get("-".join(parts[:end])):
            return "-".join([own, *parts[end:]])
    return written


AS_IN_THE_CASE = Codes()


def codes_for(recipient: str, case: Case, key: str) -> Codes:
    """The codes of all entries of a case for one recipient."""
    taken: set[str] = set()
    found = {}
    for known in sorted(entry.id for _, _, entry in case.entities()):
        made = (_code(known, f"{case.case.id}\0{recipient}\0{known}\0{n}", key) for n in count())
        found[known] = next(code for code in made if code not in taken)
        taken.add(found[known])
    return Codes(found)


def _code(known: str, words: str, key: str) -> str:
    """«PER-4K7QDMX»: what comes before the first hyphen, a figure, a letter, and figures and letters."""
    number = int.from_bytes(hmac.new(bytes.fromhex(key), words.encode(), hashlib.sha256).digest())
    return f"{known.partition('-')[0]}-{''.join(_characters(number))}"


def _characters(number: int) -> Iterator[str]:
    for alphabet in (_FIGURES, _LETTERS, *[_FIGURES + _LETTERS] * _REST):
        number, place = divmod(number, len(alphabet))
        yield alphabet[place]
