"""The communication: chapters print what the case gives, a placeholder where it gives nothing, and nothing twice."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from referral.app.build import compose_document
from referral.app.project import load_case
from referral.case.model import DocumentRequest
from referral.document.nodes import Document
from referral.writers.text import write_text
from tests.unit.builder import Entry, charge, citation, fact, header, item, mapping, person, source, write_case

PROVISION = "rs.8.2.a.v"
ACCUSED: Entry = {"person": "PER-001", "mode": "rs.25.3.a-i", "incidents": ["INC-01"], "stage": "communication"}
RAID: Entry = {"id": "INC-01", "title": "A raid", "type": "raid_detention", "date": "2023-05", "places": ["PL-01"]}
PLACE: Entry = {"id": "PL-01", "name": "A village"}
LEAD: Entry = {
    "id": "LEAD-01",
    "kind": "register",
    "what": "a register of those taken",
    "holder": "An office keeps it",
    "shows": "It may show names",
    "perishability": "urgent",
    "perishes": "It is being moved",
    "caution": "Do not write to the clerk",
    "incidents": ["INC-01"],
    "elements": ["rs.8.2.a.v/1"],
    "citations": [citation()],
}


def composed(folder: Path, profile: str = "icc-confidential", ask: Entry | None = None, **sections: Any) -> Document:
    entries = {"sources": [source()], "evidence": [item()], "charges": [charge(provision=PROVISION)], **sections}
    project = load_case(write_case(folder, **{"case": header(), **entries}))
    request = DocumentRequest(id="article-15-communication", lang="en", profile=profile, **(ask or {}))
    return compose_document(project, request).document


def written(folder: Path, **more: Any) -> str:
    return write_text(composed(folder, **more)).split("\nOpen points\n=")[0]


def told(**more: Any) -> Entry:
    """A person charged with a raid that one fact tells of."""
    entries: Entry = {
        "places": [PLACE],
        "persons": [person(label="A commander", citizenships=[{"state": "RU"}])],
        "incidents": [RAID],
        "facts": [fact(text="Men came at night.", incidents=["INC-01"], persons=["PER-001"], date="2023-05")],
        "charges": [charge(provision=PROVISION, period="2023", **ACCUSED)],
        "mappings": [mapping(element="rs.8.2.a.v/1", evidence=None, fact="F-001")],
    }
    entries["mappings"] = [{k: v for k, v in entries["mappings"][0].items() if v}]
    return {**entries, **more}


PLACEHOLDERS = (
    "[reference of the filing party not stated]",
    "[number of the situation not stated]",
    "[who may be contacted, through whom and how]",
    "[summary not written]",
    "[what is new for the Office is not stated]",
    "[no lead is recorded: state what could be obtained, who holds it and how soon it may be lost]",
    "[mandate not stated]",
    "[conflicts of interest: state them, or that there are none]",
    "[methodology not stated]",
    "[what was not done and could not be checked]",
    "[how persons and material are kept safe]",
    "[no period of occupation is recorded]",
    "[no place is recorded]",
    "[mode of liability not stated]",
    "[level of responsibility not stated for any charge]",
    "[no figure is recorded]",
    "[no proceeding is recorded]",
    "[what victims ask for, in investigation, protection and reparation, is not recorded]",
)


def test_chapters_without_data_print_placeholders(tmp_path: Path):
    text = written(tmp_path)

    assert [] == [placeholder for placeholder in PLACEHOLDERS if placeholder not in text]


def test_what_the_header_of_the_case_says_is_printed_in_its_chapters(tmp_path: Path):
    words = {"news": "It is new.", "security": "Names are apart.", "not_done": "Nobody was heard."}
    party = {"name": "A house", "contacting": "Write to us.", "interests": "There are none."}
    text = written(tmp_path, case=header(filing_party=party, **words))

    for sentence in (*words.values(), *list(party.values())[1:]):
        assert 1 == text.count(sentence)


def test_a_request_gives_reference_signatory_and_what_is_asked(tmp_path: Path):
    ask = {"reference": "A-17", "signed_by": "Chair", "asks": ["hear the clerk"]}
    text = written(tmp_path, ask=ask)

    assert "Our reference: A-17" in text
    assert 2 == text.count("Chair __________")
    assert "1) hear the clerk;" in text
    assert "inform the filing party of the treatment" not in text


def test_a_lead_says_where_it_is_how_soon_it_is_lost_and_whom_to_protect(tmp_path: Path):
    text = written(tmp_path, **told(leads=[LEAD]))

    assert "A register of those taken (register or database, LEAD-01)." in text
    assert "An office keeps it. It may show names. This lead concerns the incident in paragraph" in text
    assert ", and element 1 of article 8(2)(a)(v). Perishability:" in text
    assert "Perishability: It is being moved. Protection: Do not write to the clerk." in text
    assert "At risk of being lost first: a register of those taken (paragraph" in text


def test_a_public_version_has_no_lead(tmp_path: Path):
    text = written(tmp_path, profile="public", **told(leads=[LEAD]))

    assert "register of those taken" not in text
    assert "They are part of the version for the Office of the Prosecutor only." in text


def test_linkage_leads_from_the_person_to_post_incident_mode_and_material(tmp_path: Path):
    post = {"id": "POST-01", "person": "PER-001", "title": "head", "body": "a point", "start": "2022"}
    level = {"level": "mid_level", "reason": "He carried out what others ordered."}
    charges = [charge(provision=PROVISION, period="2023", responsibility=level, **ACCUSED)]
    text = written(tmp_path, **told(postings=[{**post, "citations": [citation()]}], charges=charges))
    row = next(line for line in text.splitlines() if line.startswith("A commander (PER-001) | "))

    assert "Head, a point (since 2022): Annex B-1, p. 1" in row
    assert "Article 25(3)(a) / Middle level" in row
    assert row.endswith("paragraph\u00a0" + row.rsplit("\u00a0", 1)[1])
    assert "middle level. He carried out what others ordered." in text


def test_items_given_as_leads_only_are_listed_with_the_terms_of_submission(tmp_path: Path):
    text = written(tmp_path, evidence=[item(), item("EV-0002", only_as_lead="true")])

    assert "may not be disclosed at any stage without our consent: Annex B-2 (EV-0002)." in text


def test_consents_are_counted_by_state(tmp_path: Path):
    agreed = person("PER-002", "witness", consent={"given_on": "2023", "uses": {"icc": "granted"}})
    refused = person("PER-003", "victim", consent={"given_on": "2023", "uses": {"icc": "refused"}})
    text = written(tmp_path, persons=[agreed, refused])

    assert "1 agreed to the use of their words before the Court and 1 refused it." in text


def test_a_proceeding_is_compared_by_person_conduct_and_finality(tmp_path: Path):
    tried = {"id": "PR-01", "kind": "court", "title": "A trial", "persons": ["PER-001"], "incidents": ["INC-01"]}
    text = written(tmp_path, **told(proceedings=[{**tried, "finality": "final"}]))
    row = next(line for line in text.splitlines() if "second trial of that person" in line)

    assert "A commander (PER-001) | the incident in paragraph" in row
    assert row.endswith("Final; a second trial of that person for that conduct only under article 20(3)")


def test_a_second_trial_is_spoken_of_only_where_the_first_decision_is_final(tmp_path: Path):
    tried = {"id": "PR-01", "kind": "court", "title": "A trial", "persons": ["PER-001"], "incidents": ["INC-01"]}
    other = {"id": "PR-02", "kind": "court", "title": "Another trial", "persons": ["PER-002"], "finality": "final"}
    people = [person(label="A commander", citizenships=[{"state": "RU"}]), person("PER-002", label="A guard")]
    proceedings = [{**tried, "finality": "not_final"}, other]
    text = written(tmp_path, **told(persons=people, proceedings=proceedings))
    first, second = (line for line in text.splitlines() if re.match(r"\d+ \| (A commander|none of those)", line))

    assert first.startswith("A commander (PER-001) | the incident in paragraph", first.index("A commander"))
    assert first.endswith("| Not final")
    assert "| none of those alleged here to be responsible | not recorded | Final; a second trial" in second
    assert "tried the same person for the same conduct (article 17(1) and article 20(3) of the Statute)" in text


def test_harm_that_a_proceeding_states_is_told_with_its_source_and_never_in_a_public_version(tmp_path: Path):
    hurt = {"person": "PER-002", "kind": "moral", "text": "fear for her son", "amount": "1000 UAH"}
    proceeding = {"id": "PR-01", "kind": "court", "title": "A trial", "damage": [{**hurt, "citations": [citation()]}]}
    people = [person("PER-002", "victim", label="a mother", consent={"uses": {"icc": "granted"}})]
    own, public = tmp_path / "own", tmp_path / "public"
    for folder in (own, public):
        folder.mkdir()

    said = "Harm stated in A trial: a mother (PER-002), moral harm: fear for her son, 1000 UAH."
    assert re.search(re.escape(said) + r"\[\d+\]", written(own, persons=people, proceedings=[proceeding]))
    wide = written(public, profile="public", persons=people, proceedings=[proceeding])
    assert "fear for her son" not in wide


def test_an_official_post_of_a_person_charged_is_set_beside_the_rule_that_it_bars_nothing(tmp_path: Path):
    post = {"id": "POST-01", "person": "PER-001", "title": "head", "body": "a point", "start": "2022"}
    text = written(tmp_path, **told(postings=[{**post, "citations": [citation()]}]))
    chapter = text.split("Official capacity and immunities\n")[-1].split("Gravity\n")[0]

    assert "Official capacity exempts nobody and bars nothing before the Court (article 27(1)–(2)" in chapter
    assert "shall not bar the Court from exercising its jurisdiction" in chapter
    assert re.search(r"A commander \(PER-001\) is recorded as head, a point \(since 2022\)\.\[\d+\]", chapter)
    assert "No official post is recorded" not in chapter


def test_without_a_post_the_question_of_immunity_is_left_open_in_words(tmp_path: Path):
    assert "No official post is recorded of anybody who is alleged" in written(tmp_path, **told())


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, "1 incident is alleged under article 8(2)(b)(xv) as well (section X.B), cumulatively; whether each"),
        (
            {"alternative_to": "CH-01"},
            "1 incident is also alleged under article 8(2)(b)(xv) (section X.B), in the alternative: that allegation",
        ),
    ],
)
def test_charges_of_one_act_are_said_to_be_cumulative_or_alternative(tmp_path: Path, more: Entry, words: str):
    both = [charge(provision=PROVISION, period="2023", **ACCUSED)]
    both += [charge("CH-02", provision="rs.8.2.b.xv", period="2023", **{**ACCUSED, "incidents": ["INC-01"], **more})]
    text = written(tmp_path, **told(charges=both)).replace("\u00a0", " ")

    assert 2 == text.count("Alternative and cumulative allegations")
    assert words in re.sub(r"section [IVX]+\.B\b", "section X.B", text)
    assert bool(more) == ("the present allegation stands if that one fails" in text)


def test_numbers_are_tabled_in_the_main_text_and_drawn_in_their_annex_alone(tmp_path: Path):
    counted = {"unit": "persons", "category": "conscripted", "scope": "A town", "caution": "Nobody counted."}
    claims = [{"id": f"Q-0{n}", "value": str(n), **counted, "citations": [citation()]} for n in (1, 2)]
    main, annexes = written(tmp_path, quantities=claims), write_text(composed(tmp_path, quantities=claims))

    assert "Conflicting claims" in main
    assert "The chart shows" not in main
    assert 1 == annexes.count("[The chart shows")
    assert "Nobody counted." in annexes


@pytest.mark.parametrize(
    ("claims", "words"), [(2, "2\xa0persons, as regards group 2."), (13, "13 claims of numbers speak")]
)
def test_the_summary_names_each_accused_once_and_tells_few_numbers(tmp_path: Path, claims: int, words: str):
    counted = {"unit": "persons", "category": "conscripted"}
    quantities = [
        {"id": f"Q-{n:02}", "value": str(n), "scope": f"group {n}", **counted, "incidents": ["INC-01"]}
        | {"citations": [citation()]}
        for n in range(1, claims + 1)
    ]
    charges = [
        charge(f"CH-0{n}", provision=PROVISION, period="2023", **{**ACCUSED, "incidents": ["INC-01"]}) for n in (1, 2)
    ]
    text = written(tmp_path, **told(charges=charges, quantities=quantities))
    persons, scale = (text.partition(f"{title}. ")[2].partition("\n")[0] for title in ("Persons", "Scale, as claimed"))

    assert 1 == persons.casefold().count("commander")
    assert words in scale
    assert (claims == 2) == ("group 2" in scale)


def test_the_index_tells_to_which_elements_an_item_goes(tmp_path: Path):
    text = write_text(composed(tmp_path, mappings=[mapping(element="rs.8.2.a.v/1")]))

    assert [" CH-01: 1 "] == [line.split("|")[-2] for line in text.splitlines() if line.startswith("Annex B-1 | ")]


def test_a_name_stands_in_latin_letters_and_in_its_own_script_once(tmp_path: Path):
    at_home = person(label="A guard", citizenships=[{"state": "UA"}])
    abroad = person("PER-002", label={"en": "A commander"}, citizenships=[{"state": "RU"}])
    charges = [
        charge(code, provision=PROVISION, period="2023", **{**ACCUSED, "person": who, "incidents": ["INC-01"]})
        for code, who in (("CH-01", "PER-001"), ("CH-02", "PER-002"))
    ]
    names = [{"person": c, "names": [{"last": "Бойко", "first": "Юрій"}]} for c in ("PER-001", "PER-002")]
    (tmp_path / "case.vault.yaml").write_text(yaml.safe_dump({"schema_version": "1", "identities": names}))
    case = header(language="uk")
    whole = write_text(composed(tmp_path, case=case, **told(persons=[at_home, abroad], charges=charges)))
    main, annex_e = whole.split("\nOpen points\n=")[0], whole.split("\nAnnex E. ")[-1].split("\nAnnex F. ")[0]

    assert "Yurii Boiko" in main
    assert "Бойко" not in main
    assert "A commander (PER-002)" in main  # the table of another language would be a guess
    assert 2 == annex_e.count("Бойко Юрій")
    assert "[spelling in Latin letters to be taken from a paper of the person]" in annex_e


def test_what_a_victim_asks_for_is_told(tmp_path: Path):
    asking = person("PER-002", "victim", label="a resident", asks="to be heard in Ukrainian")

    assert "A resident (PER-002) asks to be heard in Ukrainian." in written(tmp_path, persons=[asking])


def test_many_incidents_are_grouped_by_place_and_year_and_told_once(tmp_path: Path):
    incidents = [
        {**RAID, "id": f"INC-{n:02}", "title": f"Raid {n}", "date": f"202{n % 2 + 2}-05", "places": ["PL-01"]}
        for n in range(1, 31)
    ]
    facts = [
        fact(f"F-{n:03}", text=f"Men came in case {n}.", incidents=[f"INC-{n:02}"], date="2022") for n in range(1, 21)
    ]
    charges = [charge(provision=PROVISION, period="2022/2023", incidents=[str(i["id"]) for i in incidents])]
    text = written(tmp_path, places=[PLACE], incidents=incidents, facts=facts, charges=charges)
    body = text[text.index("Facts\n~~~~") : text.index("Elements\n~~~~")]

    assert "A village, 2022\n" in body
    assert "A village, 2023\n" in body
    assert all(1 == body.count(f"Men came in case {n}.") for n in range(1, 21))
    assert 2 == body.count("no more is recorded than date, place and kind")


def test_a_fact_is_told_in_one_place_and_has_a_note(tmp_path: Path):
    facts = [
        fact("F-001", text="Men came at night.", incidents=["INC-01"], topics=["pattern", "gravity_scale"]),
        fact("F-002", text="There was an office.", topics=["draft_system", "gravity_manner"]),
        fact("F-003", text="It rained.", topics=["coercion"]),
    ]
    text = written(tmp_path, **told(facts=facts))

    for sentence in ("Men came at night.", "There was an office.", "It rained."):
        assert 1 == len(re.findall(re.escape(sentence) + r"\[\d+\]", text))
    assert "Other circumstances" in text
