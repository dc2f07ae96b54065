"""Text in the document's language, dates, numbers, placeholders, long tables."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup, escape

from referral.composition import inline
from referral.composition.scene import Scene
from referral.edtf import UncertainDate
from referral.language import known_languages, load_language


class WordFunctions:
    """Values of the case and phrases of the language as words; what is not there is a placeholder."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._phrases, self._language = scene, scene.phrases, scene.language

    def t(self, value: dict[str, str] | str | None, what: str | None = None) -> Markup:
        """Words of the case in the document's language; absent ones are a placeholder named `what`."""
        if value is None:
            return self.missing(what or self._phrases("missing.text"))
        if isinstance(value, str):
            return escape(value)
        words, lang = in_language(value, self._scene)
        if lang == self._scene.lang:
            return escape(words)
        return inline.text(words, _tag(lang)) + " " + self.missing(self._phrases("missing.translation"))

    def as_written(self, value: dict[str, str]) -> Markup:
        """Words that need no translation, as another spelling of a name; in another language they are marked."""
        words, lang = in_language(value, self._scene)
        return inline.text(words, None if lang == self._scene.lang else _tag(lang))

    def date(self, value: UncertainDate | None, what: str | None = None, form: str = "nom") -> Markup:
        """A date in words that say no more than the case does, in a grammatical case."""
        if value is None:
            return self.missing(what or self._phrases("missing.date"))
        return escape(self._language.date(value, form))

    def day(self, value: dt.date) -> str:
        """A day of the calendar in words."""
        return self._language.day(value)

    @staticmethod
    def missing(what: str) -> Markup:
        return inline.missing(what)

    @staticmethod
    def redacted(words: object) -> Markup:
        return inline.redacted(words)

    @staticmethod
    def code(words: object) -> Markup:
        return inline.code(words)

    def quantity(self, claim: dict[str, Any]) -> Markup:
        """«понад 34 000 осіб»: precision, number, unit; an indefinite claim in the words recorded for it."""
        if claim["value"] is None:
            return self.t(claim["wording"], self._phrases("missing.quantity"))
        words = self._language.number(claim["value"])
        if claim["max"] is not None:
            words += "–" + self._language.number(claim["max"])
        return escape(self._phrases(f"precision.{claim['precision']}", n=words)) + "\u00a0" + self.t(claim["unit"])

    def word(self, path: str, **values: object) -> str:
        return self._phrases(path, **values)

    def known(self, of: str, value: str) -> str:
        """The word for what a case fills in freely, by the name of the list; else the value without underscores."""
        return self._phrases.known(of, value)

    def plural(self, n: int, path: str) -> str:
        """The number with the noun at `path` in the form that goes with it."""
        return f"{self._language.number(n)}\u00a0{self._language.plural(n, self._phrases.forms(path))}"

    def rows(self, items: Sequence[Any], macro: Callable[..., Markup]) -> Markup:
        """Rows of a long table: the macro is called for each item whenever the rows are read, never all at once."""
        key = f"rows-{len(self._scene.row_sources) + 1}"

        def opened() -> Iterator[str]:
            return (str(macro(item)) for item in items)

        self._scene.row_sources[key] = opened
        return inline.rows(key)


def of_law(texts: Mapping[str, str], scene: Scene) -> Markup:
    """Words of the law library, marked where it has none in the document's language; empty if there are none."""
    lang = next((code for code in (scene.lang, *scene.language.read_besides, *texts) if code in texts), scene.lang)
    return inline.text(texts.get(lang, ""), _tag(lang) if lang != scene.lang else None)


def _tag(lang: str) -> str:
    """The full tag of a language that we have words of, the code of any other."""
    return load_language(lang).tag if lang in known_languages() else lang


def in_language(value: dict[str, str], scene: Scene) -> tuple[str, str]:
    """The words in the document's language, else in one that its readers read, the case's, any; and which it is."""
    texts = {key or scene.case_lang: words for key, words in value.items()}
    wanted = (scene.lang, *scene.language.read_besides, scene.case_lang)
    lang = next((code for code in wanted if code in texts), next(iter(texts)))
    return texts[lang], lang
