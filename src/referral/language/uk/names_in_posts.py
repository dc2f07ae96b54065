"""A word of a post that may be a person's name, which does not belong there: «прокурор Сорока», «слідчий І. І. Бондар».

After its head a post stands in the genitive; a capital letter with the ending of a nominative is looked at twice.
"""

import re
from collections.abc import Iterator
from functools import cache

from referral.language.grammar import Gender
from referral.language.uk.paradigms import words_of
from referral.language.uk.rules import rules_of
from referral.language.uk.spelling import key

_FILE = "names_in_posts.yaml"
_SAID_OTHERWISE = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"|\([^()]*\)")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_INITIALS = re.compile(r"(?<!\w)[А-ЯІЇЄҐ]\.\s?(?:[А-ЯІЇЄҐ]\.|(?=[А-ЯІЇЄҐ]))")
_LONGEST_ABBREVIATION = 5  # letters


def name_in_post(text: str, gender: Gender | None = None) -> str:
    """The first word that may be a name; empty if none may. `gender` is that of the person, None if nobody said."""
    told = _SAID_OTHERWISE.sub(" . ", text)
    if initials := _INITIALS.search(told):
        return initials[0].strip()
    return next((word for before, word in _capitals(told) if _may_be_name(before, word, gender)), "")


def _capitals(text: str) -> Iterator[tuple[str, str]]:
    """Words with a capital letter but the first word of all, each with the word before it."""
    before = ""
    for word in _WORD.findall(text):
        if before and word[0].isupper() and not (word.isupper() and len(word) <= _LONGEST_ABBREVIATION):
            yield key(before), word
        before = word


def _may_be_name(before: str, word: str, gender: Gender | None) -> bool:
    data, told = words_of(_FILE), key(word)
    if before in data["before_places"].split() or told in _forms_of_heads() or told in data["no_names"].split():
        return False
    if gender is not Gender.MASCULINE and re.fullmatch(data["of_women"], told):
        return True
    return bool(re.fullmatch(data["nominative"], told)) and not re.fullmatch(data["genitive"], told)


@cache
def _forms_of_heads() -> frozenset[str]:
    """Every form of every head noun that posts and bodies have."""
    lists = [words_of("posts.yaml")[gender] for gender in ("masculine", "things", "feminine", "neuter")]
    found = [(rule, word) for rules in lists for rule in rules_of(rules) for word in (*rule.words, *rule.made)]
    declined = (rule.declined(word, stem) for rule, word in found if (stem := rule.stem_of(word)) is not None)
    return frozenset(form for told in declined if told for form in told.forms.values())
