"""Words of a case are words in every format, whatever they look like; what cannot be words is an error with its place.

Every key that takes free text, of the case and of its vault, gets markup, template code, a formula, a path to a server;
then, one kind of key at a time, characters that cannot be seen, and a hundred thousand letters without a space.
"""

import copy
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from referral.app.build import compose_document
from referral.app.formats import write_document
from referral.app.project import Project, check_case
from referral.document.nodes import Document
from referral.document.walk import body_blocks, footnotes
from tests.end_to_end.absences import NOT_THE_NAME, PRINTED_OF_SOME, UNPRINTED, is_in
from tests.end_to_end.case_fields import Place, places
from tests.end_to_end.documents import SMALL
from tests.end_to_end.reading import squeezed
from tests.end_to_end.reading_docx import read_docx
from tests.end_to_end.reading_pdf import read_pdf
from tests.end_to_end.variations import Variations, every_document, read_files

HOSTILE = (
    '=HYPERLINK("http://x.example") <script>alert(1)</script> {{ 7*7 }} {% raw %} \\\\server\\x ]]> &amp; '
    "<w:fldSimple w:instr='DATE'/>"
)
UNSEEN = {"a control character": "\x07", "a bidirectional override": "\u202e", "a soft hyphen": "\xad"}
FORMATS = ("docx", "pdf", "html", "text")
KINDS = (
    "notice-of-suspicion", "summons", "service-record", "criminal-complaint", "evidence-annex", "conscript-status-memo",
    "article-15-communication", "element-coverage",
)  # fmt: skip
# Of many pages when every word is a long one.
LONG_KINDS = ("evidence-annex", "article-15-communication", "element-coverage")

# A field of Word computes; these only count and point, inside the document.
_HARMLESS_FIELD = re.compile(
    r'\s*(?:PAGE|NUMPAGES|TOC \\o "1-\d" \\h \\z \\u|TOC \\h \\z \\c "\w+"|SEQ \w+ \\\* ARABIC'
    r"|(?:PAGE|NOTE)?REF _\w+ (?:\\[nrw] )?\\h)\s*"
)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ACTIVE = ("/URI", "/JavaScript", "/JS", "/Launch", "/SubmitForm", "/GoToR", "/OpenAction", "/AA", "/EmbeddedFiles")

FREE_TEXT = [place for place in places(read_files(SMALL)) if place.is_free_text]
ONE_OF_EACH_KIND = list({place.kind: place for place in FREE_TEXT}.values())
PATH_OF_A_FILE = next(place for place in places(read_files(SMALL)) if place.kind == "evidence.files.path")
FILE_NAME = "files/=cmd|' <b>{{ 7*7 }} ]]> &amp; x9999x"
AT_ONCE = 20  # findings; after fifty in one file the rest is not told


