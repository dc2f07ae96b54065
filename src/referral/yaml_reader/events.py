"""The event stream of a YAML document with the place of every node; whatever is more than plain YAML is refused.

`yaml-syntax`: the text is not YAML.
`yaml-tag`: a tag (`!…`); every value is plain text here, write it without.
`yaml-anchor`: an anchor (`&…`); write the value out where it is needed.
`yaml-alias`: an alias (`*…`); write the value out.
`yaml-merge-key`: the merge key `<<`; write the fields out.
`duplicate-key`: a key that stands twice in one mapping; keep one.
`complex-key`: a list or mapping as a key; a key is plain text.
`nested-too-deep`: lists and mappings nested deeper than any case needs.
`several-documents`: a second YAML document after `---`; a file holds one.
"""

from dataclasses import dataclass
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from referral.diagnostics import Diagnostic, Position, error
from referral.yaml_reader import parser
from referral.yaml_reader.file import Marked, Marks, Place
from referral.yaml_reader.parser import MAX_DEPTH, NULLS
from referral.yaml_reader.text import MOST_FINDINGS, at_most, forbidden_in_value

# What people mean by the commonest complaints of the parser, by words that both parsers use.
_HINTS = {
    "mapping values are not allowed": 'a text that holds ": " stands in quotation marks',
    "tab character": "indent with spaces, not tabs",
    "cannot start any token": "indent with spaces, not tabs; a text that begins with @, ` or % is quoted",
    "end of stream": "a quotation mark or bracket is opened and not closed",
    "a flow": "a bracket is opened and not closed, or a comma is missing",
    "block end": "see whether the lines above are indented alike, and every quotation mark above is closed",
    "block mapping": "see whether the lines above are indented alike, and every quotation mark above is closed",
    "simple key": 'a key is followed by ":" and a space; a long text may need “|” or quotation marks',
}


def read_marked(text: str, path: str, max_depth: int = MAX_DEPTH) -> tuple[Marked, tuple[Diagnostic, ...]]:
    """Plain data from text with its places, and every refusal."""
    builder = _Builder(path, max_depth)
    try:
        for event in yaml.parse(text, Loader=parser.Parser):
            if not builder.take(event) or len(builder.findings) > MOST_FINDINGS:
                break
    except yaml.MarkedYAMLError as failure:
        builder.findings.append(_syntax_error(failure, path))
    except (yaml.YAMLError, ValueError, OverflowError) as failure:  # the pure parser lets chr() raise on its own
        builder.findings.append(error(Position(path), "yaml-syntax", f"this is not YAML: {failure}"))
    return Marked(builder.root, builder.marks), tuple(at_most(builder.findings))


@dataclass(slots=True)
class _Frame:
    """One open mapping or list while it is being filled."""

    container: Any
    is_mapping: bool
    key: str | None = None
    key_place: Place = (1, 1)
    has_key: bool = False  # with `key` None: the key was refused; its value is read for findings and not kept


class _Builder:
    """Fills plain data from events and collects every refusal on the way."""

    def __init__(self, path: str, max_depth: int) -> None:
        self.path = path
        self.max_depth = max_depth
        self.root: Any = None
        self.findings: list[Diagnostic] = []
        self.marks: Marks = {}
        self._stack: list[_Frame] = []
        self._documents = 0
        self._refused: list[Any] = []  # marks go by identity: a container not kept must not be freed and its id reused

    def take(self, event: Event) -> bool:
        """Handle one event; False means that reading on makes no sense."""
        if isinstance(event, ScalarEvent):
            self._scalar(event)
        elif isinstance(event, CollectionStartEvent):
            return self._open(event)
        elif isinstance(event, CollectionEndEvent):
            self._stack.pop()
        elif isinstance(event, AliasEvent):
            self._alias(event)
        elif isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                return self._refuse(event, "several-documents", "a file holds one YAML document; split it at “---”")
        return True

    def _scalar(self, event: ScalarEvent) -> None:
        self._check_node(event)
        if event.style == '"':  # the only style with escapes
            self.findings.extend(forbidden_in_value(event.value, self._position(event)))
        if self._expects_key():
            self._take_key(self._stack[-1], event)
        else:
            self._add(event, None if event.implicit[0] and event.value in NULLS else event.value)

    def _expects_key(self) -> bool:
        return bool(self._stack) and self._stack[-1].is_mapping and not self._stack[-1].has_key

    def _take_key(self, frame: _Frame, event: ScalarEvent) -> None:
        key = event.value
        frame.has_key, frame.key, frame.key_place = True, key, _place(event)
        if key == "<<" and event.implicit[0]:
            self._refuse(event, "yaml-merge-key", 'the merge key "<<" is not allowed; write the fields out')
            frame.key = None
        elif key in frame.container:
            line = self.marks[id(frame.container)][key][0][0]
            self._refuse(
                event,
                "duplicate-key",
                f'key "{" ".join(key[:80].split())}" stands twice here; the first is in line {line}',
            )
            frame.key = None

    def _alias(self, event: AliasEvent) -> None:
        self._refuse(event, "yaml-alias", f'alias "*{event.anchor}" is not allowed; write the value out')
        if self._expects_key():
            self._stack[-1].has_key = True
        else:
            self._add(event, None)

    def _open(self, event: CollectionStartEvent) -> bool:
        self._check_node(event)
        if len(self._stack) >= self.max_depth:
            return self._refuse(event, "nested-too-deep", f"nested deeper than {self.max_depth} levels")
        if self._expects_key():
            return self._refuse(event, "complex-key", "a key is plain text, not a list or a mapping")
        is_mapping = isinstance(event, MappingStartEvent)
        container: Any = {} if is_mapping else []
        self._add(event, container)
        self.marks[id(container)] = {}
        self._stack.append(_Frame(container, is_mapping))
        return True

    def _add(self, event: NodeEvent, value: Any) -> None:
        if not self._stack:
            self.root = value
            return
        frame, place = self._stack[-1], _place(event)
        marks = self.marks[id(frame.container)]
        if not frame.is_mapping:
            marks[len(frame.container)] = (place, place)
            frame.container.append(value)
            return
        if frame.key is None:
            self._refused.append(value)
        else:
            marks[frame.key] = (frame.key_place, place)
            frame.container[frame.key] = value
        frame.key, frame.has_key = None, False

    def _check_node(self, event: ScalarEvent | CollectionStartEvent) -> None:
        if event.tag is not None:
            self._refuse(event, "yaml-tag", f'tag "{event.tag}" is not allowed; write plain text')
        if event.anchor is not None:
            self._refuse(event, "yaml-anchor", f'anchor "&{event.anchor}" is not allowed; write values out')

    def _position(self, event: Event) -> Position:
        return Position(self.path, *_place(event))

    def _refuse(self, event: Event, rule: str, message: str) -> bool:
        self.findings.append(error(self._position(event), rule, message))
        return False


def _place(event: Event) -> Place:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _syntax_error(failure: yaml.MarkedYAMLError, path: str) -> Diagnostic:
    """A text in quotation marks that never ends is shown where it begins."""
    marks = (failure.problem_mark, failure.context_mark)
    mark = next(filter(None, reversed(marks) if "quoted scalar" in (failure.context or "") else marks), None)
    position = Position(path, mark.line + 1, mark.column + 1) if mark else Position(path)
    problem = " ".join(part for part in (failure.context, failure.problem) if part)
    hint = next((hint for words, hint in _HINTS.items() if words in problem), None)
    return error(position, "yaml-syntax", f"this is not YAML: {problem}", hint)
