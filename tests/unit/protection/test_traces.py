"""Nothing that is left tells of what is withheld."""

from typing import Any

import pytest

from referral.case.model import Case, LocalText
from referral.coverage import assess
from referral.protection.profiles import PROFILES
from referral.protection.view import View, view_for
from tests.unit.builder import case, charge, citation, fact, item, law, mapping, person, source

SECRET = {"confidentiality": "secret"}


def seen(whole: Case, profile: str) -> View:
    return view_for(whole, assess(whole, law()), {}, PROFILES[profile], None)


def of_two(**second: Any) -> Case:
    """Two items of two sources, the second of which a wide circle may not see."""
    sources = [source("SRC-01", "a"), source("SRC-02", "b", repeats=["SRC-03"]), source("SRC-03", "c")]
    return case(sources=sources, evidence=[item(**second), item("EV-0002", "SRC-02", **SECRET)], persons=[person()])


def test_a_source_through_which_only_withheld_items_speak_is_withheld_and_so_is_whom_it_repeats():
    assert ["SRC-01"] == [s.id for s in seen(of_two(), "public").case.sources]
    assert ["SRC-01"] == [s.id for s in seen(of_two(), "prosecution").case.sources]
    assert ["SRC-01", "SRC-02", "SRC-03"] == [s.id for s in seen(of_two(), "internal").case.sources]


def test_a_source_that_still_speaks_in_a_citation_is_shown():
    told = case(
        sources=[source("SRC-01", "a"), source("SRC-02", "b")],
        evidence=[item(), item("EV-0002", "SRC-02", **SECRET)],
        facts=[fact("F-001", citations=[citation(speaker="SRC-02")])],
    )

    assert ["SRC-01", "SRC-02"] == [s.id for s in seen(told, "public").case.sources]


def test_places_units_and_bare_codes_that_only_withheld_entries_refer_to_are_withheld():
    hidden = {"id": "INC-01", "title": "An episode", "type": "service", "places": ["PL-01"], "units": ["UNIT-01"]}
    whole = case(
        incidents=[{**hidden, "victims": ["PER-001"], **SECRET}],
        places=[{"id": "PL-01", "name": "A village"}, {"id": "PL-02", "name": "A town"}],
        units=[{"id": "UNIT-01", "name": "A unit"}],
        persons=[person(**SECRET), person("PER-002")],
    )
    view = seen(whole, "public").case

    assert (["PL-02"], [], ["PER-002"]) == ([p.id for p in view.places], view.units, [p.id for p in view.persons])
    assert 2 == len(seen(whole, "internal").case.persons)


def test_a_remark_that_names_a_withheld_entry_goes_and_is_marked_as_cut():
    view = seen(of_two(note="Lines 6–7 stand apart as EV-0002."), "prosecution")

    assert [None] == [e.note for e in view.case.evidence]
    assert ("EV-0001", "note") in view.cut


@pytest.mark.parametrize(
    "words",
    [
        "See EV‑0002.",
        "See EV‐0002.",
        "See EV-\n0002.",
        "See ev-0002.",
        "See EV-0002-A.",
        "See A-EV-0002.",
        "See EV-0001-EV-0002.",
    ],
)
def test_it_goes_however_the_code_is_written(words: str):
    assert [None] == [e.note for e in seen(of_two(note=words), "prosecution").case.evidence]


def test_a_code_that_is_a_part_of_another_names_that_one_alone():
    hidden, other = item("EV-0002", **SECRET), item("EV-0002-A", note="EV-0002-A is whole.")
    kept = seen(
        case(sources=[source()], evidence=[item(note="As EV-0002-A and EV-0002."), hidden, other]), "prosecution"
    )

    assert [("EV-0001", False), ("EV-0002-A", True)] == [(e.id, e.note is not None) for e in kept.case.evidence]


def test_a_remark_that_names_what_is_shown_stays():
    kept = seen(of_two(note="See SRC-01; EV-00021 is no entry."), "prosecution").case.evidence

    assert [True] == [e.note is not None for e in kept]


def test_a_wide_circle_sees_no_remarks():
    assert [None] == [e.note for e in seen(of_two(note="See SRC-01."), "public").case.evidence]


@pytest.mark.parametrize("hand", ["agent", "received_from", "handed_to"])
def test_a_wide_circle_does_not_see_how_an_item_came_from_a_person_of_the_case(hand: str):
    action = {"name": "handed over", "date": "2022-11-18"}
    chain = {"custody": [{"type": "transfer", hand: "PER-001"}], "custody_link": "ab" * 32}
    whole = of_two(**chain, procedural_action=action, received="2022-11-18")
    view = seen(whole, "public")
    (shown,) = view.case.evidence

    assert ([], None, None, None) == (shown.custody, shown.custody_link, shown.procedural_action, shown.received)
    assert {("EV-0001", name) for name in ("custody", "procedural_action", "received")} <= view.cut
    assert [True] == [e.received is not None for e in seen(whole, "prosecution").case.evidence]


