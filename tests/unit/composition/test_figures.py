"""Figures from a view: what the recipient may see is drawn and told in words, and nothing else."""

import re
from typing import Any

import pytest
from markupsafe import Markup

from referral.composition.functions.figures import FigureFunctions
from referral.composition.scene import Scene
from referral.document.line_drawing import Words
from referral.language.phrases import Phrases
from tests.unit.builder import citation, fact, person
from tests.unit.composition.scenes import PHRASES, scene

Entry = dict[str, Any]
WORDS = {
    "undated": "date not stated",
    "as_of": "as of {date}",
    "period": "period: {date}",
    "period_start": "from {start}",
    "period_end": "until {end}",
    "period_start_end": "from {start} to {end}",
    "unnamed": "unnamed unit",
    "unit_number": "No. {n}",
    "no_superior": "superior not recorded",
    "no_body": "body not recorded",
    "circle": "circle: {units}",
    "under": "under {unit}",
    "subordinate": {"formal": "by formal command", "actual": "in fact", "administrative": "administratively"},
    "timeline": {"shows": "Timeline.", "told": "{date}: {title} ({code})."},
    "chain": {"shows": "Chain."},
    "chart": {"shows": "Chart.", "differs": "differs from {others}"},
}
LEGENDS = ("exact", "within", "through", "uncertain", "open", "undated", "tie", "loose_tie", "further_tie", "gap")
MORE = ("about", "above", "below", "range", "differing", "logarithmic")
for _figure in ("timeline", "chain", "chart"):
    WORDS[_figure] = {name: name for name in (*LEGENDS, *MORE)} | WORDS[_figure]  # type: ignore[operator]
OTHER = {
    "person": {"unlabelled": "person"},
    "annex": {"so_called": "so-called", "so_called_woman": "so-called", "open_quote": "“", "close_quote": "”"},
    "quantity_category": {"conscripted": "conscripted", "mobilised": "mobilised"},
    "precision": {"exactly": "{n}", "more_than": "more than {n}", "about": "about {n}"},
}


def of(**sections: Any) -> tuple[FigureFunctions, Scene]:
    made = scene(**{"profile": "public", **sections})
    made.phrases = Phrases({**PHRASES, **OTHER, "figure": WORDS}, made.lang)
    return FigureFunctions(made), made


def drawn(made: Scene, parts: list[Entry]) -> str:
    shapes = [shape for part in parts for shape in made.drawings[part["source"]].shapes]
    return " ".join(shape.text for shape in shapes if isinstance(shape, Words))


def told(parts: list[Entry]) -> str:
    return re.sub(r"<[^>]*>", "", Markup(" ").join(part["alternative"] for part in parts))


def incident(code: str, date: str | None, title: str = "A raid", **fields: Any) -> Entry:
    return {"id": code, "title": title, "type": "conscription", **({"date": date} if date else {}), **fields}


def unit(code: str, *superiors: Entry, **fields: Any) -> Entry:
    return {"id": code, "name": f"Unit {code[-1]}", "superiors": list(superiors), **fields}


def quantity(code: str, value: str, **fields: Any) -> Entry:
    counted = {"unit": "persons", "category": "conscripted", "scope": "A town", "citations": [citation()]}
    return {"id": code, "value": value, **counted, **fields}


def test_a_timeline_draws_and_tells_every_incident_in_the_order_of_time():
    functions, made = of(
        incidents=[incident("INC-02", "2022-05"), incident("INC-01", "2022-03-05"), incident("INC-03", None)]
    )
    parts = functions.timeline(made.case["incidents"])

    assert [(1, 1)] == [(part["number"], part["parts"]) for part in parts]
    assert told(parts).index("INC-01") < told(parts).index("INC-02") < told(parts).index("INC-03")
    assert "date not stated" in told(parts).lower()
    assert all(code in drawn(made, parts) for code in ("INC-01", "INC-02", "INC-03"))


def test_facts_make_a_timeline_too():
    functions, made = of(facts=[fact("F-001", date="2022-03-05"), fact("F-002", date="2023")])
    assert "F-001" in told(functions.timeline(made.case["facts"]))


