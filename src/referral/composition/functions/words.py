"""Text in the document's language, dates, numbers, placeholders, long tables."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from markupsafe import Markup, escape

from referral.composition import inline
from referral.composition.scene import Scene
from referral.edtf import UncertainDate
from referral.language import known_languages, load_language


def word_functions(scene: Scene) -> dict[str, Callable[..., Any]]:
    phrases, language = scene.phrases, scene.language

    def t(value: dict[str, str] | str | None, what: str | None = None) -> Markup:
        """Words of the case in the document's language; absent ones are a placeholder named `what`."""
        if value is None:
            return missing(what or phrases("missing.text"))
        if isinstance(value, str):
            return escape(value)
        words, lang = _in_language(value, scene)
        if lang == scene.lang:
            return escape(words)
        return inline.text(words, _tag(lang)) + " " + missing(phrases("missing.translation"))

    def date(value: UncertainDate | None, what: str | None = None, form: str = "nom") -> Markup:
        """A date in words that say no more than the case does, in a grammatical case."""
        return missing(what or phrases("missing.date")) if value is None else escape(language.date(value, form))

    def day(value: dt.date) -> str:
        """A day of the calendar in words."""
        return language.day(value)

    def missing(what: str) -> Markup:
        return inline.missing(what)

    def quantity(claim: dict[str, Any]) -> Markup:
        """«понад 34 000 осіб»: precision, number, unit; an indefinite claim in the words recorded for it."""
        if claim["value"] is None:
            return t(claim["wording"], phrases("missing.quantity"))
        words = language.number(claim["value"])
        if claim["max"] is not None:
            words += "–" + language.number(claim["max"])
        return escape(phrases(f"precision.{claim['precision']}", n=words)) + "\u00a0" + t(claim["unit"])

    def word(path: str, **values: object) -> str:
        return phrases(path, **values)

    def plural(n: int, path: str) -> str:
        """The number with the noun at `path` in the form that goes with it."""
        return f"{language.number(n)}\u00a0{language.plural(n, phrases.forms(path))}"

    def rows(items: Sequence[Any], macro: Callable[..., Markup]) -> Markup:
        """Rows of a long table: the macro is called for each item whenever the rows are read, never all at once."""
        key = f"rows-{len(scene.row_sources) + 1}"

        def opened() -> Iterator[str]:
            return (str(macro(item)) for item in items)

        scene.row_sources[key] = opened
        return inline.rows(key)

    named = (t, date, day, missing, quantity, word, plural, rows)
    return {f.__name__: f for f in named} | {"code": inline.code, "redacted": inline.redacted}


def _tag(lang: str) -> str:
    """The full tag of a language that we have words of, the code of any other."""
    return load_language(lang).tag if lang in known_languages() else lang


def _in_language(value: dict[str, str], scene: Scene) -> tuple[str, str]:
    """The words in the document's language, else in the case's, else the first there are; and their language."""
    texts = {key or scene.case_lang: words for key, words in value.items()}
    lang = next((code for code in (scene.lang, scene.case_lang) if code in texts), next(iter(texts)))
    return texts[lang], lang
