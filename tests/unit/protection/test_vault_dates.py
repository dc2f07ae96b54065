"""Nobody has a part in what happened before he was born."""

from typing import Any

import pytest

from referral.protection.vault import Vault
from referral.protection.vault_dates import births_come_first
from referral.protection.vault_file import LoadedVault
from referral.yaml_reader import YamlFile
from tests.unit.builder import charge, loaded, person

INCIDENT = {"id": "INC-01", "title": "A raid", "type": "raid_detention", "date": "2010", "places": []}


def found(birth: str | None, **sections: Any) -> list[str]:
    vault = Vault.model_validate({"identities": [{"person": "PER-001", "birth_date": birth}]})
    return [f.message for f in births_come_first(loaded(**sections), LoadedVault(vault, YamlFile("vault.yaml", None)))]


@pytest.mark.parametrize(
    "sections",
    [
        {"incidents": [{**INCIDENT, "victims": ["PER-001"]}]},
        {"incidents": [INCIDENT], "persons": [person(roles=[{"role": "witness", "incidents": ["INC-01"]}])]},
        {"incidents": [INCIDENT], "charges": [charge(person="PER-001", incidents=["INC-01"])]},
    ],
)
def test_a_birth_after_an_incident_of_his_is_impossible(sections: dict[str, Any]):
    assert ["INC-01" in message for message in found("2011-02-03", **sections)] == [True]
    assert not any("2011" in message for message in found("2011-02-03", **sections))
    assert [] == found("2010", **sections)
    assert [] == found(None, **sections)


def test_a_birth_after_the_day_the_case_speaks_of_is_impossible():
    assert found("2090-01-01")
    assert [] == found("2011-02-03", incidents=[INCIDENT])
