"""Random cases with something to protect: whom, on what level, who agreed to what; and what must not be told of it.

Each entry carries a word of its own in every text, and each identity is made of words that stand nowhere else. Who may
learn what is written here a second time, in a few plain lines, so that a slip in the program is not copied.
"""

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from hypothesis import strategies as st

from referral.language.declension import Declinable, Gender, declension_of
from referral.language.transliteration import transliteration_of
from tests.end_to_end.case_fields import Data, Files
from tests.property.everybody import peopled

LEVELS = ("public", "confidential", "confidential_ex_parte", "under_seal", "secret")
HIGHEST = {
    "internal": "secret",
    "prosecution": "under_seal",
    "icc-confidential": "under_seal",
    "court": "confidential",
    "defence": "confidential",
    "publication": "public",
    "icc-public": "public",
    "public": "public",
}
_PARTIES = {"suspect", "investigator", "prosecutor", "counsel"}
_OFFICIALS = _PARTIES - {"counsel"}
_HARMED = {"victim", "witness"}
RECIPIENTS = sorted(HIGHEST.keys() - {"internal"})
NAMED = {
    "prosecution": _PARTIES,
    "court": _PARTIES,
    "defence": _PARTIES,
    "publication": _OFFICIALS,
    "icc-confidential": _OFFICIALS,
}
NEVER = {"court", "defence", "icc-confidential"}  # to whom no victim or witness is named
OUTSIDE = {"publication", "icc-confidential", "icc-public", "public"}
NAMES_ALONE = {"publication", "icc-public", "public"}
USE = {"icc-confidential": "icc", "icc-public": "publication", "public": "publication", "publication": "publication"}
USE |= dict.fromkeys(("prosecution", "court", "defence"), "national_authorities")

_ANSWERS = ("granted", "refused", "not_asked")
_STEMS = ("Жвяблюх", "Цвирчун", "Хрумкот", "Фіґлюс", "Дзвякоб", "Шпундзел")
_FIRST = ("Остап", "Віктор", "Тарас", "Роман", "Степан", "Андрій")
_FATHERS = ("Тарасович", "Степанович", "Романович", "Вікторович")
_STREETS = ("Кривоклямкова", "Дзеленчикова", "Пампушкова")
_TEXTS = ("uk", "en")
_DRAWN = ("id", "roles", "consent", "minor", "named_by", "survivor_of_sexual_violence", "in_custody")


@dataclass(frozen=True, repr=False)
class Guarded:
    """A case as plain data with its vault, and the word of each entry."""

    files: Files
    words: dict[str, str]

    def __repr__(self) -> str:
        """What was drawn, for the message of a test."""
        levels = {e["id"]: e["confidentiality"] for e in _entries(self.files["case"]) if "confidentiality" in e}
        people = [{key: p.get(key) for key in _DRAWN} for p in self.files["case"]["persons"]]
        return f"{[f'{code} {level}' for code, level in levels.items() if level != LEVELS[0]]}; {people}"

    def hidden_words(self, profile: str) -> Iterator[str]:
        """The words of entries that stand above what the recipient may see."""
        for entry in _entries(self.files["case"]):
            if _is_above(entry, profile):
                yield self.words[entry["id"]]

    def unsaid_words(self, profile: str) -> Iterator[str]:
        """The words of accounts whose givers did not agree that they be put to this recipient's use."""
        people = {person["id"]: person for person in self.files["case"]["persons"]}
        for item in self.files["case"]["evidence"]:
            giver = people.get(item.get("account", {}).get("person"), {})
            consent, use = giver.get("consent", {}), USE.get(profile)
            if use and (consent.get("uses", {}).get(use, "granted") != "granted" or "withdrawn_on" in consent):
                yield self.words[item["id"]]

    def kept_words(self, profile: str) -> Iterator[str]:
        """The words of records of disclosure, and of items that may not leave the proceedings without permission."""
        if profile != "internal":
            yield from (self.words[record["id"]] for record in self.files["case"].get("disclosures", ()))
        for item in self.files["case"]["evidence"]:
            own = [p for p in item.get("release_permissions", ()) if profile in p["recipients"]]
            lets = {permission.get("allows", "whole") for permission in own}
            is_secret = item.get("needs_release_permission") == "true" and profile in OUTSIDE and not own
            if is_secret or lets == {"existence_only"}:
                yield self.words[item["id"]]

    def codes_of_others(self, profile: str) -> Iterator[str]:
        """The codes of the case, which a recipient who has his own may not see."""
        if profile in self.files["case"]["case"].get("own_codes", ()):
            yield from self.words

    def secrets(self, profile: str) -> Iterator[str]:
        """Strings of the vault that the recipient may not see, each name in every form."""
        people = {person["id"]: person for person in self.files["case"]["persons"]}
        for identity in self.files["vault"]["identities"]:
            person = people[identity["person"]]
            if not _may_be_named(person, profile):
                yield from _names(identity)
            if not _may_be_named(person, profile) or profile in NAMES_ALONE or _is_named_by_act_alone(person, profile):
                yield from _details(identity)


