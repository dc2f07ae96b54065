"""Words that our own texts must not hold, or not without quotation marks. Which ones is data, one list per language.

`unfit-wording`: a word of the lists `wording.<lang>.yaml` in a text of our own; the message says why it is there. So
is a post in a body that is called unlawful, and is not marked as one.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from referral.case.dates import values_at
from referral.case.load import LoadedCase
from referral.case.model import Case, Entity, Fact, Header, LocalText, Person, Posting
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
    ("quantities", ("scope", "wording", "unit")),
    ("proceedings", ("competence", "damage.text")),
    ("leads", ("what", "holder", "shows", "perishes", "caution")),
)
# Looked at for those lists only that name the section: what is said of the case, and reasons that a document prints.
_IF_NAMED = (
    ("considered", ("reason",)),
    ("justified_gaps", ("reason",)),
    ("mappings", ("answer",)),
    ("charges", ("responsibility.reason",)),
    ("quantities", ("caution",)),
    ("sources", ("name",)),
    ("evidence", ("title",)),
)
_HEADER, _OF_HEADER = "case", ("title", "summary", "news", "methodology", "filing_party.mandate")
_OPENING, _CLOSING, _STRAIGHT = "«“„", "»”", '"'


class WordGroup(BaseModel):
    """Words that are unfit for one reason. A word that ends in an asterisk stands for all that begin so."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    why: str
    words: tuple[str, ...] = Field(min_length=1)
    instead: dict[str, str] = {}
    sections: tuple[str, ...] = Field((), description="looked for in these sections only; left out: in the usual ones")
    also: tuple[str, ...] = Field((), description="looked for in these sections beside the usual ones")
    about_service: tuple[str, ...] = Field(
        (), description="only of persons who came to serve so, or where one is named"
    )
    pitfall: str | None = Field(None, description="the pitfall of the law library that such words are")
    unless_quoted: bool = False
    unless_after: tuple[str, ...] = ()
    unless_established: bool = Field(False, description="a court has found what the text says")
    of_bodies: tuple[str, ...] = Field((), description="a post in a body that is called so is one in an unlawful body")
    unless_victim: bool = Field(False, description="somebody whom the entry names has the status of a victim")


def check_wording(loaded: LoadedCase, groups: dict[str, dict[str, WordGroup]]) -> Iterator[Diagnostic]:
    """Every unfit word, by language of the text."""
    for where, lang, text in _texts(loaded.case.case, _OF_HEADER, loaded.case.case.language):
        named = {name: group for name, group in groups.get(lang, {}).items() if _HEADER in group.sections}
        for group, word, message in _unfit(text, named):
            yield warning(loaded.origin.position((_HEADER, *where)), "unfit-wording", message, _hint(group, word))
    yield from _posts_in_unlawful_bodies(loaded, groups)
    for section, paths in _OURS:
        meant = {lang: _of_section(section, own, is_usual=True) for lang, own in groups.items()}
        yield from _in_section(loaded, section, paths, meant)
    for section, paths in _IF_NAMED:
        meant = {lang: _of_section(section, own, is_usual=False) for lang, own in groups.items()}
        yield from _in_section(loaded, section, paths, meant)


def _posts_in_unlawful_bodies(loaded: LoadedCase, groups: dict[str, dict[str, WordGroup]]) -> Iterator[Diagnostic]:
    """Documents put a post in quotation marks only if the entry says that its body is unlawful."""
    for index, posting in loaded.entries("postings"):
        texts = [] if posting.is_unlawful_body else list(_texts(posting, ("body",), loaded.case.case.language))
        called = [w for _, lang, text in texts for w in _called_unlawful(text, groups.get(lang, {}))]
        if called:
            message = (
                f"“{called[0]}”: the body is called unlawful, and the post in it would stand without quotation marks"
            )
            yield warning(loaded.where("postings", index), "unfit-wording", message, "add “is_unlawful_body: true”")


def _called_unlawful(text: str, groups: dict[str, WordGroup]) -> Iterator[str]:
    words = (word for group in groups.values() for word in group.of_bodies)
    yield from (found[0] for word in words if (found := _pattern(word).search(text)))


def _of_section(section: str, groups: dict[str, WordGroup], is_usual: bool) -> dict[str, WordGroup]:
    return {n: g for n, g in groups.items() if section in (*g.sections, *g.also) or (is_usual and not g.sections)}


def _in_section(
    loaded: LoadedCase, section: str, paths: tuple[str, ...], groups: dict[str, dict[str, WordGroup]]
) -> Iterator[Diagnostic]:
    for index, entry in loaded.entries(section):
        for where, lang, text in _texts(entry, paths, loaded.case.case.language):
            for group, word, message in _unfit(text, groups.get(lang, {})):
                if not _is_excused(group, entry, loaded.case):
                    yield warning(loaded.where(section, index, *where), "unfit-wording", message, _hint(group, word))


def _unfit(text: str, groups: dict[str, WordGroup]) -> Iterator[tuple[WordGroup, str, str]]:
    """Every unfit word of a text: its list, the word as the list has it, and what is said of it."""
    for name, group in groups.items():
        for word, found in unfit(text, group):
            yield group, word, f"“{found}”: {group.why} ({', '.join(filter(None, (name, group.pitfall)))})"


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
    parts = (re.escape(part).replace(r"\*", r"[\w’'-]*") for part in word.split())
    flags = re.NOFLAG if word.isupper() else re.IGNORECASE
    return re.compile(r"(?<!\w)" + r"\s+".join(parts) + r"(?!\w)", flags)


def _hint(group: WordGroup, word: str) -> str | None:
    return f"write: {group.instead[word]}" if word in group.instead else None


def _texts(entry: Entity | Header, paths: tuple[str, ...], plain: str) -> Iterator[tuple[tuple[Any, ...], str, str]]:
    """Where each text of ours stands, its language, and its words; the title of an unlawful post is printed quoted."""
    for path in paths:
        if path == "title" and isinstance(entry, Posting) and entry.is_unlawful_body:
            continue
        for where, value in values_at(entry, path):
            if isinstance(value, LocalText):
                yield from (((*where, lang) if lang else where, lang or plain, t) for lang, t in value.by_lang.items())


def _is_excused(group: WordGroup, entry: Entity, case: Case) -> bool:
    if group.unless_established and isinstance(entry, Fact) and entry.standing is Standing.JUDICIALLY_ESTABLISHED:
        return True
    named = [target for _, _, target in references(entry)]
    if group.about_service and not any(_served(code, group, case) for code in (entry.id, *named)):
        return True
    return group.unless_victim and any(_is_victim(code, case) for code in named)


def _served(code: str, group: WordGroup, case: Case) -> bool:
    person = case.by_id.get(code)
    return isinstance(person, Person) and person.service in group.about_service


def _is_victim(code: str, case: Case) -> bool:
    person = case.by_id.get(code)
    return isinstance(person, Person) and any(status.since for status in person.victim_status)
