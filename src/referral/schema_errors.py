"""What pydantic found wrong with plain data, as diagnostics in plain words at the place in the YAML file.

Serves every room that reads files into models; knows no field name of any of them.

`unknown-key`: a key that is not in the manual; the nearest known key, or all of them, are named.
`missing-key`: a key without which the entry means nothing; write it.
`missing-value`: a key with nothing behind it; write the value, or leave the key out.
`wrong-shape`: a list, a mapping or a plain text where another of the three is expected.
`wrong-value`: a text that is not one of the words, or not of the form, that may stand there.
"""

import difflib
from collections.abc import Callable, Iterable, Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from referral.diagnostics import Diagnostic, Position, error

Loc = tuple[str | int, ...]
Locate = Callable[[Loc, bool], Position]  # (location in the data, of the key rather than the value?) -> place in a file

_KEY = "[key]"  # what pydantic puts at the end of a location when a key is refused and not its value
_SHAPES = {
    "list_type": "a list is expected (lines that begin with “- ”)",
    "tuple_type": "a list is expected (lines that begin with “- ”)",
    "dict_type": "a mapping is expected (lines “key: value”)",
    "model_type": "a mapping is expected (lines “key: value”)",
    "words_type": "text is expected, or one text per language ({uk: …, en: …})",
}
_JUDGES_CONTENT = frozenset({"value_error", "too_short", "too_long"})  # the shape is right, what is in it is not


def explain(failure: ValidationError, model: type[BaseModel], locate: Locate, within: Loc = ()) -> Iterator[Diagnostic]:
    """One diagnostic for each thing that the model refused, or that a part of it refused which stands `within` it."""
    for detail in failure.errors(include_url=False):
        yield _diagnostic({**detail, "loc": (*within, *detail["loc"])}, model, locate)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """«nearest: …» for a misspelt key or id, None if nothing comes close."""
    close = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f"nearest: {close[0]}" if close else None


def _diagnostic(detail: ErrorDetails, model: type[BaseModel], locate: Locate) -> Diagnostic:
    loc, kind = detail["loc"], detail["type"]
    name = _name(loc)
    if kind == "extra_forbidden":
        known = _fields_at(model, loc[:-1])
        return error(locate(loc, True), "unknown-key", f"there is no key {name} here", _suggest(str(loc[-1]), known))
    if kind == "missing":
        return error(locate(loc[:-1], False), "missing-key", f"{name} is missing; write it")
    if detail["input"] is None:
        message = f"{name or 'this entry'} is empty; write it, or leave it out"
        return error(locate(loc, True), "missing-value", message)
    prefix = f"{name}: " if name else ""
    if _is_wrong_shape(kind, detail["input"]):
        shape = _SHAPES.get(kind, "plain text is expected here")
        return error(locate(loc, False), "wrong-shape", f"{prefix}{shape}")
    return error(locate(loc, loc[-1:] == (_KEY,)), "wrong-value", f"{prefix}{_plain(detail)}")


def _name(loc: Loc) -> str:
    """The key in quotation marks; nothing for an entry of a list or the whole file."""
    keys = [step for step in loc if step not in (_KEY, "")]  # plain words stand under the empty key in the data only
    return f'"{_shortened(keys[-1])}"' if keys and isinstance(keys[-1], str) else ""


def _is_wrong_shape(kind: str, given: object) -> bool:
    return kind in _SHAPES or (isinstance(given, list | dict) and kind not in _JUDGES_CONTENT)


def _suggest(name: str, known: list[str]) -> str:
    return nearest(name, known) or f"keys here: {', '.join(sorted(known))}"


def _plain(detail: ErrorDetails) -> str:
    context, kind, given = detail.get("ctx", {}), detail["type"], _shortened(str(detail["input"]))
    if kind in ("enum", "literal_error"):
        return f"“{given}” is not one of {context['expected']}"
    if kind == "form":  # of `case.model.scalars`: its message tells in words what the pattern wants
        return f"“{given}” is not right: {detail['msg']}"
    if kind == "value_error":
        return str(context["error"])
    if kind == "string_pattern_mismatch":
        return f"“{given}” does not have the form {context['pattern']}"
    if kind in ("too_short", "string_too_short"):
        return "at least one is needed; this is empty" if kind == "too_short" else "the text is empty; write it"
    return detail["msg"][:1].lower() + detail["msg"][1:]


def _shortened(text: str) -> str:
    """On one line, and no longer than a line."""
    words = " ".join(text[:1000].split())
    return words if len(words) <= 80 else f"{words[:80]}…"


def _fields_at(model: type[BaseModel], loc: Loc) -> list[str]:
    """The keys that may stand at a location of the data."""
    for step in loc:
        field = model.model_fields.get(step) if isinstance(step, str) else None
        found = _model_in(field.annotation) if field else None
        model = found or model
    return list(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((m for m in map(_model_in, get_args(annotation)) if m), None)
