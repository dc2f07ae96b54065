"""Persons as this recipient may see them: by name where the view has the identity, by label and code elsewhere."""

from typing import Any

from markupsafe import Markup, escape

from referral.composition import inline
from referral.composition.functions.words import WordFunctions
from referral.composition.plain import plain
from referral.composition.scene import Scene
from referral.language.declension import NOMINATIVE, Gender, declension_of
from referral.protection.inflected import name_in
from referral.protection.vault import Identity, Name, NameParts

_ORDER = ("last", "first", "patronymic")


class PeopleFunctions:
    """Persons by code, and States; a name that is needed and not recorded is a placeholder."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._phrases = scene, scene.phrases
        self._t = WordFunctions(scene).t

    def person(self, code: str, form: str = NOMINATIVE) -> Markup:
        """Surname, name, patronymic in a grammatical case; without identity, the label and code."""
        identity = self._scene.view.identities.get(code)
        return self._full_name(code, identity, form) if identity else self.label(code)

    def label(self, code: str) -> Markup:
        """How documents call a person whom they do not name."""
        entry = self._scene.by_id[code]
        words = self._t(entry["label"]) if entry["label"] else escape(self._phrases("person.unlabelled"))
        return Markup("{} ({})").format(words, code)

    def is_code_only(self, code: str) -> bool:
        """Whether the recipient may know nothing of a person but code and roles."""
        view = self._scene.view
        return not view.profile.may_see(view.case.by_id[code].confidentiality)

    def signatory(self, code: str, form: str = NOMINATIVE) -> Markup:
        """«Ім’я ПРІЗВИЩЕ», as under a signature."""
        identity = self._scene.view.identities.get(code)
        if identity is None or not identity.names:
            return inline.missing(self._phrases("missing.name"))
        parts, mark = self._in_case(code, identity.names[0], form)
        last = escape(parts.last.upper()) if parts.last else self._part(parts, "last")
        return Markup("{} {}").format(self._part(parts, "first"), last) + mark

    def identity_of(self, code: str) -> dict[str, Any] | None:
        """Birth data and residence, or None if this recipient may not see them or nobody recorded them."""
        identity = self._scene.view.identities.get(code)
        return plain(identity) if identity else None

    def state(self, code: str, form: str = NOMINATIVE) -> Markup:
        """The name of a State in a grammatical case; what the language lacks of it is a placeholder."""
        language = self._scene.language
        name = language.state(code)
        if name is None:
            return Markup("{} {}").format(code, inline.missing(self._phrases("missing.state")))
        if declension_of(language.code) is None:
            return escape(name)
        words = language.state(code, form)
        return escape(words) if words else escape(name) + " " + inline.missing(self._scene.form_to_confirm(form))

    def _full_name(self, code: str, identity: Identity, form: str) -> Markup:
        if not identity.names:
            return inline.missing(self._phrases("missing.name"))
        name = identity.names[0]
        wanted = [part for part in _ORDER if not (name.no_patronymic and part == "patronymic")]
        parts, mark = self._in_case(code, name, form)
        return self._joined(parts, wanted) + mark

    def _in_case(self, code: str, name: Name, form: str) -> tuple[NameParts, Markup]:
        """The name in a case, and the placeholder that follows a form which a person must confirm."""
        if form == NOMINATIVE:
            return name, Markup()
        told = name_in(name, form, Gender.of(self._scene.by_id[code]["sex"]), self._scene.lang)
        return told.parts, Markup(" ") + inline.missing(self._scene.form_to_confirm(form)) if told.reason else Markup()

    def _joined(self, parts: NameParts, wanted: list[str]) -> Markup:
        return Markup(" ").join(self._part(parts, part) for part in wanted)

    def _part(self, parts: NameParts, part: str) -> Markup:
        value = getattr(parts, part)
        return escape(value) if value else inline.missing(self._phrases(f"missing.{part}_name"))
