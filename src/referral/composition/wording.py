"""Words that our own texts must not hold, or not without quotation marks. Which ones is data, one list per language.

`unfit-wording`: a word of the lists `wording.<lang>.yaml` in a text of our own; the message says why it is there.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from referral.case.dates import values_at
from referral.case.load import LoadedCase
from referral.case.model import Case, Entity, Fact, LocalText, Person, Posting
from referral.case.model.facts import Standing
from referral.case.references import references
from referral.diagnostics import Diagnostic, warning

# Texts that documents print as ours; what a source says stands in quotes of citations and in the titles of items.
_OURS = (
    ("incidents", ("title",)),
    ("facts", ("text",)),
    ("charges", ("conduct", "unknown")),
    ("postings", ("title", "body", "duties")),
    ("persons", ("label",)),
    ("quantities", ("scope", "wording")),
    ("proceedings", ("competence", "damage.text")),
)
_OPENING, _CLOSING, _STRAIGHT = "«“„", "»”", '"'


class WordGroup(BaseModel):
    """Words that are unfit for one reason. A word that ends in an asterisk stands for all that begin so."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    why: str
    words: tuple[str, ...] = Field(min_length=1)
    instead: dict[str, str] = {}
    sections: tuple[str, ...] = Field((), description="looked for in these sections only; left out: in all")
    unless_quoted: bool = False
    unless_after: tuple[str, ...] = ()
    unless_established: bool = Field(False, description="a court has found what the text says")
    unless_victim: bool = Field(False, description="somebody whom the entry names has the status of a victim")


def check_wording(loaded: LoadedCase, groups: dict[str, dict[str, WordGroup]]) -> Iterator[Diagnostic]:
    """Every unfit word, by language of the text."""
    for section, paths in _OURS:
        for index, entry in loaded.entries(section):
            for where, lang, text in _texts(entry, paths, loaded.case.case.language):
                for name, group, word, found in _unfit(text, groups.get(lang, {})):
                    if not _is_excused(group, section, entry, loaded.case):
                        at, message = loaded.where(section, index, *where), f"“{found}”: {group.why} ({name})"
                        yield warning(at, "unfit-wording", message, _hint(group, word))


def _unfit(text: str, groups: dict[str, WordGroup]) -> Iterator[tuple[str, WordGroup, str, str]]:
    return ((name, group, *found) for name, group in groups.items() for found in unfit(text, group))


def unfit(text: str, group: WordGroup) -> Iterator[tuple[str, str]]:
    """The words of a group that a text holds: as the list has them, and as they stand."""
    folded = text.lower()
    for word in (word for word in group.words if _stem(word) in folded):
        for match in _pattern(word).finditer(text):
            before = text[: match.start()]
            if not (group.unless_quoted and is_quoted(before)) and not _follows(before, group.unless_after):
                yield word, match[0]
                break


def is_quoted(before: str) -> bool:
    """Whether quotation marks stand open at the end of a text."""
    opened = sum(before.count(mark) for mark in _OPENING) - sum(before.count(mark) for mark in _CLOSING)
    return opened > 0 or before.count(_STRAIGHT) % 2 == 1


def _follows(before: str, allowed: tuple[str, ...]) -> bool:
    """Whether one of the words that excuse it stands before, at most two words away."""
    sentence = re.split(r"[.;!?]\s", before)[-1]
    last = " ".join(sentence.replace("«", " ").split()[-3:])
    return any(_pattern(word).search(last) for word in allowed)


@cache
def _stem(word: str) -> str:
    """What a text must hold for the word to be in it: looked for first, because texts are many and words few."""
    return max(word.lower().replace("*", "").split(), key=len)


@cache
def _pattern(word: str) -> re.Pattern[str]:
    parts = (re.escape(part).replace(r"\*", r"[\w’']*") for part in word.split())
    flags = re.NOFLAG if word.isupper() else re.IGNORECASE
    return re.compile(r"(?<!\w)" + r"\s+".join(parts) + r"(?!\w)", flags)


def _hint(group: WordGroup, word: str) -> str | None:
    return f"write: {group.instead[word]}" if word in group.instead else None


def _texts(entry: Entity, paths: tuple[str, ...], plain: str) -> Iterator[tuple[tuple[Any, ...], str, str]]:
    """Where each text of ours stands, its language, and its words; the title of an unlawful post is printed quoted."""
    for path in paths:
        if path == "title" and isinstance(entry, Posting) and entry.is_unlawful_body:
            continue
        for where, value in values_at(entry, path):
            if isinstance(value, LocalText):
                yield from (((*where, lang) if lang else where, lang or plain, t) for lang, t in value.by_lang.items())


def _is_excused(group: WordGroup, section: str, entry: Entity, case: Case) -> bool:
    if group.sections and section not in group.sections:
        return True
    if group.unless_established and isinstance(entry, Fact) and entry.standing is Standing.JUDICIALLY_ESTABLISHED:
        return True
    return group.unless_victim and any(_is_victim(target, case) for _, _, target in references(entry))


def _is_victim(code: str, case: Case) -> bool:
    person = case.by_id.get(code)
    return isinstance(person, Person) and any(status.since for status in person.victim_status)
