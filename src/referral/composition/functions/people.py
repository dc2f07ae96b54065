"""Persons as this recipient may see them: by name where the view has the identity, by label and code elsewhere."""

from collections.abc import Callable
from typing import Any

from markupsafe import Markup, escape

from referral.composition import inline
from referral.composition.functions.words import word_functions
from referral.composition.plain import plain
from referral.composition.scene import Scene
from referral.protection.vault import Identity, NameParts

NOMINATIVE = "nom"
_ORDER = ("last", "first", "patronymic")


def people_functions(scene: Scene) -> dict[str, Callable[..., Any]]:
    phrases = scene.phrases
    t = word_functions(scene)["t"]

    def person(code: str, form: str = NOMINATIVE) -> Markup:
        """Surname, name, patronymic in a grammatical case; without identity, the label and code."""
        identity = scene.view.identities.get(code)
        return _full_name(identity, form) if identity else label(code)

    def label(code: str) -> Markup:
        """How documents call a person whom they do not name."""
        entry = scene.by_id[code]
        words = t(entry["label"]) if entry["label"] else escape(phrases("person.unlabelled"))
        return Markup("{} ({})").format(words, code)

    def is_code_only(code: str) -> bool:
        """Whether the recipient may know nothing of a person but code and roles."""
        return not scene.view.profile.may_see(scene.view.case.by_id[code].confidentiality)

    def signatory(code: str) -> Markup:
        """«Ім’я ПРІЗВИЩЕ», as under a signature."""
        identity = scene.view.identities.get(code)
        if identity is None or not identity.names:
            return inline.missing(phrases("missing.name"))
        name = identity.names[0]
        first = name.first or f"[{phrases('missing.first_name')}]"
        return Markup("{} {}").format(first, (name.last or "").upper())

    def identity_of(code: str) -> dict[str, Any] | None:
        """Birth data and residence, or None if this recipient may not see them or nobody recorded them."""
        identity = scene.view.identities.get(code)
        return plain(identity) if identity else None

    def state(code: str, form: str = NOMINATIVE) -> Markup:
        """The name of a State in a grammatical case."""
        words = scene.language.state(code, form)
        return escape(words) if words else Markup("{} {}").format(code, inline.missing(phrases("missing.state")))

    def _full_name(identity: Identity, form: str) -> Markup:
        if not identity.names:
            return inline.missing(phrases("missing.name"))
        name = identity.names[0]
        parts = name if form == NOMINATIVE else getattr(name.forms, form)
        if parts is None:
            needed = inline.missing(phrases("missing.name_form", form=phrases(f"grammar.{form}")))
            return Markup("{} {}").format(_joined(name), needed)
        return _joined(parts)

    def _joined(parts: NameParts) -> Markup:
        return Markup(" ").join(
            escape(value) if (value := getattr(parts, part)) else inline.missing(phrases(f"missing.{part}_name"))
            for part in _ORDER
        )

    return {f.__name__: f for f in (person, label, is_code_only, signatory, identity_of, state)}
