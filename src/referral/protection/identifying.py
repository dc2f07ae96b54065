"""What of an identity would tell who somebody is, as the words and numbers that a text is searched for.

Surnames, first names with patronymics, aliases, relatives, papers, contacts, addresses and the day of birth in its
usual written forms. No first names alone, no years alone. Names in other cases and letters as the vault gives them, and
as the rules of a language make them; those count with a capital only.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from referral.case.model import LocalText
from referral.edtf import UncertainDate
from referral.language import known_languages, load_language
from referral.protection.inflected import every_form
from referral.protection.vault import Identity, Name, NameKind, NameParts

Words = tuple[str, ...]

SHORT_NAME = 3  # letters; so short a name is also an ordinary word unless it is written with a capital
_SHORTEST_NUMBER = 4  # shorter ones stand in ordinary sentences too often to be searched for
_SHORTEST_TELEPHONE, _SUBSCRIBER = 7, 9  # digits; without the prefixes of country and trunk line
_APOSTROPHES = re.compile("[’ʼ`´‘′]")
_JOINERS = re.compile("[\u00ad\u034f\u200b-\u200d\u2060\ufeff]")  # invisible inside a word
_WORD = re.compile(r"[^\W\d_]+|\d+")
_REMARK = re.compile(r"\([^)]*\)")


@dataclass(frozen=True)
class Datum:
    """Words that follow one another. `is_place`: they tell of a person only beside something else that does.

    `is_formed`: a rule made them of a name, and they may be an ordinary word.
    """

    words: Words
    is_place: bool = False
    is_formed: bool = False

    @property
    def is_short_name(self) -> bool:
        return not self.words[0].isdigit() and sum(map(len, self.words)) <= SHORT_NAME


def spelt(text: str) -> Words:
    """The words and numbers of a text with one apostrophe and no invisible characters, their capitals kept."""
    composed = unicodedata.normalize("NFC", _JOINERS.sub("", text))
    return tuple(_WORD.findall(_APOSTROPHES.sub("'", composed)))


def words_of(text: str) -> Words:
    """The words and numbers of a text as they are compared."""
    return tuple(word.casefold() for word in spelt(text))


def data_of(identity: Identity) -> set[Datum]:
    """Everything to search for but telephone numbers."""
    found = {Datum(words_of(text)) for text in _names(identity)}
    found |= {Datum(words, is_formed=True) for words in _formed(identity) if Datum(words) not in found}
    found |= {Datum(words_of(text)) for text in _papers(identity)}
    found |= {Datum(words) for words in _birthdays(identity.birth_date)}
    found |= set(_places(identity))
    return {datum for datum in found if sum(map(len, datum.words)) > 1}


def telephones(identity: Identity) -> set[str]:
    """The digits of telephone numbers, at most those of the subscriber."""
    lines = (re.sub(r"[\s().+/–-]", "", contact) for contact in identity.contacts)
    return {line[-_SUBSCRIBER:] for line in lines if line.isdecimal() and len(line) >= _SHORTEST_TELEPHONE}


def _names(identity: Identity) -> Iterator[str]:
    for name in identity.names:
        forms = name.forms
        for form in (name, forms.gen, forms.dat, forms.acc, forms.ins, forms.loc, name.latin):
            yield from _telling_parts(form, name) if form else ()
    yield from (relative.name for relative in identity.family)


def _formed(identity: Identity) -> Iterator[Words]:
    for name in identity.names:
        yield from (words_of(text) for form in every_form(name) for text in _telling_parts(form, name))


def _telling_parts(form: NameParts, name: Name) -> Iterator[str]:
    if form.last:
        yield form.last
    if form.first and form.patronymic:
        yield f"{form.first} {form.patronymic}"
    elif form.first and name.kind is NameKind.ALIAS and not name.last:
        yield form.first


def _papers(identity: Identity) -> Iterator[str]:
    texts = (*(paper.number for paper in identity.documents), *identity.contacts)
    return (text for text in texts if sum(map(len, words_of(text))) >= _SHORTEST_NUMBER)


def _birthdays(born: UncertainDate | None) -> Iterator[Words]:
    """A day in figures in every order that is in use, and in the words of each language."""
    if born is None or born.earliest is None or born.earliest != born.latest:
        return
    day: date = born.earliest
    for d, m in {(f"{day.day}", f"{day.month}"), (f"{day.day:02}", f"{day.month:02}")}:
        yield from ((d, m, f"{day.year}"), (m, d, f"{day.year}"), (f"{day.year}", m, d))
    yield (f"{day:%d}", f"{day:%m}", f"{day:%y}")
    yield from ((f"{day:%Y%m%d}",), (f"{day:%d%m%Y}",))
    for code in known_languages():
        yield from _in_words(words_of(load_language(code).day(day)), day)


def _in_words(words: Words, day: date) -> Iterator[Words]:
    """Day, month and year, or month first; what a language writes after the year may be left out."""
    month = next(word for word in words if not word.isdigit())
    for d in {f"{day.day}", f"{day.day:02}"}:
        yield from ((d, month, f"{day.year}"), (month, d, f"{day.year}"))


def _places(identity: Identity) -> Iterator[Datum]:
    """A street with a house tells who lives there; a mere settlement is told of many."""
    for text in (*_texts(identity.birth_place), *filter(None, [identity.birth_place_gen])):
        yield Datum(words_of(_REMARK.sub("", text)), is_place=True)
    for text in _texts(identity.residence):
        whole = _REMARK.sub("", text)
        yield Datum(words_of(whole), is_place=not any(map(str.isdigit, whole)))
        yield from (Datum(words) for words in _addresses(whole))


def _addresses(residence: str) -> Iterator[Words]:
    """«вулиця Прикладна, 5», “Prykladna street 5”: a part with a number and a name, or with the part before it."""
    parts = [words_of(part) for part in residence.split(",")]
    for before, part in zip([(), *parts], parts, strict=False):
        if any(map(str.isdigit, part)):
            letters = [word for word in part if not word.isdigit()]
            words = part if len(letters) > 1 else (*before, *part)
            if any(not word.isdigit() for word in words) and not any(map(str.isdigit, before)):
                yield words


def _texts(text: LocalText | None) -> Iterator[str]:
    return iter(text.by_lang.values() if text else ())
