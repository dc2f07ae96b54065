"""The pieces of XML that templates get from functions: everything a case or the law says is escaped here.

A `Markup` made here is the only way by which anything but a template's own words enters a document.
"""

from markupsafe import Markup, escape


def text(words: object, lang: str | None = None) -> Markup:
    """Words as text; with `lang`, marked as being in another language than the document."""
    return Markup('<span lang="{}">{}</span>').format(lang, words) if lang else escape(words)


def missing(words: object) -> Markup:
    """A placeholder: visible in the text, and an open point."""
    return Markup("<missing>[{}]</missing>").format(words)


def redacted(words: object) -> Markup:
    return Markup("<redacted>[{}]</redacted>").format(words)


def cite(label: object, target: str | None = None, pin: object | None = None, full: Markup | None = None) -> Markup:
    """A reference to an exhibit with a pinpoint, and the words by which the first note that cites it names it."""
    to = Markup(' to="{}"').format(target) if target else ""
    pinpoint = Markup(' pin="{}"').format(pin) if pin else ""
    named = Markup("<full>{}</full>").format(full) if full else ""
    return Markup("<cite{}{}>{}{}</cite>").format(to, pinpoint, label, named)


def reference(target: str) -> Markup:
    """A reference that prints the number or the name of its target."""
    return Markup('<ref to="{}"/>').format(target)


def sentence(words: object, entry: str) -> Markup:
    """Words that rest on an entry."""
    return Markup('<s from="{}">{}</s>').format(entry, words)


def code(words: object) -> Markup:
    return Markup("<code>{}</code>").format(words)


def rows(key: str) -> Markup:
    return Markup('<rows source="{}"/>').format(key)
