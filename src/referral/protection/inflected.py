"""A name in a grammatical case: the parts that a person wrote in it, the others as the language declines them."""

from collections.abc import Iterator
from dataclasses import dataclass

from referral.language import known_languages
from referral.language.declension import Declinable, Gender, GrammaticalCase, declension_of
from referral.language.family_names import other_forms_of, plurals_of
from referral.language.transliteration import transliteration_of
from referral.protection.vault import Name, NameParts

PARTS = {"last": Declinable.FAMILY_NAME, "first": Declinable.GIVEN_NAME, "patronymic": Declinable.PATRONYMIC}
_ORDERS = (("last", "first"), ("first", "last"), ("last", "first", "patronymic"), ("first", "patronymic", "last"))
_NO_RULES = "no rules of declension for this language"


@dataclass(frozen=True)
class Inflected:
    """The parts of a name in one case. `reason` says why a person must confirm them; empty if nobody must."""

    parts: NameParts
    reason: str
    is_written: bool  # whether the vault has it whole


def name_in(name: Name, form: str, gender: Gender | None, lang: str) -> Inflected:
    """A name in a case by its short name («gen»). What stands under `forms` of the vault always goes first."""
    written = getattr(name.forms, form, None) or NameParts()
    told = parts_of(written)
    reasons = []
    for part, own in parts_of(name).items():
        if part not in told:
            told[part], reason = words_in(own, PARTS[part], form, gender, lang)
            reasons.append(reason)
    return Inflected(NameParts(**told), "; ".join(dict.fromkeys(filter(None, reasons))), not reasons)


def parts_of(name: NameParts) -> dict[str, str]:
    """The parts that are known, in the order in which a name is written."""
    return {part: words for part in PARTS if (words := getattr(name, part))}


def words_in(text: str, kind: Declinable, form: str, gender: Gender | None, lang: str) -> tuple[str, str]:
    """Words in a case, and why a person must confirm them; as they are if the language does not decline."""
    decline = declension_of(lang)
    if decline is None:
        return text, _NO_RULES
    declined = decline(text, kind, gender)
    return declined.forms[GrammaticalCase.of(form)], declined.reason


def every_form(name: Name) -> Iterator[NameParts]:
    """The name in every case for either gender, in the plural and in other letters, by the rules of each language, and
    in both ways where a name may be declined in two."""
    own = parts_of(name)
    for lang in known_languages():
        yield from (NameParts(**form) for form in _declined(own, lang))
        others = (*plurals_of(lang, name.last or ""), *other_forms_of(lang, name.last or ""))
        yield from (NameParts(last=form) for form in others)
        if latin := transliteration_of(lang):
            yield NameParts(**{part: spelt for part, words in own.items() if (spelt := latin(words).strip())})


def _declined(own: dict[str, str], lang: str) -> Iterator[dict[str, str]]:
    if decline := declension_of(lang):
        for gender in Gender:
            declined = {part: decline(words, PARTS[part], gender).forms for part, words in own.items()}
            yield from ({part: declined[part][case] for part in own} for case in GrammaticalCase)


def forms_of_whole(text: str) -> Iterator[str]:
    """A whole name that is not in parts, in every case for either gender; the surname is its first word or its last."""
    words = text.split()
    readings = [dict(zip(parts, words, strict=True)) for parts in _ORDERS if len(parts) == len(words)]
    for lang in known_languages():
        if decline := declension_of(lang):
            for gender in Gender:
                yield from decline(text, Declinable.FULL_NAME, gender).forms.values()
        yield from (" ".join(form.values()) for own in readings for form in _declined_in_both_ways(own, lang))


def _declined_in_both_ways(own: dict[str, str], lang: str) -> Iterator[dict[str, str]]:
    """The other forms of a surname stand in the order of the cases, as those by the first way do for each gender."""
    yield from _declined(own, lang)
    others = [*other_forms_of(lang, own["last"])] * len(Gender)
    yield from ({**form, "last": other} for form, other in zip(_declined(own, lang), others, strict=False))
