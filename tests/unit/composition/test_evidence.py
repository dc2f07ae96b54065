"""How exhibits are cited, and which sources are one origin."""

from typing import Any

import pytest

from referral.composition.functions.evidence import EvidenceFunctions
from tests.unit.builder import citation, item, source
from tests.unit.composition.scenes import scene

SOURCES = [
    source("SRC-01", "a", name="First"),
    source("SRC-02", "b", name="Second"),
    source("SRC-03", "a", name="Third"),
]


def at(page: str, evidence: str = "EV-0001", **fields: Any) -> dict[str, Any]:
    return {"speaker": None, **citation(evidence, locator={"type": "page", "value": page}), **fields}


def words(markup: str) -> str:
    """The labels with their pinpoints, without the elements around them."""
    for element in ('<cite to="ex-EV-0001" pin="', '<cite to="ex-EV-0002" pin="', "</cite>"):
        markup = markup.replace(element, "")
    return markup.replace('">', " @ ")


@pytest.mark.parametrize(
    ("cited", "printed"),
    [
        ([at("1")], "p. 1 @ Annex 1"),
        ([at("1"), at("2"), at("4")], "pp. 1–2, p. 4 @ Annex 1"),
        ([at("1"), at("1")], "p. 1 @ Annex 1"),
        ([at("1"), at("2", "EV-0002"), at("3")], "p. 1 @ Annex 1; p. 2 @ Annex 2; p. 3 @ Annex 1"),
        ([at("1", speaker="SRC-01"), at("2")], "p. 1 @ Annex 1 (speaker: First); p. 2 @ Annex 1"),
    ],
)
def test_places_of_one_exhibit_stand_together(cited: list[dict[str, Any]], printed: str):
    assert printed == words(EvidenceFunctions(scene(sources=SOURCES)).citations(cited))


def test_in_a_table_nobody_speaks():
    cited = [at("1", speaker="SRC-01"), at("2")]
    assert "pp. 1–2 @ Annex 1" == words(EvidenceFunctions(scene(sources=SOURCES)).places(cited))


def test_sources_of_one_group_are_named_as_one_origin():
    origin = EvidenceFunctions(scene(sources=SOURCES)).origin
    assert [
        {"number": 1, "others": ["SRC-03"]},
        {"number": 2, "others": []},
        {"number": 1, "others": ["SRC-01"]},
    ] == [origin(entry["id"]) for entry in SOURCES]


def named(item_of_case: dict[str, Any]) -> str:
    """The words that name an item in the first note that cites it."""
    made = scene(sources=SOURCES, evidence=[item_of_case])
    made.kind = made.kind.model_copy(update={"citations": "full"})
    return str(EvidenceFunctions(made).exhibit("EV-0001")).partition("<full>")[2].removesuffix("</full></cite>")


@pytest.mark.parametrize(
    ("fields", "printed"),
    [
        ({"published": "2022-03-07"}, "A clerk, A paper, 7 March 2022"),
        ({}, "A clerk, A paper, 5 March 2022"),
        ({"author": None}, "First, A paper, 5 March 2022"),
        ({"created": None}, "A clerk, A paper, <missing>[date not stated]</missing>"),
        ({"invented": True}, "A clerk, A paper <i>[invented]</i>, 5 March 2022"),
        ({"title": "A clerk, Order of 5 March 2022"}, "A clerk, Order of 5 March 2022"),
        ({"ern": "XXX-OTP-0000-0001"}, "A clerk, A paper, 5 March 2022, ERN XXX-OTP-0000-0001"),
        ({"title": "Law <b> & order"}, "A clerk, Law &lt;b&gt; &amp; order, 5 March 2022"),
    ],
)
def test_an_exhibit_is_named_by_who_speaks_its_title_and_its_date(fields: dict[str, Any], printed: str):
    assert printed == named(item(**fields)).replace("\u00a0", " ")


def test_a_kind_with_short_citations_names_no_exhibit():
    assert "<full>" not in EvidenceFunctions(scene(sources=SOURCES)).exhibit("EV-0001")
