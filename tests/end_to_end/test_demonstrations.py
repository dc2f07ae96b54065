"""The demonstration cases: free of errors, composed, with invented and real kept apart, and in words of their own.

What is protected stays out of public documents: names of the vault, and what would tell who the real man is whom
one of the sources describes.
"""

import re
import time
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from referral.app.project import check_case
from referral.case.model import Charge, Entity, Person
from referral.diagnostics import to_text
from referral.language.phrases import Phrases
from referral.protection.vault import Identity, NameParts
from tests.end_to_end.documents import DEMONSTRATIONS, ROOT, Listed, listed, project, text, tree
from tests.end_to_end.mentions import lines, mentions
from tests.end_to_end.variations import read_files

SEEDS = ROOT.parent / "shared/seeds"
SHINGLE = 8  # words
SECONDS = 30  # of the processor, in which the texts of a case are composed, on a slow machine
REQUIRED_DOCUMENTS = {
    ("notice-of-suspicion", "uk", "prosecution"),
    ("criminal-complaint", "uk", "prosecution"),
    ("evidence-annex", "uk", "prosecution"),
    ("evidence-annex", "en", "public"),
    ("article-15-communication", "en", "public"),
    ("element-coverage", "uk", "internal"),
    ("element-coverage", "en", "internal"),
}
# Names of bodies and posts, words of the law and of headlines: they are as they are, in whatever text they stand.
FIXED_WORDS = (
    "Autonomous Republic of Crimea and the city of Sevastopol",
    "Main Directorate of Intelligence of the Ministry of Defence",
    "Main Directorate of Intelligence of the Ministry of Defense",
    "so-called military commissar of the city and district of Krasnoperekopsk",
    "so-called military commissar of the city of",
    "Pavlo Lysyanskyi, director of the Institute of Strategic Research and Security",
    "member of the parliamentary committee on national security",
    "Article 438 of the Criminal Code of Ukraine",
    "violation of the laws and customs of war",
    "serve in the armed forces of the occupying Power",
    "occupied parts of Kherson and Zaporizhzhia regions",
)
# First name, age and trade of the real man of whom article 001 tells; article and region of his trial.
OF_THE_TEACHER = re.compile(r"\bAndrii\b|\bАндрі[йяєю]\b|computer science|інформатик|\bLviv\b|\bЛьвів")
# How Ukrainian names are written in Latin letters (Resolution 55 of 2010), but for the beginnings of words.
_LATIN = dict(zip("абвгґдезиіїйклмнопрстуфь", "abvhgdezyiiiklmnoprstuf ", strict=True)) | {
    "є": "ie", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ю": "iu", "я": "ia",
}  # fmt: skip

each_case = pytest.mark.parametrize("case", DEMONSTRATIONS, ids=lambda case: case.name)
DOCUMENTS = [document for case in DEMONSTRATIONS for document in listed(case)]
each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=str)
each_public_document = pytest.mark.parametrize("document", [d for d in DOCUMENTS if d.profile == "public"], ids=str)
COMMUNICATIONS = [document for document in DOCUMENTS if document.id == "article-15-communication"]
each_communication = pytest.mark.parametrize("document", COMMUNICATIONS, ids=str)


@each_case
def test_a_demonstration_has_no_errors(case: Path):
    assert [] == [to_text(finding) for finding in check_case(case) if finding.is_error]


@each_case
def test_a_demonstration_lists_every_kind_of_document(case: Path):
    assert set() == REQUIRED_DOCUMENTS - {(document.id, document.lang, document.profile) for document in listed(case)}


@each_case
def test_the_documents_of_a_demonstration_are_composed_soon(case: Path):
    begun = time.process_time()
    assert [] == [document.id for document in listed(case) if not text(document).strip()]
    assert time.process_time() - begun < SECONDS


# --- invented and real ---


@each_document
def test_what_is_invented_is_marked_wherever_it_is_told(document: Listed):
    """A person or a charge, told of in sentences that run on, is marked once in each document; a charge through him."""
    phrases = Phrases(project(document.case).templates.words(document.lang), document.lang)
    marks = (phrases("invented_mark"), phrases("invented_in_words"))
    known = list(lines(tree(document)))
    unmarked = []
    for entry in invented_entries(document.case):
        told = mentions(known, entry, document.lang)
        without_mark = [words for words in told if not any(mark in words.lower() for mark in marks)]
        if without_mark and (not isinstance(entry, Person) or without_mark == told):
            unmarked.append((entry.id, without_mark[0]))
    assert [] == unmarked


