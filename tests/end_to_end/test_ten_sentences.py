"""Whoever has only the finished communication finds the source of a sentence; its sidecar names the same place.

Of each demonstration ten sentences are drawn by lot, the same ones every time. In the Word file the way is: the
sentence, its note, the label and the place in the note, the note above to which it may lead, where the item is named in
full, the row of the index in Annex A, which must name the same. Nothing but printed words is followed. In the sidecar:
the sentence, its citations, the list of items.
"""

import re
from dataclasses import dataclass
from functools import cache
from random import Random

import pytest

from referral.app.build import build
from referral.app.edited import read_sidecar
from referral.tracing.keys import key
from referral.tracing.sidecar_model import SentenceTraced, Sidecar
from tests.end_to_end.apparatus import Apparatus, Place, Said
from tests.end_to_end.documents import DEMONSTRATIONS, Listed, listed, project, request

COMMUNICATIONS = [d for case in DEMONSTRATIONS for d in listed(case) if d.id == "article-15-communication"]
each_communication = pytest.mark.parametrize("document", COMMUNICATIONS, ids=str)
DRAWN = 10


@dataclass(frozen=True)
class Package:
    """All files of one communication."""

    words: tuple[Apparatus, ...]
    sidecars: tuple[Sidecar, ...]

    def row(self, label: str) -> list[str]:
        """What the index in Annex A says of an exhibit: identifier, title, source and more."""
        return next(file for file in self.words if file.has_index).index[label]

    def named(self, label: str, said: Said) -> str:
        """The words of the note of a sentence, or of that above to which it leads, from the label on."""
        file = next(file for file in self.words if said in file.said)
        above = re.search(re.escape(label) + r" \(fn\. (\d+) above", spaced(file.notes[said.note]))
        found = spaced(file.notes[int(above[1]) if above else said.note])
        return found[found.index(label) :]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory):
    @cache
    def package(document: Listed) -> Package:
        out = tmp_path_factory.mktemp("communication")
        paths = [file.path for file in build(project(document.case), [request(document)], out, ["docx", "sources"])]
        words = tuple(Apparatus(path.read_bytes()) for path in paths if path.suffix == ".docx")
        return Package(words, tuple(read_sidecar(path) for path in paths if path.name.endswith(".sources.json")))

    return package


def spaced(words: str) -> str:
    return words.replace("\u00a0", " ")


def drawn(document: Listed, package: Package) -> list[Said]:
    sentences = [said for file in package.words for said in file.said]
    return Random(str(document)).sample(sentences, DRAWN)  # noqa: S311  # no secret: the same ones every time


def traced(package: Package, said: Said) -> list[SentenceTraced]:
    """The sentences of the sidecar that end as this one does, and cite something."""
    wanted = key(said.text).text
    sentences = (s for sidecar in package.sidecars for s in sidecar.sentences if s.citations and not s.where.note)
    found = [(s, key(s.text).text) for s in sentences]
    return [s for s, text in found if text and (wanted.endswith(text) or text.startswith(wanted))]


@pytest.mark.slow
@each_communication
def test_ten_sentences_lead_to_a_page_of_an_item_of_the_index_from_the_word_file_alone(document: Listed, built):
    package = built(document)

    for said in drawn(document, package):
        assert [] == [place for place in said.places if not place.pin], said
        for place in said.places:
            title, *identifier = package.row(place.label)[1].split("\n")
            assert any(line.startswith("EV-") for line in identifier), said
            assert key(title).text in key(package.named(place.label, said)).text, said


def spread(place: Place) -> list[Place]:
    """The lines of a stretch one by one, as the sidecar has them."""
    stretch = re.fullmatch(r"lines (\d+)[–\u2060]+(\d+)", place.pin)
    numbers = range(int(stretch[1]), int(stretch[2]) + 1) if stretch else ()
    return [Place(place.label, f"line {n}") for n in numbers] or [place]


@pytest.mark.slow
@each_communication
def test_the_same_ten_lead_to_the_same_items_and_places_through_the_sidecar(document: Listed, built):
    package = built(document)
    items = {code: item for sidecar in package.sidecars for code, item in sidecar.items.items()}

    for said in drawn(document, package):
        candidates = [{Place(c.exhibit, c.pinpoint): c.evidence for c in s.citations} for s in traced(package, said)]
        told = [one for place in said.places for one in spread(place)]
        (cited, *_) = [c for c in candidates if set(told) <= set(c)] or pytest.fail(f"{said}: {candidates}")
        for place in told:
            row, item = " ".join(package.row(place.label)), items[cited[place]]
            assert cited[place] in row, said
            assert key(item.title).text in key(row).text, said
            assert key(item.speaks).text in key(row).text, said


@pytest.mark.slow
@each_communication
def test_every_note_of_a_communication_resolves_and_every_item_of_the_index_is_cited_or_said_to_be_uncited(
    document: Listed, built
):
    package = built(document)

    assert [] == [lost for file in package.words for lost in file.unresolved()]
    assert [] == package.words[0].wrongly_listed()
