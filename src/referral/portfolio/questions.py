"""What is asked of an index. Counts are of cases as they are held.

What is invented and what is real is never counted together, and numbers of sources are never added.
"""

import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from referral.coverage import State
from referral.portfolio import search, tables
from referral.portfolio.answers import Answer, Column, Row, Value
from referral.portfolio.asked_for import Built
from referral.portfolio.drawn import NO_NUMBER, STAGES
from referral.portfolio.record import CaseRow, DocumentRow, ElementRow, FigureRow, Texts
from referral.portfolio.steps import Step


@dataclass(frozen=True)
class Index:
    """An index to be asked, and what lies beside it: how documents stand that were built, the wording of elements."""

    opened: sqlite3.Connection
    built: Callable[[DocumentRow], Built]
    wording: Callable[[str], Texts]

    def elements(self) -> Iterator[tuple[CaseRow, ElementRow]]:
        return tables.rows(self.opened, "elements")

    @cached_property
    def not_current(self) -> list[tuple[CaseRow, DocumentRow, Built]]:
        """Documents that are not there as they would be built now; each file is read once."""
        stands = ((case, one, self.built(one)) for case, one in tables.rows(self.opened, "documents"))
        return [found for found in stands if found[2] is not Built.CURRENT]


def cases(index: Index) -> Answer:
    """Each case with what is open in it; also those that could not be taken in."""
    found = Counter((case.shown, what) for case, one in index.elements() for what in ("elements", *_told_of(one)))
    charged = Counter(path for path, _ in {(case.shown, one.charge) for case, one in index.elements()})
    stale = Counter(case.shown for case, *_ in index.not_current)
    rows: Iterator[Row] = (
        (
            *(case.shown, case.code, case.held, case.is_demonstration, case.as_at, charged[case.shown]),
            *(found[case.shown, what] for what in ("elements", "gaps", "single_origin")),
            *(stale[case.shown], case.withheld, case.title),
        )
        for case in tables.cases(index.opened)
    )
    columns = (
        *(Column("path"), Column("case"), Column("held", "portfolio.held"), Column("invented")),
        *(Column("as_at", is_day=True), Column("charges"), Column("elements"), Column("gaps")),
        *(Column("single_origin"), Column("not_current"), Column("withheld"), Column("title")),
    )
    return Answer("cases", columns, tuple(rows))


def states(index: Index) -> Answer:
    """Of each element, in how many charges it stands in each state."""
    counted = (*(state.value for state in State), "gaps", "single_origin")
    found = Counter((one.element, one.is_invented, what) for _, one in index.elements() for what in _told_of(one))
    rows: Iterator[Row] = (
        (element, is_invented, *(found[element, is_invented, what] for what in counted), index.wording(element))
        for element, is_invented in sorted({key[:2] for key in found}, key=_in_order)
    )
    of_states = (Column(state.value, head=f"state.{state.value}") for state in State)
    first, last = (Column("element"), Column("invented")), (Column("gaps"), Column("single_origin"), Column("wording"))
    return Answer("states", (*first, *of_states, *last), tuple(rows))


def elements(index: Index) -> Answer:
    """Each element of each charge of each case."""
    rows = (
        (case.shown, one.charge, one.provision, one.element, one.state, one.origins, one.is_gap, one.is_invented)
        for case, one in index.elements()
    )
    names = (Column("charge"), Column("provision"), Column("element"), Column("state", "state"))
    last = (Column("origins"), Column("hole"), Column("invented"))
    return Answer("elements", (Column("path"), *names, *last), tuple(rows), is_long=True)


def single_origin(index: Index) -> Answer:
    """Elements that one origin alone supports: if it falls, nothing is left."""
    rows = (
        (case.shown, one.charge, one.element, one.state, one.is_invented, index.wording(one.element))
        for case, one in index.elements()
        if _is_single(one)
    )
    columns = (Column("path"), Column("charge"), Column("element"), Column("state", "state"))
    return Answer("single_origin", (*columns, Column("invented"), Column("wording")), tuple(rows))


def documents(index: Index) -> Answer:
    """What was asked for and is not there as it would be built now."""
    rows = ((case.shown, one.profile, one.file, state.value) for case, one, state in index.not_current)
    columns = (Column("path"), Column("profile"), Column("file"), Column("built", "portfolio.built"))
    return Answer("documents", columns, tuple(rows))


