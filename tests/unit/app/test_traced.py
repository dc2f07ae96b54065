"""Words of a document are found again in the case and in the law, with their place."""

import pytest

from referral.app.traced import of_case, of_law
from tests.unit.builder import charge, fact, item, law, loaded, mapping, source

CASE = loaded(sources=[source()], evidence=[item()], facts=[fact("F-007", text="The men were taken away in March.")])


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("On that day the men were taken  away in March, as he says.", ["F-007 text"]),
        ("The men were taken away in April.", []),
        ("A case", []),  # its title, too short to be found by more than chance
    ],
)
def test_a_text_of_the_case_is_found_where_it_is_printed_whole(printed: str, names: list[str]):
    assert names == [line.strip().partition(":")[0] for line in of_case(CASE, printed)]


def test_a_provision_is_found_by_its_citation_and_by_its_wording():
    cited = law().cite("ex.1", "en")
    wording = next(e.text for e in law().provision("ex.1").texts if e.text)

    assert ["  law: ex.1"] == [line for line in of_law(law(), f"Under {cited}, he is charged.", "en") if "ex.1" in line]
    assert "  law: ex.1 (its wording)" in list(of_law(law(), f"It reads: {wording}", "en"))
    assert [] == [line for line in of_law(law(), f"Under {cited}77, he is charged.", "en") if line.endswith("ex.1")]


def test_a_weighing_that_another_charge_reads_is_found_where_it_was_written():
    shared = mapping(rationale="He saw the flag himself.", element="ex.1/3", read_by=[{"charge": "CH-02"}])
    case = loaded(evidence=[item()], charges=[charge(), charge("CH-02")], mappings=[shared])

    assert ["M-001 rationale"] == [
        line.strip().partition(":")[0] for line in of_case(case, "CH-02: He saw the flag himself.")
    ]