def test_one_dated_event_makes_no_timeline_and_one_box_no_chain():
    functions, made = of(incidents=[incident("INC-01", "2022"), incident("INC-02", None)], units=[unit("UNIT-1")])

    assert [] == functions.timeline(made.case["incidents"])
    assert [] == functions.chain_of_command()


def test_what_is_withheld_is_in_no_figure_and_its_days_move_no_mark():
    seen = [incident("INC-01", "2022-03-05"), incident("INC-03", "2022-09")]
    hidden = incident("INC-02", "1999", "A secret raid", confidentiality="secret")
    (functions, whole), (others, without) = of(incidents=[*seen, hidden]), of(incidents=seen)
    parts, same = functions.timeline(whole.case["incidents"]), others.timeline(without.case["incidents"])

    assert same == parts
    assert without.drawings == whole.drawings


def test_a_superior_who_is_withheld_leaves_no_trace():
    above = unit("UNIT-3", confidentiality="secret")
    units = [unit("UNIT-1", {"unit": "UNIT-3"}), unit("UNIT-2"), above]
    functions, made = of(units=units)
    parts = functions.chain_of_command()

    assert "UNIT-3" not in told(parts) + drawn(made, parts)
    assert 2 == told(parts).count("superior not recorded")


def test_a_chain_tells_of_each_unit_below_whom_it_stood_how_and_when_and_who_held_posts():
    tie = {"unit": "UNIT-1", "kind": "formal", "start": "2021", "end": "2023"}
    post = {"id": "POST-01", "person": "PER-001", "title": "Chief", "unit": "UNIT-2", "start": "2022"}
    functions, made = of(
        units=[unit("UNIT-1"), unit("UNIT-2", tie, conventional_number="12345")], persons=[person()], postings=[post]
    )
    parts = functions.chain_of_command()

    assert "Unit 2, No. 12345 (UNIT-2); under Unit 1 (UNIT-1), by formal command, from 2021 to 2023; Chief: " in told(
        parts
    )
    assert "PER-001" in drawn(made, parts)
    assert "from 2022" in told(parts)


def test_a_circle_of_superiors_becomes_an_open_point():
    functions, made = of(units=[unit("UNIT-1", {"unit": "UNIT-2"}), unit("UNIT-2", {"unit": "UNIT-1"})])
    functions.chain_of_command()

    assert ["circle: UNIT-1, UNIT-2"] == [point.text for point in made.points]


def test_a_chart_tells_number_scope_day_source_and_what_differs():
    claims = [
        quantity("Q-01", "34000", precision="more_than", as_of="2023-06", conflicts_with=["Q-02"]),
        quantity("Q-02", "100000", period="2022", category="mobilised"),
        quantity("Q-03", "7"),
    ]
    functions, made = of(quantities=claims)
    parts = functions.chart(made.case["quantities"])

    assert "Conscripted; mobilised, Q-01: more than 34,000\u00a0persons; A town; as of June 2023; " in told(parts)
    assert "differs from Q-02." in told(parts)
    assert all(code in drawn(made, parts) for code in ("Q-01", "Q-02", "Q-03"))
    assert "differing" in drawn(made, parts)


def test_what_is_told_of_a_figure_rests_on_the_entries_that_it_shows():
    functions, made = of(quantities=[quantity("Q-01", "5"), quantity("Q-02", "7")])
    (part,) = functions.chart(made.case["quantities"])

    assert ["Q-01", "Q-02"] == re.findall(r'<s from="([^"]+)">Conscripted, \1: ', part["alternative"])


def test_invented_entries_are_marked_and_may_be_left_out():
    functions, made = of(units=[unit("UNIT-1", invented="true"), unit("UNIT-2"), unit("UNIT-3")])

    assert "Unit 1 [invented]" in drawn(made, functions.chain_of_command())
    assert "UNIT-1" not in told(functions.chain_of_command(invented=False))


@pytest.mark.parametrize(("landscape", "width"), [(False, 170), (True, 240)])
def test_a_figure_is_as_wide_as_its_page(landscape: bool, width: int):
    functions, made = of(units=[unit("UNIT-1"), unit("UNIT-2")])
    (part,) = functions.chain_of_command(landscape=landscape)

    assert width == made.drawings[part["source"]].width
