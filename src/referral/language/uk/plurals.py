"""Family names in the plural, as one speaks of a whole family. The endings are data."""

from collections.abc import Iterator
from itertools import product

from referral.language.grammar import Gender, GrammaticalCase
from referral.language.uk import names
from referral.language.uk.paradigms import words_of
from referral.language.uk.spelling import is_ours, like

_FILE = "plurals.yaml"


def family_name(text: str) -> Iterator[str]:
    """Every form of the plural by the rules of either gender; none of a name in letters that are not ours."""
    if is_ours(text):
        for gender in Gender:
            parts = [[*_forms(part, gender)] or [part] for part in text.split("-")]
            yield from ("-".join(part) for part in product(*parts))


def _forms(word: str, gender: Gender) -> Iterator[str]:
    if found := names.rule_of_family_name(word, gender):
        rule, stem = found
        if rule.paradigm is None:
            yield from _by_genitive(word, gender)
        else:
            yield from (like(word, stem + ending) for ending in words_of(_FILE)["classes"].get(rule.paradigm, ()))


def _by_genitive(word: str, gender: Gender) -> Iterator[str]:
    """Of a name that no rule of ours knows, by the end of the genitive that was suggested."""
    genitive = names.family_name(word, gender).forms[GrammaticalCase.GENITIVE]
    endings = words_of(_FILE)["by_genitive"].get(genitive[-1:].lower(), ())
    yield from (like(word, genitive[:-1].lower() + ending) for ending in endings)
