"""The shared words of a language: fixed phrases, and labels for the values that a case may hold."""

from typing import Any

from referral.errors import TemplateError


class Phrases:
    """Looks up `words.<lang>.yaml`; an entry that is not there stops the build and says what to add."""

    def __init__(self, words: dict[str, Any], lang: str) -> None:
        self._words = words
        self._lang = lang

    def __call__(self, path: str, **values: object) -> str:
        """The phrase at `a.b.c`, with `{names}` filled."""
        found: Any = self._words
        for step in path.split("."):
            found = found.get(step) if isinstance(found, dict) else None
        if not isinstance(found, str):
            raise TemplateError(f'words.{self._lang}.yaml has no phrase "{path}"; add it')
        return self._filled(path, found, values) if values else found

    def _filled(self, path: str, phrase: str, values: dict[str, object]) -> str:
        try:
            return phrase.format(**values)
        except (ValueError, LookupError, AttributeError) as failure:
            known = ", ".join(f"{{{name}}}" for name in values)
            message = f'words.{self._lang}.yaml: the phrase "{path}" cannot be filled; it may hold {known}: {phrase}'
            raise TemplateError(message) from failure

    def forms(self, path: str) -> list[str]:
        """A list of noun forms («факт», «факти», «фактів»)."""
        return [part.strip() for part in self(path).split("|")]