def charges(index: Index) -> Answer:
    """Charges by the step that they have reached, as the cases record it."""
    found = {(case.shown, one.charge, one.stage, one.is_invented) for case, one in index.elements()}
    counted = Counter((stage, is_invented) for _, _, stage, is_invented in found)
    rows = ((*key, counted[key]) for key in sorted(counted))
    columns = (Column("stage", "annex.stage"), Column("invented"), Column("charges"))
    return Answer("charges", columns, tuple(rows))


def steps(index: Index) -> Answer:
    """Proceedings by how far they have come."""
    order = {step.value: n for n, step in enumerate(Step)}
    found = Counter((one.step, one.kind, one.is_invented) for _, one in tables.rows(index.opened, "proceedings"))
    rows = ((*key, found[key]) for key in sorted(found, key=lambda key: (order[key[0]], *key[1:])))
    columns = (Column("step", "portfolio.step"), Column("kind", "proceeding_kind"), Column("invented"))
    return Answer("steps", (*columns, Column("proceedings")), tuple(rows))


def proceedings(index: Index) -> Answer:
    """Each proceeding, with what its case says of it in words."""
    rows = (
        (
            *(case.shown, one.proceeding, one.kind, one.step, one.decided_on, one.finality, one.is_invented),
            *(one.title, one.words, one.outcome),
        )
        for case, one in tables.rows(index.opened, "proceedings")
    )
    columns = (
        *(Column("path"), Column("id"), Column("kind", "proceeding_kind"), Column("step", "portfolio.step")),
        *(Column("decided_on", is_day=True), Column("finality", "finality"), Column("invented")),
        *(Column("title"), Column("stage"), Column("outcome")),
    )
    return Answer("proceedings", columns, tuple(rows))


def figures(index: Index) -> Answer:
    """Numbers that sources give of proceedings, by stage, side by side: no two of them count the same for certain."""
    found: Iterable[tuple[CaseRow, FigureRow]] = tables.rows(index.opened, "figures")
    order = {name: n for n, name in enumerate(STAGES)}
    rows = (
        (
            *(one.category, one.precision, _number(one), one.unit, one.scope, one.as_of, one.source, one.is_invented),
            *(case.shown, one.figure, one.caution),
        )
        for case, one in sorted(found, key=lambda row: order[row[1].category])
    )
    columns = (
        *(Column("stage", "quantity_category"), Column("precision", "portfolio.precision"), Column("number")),
        *(Column("unit"), Column("scope"), Column("as_of", is_day=True), Column("source"), Column("invented")),
        *(Column("path"), Column("id"), Column("caution")),
    )
    return Answer("figures", columns, tuple(rows))


def found(index: Index, asked: str, most: int) -> tuple[Answer, int]:
    """The first entries that hold the words sought, and how many there are in all."""
    all_found = list(search.search(index.opened, asked))
    rows = ((one.case.shown, one.section, one.entry, one.passage) for one in all_found[:most])
    columns = tuple(Column(name) for name in ("path", "section", "entry", "passage"))
    return Answer("found", columns, tuple(rows)), len(all_found)


QUESTIONS: Mapping[str, Callable[[Index], Answer]] = {
    "cases": cases,
    "states": states,
    "elements": elements,
    "single_origin": single_origin,
    "documents": documents,
    "charges": charges,
    "steps": steps,
    "proceedings": proceedings,
    "figures": figures,
}


def _in_order(key: tuple[str, bool]) -> tuple[list[tuple[int, str]], bool]:
    """Numbers within codes by their size: 2 before 10."""
    parts = re.split(r"(\d+)", key[0])
    return [(int(part), "") if part.isdigit() else (0, part) for part in parts], key[1]


def _told_of(one: ElementRow) -> Iterator[str]:
    """Under which heads an element of a charge is counted."""
    yield one.state
    yield from ("gaps",) if one.is_gap else ()
    yield from ("single_origin",) if _is_single(one) else ()


def _is_single(one: ElementRow) -> bool:
    return one.origins == 1


def _number(one: FigureRow) -> Value:
    """Empty if the source gives none."""
    if one.number == NO_NUMBER:
        return ""
    return one.number if one.upper == NO_NUMBER else f"{one.number}–{one.upper}"