def _is_above(entry: Data, profile: str) -> bool:
    return LEVELS.index(entry.get("confidentiality", "public")) > LEVELS.index(HIGHEST[profile])


def _may_be_named(person: Data, profile: str) -> bool:
    roles = {role["role"] for role in person["roles"]}
    if _is_above(person, profile):
        return False
    if profile in NEVER and roles & _HARMED:
        return False
    if profile in NAMES_ALONE and (person.get("minor") == "true" or person.get("survivor_of_sexual_violence")):
        return False
    return bool(roles & NAMED.get(profile, set())) or "named_by" in person


def _is_named_by_act_alone(person: Data, profile: str) -> bool:
    return not {role["role"] for role in person["roles"]} & NAMED.get(profile, set())


def _names(identity: Data) -> Iterator[str]:
    for name in identity["names"]:
        yield from _forms(name["last"], Declinable.FAMILY_NAME)
        firsts, fathers = (_forms(name["first"], Declinable.GIVEN_NAME), _forms(name["patronymic"], _PATRONYMIC))
        yield from (f"{first} {father}" for first, father in zip(firsts, fathers, strict=True))


def _details(identity: Data) -> Iterator[str]:
    """Papers, contacts, relatives; day and place of birth; where he lives, which a notice by newspaper may tell."""
    yield from identity.get("contacts", ())
    yield from (paper["number"] for paper in identity.get("documents", ()))
    yield from (relative["name"] for relative in identity.get("family", ()))
    if born := identity.get("birth_date"):
        yield from (born, ".".join(reversed(born.split("-"))))
    if "birth_place" in identity:
        yield identity["birth_place"]["uk"]


_PATRONYMIC = Declinable.PATRONYMIC


@cache
def _forms(word: str, kind: Declinable) -> list[str]:
    """In every grammatical case, and each of them in Latin letters."""
    decline, latin = declension_of("uk"), transliteration_of("uk")
    assert decline
    assert latin
    declined = list(decline(word, kind, Gender.MASCULINE).forms.values())
    return [*declined, *map(latin, declined)]


def _entries(case: Data) -> list[Data]:
    return [entry for section in case.values() if isinstance(section, list) for entry in section]


