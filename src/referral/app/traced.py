"""From words of a document back to what they were taken from: texts of the case, and the law. Found by the words.

A composed document no longer knows its sources; what it printed whole can be found again, what it declined cannot.
"""

import re
from collections.abc import Iterator

from pydantic import BaseModel

from referral.case.load import LoadedCase
from referral.case.model import LocalText
from referral.law import Law

_SHORTEST = 12  # letters; a shorter text is found by chance
_Step = str | int


def of_case(loaded: LoadedCase, printed: str) -> Iterator[str]:
    """Every text of the case that is printed whole: whose it is, which field, and where it stands."""
    found = _plain(printed)
    for loc, name, text in _texts(loaded):
        if len(text) >= _SHORTEST and _plain(text) in found:
            place = loaded.origin.position(loc)
            yield f"  {name}: {place.path}:{place.line}"


def of_law(law: Law, printed: str, lang: str) -> Iterator[str]:
    """Every provision that is cited, or of which a wording or a title is printed."""
    found = _plain(printed)
    for provision in law.provisions.values():
        editions = (e.text for e in (*provision.titles, *provision.texts) if e.text)
        quoted = any(len(text) >= _SHORTEST and _plain(text) in found for text in editions)
        if quoted or _is_cited(law, provision.id, printed, lang):
            yield f"  law: {provision.id}{' (its wording)' if quoted else ''}"


def _is_cited(law: Law, provision_id: str, printed: str, lang: str) -> bool:
    if lang not in law.instrument_of(provision_id).citation:
        return False
    cited = " ".join(law.cite(provision_id, lang, superscript=True).split())
    return re.search(rf"(?<!\w){re.escape(cited)}(?![\w(])", " ".join(printed.split()), re.IGNORECASE) is not None


def _texts(loaded: LoadedCase) -> Iterator[tuple[tuple[_Step, ...], str, str]]:
    """Every text of the case: its place, how it is called, its words."""
    for loc, text in _inside(loaded.case.case, ("case",)):
        yield loc, ".".join(map(str, loc)), text
    for section, index, entity in loaded.case.entities():
        for loc, text in _inside(entity, (section, index)):
            yield loc, f"{entity.id} {'.'.join(map(str, loc[2:]))}", text


def _inside(value: object, loc: tuple[_Step, ...]) -> Iterator[tuple[tuple[_Step, ...], str]]:
    if isinstance(value, LocalText):
        yield from ((loc, text) for text in value.by_lang.values())
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _inside(getattr(value, name), (*loc, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _inside(inner, (*loc, index))


def _plain(text: str) -> str:
    """Without what a sentence may change in a text that it takes in: spaces, the first capital, the full stop."""
    return " ".join(text.split()).casefold().rstrip(".")
