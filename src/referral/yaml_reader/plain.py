"""The data of a text in which nothing is to be refused, read once and without places: nearly every file is such a one.

Whoever gets `NotPlainError` reads the text again with `events`, which says what is wrong and where.
"""

from typing import Any

from yaml import YAMLError
from yaml.events import (
    DocumentEndEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from referral.yaml_reader import parser
from referral.yaml_reader.parser import MAX_DEPTH, NULLS
from referral.yaml_reader.text import holds_forbidden


class NotPlainError(Exception):
    """Something in the text is to be refused, or it is no YAML."""


def plain_data(text: str, max_depth: int = MAX_DEPTH) -> Any:
    """The data; `NotPlainError` if there is anything that `events` would refuse."""
    events = parser.Parser(text)
    try:
        return _Reader(events.get_event, max_depth).document()
    except (YAMLError, ValueError, OverflowError) as failure:
        raise NotPlainError from failure
    finally:
        events.dispose()


class _Reader:
    """Takes events as they come. What is done for every word of a file stands in as few calls as possible."""

    def __init__(self, take: Any, max_depth: int) -> None:
        self._take = take
        self._max_depth = max_depth
        self._known: dict[str, str] = {}  # a word that stands a thousand times is one text in memory

    def document(self) -> Any:
        """The value of the one document; None if there is none."""
        self._take()  # the start of the stream
        if self._take().__class__ is StreamEndEvent:
            return None
        value = self._value(self._take(), self._max_depth)
        _require(self._take(), DocumentEndEvent)
        _require(self._take(), StreamEndEvent)
        return value

    def _value(self, event: Any, depth: int) -> Any:
        kind = event.__class__
        if kind is ScalarEvent:
            value = self._text(event)
            return None if value in NULLS and event.implicit[0] else value
        if kind is not MappingStartEvent:
            _require(event, SequenceStartEvent)
        if depth == 0 or event.tag is not None or event.anchor is not None:
            raise NotPlainError
        return self._mapping(depth - 1) if kind is MappingStartEvent else self._list(depth - 1)

    def _mapping(self, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while (event := self._take()).__class__ is ScalarEvent:
            key = self._text(event)
            if key in found or (key == "<<" and event.implicit[0]):
                raise NotPlainError
            found[key] = self._value(self._take(), depth)
        _require(event, MappingEndEvent)
        return found

    def _list(self, depth: int) -> list[Any]:
        found: list[Any] = []
        while (event := self._take()).__class__ is not SequenceEndEvent:
            found.append(self._value(event, depth))
        return found

    def _text(self, event: Any) -> str:
        value: str = event.value
        if event.tag is not None or event.anchor is not None or (event.style == '"' and holds_forbidden(value)):
            raise NotPlainError
        return self._known.setdefault(value, value)


def _require(event: Event, kind: type[Event]) -> None:
    if event.__class__ is not kind:
        raise NotPlainError
