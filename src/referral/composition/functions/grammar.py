"""Words in the grammatical case that a sentence needs: as the case file has them, else as the language declines them.

What a person must confirm is printed with a placeholder behind it, which joins the open points.
"""

from typing import Any

from markupsafe import Markup, escape

from referral.composition import inline
from referral.composition.functions.words import WordFunctions
from referral.composition.scene import Scene
from referral.language.declension import NOMINATIVE, Declinable, Gender
from referral.language.numbers import figures_and_words, number_in_words
from referral.language.transliteration import transliteration_of
from referral.protection.inflected import parts_of, words_in
from referral.protection.vault import Identity, NameParts

_LATIN = "Latn"
Words = dict[str, str] | None
Forms = dict[str, str | None] | None


class GrammarFunctions:
    """Posts, ranks and bodies in a grammatical case, numbers and sums in words, names in Latin letters."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._phrases, self._lang = scene, scene.phrases, scene.lang
        self._words = WordFunctions(scene)

    def post_in(self, posting: dict[str, Any], form: str) -> Markup:
        """The post that is held."""
        return self._held(posting, posting["title"], posting["title_forms"], Declinable.POST, form)

    def rank_in(self, posting: dict[str, Any], form: str) -> Markup:
        """The rank that is held; a placeholder if there is none."""
        return self._held(posting, posting["rank"], posting["rank_forms"], Declinable.RANK, form)

    def body_in(self, posting: dict[str, Any], form: str) -> Markup:
        """The body that a post belongs to, or else the unit; a placeholder if neither is recorded."""
        if posting["body"]:
            return self._inflected(posting["body"], posting["body_forms"], Declinable.POST, form, None)
        if unit := self._scene.by_id.get(posting["unit"]):
            return self._inflected(unit["name"], unit["name_forms"], Declinable.POST, form, None)
        return inline.missing(self._phrases("missing.body"))

    def words_in(self, value: Words, form: str) -> Markup:
        """A post or body of the case that has no forms written down, as that which decided something."""
        return self._inflected(value, None, Declinable.POST, form, None)

    def number_in_words(self, n: int, form: str = NOMINATIVE, gender: str = Gender.MASCULINE.value) -> str:
        """A whole number in words; in digits if the language has none for it."""
        return number_in_words(self._lang, n, form, gender) or self._scene.language.number(n)

    def sum_in_words(self, amount: str) -> Markup:
        """A sum or term with words behind its figures; a placeholder where a person must write them."""
        told, reason = figures_and_words(self._lang, amount)
        return escape(told) + (Markup(" ") + inline.missing(self._phrases("missing.sum_in_words")) if reason else "")

    def latin_name(self, code: str) -> Markup:
        """First name and surname in Latin letters: as the vault has them, else by the official table, to confirm."""
        identity = self._scene.view.identities.get(code)
        if identity is None or not identity.names:
            return inline.missing(self._phrases("missing.name"))
        if written := _written_in_latin(identity):
            return escape(_first_and_last(parts_of(written)))
        latin, own = transliteration_of(self._scene.case_lang), parts_of(identity.names[0])
        told = _first_and_last({part: latin(words) for part, words in own.items()} if latin else own)
        return escape(told) + " " + inline.missing(self._phrases("missing.latin_name"))

    def has_latin_name(self, code: str) -> bool:
        """Whether the vault itself spells the name in Latin letters, so that no table need be asked."""
        identity = self._scene.view.identities.get(code)
        return identity is not None and bool(identity.names) and _written_in_latin(identity) is not None

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


def _written_in_latin(identity: Identity) -> NameParts | None:
    """The spelling of a paper: under `latin` of the name that documents print, else a name in that script."""
    return identity.names[0].latin or next((name for name in identity.names if name.script == _LATIN), None)


def _first_and_last(parts: dict[str, str]) -> str:
    return " ".join(parts[part] for part in ("first", "last") if part in parts)
