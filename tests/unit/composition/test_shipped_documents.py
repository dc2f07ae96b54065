"""Documents of the shipped templates: what is asked of unknown men, whose words of law it quotes, which charges."""

from pathlib import Path
from typing import Any

import pytest

from referral.app.build import compose_document
from referral.app.project import load_case
from referral.case.model import DocumentRequest
from referral.errors import UsageError
from referral.writers.text import write_text
from tests.unit.builder import charge, header, item, person, source, write_case

PROVISION = "rs.8.2.a.v"
NATIONALITY_OF_THE_UNKNOWN = "As to perpetrators not yet identified"


def written(folder: Path, **sections: Any) -> str:
    """A communication on one charge of the Statute, or on those given."""
    entries = {"sources": [source()], "evidence": [item()], "charges": [charge(provision=PROVISION)], **sections}
    project = load_case(write_case(folder, case=header(), **entries))
    request = DocumentRequest(id="article-15-communication", lang="en", profile="internal")
    return write_text(compose_document(project, request).document)


def test_nationality_of_unknown_perpetrators_is_open_where_a_charge_names_nobody(tmp_path: Path):
    assert NATIONALITY_OF_THE_UNKNOWN in written(tmp_path)


def test_nationality_of_unknown_perpetrators_is_no_question_where_all_charges_name_a_person(tmp_path: Path):
    named = charge(provision=PROVISION, person="PER-001")
    text = written(tmp_path, persons=[person()], charges=[named])

    assert "Jurisdiction over persons" in text
    assert NATIONALITY_OF_THE_UNKNOWN not in text


def test_a_quotation_of_law_is_followed_by_its_edition_source_and_status(tmp_path: Path):
    text = written(tmp_path)
    wording = next(line for line in text.splitlines() if line.startswith("Compelling a prisoner of war"))
    mark = wording[wording.index("[") :]
    note = next(line for line in text.splitlines() if line.startswith(f"{mark} "))

    assert note.startswith(f"{mark} The only edition recorded; read in: ICC, Rome Statute, 2011 edition")
    assert note.endswith("; status: verified.")


def test_quoted_elements_are_followed_by_the_edition_and_the_source_of_their_authority(tmp_path: Path):
    text = written(tmp_path)

    assert "Elements of article 8(2)(a)(v)[" in text
    assert "] Elements of Crimes (2011 edition); read in: ICC, Elements of Crimes, 2011 edition" in text


def test_a_notice_under_national_law_is_not_made_of_a_charge_under_the_statute(tmp_path: Path):
    charges = [charge(provision=PROVISION, person="PER-001", stage="communication")]
    path = write_case(tmp_path, sources=[source()], evidence=[item()], persons=[person()], charges=charges)
    request = DocumentRequest(id="notice-of-suspicion", lang="uk", profile="prosecution")

    with pytest.raises(UsageError, match=r"“national” law, and PER-001 is charged under other law only.*CH-01 \(rs\."):
        compose_document(load_case(path), request)


@pytest.mark.parametrize(
    ("recorded", "printed"),
    [
        ("birth_place_gen: міста Зразкова", "уродженцю міста Зразкова,"),
        ("birth_place: місто Зразків", "уродженцю місто Зразків [підтвердити родовий відмінок],"),
        ("birth_date: 1975-05-17", "уродженцю [місце народження не зазначено],"),
    ],
)
def test_a_place_of_birth_is_printed_in_the_genitive_or_to_be_confirmed(recorded: str, printed: str, tmp_path: Path):
    charges = [charge(provision="ua.cc.438.1.b", person="PER-001", stage="suspicion", breaches=["gciv.51.1"])]
    header_uk = header(language="uk", title="Справа")
    write_case(tmp_path, case=header_uk, sources=[source()], evidence=[item()], persons=[person()], charges=charges)
    (tmp_path / "vault.yaml").write_text(
        f'schema_version: "1"\nidentities:\n  - person: PER-001\n    names: [{{last: Зразко}}]\n    {recorded}\n',
        "utf-8",
    )
    request = DocumentRequest(id="notice-of-suspicion", lang="uk", profile="prosecution")
    assert printed in write_text(compose_document(load_case(tmp_path), request).document)


def test_the_header_names_a_pre_trial_investigation_only_where_there_must_be_one(tmp_path: Path):
    case = {"sources": [source()], "evidence": [item()], "persons": [person()]}
    charges = [charge(provision="ua.cc.438.1.b", person="PER-001", stage="suspicion", breaches=["gciv.51.1"])]
    project = load_case(write_case(tmp_path, case=header(), charges=charges, **case))

    def header_of(document: str) -> str:
        asked = DocumentRequest(id=document, lang="uk", profile="prosecution")
        return compose_document(project, asked).document.properties.classification

    assert "Обмежений доступ: матеріали досудового розслідування" == header_of("notice-of-suspicion")
    assert "Обмежений доступ: для органу досудового розслідування та прокурора" == header_of("criminal-complaint")
