"""The shared words of a language, read from a list that is handed in: phrases, and labels for values of a case."""

from collections.abc import Mapping, Sequence
from string import Formatter
from typing import Any

from referral.errors import TemplateError


class _ByName(Formatter):
    """Fills in values by their bare names: nothing behind them can be asked for, as `str.format` lets one do."""

    def get_field(self, field_name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> tuple[Any, str]:
        return kwargs[field_name], field_name


_BY_NAME = _ByName()


class Phrases:
    """Looks up `words.<lang>.yaml`; an entry that is not there stops the build and says what to add."""

    def __init__(self, words: dict[str, Any], lang: str) -> None:
        self._words, self._lang = words, lang
        self._known: dict[str, Any] = {}

    def __call__(self, path: str, **values: object) -> str:
        """The phrase at `a.b.c`, with `{names}` filled."""
        found = self._known.get(path) or self._known.setdefault(path, self._at(path))
        if not isinstance(found, str):
            raise self._lacking(path)
        return self._filled(path, found, values) if values else found

    def known(self, of: str, value: str) -> str:
        """The word for what a case fills in freely; where its list has none, the value itself, without underscores."""
        found = self.below(f"known.{of}").get(value)
        return found if isinstance(found, str) else value.replace("_", " ")

    def below(self, path: str) -> dict[str, Any]:
        """Every phrase below a path."""
        found = self._at(path)
        if not isinstance(found, dict):
            raise self._lacking(path)
        return dict(found)

    def _filled(self, path: str, phrase: str, values: dict[str, object]) -> str:
        try:
            return _BY_NAME.vformat(phrase, (), values)
        except (ValueError, LookupError) as failure:
            known = ", ".join(f"{{{name}}}" for name in values)
            message = f'words.{self._lang}.yaml: the phrase "{path}" cannot be filled; it may hold {known}: {phrase}'
            raise TemplateError(message) from failure

    def forms(self, path: str) -> list[str]:
        """A list of noun forms («факт», «факти», «фактів»)."""
        return [part.strip() for part in self(path).split("|")]

    def _at(self, path: str) -> Any:
        found: Any = self._words
        for step in path.split("."):
            found = found.get(step) if isinstance(found, dict) else None
        return found

    def _lacking(self, path: str) -> TemplateError:
        return TemplateError(f'words.{self._lang}.yaml has no phrase "{path}"; add it')
