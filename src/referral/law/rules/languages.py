"""Rules on the languages of a file. Each docstring is the manual of its rule."""

from collections.abc import Iterator
from typing import get_args

from pydantic import BaseModel

from referral.diagnostics import Diagnostic, error
from referral.law.files import Loaded, LoadedCompanion, LoadedFile
from referral.law.model.base import Language
from referral.schema_errors import nearest
from referral.yaml_reader import Loc

_SAID_BESIDE = ("title", "speaker", "text", "reason", "words", "instead", "open")
_SAID_IN_STATUTES = ("title", "short", "party")


def missing_language(loaded: Loaded) -> Iterator[Diagnostic]:
    """What is said in our own words is said in every language of the file, because a report prints it in one of them:
    titles, short names, means of proof, reasons of candidates, parties, limbs of elements; all of a companion file.

    A language of a statute in which only wording of the law and citations stand is named under `wording_only`.
    """
    for file in loaded.everything:
        languages = _languages_of(file)
        for loc, model, names in _speaking(file):
            for name in names:
                given = getattr(model, name, None) or {}
                missing = [lang for lang in languages if given and lang not in given]
                if missing:
                    message = f"{name} is missing in: {', '.join(missing)}"
                    yield error(file.at_key(*loc, name), "missing-language", message)


def _languages_of(file: LoadedFile | LoadedCompanion) -> list[str]:
    return file.spoken if isinstance(file, LoadedFile) else list(file.header.languages)


def _speaking(file: LoadedFile | LoadedCompanion) -> Iterator[tuple[Loc, BaseModel, tuple[str, ...]]]:
    """Entries with the fields in which they speak."""
    yield (file.head,), file.header, _SAID_IN_STATUTES
    if isinstance(file, LoadedCompanion):
        yield from ((loc, claim, _SAID_BESIDE) for loc, claim in file.claims())
        return
    yield from ((loc, means, ("text",)) for loc, means in file.means_of_proof())
    for section in ("authorities", "bound"):
        entries = getattr(file.instrument, section)
        yield from (((file.head, section, n), entry, _SAID_IN_STATUTES) for n, entry in enumerate(entries))
    for loc, provision in file.provisions():
        yield loc, provision, _SAID_IN_STATUTES
        yield from (((*loc, "breaches", n), breach, ("when",)) for n, breach in enumerate(provision.breaches))
        doubts = enumerate(provision.doubtful_breaches)
        yield from (((*loc, "doubtful_breaches", n), doubt, ("why",)) for n, doubt in doubts)
    yield from ((loc, limb, ("label",)) for loc, _, limb in file.limbs())


def unknown_language(loaded: Loaded) -> Iterator[Diagnostic]:
    """Every language used in a file stands in the `languages` of its header; a typing slip does not."""
    for file in loaded.everything:
        known = file.header.languages
        for loc, lang in _languages(file.content, ()):
            if lang not in known:
                message = f'"{lang}" is not among the languages of this file ({", ".join(known)})'
                yield error(file.at_key(*loc), "unknown-language", message, nearest(lang, known))


def _languages(model: BaseModel, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """Every language named in a model, as a key or as `lang`."""
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        if name == "lang":
            yield (*loc, name), value
        elif isinstance(value, BaseModel):
            yield from _languages(value, (*loc, name))
        elif isinstance(value, tuple):
            yield from _languages_of_all(value, (*loc, name))
        elif isinstance(value, dict) and get_args(field.annotation)[0] == Language:
            yield from (((*loc, name, lang), lang) for lang in value)


def _languages_of_all(values: tuple[object, ...], loc: Loc) -> Iterator[tuple[Loc, str]]:
    for n, value in enumerate(values):
        if isinstance(value, BaseModel):
            yield from _languages(value, (*loc, n))
