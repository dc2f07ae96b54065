"""Persons as this recipient may see them: by name where the view has the identity, by label and code elsewhere."""

from typing import Any

from markupsafe import Markup, escape

from referral.composition import inline
from referral.composition.functions.words import WordFunctions
from referral.composition.plain import plain
from referral.composition.scene import Scene
from referral.protection.vault import Identity, NameParts

NOMINATIVE = "nom"
_ORDER = ("last", "first", "patronymic")


class PeopleFunctions:
    """Persons by code, and States; a name that is needed and not recorded is a placeholder."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._phrases = scene, scene.phrases
        self._t = WordFunctions(scene).t

    def person(self, code: str, form: str = NOMINATIVE) -> Markup:
        """Surname, name, patronymic in a grammatical case; without identity, the label and code."""
        identity = self._scene.view.identities.get(code)
        return self._full_name(identity, form) if identity else self.label(code)

    def label(self, code: str) -> Markup:
        """How documents call a person whom they do not name."""
        entry = self._scene.by_id[code]
        words = self._t(entry["label"]) if entry["label"] else escape(self._phrases("person.unlabelled"))
        return Markup("{} ({})").format(words, code)

    def is_code_only(self, code: str) -> bool:
        """Whether the recipient may know nothing of a person but code and roles."""
        view = self._scene.view
        return not view.profile.may_see(view.case.by_id[code].confidentiality)

    def signatory(self, code: str) -> Markup:
        """«Ім’я ПРІЗВИЩЕ», as under a signature."""
        identity = self._scene.view.identities.get(code)
        if identity is None or not identity.names:
            return inline.missing(self._phrases("missing.name"))
        name = identity.names[0]
        first = name.first or f"[{self._phrases('missing.first_name')}]"
        return Markup("{} {}").format(first, (name.last or "").upper())

    def identity_of(self, code: str) -> dict[str, Any] | None:
        """Birth data and residence, or None if this recipient may not see them or nobody recorded them."""
        identity = self._scene.view.identities.get(code)
        return plain(identity) if identity else None

    def state(self, code: str, form: str = NOMINATIVE) -> Markup:
        """The name of a State in a grammatical case."""
        words = self._scene.language.state(code, form)
        return escape(words) if words else Markup("{} {}").format(code, inline.missing(self._phrases("missing.state")))

    def _full_name(self, identity: Identity, form: str) -> Markup:
        if not identity.names:
            return inline.missing(self._phrases("missing.name"))
        name = identity.names[0]
        parts = name if form == NOMINATIVE else getattr(name.forms, form)
        if parts is None:
            words = self._phrases("missing.name_form", form=self._phrases(f"grammar.{form}"))
            return Markup("{} {}").format(self._joined(name), inline.missing(words))
        return self._joined(parts)

    def _joined(self, parts: NameParts) -> Markup:
        return Markup(" ").join(
            escape(value) if (value := getattr(parts, part)) else inline.missing(self._phrases(f"missing.{part}_name"))
            for part in _ORDER
        )
