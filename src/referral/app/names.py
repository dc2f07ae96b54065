"""Every name, rank, post and unit of a case in its grammatical cases, for people to confirm; or any text, to try."""

from collections.abc import Iterator
from dataclasses import dataclass

from referral.app.project import Project
from referral.case.model import LocalText, Person, Posting, Unit
from referral.case.model.people import CaseForms
from referral.errors import UsageError
from referral.language import DEFAULT_LANGUAGE, known_languages
from referral.language.declension import Declinable, Decline, Declined, Gender, GrammaticalCase, declension_of
from referral.language.transliteration import transliteration_of
from referral.protection.inflected import name_in, parts_of, words_in
from referral.protection.vault import Identity, Name

FORMS = tuple(case.short for case in GrammaticalCase if case.short not in ("nom", "voc"))  # those that documents use
WRITTEN = "written"
_OTHER_SCRIPT = "Latn"
Words = str | dict[str, str]


@dataclass(frozen=True)
class Form:
    """One form. `state`: «written» in the files, «certain» by a rule, or «to-confirm» for the `reason` given."""

    words: Words
    state: str
    reason: str = ""


@dataclass(frozen=True)
class NamedForms:
    """The forms of one name: the section and entry where they belong, the key of the words and that of their forms."""

    section: str
    entry: str
    key: str
    words: Words
    forms_key: str
    forms: dict[str, Form]
    latin: Form | None = None


def decline(text: str, kind: str, gender: str | None = None, lang: str = DEFAULT_LANGUAGE) -> Declined:
    """Any text in seven cases, and how sure that is. UsageError if there is nothing to decline it by."""
    if not text.strip():
        raise UsageError("there is no text to decline")
    try:
        return _rules(lang)(text, Declinable(kind), Gender(gender) if gender else None)
    except ValueError as failure:
        raise UsageError(f"{failure}; kinds: {', '.join(Declinable)}; genders: {', '.join(Gender)}") from failure


def names(project: Project) -> list[NamedForms]:
    """What documents name in this case, in the order of the files: people of the vault, their posts, units."""
    case = project.loaded.case
    _rules(case.case.language)
    return [
        *(found for identity in project.vault.vault.identities for found in _people(project, identity)),
        *(found for _, posting in project.loaded.entries("postings") for found in _held(project, posting)),
        *(found for _, unit in project.loaded.entries("units") for found in _units(project, unit)),
    ]


def _rules(lang: str) -> Decline:
    found = declension_of(lang)
    if found is None:
        known = ", ".join(code for code in known_languages() if declension_of(code))
        raise UsageError(f'there are no rules of declension for the language "{lang}"; there are for: {known}')
    return found


def _people(project: Project, identity: Identity) -> Iterator[NamedForms]:
    """The name that documents print, which is the first, unless it is written in Latin letters."""
    lang, gender = project.loaded.case.case.language, _gender(project, identity.person)
    for name in identity.names[:1]:
        if name.script != _OTHER_SCRIPT:
            forms = {form: _name_form(name, form, gender, lang) for form in FORMS}
            latin = _latin(name, lang)
            yield NamedForms("identities", identity.person, "names", parts_of(name), "forms", forms, latin)


def _gender(project: Project, person: str) -> Gender | None:
    found = project.loaded.case.by_id.get(person)
    return Gender.of(found.sex) if isinstance(found, Person) else None


def _name_form(name: Name, form: str, gender: Gender | None, lang: str) -> Form:
    told = name_in(name, form, gender, lang)
    return _form(parts_of(told.parts), told.reason, told.is_written)


def _latin(name: Name, lang: str) -> Form | None:
    if name.latin:
        return Form(parts_of(name.latin), WRITTEN)
    latin = transliteration_of(lang)
    told = {part: latin(words) for part, words in parts_of(name).items()} if latin else {}
    return Form(told, "to-confirm", "by the official table; a paper may spell it otherwise") if told else None


def _held(project: Project, posting: Posting) -> Iterator[NamedForms]:
    holder = _gender(project, posting.person)
    for key, kind, forms, gender in (
        ("title", Declinable.POST, posting.title_forms, holder),
        ("body", Declinable.POST, posting.body_forms, None),
        ("rank", Declinable.RANK, posting.rank_forms, holder),
    ):
        yield from _words(project, ("postings", posting.id, key), getattr(posting, key), forms, kind, gender)


def _units(project: Project, unit: Unit) -> Iterator[NamedForms]:
    yield from _words(project, ("units", unit.id, "name"), unit.name, unit.name_forms, Declinable.POST, None)


def _words(
    project: Project,
    place: tuple[str, str, str],
    text: LocalText | None,
    written: CaseForms,
    kind: Declinable,
    gender: Gender | None,
) -> Iterator[NamedForms]:
    lang = project.loaded.case.case.language
    texts = {code or lang: words for code, words in (text.by_lang if text else {}).items()}
    if own := texts.get(lang):
        forms = {form: _word_form(own, getattr(written, form), kind, form, gender, lang) for form in FORMS}
        section, entry, key = place
        yield NamedForms(section, entry, key, own, f"{key}_forms", forms)


def _word_form(own: str, written: str | None, kind: Declinable, form: str, gender: Gender | None, lang: str) -> Form:
    if written:
        return _form(written, "", is_written=True)
    return _form(*words_in(own, kind, form, gender, lang), is_written=False)


def _form(words: Words, reason: str, is_written: bool) -> Form:
    state = WRITTEN if is_written else "to-confirm" if reason else "certain"
    return Form(words, state, reason)
