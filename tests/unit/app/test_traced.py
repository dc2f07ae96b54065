"""Words of a document are found again in the case and in the law, with their place."""

import pytest

from referral.app.traced import of_case, of_law
from tests.unit.builder import fact, item, law, loaded, source

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
