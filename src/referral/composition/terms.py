"""The terms of a case against the word lists of the templates: what a case is about is data, and its words say what.

`unknown-term`: a term without a word in a language of the documents asked for; mend it, or add the word to the list.
`unknown-custody-event`: an event of custody of a kind that no word list knows; it is printed as it is written.
`wrong-place-code`: a code of a place that does not look like the codes of its register; copy it from the register.
"""

from collections.abc import Iterator
from typing import Any

from referral.case.load import LoadedCase
from referral.case.references import terms
from referral.composition.kinds import SHARED, Library
from referral.diagnostics import Diagnostic, error, warning
from referral.schema_errors import nearest

Words = dict[str, dict[str, Any]]  # by language


def check_terms(loaded: LoadedCase, library: Library) -> Iterator[Diagnostic]:
    """Every finding about terms, events of custody and codes of places."""
    words = _words_needed(loaded, library)
    yield from terms_have_words(loaded, words, library)
    yield from custody_events_have_words(loaded, words)
    yield from place_codes_have_their_form(loaded, library)


def known_terms(words: dict[str, Any], section: str) -> set[str]:
    """The terms that a word list knows in one of its sections."""
    found = words.get(section)
    return set(found) if isinstance(found, dict) else set()


def terms_have_words(loaded: LoadedCase, words: Words, library: Library) -> Iterator[Diagnostic]:
    """`unknown-term`"""
    for section, index, entity in loaded.case.entities():
        for path, term, written in terms(entity):
            known = {lang: known_terms(words[lang], term.section) for lang in words}
            lacking = [lang for lang in words if written not in known[lang]]
            if lacking:
                message = _no_word(term.section, written, lacking, library)
                terms_known = set().union(*known.values()) - {written}
                hint = nearest(written, terms_known) or f"known: {', '.join(sorted(terms_known))}"
                yield error(loaded.where(section, index, *path), "unknown-term", message, hint)


def custody_events_have_words(loaded: LoadedCase, words: Words) -> Iterator[Diagnostic]:
    """`unknown-custody-event`. Without any list of events nothing is unknown."""
    known = set().union(*(known_terms(words[lang].get("known", {}), "custody") for lang in words))
    for index, item in loaded.entries("evidence"):
        for number, event in enumerate(item.custody if known else ()):
            if event.type not in known:
                message = f'"{event.type}" is no event of custody that the word lists know; take a term of PREMIS'
                hint = nearest(event.type, known) or f"known: {', '.join(sorted(known))}"
                place = loaded.where("evidence", index, "custody", number, "type")
                yield warning(place, "unknown-custody-event", message, hint)


def place_codes_have_their_form(loaded: LoadedCase, library: Library) -> Iterator[Diagnostic]:
    """`wrong-place-code`. Of a register whose form no file states, every code is taken."""
    for index, place in loaded.entries("places"):
        for number, code in enumerate(place.codes):
            form = library.place_codes.get(code.system)
            if form and not form.pattern.fullmatch(code.value):
                message = f'"{code.value}" is no code of the register "{code.system}": {form.words}'
                yield error(loaded.where("places", index, "codes", number, "value"), "wrong-place-code", message)


def _words_needed(loaded: LoadedCase, library: Library) -> Words:
    """The lists of the languages asked for; else of the language of the case; of all where none of these has a list."""
    asked = {request.lang for request in loaded.case.documents}.intersection(library.word_languages)
    own = {loaded.case.case.language}.intersection(library.word_languages)
    return {lang: library.words(lang) for lang in sorted(asked or own) or library.word_languages}


def _no_word(section: str, written: str, lacking: list[str], library: Library) -> str:
    files = ", ".join(f"{SHARED}/words.{lang}.yaml" for lang in lacking)
    where = f"{library.folders[-1].name}/{files}"
    return f'"{section}" has no term "{written}" in {where}; write a known one, or add it in a folder of your own'
