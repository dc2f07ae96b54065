"""Whatever is taken out of a case, no document has a blank: the place says what is missing, and the open points too.

One value is deleted at a time: each date, name, text or reference that the case or its vault has; or one fact with all
that refers to it. Either the documents still compose, and show the hole; or the key is required, and an error says
where. `absences` has the exceptions, each with its reason.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from referral.app.project import Project
from referral.app.target import view_of
from referral.case.model import DocumentRequest
from referral.composition.compose import Composed
from referral.document.inlines import Placeholder
from referral.document.nodes import Document
from referral.document.walk import flat, inlines_in, lines_of
from referral.protection.view import View
from referral.writers.text import write_text
from tests.end_to_end.absences import (
    MAY_BE_LEFT_OUT,
    NOT_THE_NAME,
    PRINTED_OF_SOME,
    REFUSED,
    UNPRINTED,
    is_date_or_name,
    is_in,
)
from tests.end_to_end.blanks import blanks, is_blank
from tests.end_to_end.case_fields import Files, Place, places
from tests.end_to_end.documents import DEMONSTRATIONS, SMALL
from tests.end_to_end.variations import Variations, compose_all, every_document, read_files

HOLE = "a placeholder or an open point"
SAMPLE = 24  # one deletion in so many is tried in a quick run
SAMPLE_OF_DEMONSTRATIONS = 150
SAMPLE_OF_FACTS = 10  # of the facts of a demonstration

_SMALL_FILES = read_files(SMALL)
_KEYS = [place for place in places(_SMALL_FILES) if place.is_printable]


def is_required(place: Place) -> bool:
    return place.field.is_required() or is_in(REFUSED, place)


OPTIONAL = [place for place in _KEYS if not is_required(place)]
REQUIRED = list({place.kind: place for place in _KEYS if is_required(place)}.values())
FACTS = [fact["id"] for fact in _SMALL_FILES["case"]["facts"]]


@dataclass(frozen=True)
class Start:
    """A case as it is, composed; and the means to compose it otherwise."""

    case: Path
    variations: Variations
    project: Project
    documents: dict[str, Composed]

    @staticmethod
    def of(case: Path, folder: Path) -> "Start":
        variations = Variations(case, folder)
        project = variations.load(variations.original)
        return Start(case, variations, project, compose_all(project))

    @cached_property
    def blanks(self) -> dict[str, set[str]]:
        return {name: blanks(composed.document) for name, composed in self.documents.items()}

    @cached_property
    def holes(self) -> Counter[tuple[str, str]]:
        return holes(self.documents)

    @cached_property
    def texts(self) -> dict[str, str]:
        return without_stamp(self.documents)

    def view(self, request: DocumentRequest) -> View:
        return view_of(self.project, request)

    def otherwise(self, files: Files) -> dict[str, Composed]:
        """The documents of changed files. InvalidCaseError if they are wrong."""
        return compose_all(self.variations.load(files))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Start:
    return Start.of(SMALL, tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module", params=DEMONSTRATIONS, ids=lambda case: case.name)
def demonstration(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Start:
    return Start.of(request.param, tmp_path_factory.mktemp("demonstration"))


def holes(documents: dict[str, Composed]) -> Counter[tuple[str, str]]:
    """How often each placeholder and each open point stands in each document."""
    found: Counter[tuple[str, str]] = Counter()
    for name, composed in documents.items():
        found.update((name, text) for text in _placeholders(composed.document))
        found.update((name, point.text) for point in composed.open_points)
    return found


def _placeholders(document: Document) -> Iterator[str]:
    lines = (line for block in flat(document.blocks) for line in lines_of(block))
    return (inline.text for line in lines for inline in inlines_in(line) if isinstance(inline, Placeholder))


def without_stamp(documents: dict[str, Composed]) -> dict[str, str]:
    """The text of each document but for its stamp, which tells every change of the case."""
    return {name: write_text(c.document).replace(c.document.properties.stamp, "") for name, c in documents.items()}


def new_blanks(start: Start, documents: dict[str, Composed]) -> set[str]:
    return {f"{name}: {blank}" for name, c in documents.items() for blank in blanks(c.document) - start.blanks[name]}


def without_new_points(start: Start, documents: dict[str, Composed], fact: str) -> list[str]:
    """The documents that showed the fact and in which no open point is new or names more than before."""
    shown = {f"{r.id}.{r.lang}" for r in every_document(start.project) if fact in start.view(r).case.by_id}
    return [name for name, c in documents.items() if name in shown and not told(c) - told(start.documents[name])]


def told(composed: Composed) -> set[str]:
    return {point.text for point in composed.open_points}


def outcome(start: Start, documents: dict[str, Composed]) -> str:
    """What a reader of the documents sees of an absence."""
    if holes(documents) - start.holes:
        return HOLE
    return "nothing" if without_stamp(documents) == start.texts else "less"


def expected(start: Start, place: Place) -> set[str]:
    """What a reader may see when this key is absent."""
    if is_internal(start, place):
        return {HOLE, "less", "nothing"}
    if is_other_name(place) or is_in(UNPRINTED, place):
        return {"nothing"}
    if is_date_or_name(place):
        return {HOLE}
    if is_in(PRINTED_OF_SOME, place) or is_in(NOT_THE_NAME, place):
        return {HOLE, "less", "nothing"}
    return {HOLE, "less", "nothing"} if is_in(MAY_BE_LEFT_OUT, place) else {HOLE}


def is_other_name(place: Place) -> bool:
    """Whether it belongs to a name but the first of an identity: other spellings are searched for, never printed."""
    return place.kind.startswith("identities.names") and place.path[3] != 0


def is_internal(start: Start, place: Place) -> bool:
    """Whether the entry is withheld from all but ourselves: the coverage report alone may print it, or nothing does."""
    entry = place.entry(start.variations.original)
    views = [start.project.view("prosecution", use) for use in ("national_authorities", None)]
    seen = [view.identities if place.file == "vault" else view.case.by_id for view in views]
    return entry is not None and not any(entry in known for known in seen)


def differs(start: Start, place: Place) -> tuple[str, set[str]] | None:
    """What is seen, and the new blanks, if that is not what is expected when this key is absent."""
    documents = start.otherwise(place.without(start.variations.original))
    seen, unwanted = outcome(start, documents), new_blanks(start, documents)
    return (seen, unwanted) if unwanted or seen not in expected(start, place) else None


def test_no_document_has_a_blank(small: Start):
    assert {} == {name: found for name, found in small.blanks.items() if found}


@pytest.mark.parametrize("place", OPTIONAL[::SAMPLE], ids=str)
def test_an_absent_value_is_shown(place: Place, small: Start):
    assert differs(small, place) is None


@pytest.mark.slow
@pytest.mark.parametrize("place", [p for n, p in enumerate(OPTIONAL) if n % SAMPLE], ids=str)
def test_every_other_absent_value_is_shown(place: Place, small: Start):
    assert differs(small, place) is None


@pytest.mark.parametrize("place", REQUIRED, ids=str)
def test_an_absent_key_that_is_required_is_an_error_with_its_place(place: Place, small: Start):
    findings = small.variations.check(place.without(small.variations.original))
    wrong = [finding for finding in findings if finding.is_error]
    assert wrong
    assert [] == [f for f in wrong if not f.position.path.endswith(f"{place.file}.yaml") or f.position.line <= 1]


@pytest.mark.parametrize("fact", FACTS)
def test_an_absent_fact_is_an_open_point_of_every_document_that_showed_it(fact: str, small: Start):
    """A hole in the run of ids tells of it; after the last fact of a run, the hole that its mappings leave."""
    documents = without_fact(small, fact)
    assert (set(), []) == (new_blanks(small, documents), without_new_points(small, documents, fact))
    texts = "".join(without_stamp(documents).values()).replace("\u00a0", " ")
    assert [] == [sentence for sentence in sentences_of(small, fact) if sentence in texts]


def without_fact(start: Start, fact: str) -> dict[str, Composed]:
    """The documents of the case without a fact, the references to it and the mappings of it."""
    files = start.variations.original
    return start.otherwise({**files, "case": without_entry(files["case"], fact)})


def sentences_of(start: Start, fact: str) -> list[str]:
    (text,) = (f["text"] for f in start.variations.original["case"]["facts"] if f["id"] == fact)
    return list(text.values()) if isinstance(text, dict) else [text]


def without_entry(value: Any, entry: str) -> Any:
    """The data without an entry, without references to it, and without the mappings of it."""
    if isinstance(value, dict):
        return {key: without_entry(inner, entry) for key, inner in value.items()}
    if isinstance(value, list):
        return [without_entry(item, entry) for item in value if not _is_or_maps(item, entry)]
    return value


def _is_or_maps(item: Any, entry: str) -> bool:
    return entry in (item.get("id"), item.get("fact")) if isinstance(item, dict) else bool(item == entry)


@pytest.mark.slow
def test_absent_values_of_a_demonstration_are_shown(demonstration: Start):
    start = demonstration
    assert {} == {name: found for name, found in start.blanks.items() if found}
    keys = [place for place in places(start.variations.original) if place.is_printable and not is_required(place)]
    tried = keys[::SAMPLE_OF_DEMONSTRATIONS] + first_of_their_kind(start.case, keys)
    found = {str(place): differs(start, place) for place in tried}
    assert {} == {place: difference for place, difference in found.items() if difference}


def first_of_their_kind(case: Path, keys: list[Place]) -> list[Place]:
    """One key of each kind that neither the small case has nor a demonstration before this one."""
    earlier = [SMALL, *DEMONSTRATIONS[: DEMONSTRATIONS.index(case)]]
    known = {place.kind for other in earlier for place in places(read_files(other))}
    return list({place.kind: place for place in keys if place.kind not in known}.values())


@pytest.mark.slow
def test_absent_facts_of_a_demonstration_are_open_points_of_every_document_that_showed_them(demonstration: Start):
    start = demonstration
    facts = [fact["id"] for fact in start.variations.original["case"]["facts"]]
    for fact in facts[-1::-SAMPLE_OF_FACTS]:  # the last one, which leaves no hole in the run, among them
        documents = without_fact(start, fact)
        assert (fact, set(), []) == (fact, new_blanks(start, documents), without_new_points(start, documents, fact))


@pytest.mark.parametrize(
    "text",
    ["", " ", "born None", "№ , from 1 May", "from , to 2 May", "in ()", "called «»", "a man .", "Period: ; place: X"],
)
def test_blanks_are_told(text: str):
    assert is_blank(text)


@pytest.mark.parametrize(
    "text", ["A man, born in 1990.", "Annexes:", "…, so", "1) a; b", "Q. (a), (b)", "p. 4–5", "–", "№"]
)
def test_what_is_no_blank_is_not_told(text: str):
    assert not is_blank(text)
