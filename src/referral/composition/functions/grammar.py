"""Words in the grammatical case that a sentence needs: as the case file has them, else as the language declines them.

What a person must confirm is printed with a placeholder behind it, which joins the open points.
"""

import datetime as dt
from typing import Any

from markupsafe import Markup, escape

from referral.composition import inline
from referral.composition.functions.words import WordFunctions
from referral.composition.scene import Scene
from referral.language.declension import NOMINATIVE, Declinable, Gender
from referral.language.numbers import day_in_words, number_in_words, people_in_words
from referral.language.transliteration import transliteration_of
from referral.protection.inflected import words_in
from referral.protection.vault import Name

Words = dict[str, str] | None
Forms = dict[str, str | None] | None


class GrammarFunctions:
    """Posts, ranks, bodies and units in a grammatical case, numbers and days in words, names in Latin letters."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._phrases, self._lang = scene, scene.phrases, scene.lang
        self._words = WordFunctions(scene)

    def post_in(self, posting: dict[str, Any], form: str) -> Markup:
        """The post that is held."""
        return self._held(posting, posting["title"], posting["title_forms"], Declinable.POST, form)

    def rank_in(self, posting: dict[str, Any], form: str) -> Markup:
        """The rank that is held; a placeholder if there is none."""
        return self._held(posting, posting["rank"], posting["rank_forms"], Declinable.RANK, form)

    def unit_in(self, code: str, form: str) -> Markup:
        """The name of a unit."""
        unit = self._scene.by_id[code]
        return self._inflected(unit["name"], unit["name_forms"], Declinable.POST, form, None)

    def words_in(self, value: Words, form: str, kind: str = Declinable.POST.value) -> Markup:
        """The name of a body or other words of the case, which have no forms written down."""
        return self._inflected(value, None, Declinable(kind), form, None)

    def number_in_words(self, n: int, form: str = NOMINATIVE, gender: str = Gender.MASCULINE.value) -> str:
        """A whole number in words; in digits if the language has none for it."""
        return number_in_words(self._lang, n, form, gender) or self._scene.language.number(n)

    def people_in_words(self, n: int, form: str = NOMINATIVE) -> str:
        """A number of people, by the word for so large a group where there is one."""
        return people_in_words(self._lang, n, form) or self.number_in_words(n, form)

    def day_in_words(self, value: dt.date, form: str = NOMINATIVE) -> str:
        """A day of the calendar without a digit; with digits if the language has no words for it."""
        return day_in_words(self._lang, value, form) or self._scene.language.day(value)

    def latin_name(self, code: str) -> Markup:
        """First name and surname in Latin letters: the spelling of the vault, else by the official table."""
        identity = self._scene.view.identities.get(code)
        if identity is None or not identity.names:
            return inline.missing(self._phrases("missing.name"))
        return Markup(" ").join(part for key in ("first", "last") if (part := self._latin(identity.names[0], key)))

    def _latin(self, name: Name, part: str) -> str:
        written = getattr(name.latin, part) if name.latin else None
        latin, own = transliteration_of(self._scene.case_lang), getattr(name, part)
        return written or (latin(own) if latin and own else own) or ""

    def _held(self, posting: dict[str, Any], value: Words, forms: Forms, kind: Declinable, form: str) -> Markup:
        holder = self._scene.by_id.get(posting["person"])
        return self._inflected(value, forms, kind, form, Gender.of(holder["sex"]) if holder else None)

    def _inflected(self, value: Words, forms: Forms, kind: Declinable, form: str, gender: Gender | None) -> Markup:
        own = self._own(value)
        if form == NOMINATIVE or own is None:
            return self._words.t(value)
        written = (forms or {}).get(form) if self._lang == self._scene.case_lang else None
        if written:
            return escape(written)
        told, reason = words_in(own, kind, form, gender, self._lang)
        return escape(told) + (Markup(" ") + inline.missing(self._scene.form_to_confirm(form)) if reason else "")

    def _own(self, value: Words) -> str | None:
        """The words in the document's language; None if there are none in it."""
        texts = {lang or self._scene.case_lang: words for lang, words in (value or {}).items()}
        return texts.get(self._lang)
