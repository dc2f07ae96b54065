"""Words of a document are found again in the case and in the law."""

import pytest

from referral.tracing.by_words import CaseText, CaseTexts, LawText, LawTexts
from tests.unit.builder import case, charge, fact, item, law, mapping, source

CASE = case(
    sources=[source()],
    evidence=[item()],
    facts=[fact("F-007", text="The men were taken away in March. They are gone.")],
)
WHOLE = CaseText("F-007", "text")


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("On that day the men were taken  away in March, as he says.", {WHOLE: True}),
        ("THE MEN WERE TAKEN AWAY IN MARCH", {WHOLE: True}),
        ("So says everyone who was asked about it there and then: they are gone.", {WHOLE: False}),
        ("The men were taken away in Marchland.", {}),
        ("Othe men were taken away in March.", {}),
        ("The men were taken away in April.", {}),
        ("A case", {}),  # its title, too short to be found by more than chance
        ("", {}),
    ],
)
def test_a_text_of_the_case_is_found_where_a_sentence_of_it_is_printed_whole(printed: str, found: dict[CaseText, bool]):
    assert found == CaseTexts(CASE).found_in(printed)


def test_a_provision_is_found_by_its_citation_and_by_its_wording():
    cited = law().cite("ex.1", "en")
    wording = next(e.text for e in law().provision("ex.1").texts if e.text)
    texts = LawTexts(law(), "en")

    assert [LawText("ex.1", "cited")] == texts.found_in(f"Under {cited}, he is charged.")
    assert LawText("ex.1", "quoted") in texts.found_in(f"It reads: {wording}")
    assert [] == texts.found_in(f"Under {cited}77, he is charged.")
    assert [] == texts.found_in(f"Under {cited}(b), he is charged.")


def test_of_elements_that_read_alike_those_charged_are_meant():
    alike: dict[str, list[str]] = {}
    for element in law().elements.values():
        alike.setdefault(next(iter(element.text.values())), []).append(element.id)
    words, (first, *others) = next((words, ids) for words, ids in alike.items() if len(ids) > 1 and len(words) > 12)

    assert [LawText(first, "quoted")] == LawTexts(law(), "en", {first}).found_in(words)
    assert [LawText(name, "quoted") for name in sorted((first, *others))] == LawTexts(law(), "en").found_in(words)


def test_a_weighing_that_another_charge_reads_is_found_where_it_was_written():
    shared = mapping(rationale="He saw the flag himself.", element="ex.1/3", read_by=[{"charge": "CH-02"}])
    read = case(evidence=[item()], charges=[charge(), charge("CH-02")], mappings=[shared])

    assert [CaseText("M-001", "rationale")] == list(CaseTexts(read).found_in("CH-02: He saw the flag himself."))
