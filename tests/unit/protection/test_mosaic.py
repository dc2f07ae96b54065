"""Details that together tell who a coded person is; each of them alone, or shared by somebody, tells nobody."""

from typing import Any

import pytest

from referral.app.project import Sources
from referral.composition.kinds import load_templates
from referral.protection.mosaic import check_mosaic
from tests.unit.builder import fact, header, item, loaded, person, source

WORDS = {"en": {"family": ["mother", "widow*"], "occupation": ["teacher"]}}
PLACES = [{"id": "PL-01", "name": "A region"}, {"id": "PL-02", "name": "A village", "part_of": "PL-01"}]
PUBLIC = {"id": "evidence-annex", "lang": "en", "profile": "public"}
PROSECUTION = {**PUBLIC, "profile": "prosecution"}
Sections = dict[str, Any]


def incident(**fields: Any) -> dict[str, Any]:
    told = {"date": "2022-03-05", "places": ["PL-02"], "units": ["UNIT-01"], "victims": ["PER-001"]}
    return {"id": "I-001", "title": "A call-up", "type": "call_up", **told, **fields}


def teacher(code: str = "PER-001", **fields: Any) -> dict[str, Any]:
    return person(code, "victim", **{"label": "A teacher", **fields})


def sections(**changes: Any) -> Sections:
    units = [{"id": "UNIT-01", "name": "A unit"}, {"id": "UNIT-02", "name": "Another"}]
    entries = {"sources": [source()], "evidence": [item()], "places": PLACES, "units": units, "documents": [PUBLIC]}
    return {**entries, "persons": [teacher()], "incidents": [incident()], **changes}


def found(**changes: Any) -> list[str]:
    return [finding.message for finding in check_mosaic(loaded(**sections(**changes)), WORDS)]


def test_place_unit_day_and_occupation_of_nobody_else_tell_who_it_is():
    (message,) = found()
    assert "public: a code, and yet PER-001 may be known by I-001: PL-02, UNIT-01, the day, and occupation" == message


ALONE: list[Sections] = [
    {"incidents": [incident(date="2022-03-01/2022-03-07")]},
    {
        "incidents": [incident(units=[])],
        "postings": [{"id": "P-01", "person": "PER-001", "title": "Clerk", "unit": "UNIT-02"}],
    },
    {"persons": [person("PER-001", "victim", label="Mother of two")]},
    {"persons": [person("PER-001", "victim", label="The WIDOWS’ speaker")]},
    {"persons": [person("PER-001", "victim")], "facts": [fact(text="The mother spoke.", persons=["PER-001"])]},
    {
        "persons": [person("PER-001", roles=[{"role": "suspect", "incidents": ["I-001"]}], label="A teacher")],
        "incidents": [incident(victims=[])],
    },
    {"incidents": [incident(victims=[])], "facts": [fact(persons=["PER-001"], incidents=["I-001"])]},
    {"persons": [teacher(), person("PER-002", "victim")], "incidents": [incident(victims=["PER-001", "PER-002"])]},
]


@pytest.mark.parametrize("changes", ALONE, ids=map(str, range(len(ALONE))))
def test_a_code_is_singled_out(changes: Sections):
    assert 1 == len(found(**changes))


HARMLESS: list[Sections] = [
    {"persons": [person("PER-001", "victim", label="A resident")]},
    {"persons": [person("PER-001", "victim", label="A teachers’ house")]},
    {"incidents": [incident(places=["PL-01"])]},
    {"incidents": [incident(places=[])]},
    {"incidents": [incident(units=[])]},
    {"incidents": [incident(date="2022-03")]},
    {"incidents": [incident(date="2022-03-01/2022-03-08")]},
    {"incidents": [incident(date="2022-03-05/..")]},
    {"incidents": [incident(victims=[])]},
    {"incidents": [incident(confidentiality="confidential")]},
    {"persons": [teacher(confidentiality="confidential")]},
    {"persons": [teacher(), teacher("PER-002")], "incidents": [incident(victims=["PER-001", "PER-002"])]},
    {
        "persons": [person("PER-001", "victim"), person("PER-002", "victim")],
        "facts": [fact(text="A mother and a teacher.", persons=["PER-001", "PER-002"])],
    },
    {"persons": [person("PER-001", label="A teacher", named_by="EV-0001")], "evidence": [item(kind="official_act")]},
    {"documents": [PROSECUTION]},
    {"documents": [{**PUBLIC, "profile": "internal"}]},
]


@pytest.mark.parametrize("changes", HARMLESS, ids=map(str, range(len(HARMLESS))))
def test_nobody_is_singled_out_where_a_detail_is_missing_vague_shared_or_withheld(changes: Sections):
    assert [] == found(**changes)


def test_a_code_in_a_public_and_in_a_fuller_document_is_joined():
    facts = [fact(persons=["PER-001"])]
    changed = sections(incidents=[incident(confidentiality="confidential")], facts=facts)
    (message,) = found(**changed | {"documents": [PUBLIC, PROSECUTION]})

    assert "public: the code PER-001 also stands in what is for prosecution, and is known there by I-001" in message
    assert [] == found(**changed)
    assert [] == found(**changed | {"facts": [], "documents": [PUBLIC, PROSECUTION]})


def test_codes_of_ones_own_are_not_joined():
    facts = [fact(persons=["PER-001"])]
    changed = sections(incidents=[incident(confidentiality="confidential")], facts=facts)
    both = {"documents": [PUBLIC, PROSECUTION]}

    assert [] == found(**changed | both | {"case": header(own_codes=["public"])})
    assert 1 == len(found(**changed | both | {"case": header(own_codes=["prosecution"])}))


def test_every_language_of_the_shipped_words_tells_of_family_and_occupation():
    library = load_templates(Sources.of().templates)

    assert {*library.word_languages} == library.telling_words.keys()
    assert all(["family", "occupation"] == list(kinds) for kinds in library.telling_words.values())
