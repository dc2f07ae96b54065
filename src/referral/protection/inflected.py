"""A name in a grammatical case: the parts that a person wrote in it, the others as the language declines them."""

from collections.abc import Iterator
from dataclasses import dataclass

from referral.language import known_languages
from referral.language.declension import Gender, GrammaticalCase, NameKind, declension_of
from referral.language.transliteration import transliteration_of
from referral.protection.vault import Name, NameParts

CASES = {case.short: case for case in GrammaticalCase}
PARTS = {"last": NameKind.FAMILY_NAME, "first": NameKind.GIVEN_NAME, "patronymic": NameKind.PATRONYMIC}
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
    told = {part: getattr(written, part) for part in PARTS if getattr(written, part)}
    reasons = []
    for part, kind in PARTS.items():
        if part not in told and (own := getattr(name, part)):
            told[part], reason = words_in(own, kind, form, gender, lang)
            reasons.append(reason)
    return Inflected(NameParts(**told), "; ".join(dict.fromkeys(filter(None, reasons))), not reasons)


def words_in(text: str, kind: NameKind, form: str, gender: Gender | None, lang: str) -> tuple[str, str]:
    """Words in a case, and why a person must confirm them; as they are if the language does not decline."""
    decline = declension_of(lang)
    if decline is None:
        return text, _NO_RULES
    declined = decline(text, kind, gender)
    return declined.forms[CASES[form]], declined.reason


def every_form(name: Name) -> Iterator[NameParts]:
    """The name in every case for either gender, and in other letters, by the rules of each language that has some."""
    own = {part: words for part in PARTS if (words := getattr(name, part))}
    for lang in known_languages():
        if decline := declension_of(lang):
            for gender in Gender:
                declined = {part: decline(words, PARTS[part], gender).forms for part, words in own.items()}
                yield from (NameParts(**{part: declined[part][case] for part in own}) for case in GrammaticalCase)
        if latin := transliteration_of(lang):
            yield NameParts(**{part: spelt for part, words in own.items() if (spelt := latin(words).strip())})
