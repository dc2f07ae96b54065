"""The words of one language that a report is told in. They are data, and are handed in by whoever asks for a report."""

from collections.abc import Mapping
from typing import Any

from referral.errors import TemplateError


class Words:
    """The shared words of a language, by path: `state.gap`. TemplateError for a phrase that is not there."""

    def __init__(self, tree: Mapping[str, Any], lang: str) -> None:
        self._tree, self._lang = tree, lang
        self._known: dict[str, Any] = {}

    def __call__(self, path: str, **values: object) -> str:
        """The phrase at `a.b.c`, with `{names}` filled."""
        found = self._known.get(path) or self._known.setdefault(path, self._at(path))
        if not isinstance(found, str):
            raise self._lacking(path)
        return found.format(**values) if values else found

    def below(self, path: str) -> dict[str, Any]:
        """Every phrase below a path, for the script of a page."""
        found = self._at(path)
        if not isinstance(found, dict):
            raise self._lacking(path)
        return dict(found)

    def _at(self, path: str) -> Any:
        found: Any = self._tree
        for step in path.split("."):
            found = found.get(step) if isinstance(found, Mapping) else None
        return found

    def _lacking(self, path: str) -> TemplateError:
        return TemplateError(f'words.{self._lang}.yaml has no phrase "{path}"; add it')