def test_a_wide_circle_sees_no_chain_of_custody_but_how_an_item_came_from_others():
    (shown,) = seen(
        of_two(custody=[{"type": "capture", "agent": "collector-1"}], received="2022"), "public"
    ).case.evidence

    assert ([], True) == (shown.custody, shown.received is not None)


def of_three(**told: Any) -> Case:
    """A fact, an item and an incident that a wide circle may see, and a witness of whom only a secret item speaks."""
    hidden = item("EV-0002", persons=["PER-002"], **SECRET)
    persons = [person(), person("PER-002", "witness", **SECRET)]
    entries = {"persons": persons, "facts": [fact(**told)], "mappings": [mapping(fact="F-001")], "charges": [charge()]}
    return case(sources=[source()], evidence=[item(), hidden], **entries)


def test_a_sentence_that_names_somebody_withheld_goes_with_what_rests_on_it():
    named, silent = of_three(text="PER-002 saw it."), of_three(text="Somebody saw it.")

    assert (["F-001"], ["M-001"]) == entries_of(seen(silent, "public"))
    assert ([], []) == entries_of(seen(named, "public"))
    assert (["F-001"], ["M-001"]) == entries_of(seen(named, "internal"))


@pytest.mark.parametrize(("profile", "is_told"), [("public", False), ("court", False), ("prosecution", True)])
@pytest.mark.parametrize("code", ["PER-002", "EV-0002", "OQ-01"])
def test_codes_of_what_was_withdrawn_or_is_internal_are_for_those_who_work_on_the_case(
    code: str, profile: str, is_told: bool
):
    whole = case(
        sources=[source()],
        persons=[person("PER-002", "witness", status="withdrawn")],
        evidence=[item(), item("EV-0002", status="withdrawn")],
        facts=[fact(date_basis=f"As {code} says.")],
        open_questions=[{"id": "OQ-01", "text": "Who?"}],
    )

    assert [is_told] == [each.date_basis is not None for each in seen(whole, profile).case.facts]


def entries_of(view: View) -> tuple[list[str], list[str]]:
    return [each.id for each in view.case.facts], [each.id for each in view.case.mappings]


def test_words_that_may_be_left_out_go_alone_and_are_marked_as_cut():
    whole = of_three(date_basis="As EV-0002 says.")
    header = whole.case.model_copy(update={"summary": LocalText({"en": "What PER-002 saw."})})
    view = seen(whole.model_copy(update={"case": header}), "public")

    assert [None] == [each.date_basis for each in view.case.facts]
    assert ("F-001", "date_basis") in view.cut
    assert (None, ["A case"]) == (view.case.case.summary, [*view.case.case.title.by_lang.values()])


def test_a_title_of_the_case_that_names_somebody_withheld_gives_way_to_the_id_of_the_case():
    whole = of_three()
    told = {"title": LocalText({"en": "How PER-002 was taken"}), "summary": LocalText({"en": "What PER-002 saw."})}
    header = seen(whole.model_copy(update={"case": whole.case.model_copy(update=told)}), "public").case.case

    assert (["x"], None) == ([*header.title.by_lang.values()], header.summary)


def test_words_inside_a_part_go_and_a_part_that_cannot_stand_without_them_goes_whole():
    quoted = {"uk": "як каже PER-002"}
    files: list[dict[str, Any]] = [{"path": "files/a.txt", "depicts": "PER-002 at the gate"}]
    files = [{"path": "files/EV-0002.txt"}, *files, {"path": "files/PER-002.txt"}]
    whole = case(
        sources=[source()],
        persons=[person("PER-002", "witness", **SECRET)],
        evidence=[item(files=files), item("EV-0002", persons=["PER-002"], **SECRET)],
        facts=[fact(citations=[citation(quote=quoted)])],
    )
    view = seen(whole, "public")
    shown = view.case

    assert {("EV-0001", "files"), ("F-001", "citations")} == {pair for pair in view.cut if pair[1] != "custody"}
    assert [("files/a.txt", None)] == [(file.path, file.depicts) for file in shown.evidence[0].files]
    assert [None] == [cited.quote for cited in shown.facts[0].citations]
    assert "PER-002" not in shown.model_dump_json()


def test_of_several_words_those_that_name_somebody_withheld_go_and_the_others_stay():
    files = [{"path": "files/a.txt"}, {"path": "files/PER-002.txt"}]
    hidden = item("EV-0002", persons=["PER-002"], **SECRET)
    people = [person("PER-002", "witness", **SECRET)]
    shown = seen(case(sources=[source()], persons=people, evidence=[item(files=files), hidden]), "public").case

    assert ["files/a.txt"] == [file.path for file in shown.evidence[0].files]


def test_what_goes_with_such_a_sentence_leaves_no_trace_either():
    """The place of which nothing else speaks."""
    whole = of_three(text="PER-002 saw it.", places=["PL-01"])
    whole = whole.model_copy(update={"places": case(places=[{"id": "PL-01", "name": "A village"}]).places})

    assert [] == seen(whole, "public").case.places
    assert ["PL-01"] == [each.id for each in seen(whole, "internal").case.places]
