"""How a provision is cited: the instrument's patterns, filled with its number. The words are data; none stands here."""

import re

from referral.law.model import Instrument, Provision

SHORT = "short"
NUMBER = "number"
ANY_LEVEL = "any"
NOMINATIVE = "nom"
_NAME = re.compile(r"\{([a-z.]+)\}")
_INDEXED = re.compile(r"([0-9]+)-([0-9]+)")
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def cite(instrument: Instrument, provision: Provision, lang: str, form: str = SHORT, superscript: bool = False) -> str:
    """The citation in one form. LookupError if the instrument has no such language or form, or a pattern fails.

    With `superscript`, an article stored with an index (12-3) is printed as 12³.
    """
    values = _values(instrument, provision, lang, superscript)
    values[NUMBER] = _fill(_pattern(instrument, provision, lang, NUMBER), values)
    return values[NUMBER] if form == NUMBER else _fill(_pattern(instrument, provision, lang, form), values)


def forms_of(instrument: Instrument, lang: str) -> frozenset[str]:
    """Every form in which a provision of this instrument can be cited in a language."""
    style = instrument.citation.get(lang)
    return frozenset(form for forms in style.by_level.values() for form in forms) if style else frozenset()


def _pattern(instrument: Instrument, provision: Provision, lang: str, form: str) -> str:
    style = instrument.citation.get(lang)
    levels = {str(level): forms for level, forms in style.by_level.items()} if style else {}
    for forms in (provision.cite.get(lang), levels.get(provision.number.level), levels.get(ANY_LEVEL)):
        if forms and form in forms:
            return forms[form]
    raise LookupError(f'{provision.id} has no citation of the form "{form}" in "{lang}"')


def _fill(pattern: str, values: dict[str, str]) -> str:
    missing = sorted({name for name in _NAME.findall(pattern) if name not in values})
    if missing:
        raise LookupError(f'the pattern "{pattern}" wants {", ".join(missing)}, and there is none')
    return _NAME.sub(lambda match: values[match[1]], pattern)


def _values(instrument: Instrument, provision: Provision, lang: str, superscript: bool) -> dict[str, str]:
    """Everything a pattern may name."""
    values = _numbers(provision, superscript)
    values |= title_names(instrument, lang)
    style = instrument.citation.get(lang)
    return values | _cases("ordinal", style.ordinals.get(provision.number.part or "", {}) if style else {})


def title_names(instrument: Instrument, lang: str) -> dict[str, str]:
    """The names of the instrument that a pattern may use: {title}, {short}, {title.gen} …"""
    plain = (("title", instrument.title), (SHORT, instrument.short))
    cases = _cases("title", instrument.title_forms.get(lang, {}))
    return cases | {name: text[lang] for name, text in plain if lang in text}


def _cases(name: str, forms: dict[str, str]) -> dict[str, str]:
    plain = {name: forms[NOMINATIVE]} if NOMINATIVE in forms else {}
    return plain | {f"{name}.{case}": form for case, form in forms.items()}


def _numbers(provision: Provision, superscript: bool) -> dict[str, str]:
    parts = dict(provision.number.parts)
    index = _INDEXED.fullmatch(parts.get("article", ""))
    if superscript and index:
        parts["article"] = index[1] + index[2].translate(SUPERSCRIPT)
    return parts
