"""Every sentence of a communication that rests on a fact has a note: annex, item, date or that there is none, place.

A sentence of fact is one that is marked to rest on a fact of the case. Its notes are read as they are printed: the item
is named in full in the first note that cites it, and a later one says in which note that is.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

import pytest

from referral.case.model import Case, EvidenceItem, Fact
from referral.document.inlines import Citation, Sentence
from referral.document.nodes import Annex, Document
from referral.document.tables import Row, Table
from referral.document.walk import flat, inlines_in, lines_of_row
from referral.edtf import UncertainDate
from referral.tracing.printed import Printed, printed
from tests.end_to_end.apparatus import Place, places
from tests.end_to_end.documents import DEMONSTRATIONS, Listed, composed, listed, project, tree

COMMUNICATIONS = [d for case in DEMONSTRATIONS for d in listed(case) if d.id == "article-15-communication"]
each_communication = pytest.mark.parametrize("document", COMMUNICATIONS, ids=str)
FEWEST = 25  # sentences of fact in the shortest of them
ABOVE = r" \(fn\. (\d+) above\)"

pytestmark = pytest.mark.slow


def case_of(document: Listed) -> Case:
    return project(document.case).loaded.case


def facts_behind(sources: tuple[str, ...], case: Case) -> list[Fact]:
    return [entry for code in sources if isinstance(entry := case.by_id.get(code), Fact)]


def told(document: Listed) -> list[tuple[Printed, list[Fact]]]:
    """The sentences of fact in running text."""
    running = (s for s in printed(tree(document)) if s.where.part in ("paragraph", "item"))
    found = [(sentence, facts_behind(sentence.sources, case_of(document))) for sentence in running]
    return [(sentence, facts) for sentence, facts in found if facts]


def notes_of(document: Listed) -> dict[int, str]:
    words: dict[int, list[str]] = defaultdict(list)
    for sentence in printed(tree(document)):
        if sentence.where.note:
            words[sentence.where.note].append(sentence.text)
    return {number: " ".join(texts).replace("\u00a0", " ") for number, texts in words.items()}


def labels(document: Listed) -> dict[str, str]:
    """The labels of exhibits by the codes of items."""
    return {code: label.replace("\u00a0", " ") for label, code in composed(document).exhibits.items()}


def cited(sentence: Printed, notes: dict[int, str]) -> list[Place]:
    return [place for number in sentence.notes for place in places(notes[number])]


@each_communication
def test_every_sentence_of_fact_has_a_note_with_the_items_that_its_facts_cite_and_the_places_in_them(document: Listed):
    sentences, notes, of = told(document), notes_of(document), labels(document)

    assert len(sentences) > FEWEST
    assert [] == [s.text for s, _ in sentences if not s.notes]
    assert [] == [(s.text, place) for s, _ in sentences for place in cited(s, notes) if not place.pin]
    assert [] == [
        (s.text, wanted)
        for s, facts in sentences
        if (wanted := {of[c.evidence] for fact in facts for c in fact.citations if c.evidence in of})
        != {place.label for place in cited(s, notes)}
    ]


@each_communication
def test_every_item_is_named_in_full_with_its_date_in_the_note_to_which_later_ones_lead(document: Listed):
    notes, of, items = notes_of(document), labels(document), case_of(document).by_id
    named = {label: items[code] for code, label in of.items()}

    for sentence, _ in told(document):
        for note in sentence.notes:
            for place in cited(sentence, notes):
                if place.label in notes[note]:
                    full = in_full(place.label, note, notes)
                    assert names_the_day(full, named[place.label]), (sentence.text, full)


def in_full(label: str, note: int, notes: dict[int, str]) -> str:
    """What the note says of an item, or the one to which it leads."""
    above = re.search(re.escape(label) + ABOVE, notes[note])
    text = notes[int(above[1])] if above else notes[note]
    assert not re.search(re.escape(label) + ABOVE, text), (label, note)
    return text[text.index(f"{label}, ") :]


def names_the_day(full: str, item: object) -> bool:
    assert isinstance(item, EvidenceItem)
    day: UncertainDate | None = item.published or item.created
    bounds = [end for end in (day.earliest, day.latest) if end] if day else []
    years = [str(end.year) for end in bounds]
    return any(year in full for year in years) if years else "date not stated" in full


@each_communication
def test_every_row_that_tells_a_fact_in_the_chronology_and_among_the_contrary_material_names_item_and_place(
    document: Listed,
):
    rows = [row for letter in "DK" for row in rows_of_facts(tree(document), letter, case_of(document))]

    assert len(rows) > FEWEST
    assert [] == [row for row in rows if not any(pinned(row))]


def rows_of_facts(document: Document, letter: str, case: Case) -> Iterator[Row]:
    """Those of tables that cite items; another one tells which facts differ."""
    for block in document.blocks:
        if isinstance(block, Annex) and block.id == letter:
            for table in (inner for inner in flat([block]) if isinstance(inner, Table)):
                found = [row for row in table.rows if told_in(row, case)]
                yield from found if any(any(pinned(row)) for row in found) else ()


def told_in(row: Row, case: Case) -> bool:
    marked = (i for line in lines_of_row(row) for i in inlines_in(line) if isinstance(i, Sentence))
    return any(facts_behind(sentence.sources, case) for sentence in marked)


def pinned(row: Row) -> Iterator[bool]:
    return (bool(i.pinpoint) for line in lines_of_row(row) for i in inlines_in(line) if isinstance(i, Citation))
