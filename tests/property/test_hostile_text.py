"""Hostile text in any text of a case loads as the same text, or is refused on the line where it stands."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from referral.app.project import Sources, check_case
from referral.case.load import read_case
from referral.case.model import LocalText
from referral.diagnostics import Diagnostic
from referral.yaml_reader import Loc, read_yaml
from tests.unit.builder import DATA
from tests.unit.everything import everything

HOSTILE = [
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "{% for x in y %}",
    '=HYPERLINK("http://example.org")',
    "\\\\server\\x",
    "../../etc/passwd",
    "file:///etc/passwd",
    "a\nb: !!python/object/apply:os.system [ls]",
    "&lt;",
    "]]>",
    "x\x07y",
    "x\x00y",
    "x\u202ey",
    "\ud800",
    "x" * 100_000,
    "й".replace("й", "\u0438\u0306"),
    "null",
    "~",
    "NO",
    "0123",
    "",
    " ",
]
SOURCES = Sources((DATA / "law",), (DATA / "templates",))


def texts(data: Any, loc: Loc = ()) -> Iterator[Loc]:
    """Where the texts of plain data stand."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from texts(value, (*loc, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from texts(value, (*loc, index))
    else:
        yield loc


def with_text(data: Any, loc: Loc, text: str) -> Any:
    if not loc:
        return text
    changed: Any = data.copy()
    changed[loc[0]] = with_text(data[loc[0]], loc[1:], text)
    return changed


def dumped(data: Any) -> str:
    """As YAML in which every text stands on a line of its own, escaped where need be."""
    return yaml.safe_dump(data, width=float("inf"), default_style='"', sort_keys=False, allow_unicode=True)


def at(model: Any, loc: Loc) -> Any:
    for step in loc:
        model = model.by_lang if isinstance(model, LocalText) else model
        model = model[step] if hasattr(model, "__getitem__") else getattr(model, str(step))
    return model.by_lang[""] if isinstance(model, LocalText) else model


WHOLE = everything()
PLACES = list(texts(WHOLE))
READ = read_yaml(dumped(WHOLE).encode(), "x")
LINES = {loc: READ.position(loc).line for loc in PLACES}


def check(folder: Path, loc: Loc, text: str) -> list[Diagnostic]:
    """The findings about the case with this text at this place; if it loads, the text is as it was."""
    path = folder / "case.yaml"
    path.write_bytes(dumped(with_text(WHOLE, loc, text)).encode("utf-8", "surrogatepass"))
    case, findings = read_case(path)
    if case is not None:
        assert str(at(case.case, loc)) in (text, unicodedata.normalize("NFC", text).strip())
        check_case(path, SOURCES)
    return findings


def test_the_whole_case_loads(tmp_path: Path):
    assert [] == check(tmp_path, ("case", "summary"), "Words.")
    assert len(PLACES) > 150


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.sampled_from(PLACES), st.sampled_from(HOSTILE))
def test_hostile_text_stays_text_or_is_refused_at_its_line(tmp_path: Path, loc: Loc, text: str):
    findings = check(tmp_path, loc, text)

    assert [] == [f for f in findings if f.position.line != LINES[loc]]
    assert all(len(f.message) < 500 and "\n" not in f.message for f in findings)


@pytest.mark.parametrize("text", ["x\x07y", "x\x00y", "x\u202ey", "\ud800"])
def test_a_character_that_is_no_text_is_refused_everywhere(tmp_path: Path, text: str):
    for loc in PLACES[::10]:
        assert {"forbidden-character", "yaml-syntax", "wrong-encoding"} & {f.rule for f in check(tmp_path, loc, text)}
