"""Posts, ranks and names of bodies: the head noun declines and the adjectives before it, the rest stays.

A head that is not listed, and words after it that look as if they had to decline too, are to be confirmed.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from referral.language.grammar import Declined, Gender, GrammaticalCase, joined, unchanged
from referral.language.uk.names_in_posts import name_in_post
from referral.language.uk.paradigms import words_of
from referral.language.uk.rules import Rule, first, rules_of
from referral.language.uk.spelling import key

_FILE = "posts.yaml"
_GENDERS = ("masculine", "things", "feminine", "neuter")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`´‘′-][^\W\d_]+)*")
_APPOSITION = re.compile(r"\s+[–—-]\s+")
_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"")
_BRACKETED = re.compile(r"\([^()]*\)")
_LONGEST_ABBREVIATION = 5  # letters
_NOMINATIVE_OF_MEN = re.compile(r".*ий")  # of feminine genders, -а and -і are other cases too


@dataclass(frozen=True)
class Head:
    """A noun that may be the head, declined, with the gender by which adjectives agree with it."""

    declined: Declined
    gender: str
    is_adjective: bool


@cache
def _lexicon() -> dict[str, tuple[Rule, ...]]:
    data = words_of(_FILE)
    return {gender: rules_of(data[gender]) for gender in _GENDERS}


@cache
def _adjectives() -> dict[str, tuple[Rule, ...]]:
    return {gender: rules_of(entries) for gender, entries in words_of(_FILE)["adjectives"].items()}


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(words_of(_FILE)[name].split())


def post(text: str, gender: Gender | None) -> Declined:
    """A post, rank or body. The gender is that of the head; the person's only shows what does not fit together."""
    declined = _declined(text, gender)
    name = name_in_post(text, gender)
    return Declined(declined.forms, declined.reason or f"«{name}»: a person's name?") if name else declined


def _declined(text: str, gender: Gender | None) -> Declined:
    if re.match(words_of(_FILE)["abbreviations"], text):
        return unchanged(text)  # what follows «в. о.» stands in the genitive, short names of bodies never change
    gaps = _APPOSITION.findall(text)
    return joined([_segment(part, gender) for part in _APPOSITION.split(text)], gaps)


def _segment(text: str, gender: Gender | None) -> Declined:
    """The words up to the head; each is declined, and whatever stands between them stays."""
    words = list(_WORD.finditer(text))
    if not words or re.match(r"\W*\d", text):
        return unchanged(text, "a number, or no word, where the head of the post should be")
    for count, heads in _heads(words):
        if found := _agreeing([w[0] for w in words[: count - 1]], heads, gender):
            return _with_rest(text, words[:count], *found)
    return unchanged(text, "the head noun is not in our list")


def _heads(words: list[re.Match[str]]) -> list[tuple[int, list[Head]]]:
    """Where the head may be, a noun before the last of the adjectives that may stand for one."""
    nouns: list[tuple[int, list[Head]]] = []
    adjectives: list[tuple[int, list[Head]]] = []
    for count, word in enumerate(words, start=1):
        heads = heads_of(word[0])
        if noun := [head for head in heads if not head.is_adjective]:
            nouns.append((count, noun))
            break
        if heads:
            adjectives.insert(0, (count, heads))
    return nouns + adjectives


def heads_of(word: str) -> list[Head]:
    """What a word in its dictionary form may be as a head: nothing if it is not listed, perhaps several things."""
    return [head for gender in _GENDERS if (head := _head(word, gender))]


def _head(word: str, gender: str) -> Head | None:
    before, hyphen, last = word.rpartition("-")
    found = first(_lexicon()[gender], key(last))
    declined = found[0].declined(last, found[1]) if found else None
    if found is None or declined is None:
        return None
    is_adjective = bool(found[0].paradigm and found[0].paradigm.startswith("adjective"))
    if hyphen:
        declined = joined([_before_hyphen(before), declined], ["-"])
    return Head(declined, gender, is_adjective)


def _before_hyphen(part: str) -> Declined:
    """The first part of a compound: some stay as they are, a head declines, of others nobody knows."""
    if key(part) in _listed("first_parts"):
        return unchanged(part)
    heads = heads_of(part)
    return heads[0].declined if heads else unchanged(part, f"the part «{part}» before the hyphen")


def _agreeing(before: list[str], heads: list[Head], gender: Gender | None) -> tuple[list[Declined], Head] | None:
    """Adjectives and head declined, and which head it is, if all words before it can be its adjectives."""
    for head in heads:
        adjectives = [_adjective(word, head.gender) for word in before]
        if all(adjectives):
            return [*(a for a in adjectives if a), _fitting(head, gender)], head
    return None


def _adjective(word: str, gender: str) -> Declined | None:
    if key(word) in _listed("adverbs"):
        return unchanged(word)
    found = first(_adjectives()[gender], key(word))
    return found[0].declined(word, found[1]) if found else None


def _fitting(head: Head, gender: Gender | None) -> Declined:
    """A woman may hold a post of masculine name; a man none of feminine name, but that of «голова», «суддя»."""
    is_womans = head.gender == Gender.FEMININE and head.is_adjective
    if gender is Gender.MASCULINE and is_womans:
        return Declined(head.declined.forms, "a feminine post of a man")
    return head.declined


def _with_rest(text: str, words: list[re.Match[str]], parts: list[Declined], head: Head) -> Declined:
    spans = [(0, 0), *(word.span() for word in words), (len(text), len(text))]
    between = [text[a[1] : b[0]] for a, b in pairwise(spans)]
    declined = joined([unchanged(""), *parts, unchanged("")], between)
    doubt = _doubt_of_next(between[-1], head) or _doubt_of_rest(between[-1])
    return Declined(declined.forms, "; ".join(filter(None, (declined.reason, doubt))))


def _doubt_of_next(rest: str, head: Head) -> str:
    """Why the word right after the head may be a noun in the nominative, as in «військовий оркестр»; empty if not."""
    found = re.match(rf"\s+({_WORD.pattern})", rest)
    if found is None or (found[1].isupper() and len(found[1]) <= _LONGEST_ABBREVIATION):
        return ""
    is_adjective = head.is_adjective and head.gender == Gender.FEMININE
    fitting = words_of(_FILE)["after_feminine_adjective" if is_adjective else "after_head"]
    return "" if re.fullmatch(fitting, key(found[1])) else f"«{found[1]}» after the head: must it decline?"


def _doubt_of_rest(rest: str) -> str:
    """Why what follows the head may have to decline too; empty if it stands as it should."""
    told = _QUOTED.sub(" ", rest)
    if "," in _BRACKETED.sub(" ", told):
        return "what follows the comma"
    for word in _WORD.findall(told):
        if _NOMINATIVE_OF_MEN.fullmatch(key(word)) or any(map(_changes, heads_of(word))):
            return f"«{word}» after the head: must it decline?"
    return ""


def _changes(head: Head) -> bool:
    forms = head.declined.forms
    return forms[GrammaticalCase.GENITIVE] != forms[GrammaticalCase.NOMINATIVE]