@st.composite
def guarded_cases(draw: st.DrawFn, original: Files) -> Guarded:
    """A variation of a case: other levels, roles, answers and identities, and in half of them everybody everywhere."""
    files = copy.deepcopy(original)
    files["case"]["persons"] = draw(st.permutations(files["case"]["persons"]))  # the first of a role files, or is told
    for person in files["case"]["persons"]:
        person.update(draw(_conditions(person)))
    if draw(st.booleans()):
        draw(peopled(files["case"]))
    for item in files["case"]["evidence"]:
        item.update(draw(_permissions()))
    files["case"]["case"]["own_codes"] = draw(st.lists(st.sampled_from(RECIPIENTS), unique=True, max_size=3))
    entries = [entry for entry in _entries(files["case"]) if entry.get("id", "").rpartition("-")[2].isdigit()]
    levels = st.sampled_from([*["public"] * 4, *LEVELS])
    for entry in entries:
        entry["confidentiality"] = draw(levels)
    words = {entry["id"]: f"ґедзь{number}ґ" for number, entry in enumerate(entries)}
    for entry in entries:
        _say(entry, words[entry["id"]])
    persons = [person["id"] for person in files["case"]["persons"]]
    of_each = zip(persons, draw(st.permutations(_STEMS)), draw(st.permutations(_FIRST)), strict=False)
    files["vault"] = {
        "schema_version": "1",
        "code_key": "5eed" * 16,
        "identities": [draw(_identities(*whose)) for whose in of_each],
    }
    return Guarded(files, words)


@st.composite
def _conditions(draw: st.DrawFn, person: Data) -> Data:
    """What bears on whether a person may be named, and on what of his words may be shown."""
    uses = {use: draw(st.sampled_from(_ANSWERS)) for use in ("storage", "national_authorities", "icc", "publication")}
    consent: Data = {"given_on": "2024-08-02", "uses": uses}
    if draw(st.integers(0, 4)) == 0:
        consent["withdrawn_on"] = "2024-09-01"
    told: Data = {"consent": consent, "minor": draw(st.sampled_from(["true", "false", "false"]))}
    more = draw(st.sampled_from([[], [], [{"role": "victim"}], [{"role": "witness"}], [{"role": "suspect"}]]))
    told["roles"] = [*person["roles"], *more]
    if draw(st.integers(0, 3)) == 0:
        told["named_by"] = "EV-0004"
    if draw(st.integers(0, 3)) == 0:
        told["survivor_of_sexual_violence"] = "true"
    return {**told, "in_custody": draw(st.sampled_from(["yes", "no", "not_stated"]))}


@st.composite
def _permissions(draw: st.DrawFn) -> Data:
    """Whether an item needs a permission to leave the proceedings, and which it has."""
    permission = st.fixed_dictionaries(
        {
            "by": st.just({"uk": "прокурор", "en": "prosecutor"}),
            "given_on": st.just("2024-09-02"),
            "recipients": st.lists(st.sampled_from(RECIPIENTS), min_size=1, unique=True),
        },
        optional={"allows": st.sampled_from(["whole", "text_only", "existence_only"])},
    )
    needed = draw(st.sampled_from(["true", "false"]))
    return {"needs_release_permission": needed, "release_permissions": draw(st.lists(permission, max_size=2))}


@st.composite
def _identities(draw: st.DrawFn, code: str, stem: str, first: str) -> Data:
    """Of words that stand in no case and no template, and of nobody else."""
    number = draw(st.integers(100_000, 999_999))
    last = stem + draw(st.sampled_from(["енко", "ський", "ук"]))
    father = draw(st.sampled_from(_FATHERS))
    return {
        "person": code,
        "names": [{"last": last, "first": first, "patronymic": father}],
        "birth_date": f"19{draw(st.integers(50, 99))}-{draw(st.integers(1, 12)):02}-{draw(st.integers(13, 28))}",
        "birth_place": {"uk": f"хутір Зюзюка{number}"},
        "residence": {"uk": f"місто Умовне, вулиця {draw(st.sampled_from(_STREETS))}, {number}"},
        "documents": [{"kind": "паспорт", "number": f"ЯЯ {number}"}],
        "contacts": [f"+380 67 {number}7", f"box{number}@poshta.example"],
        "family": [{"relation": "сестра", "name": f"Оляна {stem}івна{number}"}] if draw(st.booleans()) else [],
    }


def _say(value: Any, word: str) -> None:
    """Adds the word to every text that is given by language."""
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        if isinstance(inner, dict) and inner.keys() <= {*_TEXTS}:
            inner.update({lang: f"{text} {word}" for lang, text in inner.items()})
        else:
            _say(inner, word)
