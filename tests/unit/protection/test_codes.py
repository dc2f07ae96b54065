"""Two recipients read different codes of one person, always the same ones, and nothing else tells them who is who."""

import re
from typing import Any

import pytest

from referral.case.load import LoadedCase
from referral.case.model import Case, DocumentRequest
from referral.protection.codes import AS_IN_THE_CASE, Codes, codes_for
from referral.protection.codes_check import codes_have_a_key, profiles_are_known
from referral.protection.sought import Sought
from referral.protection.vault import Identity, Vault
from referral.protection.vault_file import LoadedVault
from tests.unit.builder import case, citation, fact, header, item, loaded, person, source

KEY, OTHER_KEY = "0f" * 32, "1e" * 32


def whole(**sections: Any) -> Case:
    entries: dict[str, Any] = {
        "persons": [person(), person("PER-002", "witness", label="who knows PER-001")],
        "sources": [source("SRC-01"), source("SRC-02", kind="person", person="PER-002")],
        "evidence": [item(persons=["PER-002"], files=[{"path": "files/EV-0001-front.jpg"}], note="See EV-0001-A.")],
        "facts": [fact(text="PER-002 saw PER-0021 at PL-01.", citations=[citation(speaker="SRC-02")])],
        "places": [{"id": "PL-01", "name": "A village"}],
    }
    return case(**{**entries, **sections})


def coded(recipient: str = "public", key: str = KEY, **sections: Any) -> Codes:
    return codes_for(recipient, whole(**sections), key)


MANY: dict[str, Any] = {
    "persons": [person(f"PER-{n:03}", "witness") for n in range(20)],
    "sources": [source(f"SRC-{n:02}") for n in range(20)],
    "units": [{"id": f"UNIT-{n:02}", "name": "A unit"} for n in range(20)],
    "places": [{"id": f"PL-{n:02}", "name": "A village"} for n in range(20)],
}


def test_a_code_is_the_same_on_every_day_and_another_for_each_recipient_case_and_key():
    other = case(case=header(id="another"), persons=[person()])
    made = [
        coded(),
        coded("icc-public"),
        coded(key=OTHER_KEY),
        codes_for("public", other, KEY),
    ]

    assert coded().by_id == made[0].by_id
    assert len(made) == len({codes.by_id["PER-001"] for codes in made})


def test_a_new_entry_changes_no_code():
    more = coded(persons=[person("PER-000", "victim"), person(), person("PER-002", "witness")])

    assert coded().by_id.items() <= more.by_id.items()


def test_no_code_looks_like_an_id_or_a_word_and_each_stands_for_one_entry():
    codes = codes_for("public", case(sources=[source()], evidence=[item(f"EV-{n:04}") for n in range(2000)]), KEY)

    assert 2001 == len(set(codes.by_id.values()))
    assert all(re.fullmatch(r"(EV|SRC)-[2-9][B-Z][2-9B-Z]{5}", code) for code in codes.by_id.values())
    assert not any(set("AEIOUY") & set(code.partition("-")[2]) for code in codes.by_id.values())


def test_every_id_of_the_case_is_replaced_in_lists_words_and_file_names():
    codes = coded()
    text = codes.in_case(whole()).model_dump_json()

    assert [] == [known for known in codes.by_id if re.search(rf"\b{known}\b", text)]
    assert all(code in text for code in codes.by_id.values())
    assert f"files/{codes.by_id['EV-0001']}-front.jpg" in text
    assert f"See {codes.by_id['EV-0001']}-A." in text


def test_what_is_no_id_of_the_case_stays():
    codes = coded()

    assert f"{codes.by_id['PER-002']} saw PER-0021 at {codes.by_id['PL-01']}." == codes.in_text(
        "PER-002 saw PER-0021 at PL-01."
    )
    assert "COVID-19, per-001" == codes.in_text("COVID-19, per-001")


@pytest.mark.parametrize("section", MANY)
def test_persons_sources_units_and_places_stand_in_the_order_of_their_codes(section: str):
    told = coded(**MANY).in_case(whole(**MANY)).section(section)

    assert sorted(entry.id for entry in told) == [entry.id for entry in told]


def test_without_codes_of_their_own_they_stand_as_in_the_file():
    told = whole(persons=[person("PER-002"), person()])

    assert ["PER-002", "PER-001"] == [p.id for p in AS_IN_THE_CASE.in_case(told).persons]


def test_where_two_entries_would_have_one_code_the_second_has_another(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("referral.protection.codes._REST", 0)  # 160 codes
    people = [person(f"PER-{n:03}") for n in range(100)]

    assert 100 == len(set(codes_for("public", case(persons=people), KEY).by_id.values()))


def test_identities_and_requests_go_by_the_same_codes():
    codes = coded()
    request = DocumentRequest(id="letter", lang="en", profile="public", person="PER-002", letterhead="EV-0001.docx")
    own = codes.by_id["PER-002"]

    assert {own: Identity(person=own)} == codes.in_identities({"PER-002": Identity(person="PER-002")})
    assert (own, "EV-0001.docx") == (codes.in_request(request).person, codes.in_request(request).letterhead)


def test_without_codes_everything_is_as_in_the_case():
    assert (None, "F-1") == (coded().of(None), AS_IN_THE_CASE.of("F-1"))
    assert (coded().by_id["PER-001"], "F-1") == (coded().of("PER-001"), coded().of("F-1"))
    assert (True, False) == (bool(coded()), bool(AS_IN_THE_CASE))
    assert whole() == AS_IN_THE_CASE.in_case(whole())


@pytest.mark.parametrize(
    ("text", "is_path", "found"),
    [
        ("as PER-002 says", False, ["PER-002"]),
        ("as PER‑002 says", False, ["PER-002"]),
        ("as PER-\n002 says", False, ["PER-002"]),
        ("EV-0001-front", False, ["EV-0001"]),
        ("letter-per-002.en.pdf", True, ["PER-002"]),
        ("letter-per-002.en.pdf", False, []),
        ("PER-0021", False, []),
    ],
)
def test_a_code_that_others_read_is_found_in_what_is_handed_over(text: str, is_path: bool, found: list[str]):
    sought = Sought([], codes=coded().by_id.keys())

    assert found == [each.person for each in sought.found_in(text, is_path=is_path) if each.is_code]


def findings(own: list[str], key: str | None, **sections: Any) -> list[tuple[str, str]]:
    about: LoadedCase = loaded(case=header(own_codes=own), **sections)
    vault = LoadedVault(Vault(code_key=key))
    return [(f.rule, f.message) for f in (*codes_have_a_key(about, vault), *profiles_are_known(about))]


def test_without_a_key_there_are_no_codes_and_the_message_says_so():
    assert [] == findings([], None)
    assert [] == findings(["public"], KEY)
    assert ["codes-without-key"] == [rule for rule, _ in findings(["public"], None)]


def test_a_profile_that_does_not_exist_or_is_of_those_who_draw_up_the_case_is_refused():
    record = {"id": "DIS-001", "to": "A body", "profile": "publik", "on": "2023"}
    permitted = item(release_permissions=[{"by": "A judge", "given_on": "2023", "recipients": ["public", "nobody"]}])
    told = findings(["internal", "press"], KEY, disclosures=[record], evidence=[permitted], sources=[source()])

    assert ["unfit-profile"] * 4 == [rule for rule, _ in told]
    assert all(name in str(told) for name in ("internal", "press", "publik", "nobody"))
