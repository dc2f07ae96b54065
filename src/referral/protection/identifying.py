"""What of an identity would tell who somebody is, as the words and numbers that a text is searched for.

Surnames, first names with patronymics, aliases, relatives, papers, contacts, addresses and the day of birth in its
usual written forms. No first names alone, no years alone. Names in other cases and letters as the vault gives them, and
as the rules of a language make them.
"""

from collections.abc import Iterator

from referral.language.family_names import is_only_a_name, is_ordinary_word
from referral.protection.birthdays import birthdays
from referral.protection.datum import Datum, Words, plain, words_of
from referral.protection.inflected import every_form, forms_of_whole
from referral.protection.tokens import digits_in
from referral.protection.vault import Identity, Name, NameKind, NameParts
from referral.protection.whereabouts import addresses, places

_SHORTEST_NUMBER = 4  # shorter ones stand in ordinary sentences too often to be searched for
_SHORTEST_TELEPHONE, _SUBSCRIBER = 7, 9  # digits; without the prefixes of country and trunk line


def data_of(identity: Identity) -> set[Datum]:
    """Everything to search for but telephone numbers; what stands in the vault before what a rule makes of it."""
    found: dict[Words, Datum] = {}
    for datum in _data(identity):
        found.setdefault(datum.words, datum)
    return {datum for datum in found.values() if sum(map(len, datum.words)) > 1}


def telephones(identity: Identity) -> set[str]:
    """The digits of telephone numbers, at most those of the subscriber, whatever is said beside them."""
    contacts = (plain(contact) for contact in identity.contacts if "@" not in contact)
    return {line[-_SUBSCRIBER:] for text in contacts for line, _ in digits_in(text, _SHORTEST_TELEPHONE)}


def names_of(identity: Identity) -> Iterator[str]:
    """Every name that the vault gives of a person and of relatives, part by part."""
    for name in identity.names:
        for form in _written(name):
            yield from filter(None, (form.last, form.first, form.patronymic))
    yield from (relative.name for relative in identity.family)


def _data(identity: Identity) -> Iterator[Datum]:
    for name in identity.names:
        yield from (_name(text) for form in _written(name) for text in _telling_parts(form, name))
    yield from (Datum(words, is_sure=len(words) > 1, is_parted=True) for words in map(words_of, _papers(identity)))
    days = birthdays(identity.birth_date)
    yield from (Datum(words, is_sure=True, is_whole=len(words) == 1, is_parted=True) for words in days)
    for relative in identity.family:
        yield from (Datum(words, is_sure=len(words) > 1) for words in _of_relative(relative.name))
    for name in identity.names:
        yield from (_formed(text, name) for form in every_form(name) for text in _telling_parts(form, name))
    yield from addresses(identity)
    yield from places(identity)


def _name(text: str) -> Datum:
    words = words_of(text)
    is_sure = len(words) > 1 or is_only_a_name(words[0]) if words else False
    return Datum(words, is_sure=is_sure, needs_capital=len(words) == 1 and is_ordinary_word(words[0]))


def _formed(text: str, name: Name) -> Datum:
    """A form made by a rule: it may be an ordinary word, unless its name can be none."""
    words = words_of(text)
    is_sure = len(words) > 1 or any(is_only_a_name(word) for word in (*words, *words_of(name.last or "")))
    return Datum(words, is_sure=is_sure, needs_capital=not is_sure, is_formed=True)


def _written(name: Name) -> Iterator[NameParts]:
    forms = name.forms
    every = (name, forms.gen, forms.dat, forms.acc, forms.ins, forms.loc, name.latin)
    return (form for form in every if form)


def _telling_parts(form: NameParts, name: Name) -> Iterator[str]:
    if form.last:
        yield form.last
    if form.first and form.patronymic:
        yield f"{form.first} {form.patronymic}"
    elif form.first and name.kind is NameKind.ALIAS and not name.last:
        yield form.first


def _of_relative(name: str) -> Iterator[Words]:
    """In every grammatical case, and with the last of its words first."""
    for text in dict.fromkeys((name, *forms_of_whole(name))):
        words = words_of(text)
        yield words
        if len(words) > 1:
            yield (words[-1], *words[:-1])
            yield (*words[1:], words[0])


def _papers(identity: Identity) -> Iterator[str]:
    texts = (*(paper.number for paper in identity.documents), *identity.contacts)
    return (text for text in texts if sum(map(len, words_of(text))) >= _SHORTEST_NUMBER)