def invented_entries(case: Path) -> Iterator[Entity]:
    entries = (entry for _, _, entry in project(case).loaded.case.entities() if entry.invented)
    return (entry for entry in entries if not (isinstance(entry, Charge) and entry.person))


@each_document
def test_a_document_of_a_demonstration_says_what_it_is(document: Listed):
    first_words = text(document)[:2000].casefold()
    assert "демонстраційн" in first_words or "demonstration" in first_words


# --- own words ---


@each_communication
def test_no_paragraph_of_a_communication_occurs_twice(document: Listed):
    body = text(document).split("\nOpen points\n=")[0]
    numbered = [re.sub(r"^\d+\. ", "", block) for block in body.split("\n\n") if re.match(r"\d+\. ", block)]

    assert 60 < len(numbered)
    assert {} == {words: n for words, n in Counter(numbered).items() if n > 1}


@each_case
def test_no_sentence_of_an_article_is_copied(case: Path):
    if not SEEDS.is_dir():
        pytest.skip("the articles are not here")
    copied = {
        path: " ".join(shingle)
        for path, words in own_words(read_files(case)["case"])
        for shingle in shingles(words)
        if shingle in shingles_of_articles()
    }
    assert {} == copied


def own_words(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text but quotations, which say that they are, and the titles of articles."""
    if re.fullmatch(r".*\.quote|\.evidence\.\d+\.title", path):
        return
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from own_words(inner, f"{path}.{key}")
    else:
        yield path, str(value)


@cache
def shingles_of_articles() -> frozenset[tuple[str, ...]]:
    articles = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    assert articles
    return frozenset(shingle for article in articles for shingle in shingles(article))


def shingles(text_: str) -> set[tuple[str, ...]]:
    """Every run of so many words; fixed words interrupt it."""
    found: set[tuple[str, ...]] = set()
    for piece in re.split(_fixed(), folded_words(text_)):
        words = piece.split()
        found |= {tuple(words[n : n + SHINGLE]) for n in range(len(words) - SHINGLE + 1)}
    return found


@cache
def _fixed() -> str:
    return "|".join(rf"\b{folded_words(words)}\b" for words in FIXED_WORDS)


def folded_words(text_: str) -> str:
    """Words without case and punctuation, one space between."""
    return " ".join(re.findall(r"[^\W_]+", re.sub("[’']", "", text_.casefold())))


# --- protected ---


@each_case
def test_nothing_tells_who_the_teacher_is(case: Path):
    files = [path for path in sorted(case.rglob("*")) if path.is_file() and path.suffix not in (".png", ".jpg")]
    documents = {str(document): text(document) for document in listed(case)}
    texts = {**{path.name: path.read_text("utf-8") for path in files}, **documents}
    assert [] == [(name, found[0]) for name, words in texts.items() if (found := OF_THE_TEACHER.search(words))]


@each_public_document
def test_a_public_document_has_nothing_of_the_vault(document: Listed):
    loaded = project(document.case)
    public = loaded.view("public").identities
    secret = {code: identity for code, identity in loaded.vault.identities.items() if code not in public}
    printed = f" {folded_words(tree(document).properties.title)} {folded_words(text(document))} "
    needles = {needle for identity in secret.values() for words in words_of(identity) for needle in spellings(words)}
    assert len(needles) > len(secret)
    assert [] == [needle for needle in needles if f" {needle} " in printed]


def words_of(identity: Identity) -> Iterator[str]:
    for name in identity.names:
        forms = (name, name.forms.gen, name.forms.dat, name.forms.acc, name.forms.ins)
        yield from (words for form in forms if form for words in _names(form))
    yield from (paper.number for paper in identity.documents)
    yield from identity.contacts
    yield from (relative.name for relative in identity.family)
    for place in (identity.birth_place, identity.residence):
        yield from place.by_lang.values() if place else ()


def _names(form: NameParts) -> Iterator[str]:
    """The surname, and first name with patronymic; a first name alone tells nothing."""
    yield from filter(None, (form.last,))
    if form.first and form.patronymic:
        yield f"{form.first} {form.patronymic}"


def spellings(words: str) -> set[str]:
    folded = folded_words(words)
    return {folded, "".join(_LATIN.get(letter, letter) for letter in folded)}
