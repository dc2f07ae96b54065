"""Answers as one page for a browser: it works offline, without its script too, and prints."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources

from jinja2 import Environment, StrictUndefined

from referral.portfolio.answers import Answer, Column, Value
from referral.portfolio.told import Telling
from referral.report.page.write import policy_for, style_sheet
from referral.report.visible import visible

_STATE = "state"  # the column whose values have a colour of their own


@dataclass(frozen=True)
class _Cell:
    text: str
    kind: str  # how it is set: a number, words, a code
    state: str  # the code of a state; empty for anything else


@dataclass(frozen=True)
class _Section:
    id: str
    title: str
    short: str
    about: str
    heads: Sequence[str]
    rows: Sequence[Sequence[_Cell]]


def write_page(answers: Sequence[Answer], tell: Telling, profile: str, remarks: Sequence[str], stamp: str) -> bytes:
    """One file of HTML that asks for nothing from outside. Words of the cases stand in it as text only."""
    script, style = _file("filter.js"), style_sheet() + _file("tables.css")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    page = environment.from_string(_file("page.html.j2")).render(
        w=tell.words,
        tag=tell.language.tag,
        profile=profile,
        remarks=remarks,
        sections=[_section(answer, tell) for answer in answers],
        policy=policy_for(script, style),
        script=script,
        style=style,
        stamp=stamp,
    )
    return page.lstrip().encode()


def _section(answer: Answer, tell: Telling) -> _Section:
    rows = [list(_cells(answer.columns, row, tell)) for row in answer.rows]
    return _Section(
        answer.name.replace("_", "-"),
        tell.title(answer),
        tell.words(f"portfolio.sheet.{answer.name}"),
        tell.about(answer),
        tell.heads(answer),
        rows,
    )


def _cells(columns: Sequence[Column], row: Sequence[Value], tell: Telling) -> Iterator[_Cell]:
    for column, value in zip(columns, row, strict=True):
        state = str(value) if column.name == _STATE else ""
        yield _Cell(visible(str(tell.cell(column, value))), _kind(column, value), state)


def _kind(column: Column, value: Value) -> str:
    if isinstance(value, Mapping):
        return "words"
    if isinstance(value, bool) or column.words or column.is_day or column.name == "passage":
        return ""
    return "number" if isinstance(value, int) else "code"


def _file(name: str) -> str:
    return resources.files("referral.portfolio").joinpath(name).read_text(encoding="utf-8")
