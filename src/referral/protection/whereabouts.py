"""Where a person lives, which tells who it is, and where one was born, which tells it only beside the person's code."""

import re
from collections.abc import Iterator

from referral.case.model import LocalText
from referral.language import known_languages
from referral.language.addresses import address_words
from referral.language.declension import Declinable, Gender, declension_of
from referral.protection.datum import Datum, Words, words_of
from referral.protection.vault import Identity

_REMARK = re.compile(r"\([^)]*\)")


def addresses(identity: Identity) -> Iterator[Datum]:
    """A street with a house tells who lives there; a mere settlement is told of many."""
    for text in _texts(identity.residence):
        whole = _REMARK.sub("", text)
        yield Datum(words_of(whole), is_place=not _has_number(whole), is_sure=True)
        for name, number in _streets(whole):
            for street in (name, *_forms(name)):
                yield from (Datum(w, is_parted=True, is_sure=True) for w in ((*street, *number), (*number, *street)))


def places(identity: Identity) -> Iterator[Datum]:
    """The place of birth, as it is written and without words like «town»."""
    for text in (*_texts(identity.birth_place), *filter(None, [identity.birth_place_gen])):
        words = words_of(_REMARK.sub("", text))
        name = proper(words)
        yield from (Datum(each, is_place=True) for each in (words, name, *_forms(name)) if each)


def proper(words: Words) -> Words:
    """An address or a place without the words that every address has."""
    return tuple(word for word in words if word not in address_words())


def _streets(residence: str) -> Iterator[tuple[Words, Words]]:
    """«вулиця Прикладна, 5», “5 Prykladna street”: a part with name and number, or a number and the part before it."""
    parts = [proper(words_of(part)) for part in residence.split(",")]
    for before, part in zip([(), *parts], parts, strict=False):
        number = tuple(word for word in part if word.isdigit())
        name = tuple(word for word in part if not word.isdigit())
        if number and not name and not any(map(str.isdigit, before)):
            name = before
        if number and any(len(word) > 1 for word in name):
            yield name, number


def _forms(name: Words) -> Iterator[Words]:
    """One word in every case; of several nobody can say which of them change."""
    if len(name) == 1:
        for decline in filter(None, map(declension_of, known_languages())):
            for gender in Gender:
                yield from map(words_of, decline(name[0], Declinable.FAMILY_NAME, gender).forms.values())


def _has_number(text: str) -> bool:
    return any(map(str.isdigit, text))


def _texts(text: LocalText | None) -> Iterator[str]:
    return iter(text.by_lang.values() if text else ())