@dataclass
class Disguise:
    """Replaces words by hostile ones; the same words by the same, so that a chain of custody stays a chain."""

    known: dict[str, str] = field(default_factory=dict)

    def __call__(self, words: str) -> str:
        return self.known.setdefault(words, f"{HOSTILE} x{len(self.known):04}x")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Variations:
    return Variations(SMALL, tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
def disguise() -> Disguise:
    return Disguise()


@pytest.fixture(scope="module")
def hostile(small: Variations, disguise: Disguise) -> Project:
    """The small case with hostile words in every place, and a file with a hostile name."""
    files = copy.deepcopy(small.original)
    for place in FREE_TEXT:
        place.change(files, disguise)
    path = str(PATH_OF_A_FILE.value(files))
    (small.folder / FILE_NAME).write_bytes((small.folder / path).read_bytes())
    PATH_OF_A_FILE.change(files, lambda words: disguise.known.setdefault("a file", FILE_NAME))
    return small.load(files)


@pytest.fixture(scope="module")
def documents(hostile: Project) -> dict[str, Document]:
    return {request.id: compose_document(hostile, request).document for request in every_document(hostile)}


def words_of(document: Document) -> str:
    return squeezed("".join([*body_blocks(document), *(words for _, words in footnotes(document))]))


def read_back(files: dict[str, bytes]) -> dict[str, str]:
    """The words of each format; those of HTML as an XML reader finds them, outside all tags."""
    word = read_docx(files["docx"])
    pdf = read_pdf(files["pdf"]).mended(word)
    return {
        "docx": word.body + "".join(word.notes.values()),
        "pdf": pdf.body + "".join(pdf.notes.values()),
        "html": squeezed("".join(map(str, etree.fromstring(files["html"]).itertext()))),
        "text": squeezed(files["text"].decode()),
    }


def test_there_is_a_test_for_every_kind_of_document(documents):
    assert sorted(KINDS) == sorted(documents)


@pytest.mark.parametrize("kind", [pytest.param(k, marks=pytest.mark.slow if k in LONG_KINDS else ()) for k in KINDS])
def test_hostile_words_are_words_in_every_format(kind: str, documents: dict[str, Document], disguise: Disguise):
    expected = words_of(documents[kind])
    files = write_document(documents[kind], FORMATS)
    printed = [squeezed(words) for words in disguise.known.values() if squeezed(words)[-6:] in expected]
    assert printed
    found = read_back(files)
    assert [] == [(name, words) for name, text in found.items() for words in printed if words not in text]
    assert [] == [*active_parts_of_docx(files["docx"]), *active_parts_of_html(files["html"])]
    assert set() == set(_ACTIVE) & keys_of_pdf(files["pdf"])


def active_parts_of_docx(data: bytes) -> Iterator[str]:
    package = zipfile.ZipFile(io.BytesIO(data))
    for name in package.namelist():
        if name.startswith("word/media/"):
            yield from active_parts_of_drawing(name, package.read(name))
            continue
        if not name.endswith((".xml", ".rels")):
            yield name
            continue
        for element in etree.fromstring(package.read(name)).iter():
            instruction = str(element.text or "") if element.tag == f"{_W}instrText" else "PAGE"
            if not _HARMLESS_FIELD.fullmatch(instruction):
                yield f"{name}: field {instruction}"
            if element.tag in (f"{_W}fldSimple", f"{_W}object") or element.get("TargetMode") == "External":
                yield f"{name}: {etree.tostring(element)[:80]!r}"


def active_parts_of_drawing(name: str, data: bytes) -> Iterator[str]:
    """Pixels, or lines and words; nothing that runs, loads or leads anywhere."""
    if name.endswith(".png") and data.startswith(b"\x89PNG"):
        return
    for element in etree.fromstring(data).iter("*"):
        named = etree.QName(element).localname
        names = [etree.QName(str(attribute)).localname for attribute in element.attrib]
        if named not in ("svg", "title", "desc", "g", "rect", "line", "polyline", "polygon", "text") or any(
            n.startswith(("on", "href")) for n in names
        ):
            yield f"{name}: {etree.tostring(element)[:80]!r}"


def active_parts_of_html(data: bytes) -> Iterator[str]:
    for element in etree.fromstring(data).iter("*"):
        leads_out = not str(element.get("href", "#")).startswith("#") or element.get("src") is not None
        if element.tag in ("script", "iframe", "object", "embed", "form", "img", "link", "base") or leads_out:
            yield etree.tostring(element)[:80].decode()
        yield from (str(name) for name in element.attrib if str(name).startswith("on"))


def keys_of_pdf(data: bytes) -> set[str]:
    """The keys of every object of the file, and the kinds of its actions."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return {key for found in pdf.objects for key in keys_within(found)}


def keys_within(found: object) -> Iterator[str]:
    """Those of what stands in it, but of no object of its own, which comes by itself."""
    if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        yield from (str(found[key]) for key in ("/S",) if key in found)
        yield from map(str, found.keys())
    inner = (
        found.values() if isinstance(found, pikepdf.Dictionary) else found if isinstance(found, pikepdf.Array) else ()
    )
    for value in inner:
        if not getattr(value, "is_indirect", False):
            yield from keys_within(value)


def test_hostile_words_reach_some_document_from_every_key(documents: dict[str, Document], disguise: Disguise):
    """Otherwise the tests above would prove nothing of it."""
    text = "".join(map(words_of, documents.values()))
    original = read_files(SMALL)
    unprinted = (UNPRINTED, PRINTED_OF_SOME, NOT_THE_NAME)
    silent = {p.kind for p in FREE_TEXT if not any(is_in(table, p) for table in unprinted)}
    for place in FREE_TEXT:
        if any(squeezed(disguise.known.get(words, "?"))[-6:] in text for words in words_in(place.value(original))):
            silent.discard(place.kind)
    assert set() == silent


def words_in(value: object) -> Iterator[str]:
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from words_in(inner)
    else:
        yield str(value)


@pytest.mark.parametrize("path", ["../vault.yaml", "/etc/passwd", "\\\\server\\x", "C:\\x", "files/../../x"])
def test_a_path_out_of_the_case_is_refused_where_it_stands(path: str, small: Variations):
    files = copy.deepcopy(small.original)
    PATH_OF_A_FILE.change(files, lambda words: path)
    rules = {finding.rule for finding in small.check(files) if finding.is_error and finding.position.line > 1}
    assert {"path-leaves-case"} == rules


@pytest.mark.parametrize("character", UNSEEN.values(), ids=UNSEEN.keys())
@pytest.mark.parametrize("start", range(0, len(ONE_OF_EACH_KIND), AT_ONCE))
def test_what_cannot_be_seen_is_refused_wherever_it_stands(start: int, character: str, small: Variations):
    files = copy.deepcopy(small.original)
    chosen = ONE_OF_EACH_KIND[start : start + AT_ONCE]
    for place in chosen:
        place.change(files, lambda words: f"{words[:3]}{character}{words[3:]}")
    wrong = [finding for finding in small.check(files) if finding.is_error]
    assert {"forbidden-character"} == {finding.rule for finding in wrong}
    assert len(chosen) <= len({(finding.position.path, finding.position.line) for finding in wrong})


@pytest.mark.parametrize("place", ONE_OF_EACH_KIND[::AT_ONCE], ids=str)
def test_half_a_surrogate_is_refused_where_it_stands(place: Place, small: Variations):
    """The fast YAML parser refuses it itself, and stops there."""
    files = copy.deepcopy(small.original)
    place.change(files, lambda words: f"{words[:3]}\ud800{words[3:]}")
    (wrong,) = [finding for finding in small.check(files) if finding.is_error]
    assert wrong.rule in ("yaml-syntax", "forbidden-character")
    assert wrong.position.path.endswith(f"{place.file}.yaml")
    assert "\\ud800" in Path(wrong.position.path).read_text("utf-8").splitlines()[wrong.position.line - 1]


LONG = "Ж" * 100_000
OVER_PAGES = "Ж" * 5_000  # where the same words stand at the front of each annex too


@pytest.mark.slow
@pytest.mark.parametrize(
    ("key", "kind", "letters"),
    [
        ("case.title", "evidence-annex", LONG),
        ("case.title", "article-15-communication", OVER_PAGES),
        ("facts.text", "notice-of-suspicion", LONG),
        ("mappings.rationale", "element-coverage", LONG),
        ("evidence.title", "article-15-communication", LONG),
    ],
    ids=lambda value: value if len(value) < 100 else f"{len(value)}",
)
def test_many_letters_without_a_space_are_printed(key: str, kind: str, letters: str, small: Variations):
    files = copy.deepcopy(small.original)
    place = next(place for place in FREE_TEXT if place.kind == key)
    place.change(files, lambda words: letters)
    project = small.load(files)
    (request,) = [r for r in every_document(project) if r.id == kind]
    document = compose_document(project, request).document
    found = read_back(write_document(document, FORMATS))
    times = words_of(document).count(letters)
    assert times
    assert [] == [format_ for format_, text in found.items() if text.count(letters) < times]


def test_a_character_that_cannot_be_seen_is_refused_in_the_file_as_well(tmp_path: Path):
    (tmp_path / "case").mkdir()
    raw = (SMALL / "case.yaml").read_text("utf-8").replace("language: uk", "language: uk # \u202e", 1)
    (tmp_path / "case/case.yaml").write_text(raw, "utf-8")
    (finding,) = check_case(tmp_path / "case")
    assert ("forbidden-character", raw[: raw.index("\u202e")].count("\n") + 1) == (finding.rule, finding.position.line)
